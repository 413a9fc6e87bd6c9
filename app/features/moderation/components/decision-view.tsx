import type { ShownDecision } from "~/features/moderation/decision-page.server";
import { isDismissal } from "~/features/moderation/lifecycle";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTime } from "~/i18n/format";
import type { FormErrors as Errors, FormValues } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Time } from "~/ui/time";
import { useTimeZone } from "~/ui/time-zone";

import { AppealPart } from "./appeal-part";

type Props = { decision: ShownDecision; action: string; errors?: Errors | undefined; values?: FormValues | undefined; isByMail?: boolean };

/** What was decided, by which rule, what it means, and how it is contested: for those whom it concerns. */
export function DecisionView({ decision, action, errors, values, isByMail = false }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const { title, subject, decidedAt, toAuthor } = decision;
  const own = decision.language === language ? undefined : decision.language;

  return (
    <div className="page page-reading stack stack-large">
      <FormErrors errors={errors} labels={{ words: t("appeals.form.words") }} />
      <PageHeader eyebrow={t(`appeals.things.${subject}`)} title={t("appeals.page.title")}>
        <p className="meta-line">
          {title && <span lang={own}>{title}</span>}
          <span>
            {t("appeals.page.decidedOn")} <Time at={decidedAt} withTime />
          </span>
        </p>
      </PageHeader>
      <Outcome decision={decision} />
      {toAuthor && (
        <section className="stack" aria-labelledby="to-you">
          <h2 id="to-you">{t("appeals.page.toYou")}</h2>
          <blockquote className="quoted decision-words">{toAuthor}</blockquote>
        </section>
      )}
      <Thing decision={decision} />
      <AppealPart decision={decision} action={action} errors={errors} values={values} />
      <p className="field-hint">
        {t("appeals.page.private")} {isByMail && t("appeals.page.byMail")}
      </p>
      {!isByMail && (
        <p>
          <a href={pathTo(language, "ownModeration")}>{t("appeals.page.toOwn")}</a>
        </p>
      )}
    </div>
  );
}

function Outcome({ decision }: { decision: ShownDecision }) {
  const t = useTranslation();
  const language = useLanguage();
  const zone = useTimeZone();
  const { content, person, until, rule, state } = decision;
  const date = until ? formatTime(until, language, zone) : "";
  const isNothing = isDismissal({ content, person });
  const meant = [
    ...(isNothing ? [t("appeals.means.dismissed")] : []),
    ...(content === "NONE" ? [] : [t(`appeals.means.content.${content}`)]),
    ...(person === "NONE" ? [] : [t(`appeals.means.person.${person}`, { date })]),
  ];

  return (
    <section className="stack" aria-labelledby="decided">
      <h2 id="decided">{t("appeals.page.decided")}</h2>
      <Notice kind={state === "OVERTURNED" || isNothing ? "success" : "warning"}>
        {state === "OVERTURNED" && <p>{t("appeals.means.undone")}</p>}
        {meant.map((words) => (
          <p key={words}>{state === "OVERTURNED" ? <del>{words}</del> : words}</p>
        ))}
      </Notice>
      <p>
        {`${t("appeals.page.rule")}${t("accounts.mail.colon")} `}
        <strong>{t(`moderation.rules.${rule}.title`)}</strong>
        <br />
        {t(`moderation.rules.${rule}.text`)} <a href={pathTo(language, "rules", {}, `rule-${rule}`)}>{t("appeals.page.allRules")}</a>
      </p>
    </section>
  );
}

function Thing({ decision: { words, address, language: written } }: { decision: ShownDecision }) {
  const t = useTranslation();
  const lang = written === useLanguage() ? undefined : written;
  if (!words && !address) return null;

  return (
    <section className="stack" aria-labelledby="about">
      <h2 id="about">{t("appeals.page.about")}</h2>
      {words && (
        <>
          <p className="field-hint">{t("appeals.page.aboutHint")}</p>
          <blockquote className="quoted decision-words" lang={lang}>
            {words}
          </blockquote>
        </>
      )}
      {address && (
        <p>
          <a href={address}>{t("appeals.page.open")}</a>
        </p>
      )}
    </section>
  );
}
