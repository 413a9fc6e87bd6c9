import { limits } from "~/features/terminology/limits";
import type { PairFields } from "~/features/terminology/queries.server";
import { useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { Button } from "~/ui/button";
import { Field, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";

type Name = Exclude<keyof PairFields, "changedAt">;
type Sent = { errors: Errors; values: FormValues; isStale: boolean };
type Props = { fields: PairFields; sent: Sent | undefined; submit: string };

const names = ["en", "enOthers", "enNote", "fr", "frOthers", "frNote", "source"] as const satisfies Name[];

/** All that one says of a pair of terms, in both languages. */
export function PairForm({ fields, sent, submit }: Props) {
  const t = useTranslation();
  const labels = Object.fromEntries(names.map((name) => [name, t(`terminology.form.${name}`)]));
  const typed = (name: keyof PairFields) => String((sent ? sent.values[name] : fields[name]) ?? "");
  const text = (name: Name) => ({ name, label: t(`terminology.form.${name}`), defaultValue: typed(name), errors: sent?.errors[name] });
  const side = (language: "en" | "fr", legend: string) => (
    <fieldset className="form-section">
      <legend>{legend}</legend>
      <Field {...text(language)} lang={language} maxLength={limits.word} required />
      <TextArea {...text(`${language}Others`)} hint={t("terminology.form.othersHint")} lang={language} rows={4} />
      <TextArea {...text(`${language}Note`)} hint={t("terminology.form.noteHint")} lang={language} rows={3} maxLength={limits.note} />
    </fieldset>
  );

  return (
    <>
      <FormErrors errors={sent?.errors} labels={labels} />
      {sent?.isStale && <Saved fields={fields} typed={typed} />}
      <form className="form" method="post" noValidate>
        <input type="hidden" name="changedAt" value={sent?.isStale ? fields.changedAt : typed("changedAt")} />
        {side("en", t("terminology.form.english"))}
        {side("fr", t("terminology.form.french"))}
        <fieldset className="form-section">
          <legend>{t("terminology.form.about")}</legend>
          <Field {...text("source")} hint={t("terminology.form.sourceHint")} maxLength={limits.source} />
        </fieldset>
        <Button>{submit}</Button>
      </form>
    </>
  );
}

/** What someone else has saved since the form began, where it differs from what was typed. */
function Saved({ fields, typed }: { fields: PairFields; typed: (name: Name) => string }) {
  const t = useTranslation();
  const differing = names.filter((name) => typed(name).trim() !== fields[name]);

  return (
    <Notice kind="warning" title={t("terminology.form.staleTitle")}>
      <p>{t("terminology.form.staleText")}</p>
      <dl className="facts">
        {differing.map((name) => (
          <div key={name}>
            <dt>{t(`terminology.form.${name}`)}</dt>
            <dd className="as-typed">{fields[name] || t("terminology.form.nothing")}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
