import type { SummaryPage } from "~/features/evidence/queries.server";
import { OtherLanguage, WorkNotices } from "~/features/publishing/components/work-notices";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTold } from "~/i18n/format";
import type { Language } from "~/i18n/languages";
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
  const { text, evidence } = summary;

  return (
    <div className="stack">
      <PageHeader title={text.title} lang={lang} />
      <section className="bottom-line" aria-labelledby="bottom-line">
        <h2 id="bottom-line">{t("evidence.show.bottomLine")}</h2>
        <p lang={lang}>{text.summary}</p>
      </section>
      <SummaryLine summary={summary} />
      {!lang && <OtherLanguage alternates={alternates} words="evidence.show" />}
      <WorkNotices work={summary} words="evidence.show" isOverdue={isOverdue} lang={lang} />
      {summary.isLongAgo && (
        <Notice title={t("evidence.show.longAgoTitle")}>
          {t("evidence.show.longAgo", { date: formatTold(evidence.evidenceUpTo, language) })}
        </Notice>
      )}
    </div>
  );
}
