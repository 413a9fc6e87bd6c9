import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

/** Those of Canada, from east to west. Some go by another name on some systems, and are then left out. */
const canadian = [
  "America/St_Johns",
  "America/Goose_Bay",
  "America/Halifax",
  "America/Glace_Bay",
  "America/Moncton",
  "America/Blanc-Sablon",
  "America/Toronto",
  "America/Iqaluit",
  "America/Coral_Harbour",
  "America/Winnipeg",
  "America/Rankin_Inlet",
  "America/Resolute",
  "America/Regina",
  "America/Swift_Current",
  "America/Edmonton",
  "America/Cambridge_Bay",
  "America/Inuvik",
  "America/Creston",
  "America/Dawson_Creek",
  "America/Fort_Nelson",
  "America/Whitehorse",
  "America/Dawson",
  "America/Vancouver",
] as const;

type Canadian = (typeof canadian)[number];

const zones = new Set(Intl.supportedValuesOf("timeZone"));

export const isTimeZone = (text: string): boolean => zones.has(text);

export type TimeZones = ReturnType<typeof listTimeZones>;

/** All zones to choose from, in the words of a language: those of Canada by their places, the others by their own names. */
export function listTimeZones(language: Language) {
  const t = translator(language);
  const isCanadian = (zone: string): zone is Canadian => (canadian as readonly string[]).includes(zone);

  return {
    canada: canadian
      .filter(isTimeZone)
      .map((zone) => ({ value: zone as string, label: `${nameOf(zone, language)} — ${t(`settings.account.places.${zone}`)}` })),
    elsewhere: [...zones]
      .filter((zone) => !isCanadian(zone))
      .sort()
      .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
  };
}

/** "Eastern Time" / « Heure de l’Est ». */
function nameOf(timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(`${language}-CA`, { timeZone, timeZoneName: "longGeneric" }).formatToParts();
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
