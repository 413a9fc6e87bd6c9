import { useTranslation } from "~/i18n/context";
import type { Translate } from "~/i18n/translate";
import { Radios } from "~/ui/field";

import type { Destination } from "../keeping-queries.server";

type Props = {
  legend: string;
  destinations: Destination[];
  chosen: string | string[] | undefined;
  errors: string[] | undefined;
};

/** To which category posts go, and who will read them there. */
export function DestinationChoice({ legend, destinations, chosen, errors }: Props) {
  const t = useTranslation();

  return (
    <Radios
      name="category"
      legend={legend}
      options={destinations.map((one) => ({ value: one.id, label: one.name, hint: readersOf(t, one) }))}
      defaultValue={typeof chosen === "string" ? chosen : undefined}
      errors={errors}
      required
    />
  );
}

/** Who will read what goes there, with a warning where these are fewer people than now, or more. */
export function readersOf(t: Translate, { seenBy, change }: Pick<Destination, "seenBy" | "change">): string {
  const who = t(`threads.circle.${seenBy}`);
  if (change === "same") return t("threads.seenBy", { who });
  return t(`threads.change.${change}`, { who: who.charAt(0).toLowerCase() + who.slice(1) });
}
