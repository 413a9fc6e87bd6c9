import { useTranslation } from "~/i18n/context";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { Select } from "~/ui/field";

type Props = {
  organizations: { id: string; name: string }[];
  hint?: string;
  errors?: FormErrors | undefined;
  values?: FormValues | undefined;
};

/** For which organization a text is begun: one of one's own, chosen already where there is but one. */
export function OrganizationField({ organizations, hint, errors = {}, values = {} }: Props) {
  const t = useTranslation();
  const [only] = organizations.length === 1 ? organizations : [];

  return (
    <Select
      name="organization"
      label={t("publishing.field.organization")}
      hint={hint}
      errors={errors.organization}
      defaultValue={String(values.organization ?? only?.id ?? "")}
      options={[
        ...(only ? [] : [{ value: "", label: t("writing.new.chooseOrganization") }]),
        ...organizations.map((one) => ({ value: one.id, label: one.name })),
      ]}
      required
    />
  );
}
