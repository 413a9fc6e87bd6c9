import type { SummaryPage } from "~/features/evidence/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate, formatTold } from "~/i18n/format";
import { type Language, otherLanguage } from "~/i18n/languages";
import { Icon } from "~/ui/icons";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

import { SummaryLine } from "./summary-line";

type Props = {
  summary: SummaryPage;
  /** The addresses of the summary in the languages that it has. */
  alternates: Partial<Record<Language, string>>;
  isOverdue: boolean;
  lang: Language | undefined;
};

/** What a summary is called, and its bottom line: all that some readers have time for. What else there is to know comes behind it. */
export function SummaryHead({ summary, alternates, isOverdue, lang }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const other = otherLanguage(language);
  const { text, evidence, nextReviewDue } = summary;

  return (
    <div className="stack">
      <PageHeader title={text.title} lang={lang} />
      <section className="bottom-line" aria-labelledby="bottom-line">
        <h2 id="bottom-line">{t("evidence.show.bottomLine")}</h2>
        <p lang={lang}>{text.summary}</p>
      </section>
      <SummaryLine summary={summary} />
      {alternates[other] && !lang && (
        <p className="no-print">
          <a className="with-icon" href={alternates[other]} lang={other} hrefLang={other}>
            <Icon name="language" />
            {t("evidence.show.otherLanguage")}
          </a>
        </p>
      )}
      {lang && (
        <Notice title={t("evidence.show.missing")}>
          {summary.promisedBy && t(`parity.waiver.readers.${language}`, { date: formatDate(summary.promisedBy, language) })}
        </Notice>
      )}
      {!summary.isPublished && (
        <Notice kind="warning" title={t("evidence.show.draft")}>
          {t("evidence.show.draftHint")}
        </Notice>
      )}
      <Audience summary={summary} />
      {summary.isLongAgo && (
        <Notice title={t("evidence.show.longAgoTitle")}>
          {t("evidence.show.longAgo", { date: formatTold(evidence.evidenceUpTo, language) })}
        </Notice>
      )}
      {isOverdue && nextReviewDue && (
        <Notice kind="warning" title={t("evidence.show.overdueTitle")}>
          {t("evidence.show.overdue", { date: formatDate(nextReviewDue, language) })}
        </Notice>
      )}
    </div>
  );
}

function Audience({ summary: { isPublished, visibility, organization } }: { summary: SummaryPage }) {
  const t = useTranslation();
  if (!isPublished || visibility === "PUBLIC") return null;

  return (
    <Notice
      title={
        visibility === "MEMBERS"
          ? t("evidence.show.membersOnly")
          : t("evidence.show.organizationOnly", { organization: organization?.name ?? "" })
      }
    />
  );
}
