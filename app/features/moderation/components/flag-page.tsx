import type { FlagPage as Page } from "~/features/moderation/flag-page.server";
import { limits } from "~/features/moderation/limits";
import { rules } from "~/features/moderation/rules";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { Radios, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Time } from "~/ui/time";

type Sent = { errors: Errors; values: FormValues } | undefined;

/** The page on which something is reported: what it is, the rules to choose from, and what happens next. */
export function FlagPage({ page, sent }: { page: Page; sent: Sent }) {
  const t = useTranslation();
  const title = t(`flags.title.${page.type}`);

  return (
    <>
      <Breadcrumbs steps={[{ label: title }]} />
      <div className="page page-narrow">
        <PageHeader title={title} lead={page.at ? undefined : t("flags.lead")} />
        <Flagged page={page} />
        {page.at ? <Again page={page} at={page.at} /> : <FlagForm page={page} sent={sent} />}
      </div>
    </>
  );
}

function Flagged({ page: { title, excerpt, language: own } }: { page: Page }) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = own && own !== language ? own : undefined;
  if (title === "") return null;

  return (
    <section className="stack stack-small" aria-labelledby="flagged">
      <h2 className="aside-title" id="flagged">
        {t("flags.about")}
      </h2>
      <blockquote className="quoted flagged" lang={lang}>
        <strong>{title}</strong>
        {excerpt && <p>{excerpt}</p>}
      </blockquote>
    </section>
  );
}

function Again({ page: { address }, at }: { page: Page; at: string }) {
  const t = useTranslation();
  const [before = "", after = ""] = t("flags.again.text", { at: "|" }).split("|");

  return (
    <>
      <Notice kind="success" title={t("flags.again.title")}>
        <p>
          {before}
          <Time at={at} withTime />
          {after}
        </p>
      </Notice>
      <p>
        <ButtonLink variant="secondary" href={address}>
          {t("flags.again.back")}
        </ButtonLink>
      </p>
    </>
  );
}

function FlagForm({ page: { type, address, isPrivate }, sent }: { page: Page; sent: Sent }) {
  const t = useTranslation();
  const language = useLanguage();
  const typed = (name: string) => (typeof sent?.values[name] === "string" ? sent.values[name] : undefined);
  const options = rules.map((rule) => ({
    value: rule,
    label: t(`moderation.rules.${rule}.title`),
    hint: t(`moderation.rules.${rule}.text`),
  }));

  return (
    <>
      <FormErrors errors={sent?.errors} labels={{ rule: t("flags.rule"), words: t("flags.words") }} />
      <form method="post" className="form">
        <Radios
          className="flag-rules"
          name="rule"
          legend={t("flags.rule")}
          options={options}
          defaultValue={typed("rule")}
          errors={sent?.errors.rule}
          required
        />
        <TextArea
          name="words"
          label={t("flags.words")}
          hint={t("flags.wordsHint")}
          rows={4}
          maxLength={limits.flagWords}
          defaultValue={typed("words")}
          errors={sent?.errors.words}
        />
        <section className="stack stack-small" aria-labelledby="next">
          <h2 className="aside-title" id="next">
            {t("flags.next.title")}
          </h2>
          <ul className="flag-next">
            <li>{t("flags.next.case")}</li>
            <li>{t("flags.next.private")}</li>
            {type !== "ORGANIZATION" && <li>{t("flags.next.hides")}</li>}
            {isPrivate && <li>{t("flags.next.space")}</li>}
          </ul>
          <p>
            <a href={pathTo(language, "rules")}>{t("flags.allRules")}</a>
          </p>
        </section>
        <div className="button-row">
          <Button>{t("flags.send")}</Button>
          <ButtonLink variant="quiet" href={address}>
            {t("flags.back")}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
