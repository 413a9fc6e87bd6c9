import { organizationKinds } from "~/features/organizations/kinds";
import { audiences, limits } from "~/features/organizations/limits";
import type { OrganizationAtWork } from "~/features/organizations/editing.server";
import { useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { Checkboxes, Field, Radios, Select, TextArea } from "~/ui/field";
import type { Option } from "~/ui/field-parts";
import { FormErrors } from "~/ui/form-errors";

export type Fields = OrganizationAtWork["fields"];

type Props = {
  fields: Fields;
  options: Record<"province" | "languages" | "populations", Option[]>;
  sent: { errors: Errors; values: FormValues } | undefined;
  /** The form began before someone else's change, which its sender has now seen. */
  isStale: boolean;
};

/** All that an organization says of itself, in both languages. */
export function OrganizationForm({ fields, options, sent, isStale }: Props) {
  const t = useTranslation();
  const label = (name: Exclude<keyof Fields, "changedAt">) => t(`organizations.edit.${name}`);
  const line = (name: keyof Fields) => ({ name, defaultValue: textOf(sent, fields, name), errors: sent?.errors[name] });
  const labels = Object.fromEntries(
    (Object.keys(fields) as (keyof Fields)[]).map((name) => [name, name === "changedAt" ? "" : label(name)]),
  );
  const text = (name: Exclude<keyof Fields, "changedAt">) => ({ ...line(name), label: label(name) });
  const choices = (name: "languages" | "populations") => ({
    ...text(name),
    legend: label(name),
    defaultValues: listOf(sent, fields, name),
  });

  return (
    <>
      <FormErrors errors={sent?.errors} labels={labels} />
      <form className="form" method="post" noValidate>
        <input type="hidden" name="changedAt" value={isStale ? fields.changedAt : textOf(sent, fields, "changedAt")} />
        <fieldset className="form-section">
          <legend>{t("organizations.edit.names")}</legend>
          <Field {...text("nameEn")} hint={t("organizations.edit.nameHint")} maxLength={limits.name} required />
          <Field {...text("nameFr")} maxLength={limits.name} required />
          <TextArea {...text("aboutEn")} hint={t("organizations.edit.aboutHint")} maxLength={limits.about} />
          <TextArea {...text("aboutFr")} maxLength={limits.about} />
        </fieldset>
        <fieldset className="form-section">
          <legend>{t("organizations.edit.where")}</legend>
          <Select
            {...text("kind")}
            options={organizationKinds.map((kind) => ({ value: kind, label: t(`organizations.kinds.${kind}`) }))}
            required
          />
          <Select {...text("province")} options={[{ value: "", label: t("organizations.national") }, ...options.province]} />
          <Field {...text("city")} maxLength={limits.city} />
          <Field {...text("regionsEn")} hint={t("organizations.edit.regionsHint")} maxLength={limits.regions} />
          <Field {...text("regionsFr")} maxLength={limits.regions} />
          <Checkboxes {...choices("languages")} options={options.languages} className="choice-list-columns" />
          <Checkboxes {...choices("populations")} options={options.populations} className="choice-list-columns" />
        </fieldset>
        <fieldset className="form-section">
          <legend>{t("organizations.edit.reach")}</legend>
          <Field {...text("siteEn")} type="url" hint={t("organizations.edit.siteHint")} maxLength={limits.site} />
          <Field {...text("siteFr")} type="url" maxLength={limits.site} />
          <Field {...text("contactEmail")} type="email" maxLength={limits.email} />
          <Field {...text("contactPhone")} type="tel" maxLength={limits.phone} />
          <Radios
            {...line("contactAudience")}
            legend={label("contactAudience")}
            options={audiences.map((audience) => ({ value: audience, label: t(`organizations.edit.audience.${audience}`) }))}
          />
        </fieldset>
        <Button>{t("organizations.edit.save")}</Button>
      </form>
    </>
  );
}

/** What was typed before the form came back, else what is saved. */
export function textOf(sent: Props["sent"], fields: Fields, name: keyof Fields): string {
  const value = sent ? sent.values[name] : fields[name];
  return typeof value === "string" ? value : "";
}

export function listOf(sent: Props["sent"], fields: Fields, name: "languages" | "populations"): string[] {
  return sent ? [sent.values[name] ?? []].flat() : fields[name];
}
