import { useTranslation } from "~/i18n/context";
import { Checkboxes } from "~/ui/field";

type Props = { rights: ("steward" | "practitioner")[]; chosen?: string | string[] | undefined; errors?: string[] | undefined };

/** What comes with a membership. Nothing is drawn where the viewer can give none of it. */
export function RightsField({ rights, chosen, errors }: Props) {
  const t = useTranslation();
  if (rights.length === 0) return null;

  return (
    <Checkboxes
      name="rights"
      legend={t("membership.rights.legend")}
      options={rights.map((right) => ({
        value: right,
        label: t(`membership.rights.${right}`),
        hint: t(`membership.rights.${right}Hint`),
      }))}
      defaultValues={[chosen ?? []].flat()}
      errors={errors}
    />
  );
}
