import { limits } from "~/features/moderation/limits";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import type { FormErrors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Radios, TextArea } from "~/ui/field";

type Props = {
  /** The case of the appeal; `authorLanguage` is that of who appealed. */
  case: { id: string; version: number; authorLanguage?: Language | null };
  values?: FormValues | undefined;
  errors?: FormErrors | undefined;
};

/** With which a moderator who had no part in a decision says whether it stands. */
export function RulingForm({ case: { id, version, authorLanguage }, values, errors }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <section className="stack" aria-labelledby="rule">
      <h2 id="rule">{t("appeals.ruling.title")}</h2>
      <p>{t("appeals.ruling.lead")}</p>
      <form className="form" method="post" action={pathTo(language, "caseRuling", { id })}>
        <input type="hidden" name="version" value={version} />
        <Radios
          name="ruling"
          legend={t("appeals.ruling.legend")}
          errors={errors?.ruling}
          defaultValue={String(values?.ruling ?? "")}
          options={(["UPHELD", "OVERTURNED"] as const).map((value) => ({
            value,
            label: t(`appeals.ruling.${value}`),
            hint: t(`appeals.ruling.${value}Hint`),
          }))}
          required
        />
        <TextArea
          name="toAuthor"
          label={t("appeals.ruling.toAuthor")}
          hint={t(`appeals.ruling.toAuthorHint_${authorLanguage ?? language}`)}
          errors={errors?.toAuthor}
          defaultValue={String(values?.toAuthor ?? "")}
          maxLength={limits.notice}
        />
        <TextArea
          name="note"
          label={t("appeals.ruling.note")}
          hint={t("appeals.ruling.noteHint")}
          errors={errors?.note}
          defaultValue={String(values?.note ?? "")}
          maxLength={limits.note}
          rows={3}
        />
        <Button>{t("appeals.ruling.submit")}</Button>
      </form>
    </section>
  );
}
