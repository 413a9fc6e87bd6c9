import type { TimeZones } from "~/features/accounts/time-zones.server";
import { useTranslation } from "~/i18n/context";
import { Select } from "~/ui/field";

/** In which zone someone reads times of day: those of Canada first. */
export function TimeZoneField({ zones, defaultValue, errors }: { zones: TimeZones; defaultValue: string; errors?: string[] | undefined }) {
  const t = useTranslation();

  return (
    <Select
      name="timeZone"
      label={t("settings.account.timeZone")}
      hint={t("settings.account.timeZoneHint")}
      options={[
        { label: t("settings.account.canada"), options: zones.canada },
        { label: t("settings.account.elsewhere"), options: zones.elsewhere },
      ]}
      defaultValue={defaultValue}
      errors={errors}
      required
    />
  );
}
