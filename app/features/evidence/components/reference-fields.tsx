import { limits } from "~/features/evidence/limits";
import { emptyForm, offeredTypes, type ReferenceForm } from "~/features/evidence/reference-form";
import { useTranslation } from "~/i18n/context";
import type { Translate } from "~/i18n/translate";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { Field, Select, TextArea } from "~/ui/field";

type Props = { form?: ReferenceForm; errors?: FormErrors | undefined; values?: FormValues | undefined };

const lines = ["container", "volume", "issue", "pages", "publisher"] as const;

/** What the fields are called, for the list of faults above the form. */
export const fieldNames = (t: Translate): Record<string, string> =>
  Object.fromEntries([...Object.keys(emptyForm), "key"].map((name) => [name, t(`references.form.${name as keyof ReferenceForm | "key"}`)]));

/** The fields of a reference: those that nearly every one has, and the others below. */
export function ReferenceFields({ form = emptyForm, errors = {}, values }: Props) {
  const t = useTranslation();
  const value = (name: keyof ReferenceForm) => String(values?.[name] ?? form[name]);
  const field = (name: keyof ReferenceForm, hint?: string) => ({
    name,
    label: t(`references.form.${name}`),
    hint,
    errors: errors[name],
    defaultValue: value(name),
  });
  const type = value("type");

  return (
    <>
      <Select {...field("type")} options={typeOptions(t, type)} required />
      <Field {...field("title", t("references.form.titleHint"))} maxLength={limits.cell} required />
      <TextArea {...field("authors", t("references.form.namesHint"))} rows={4} spellCheck={false} />
      <Field {...field("date", t("references.form.dateHint"))} maxLength={60} />
      <div className="reference-grid">
        {lines.map((name) => (
          <Field key={name} {...field(name)} maxLength={limits.cell} />
        ))}
      </div>
      <Field {...field("doi", t("references.form.doiHint"))} maxLength={limits.cell} spellCheck={false} autoCapitalize="none" />
      <Field {...field("address", t("references.form.addressHint"))} maxLength={limits.cell} spellCheck={false} autoCapitalize="none" />
      <details className="disclosure" open={["editors", "language"].some((name) => errors[name] || value(name as "editors") !== "")}>
        <summary>{t("references.form.more")}</summary>
        <div className="form">
          <TextArea {...field("editors", t("references.form.namesHint"))} rows={3} spellCheck={false} />
          <Field {...field("language", t("references.form.languageHint"))} maxLength={35} autoCapitalize="none" />
        </div>
      </details>
    </>
  );
}

function typeOptions(t: Translate, type: string) {
  const offered = offeredTypes.map((each) => ({ value: each as string, label: t(`references.type.${each}`) }));
  return offered.some(({ value }) => value === type)
    ? offered
    : [...offered, { value: type, label: t("references.type.imported", { type }) }];
}
