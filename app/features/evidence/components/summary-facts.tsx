import type { SummaryPage } from "~/features/evidence/queries.server";
import { Dated, Fact, Licence, TermFacts } from "~/features/publishing/components/facts";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList, formatTold } from "~/i18n/format";
import { pathTo } from "~/platform/paths";

import { StudyTypes } from "./study-types";

/** What there is to know about a summary beside its text: first what the evidence is, then who stands behind it. */
export function SummaryFacts({ summary, lang }: { summary: SummaryPage; lang: string | undefined }) {
  const t = useTranslation();
  const language = useLanguage();
  const { evidence, organization, authors, terms } = summary;

  return (
    <dl className="facts facts-wide">
      {evidence.evidenceUpTo && (
        <Fact name={t("evidence.show.upTo")}>
          <span className="up-to">{formatTold(evidence.evidenceUpTo, language)}</span>
          <span className="fact-hint">{t("evidence.show.upToHint")}</span>
        </Fact>
      )}
      {evidence.studyTypes.length > 0 && (
        <Fact name={t("evidence.show.studyTypes")}>
          <StudyTypes types={evidence.studyTypes} />
        </Fact>
      )}
      {(["funding", "conflicts"] as const).map((name) => (
        <Fact key={name} name={t(`evidence.show.${name}`)}>
          {evidence[name] ? <span lang={lang}>{evidence[name]}</span> : t("evidence.show.notStated")}
        </Fact>
      ))}
      {organization && (
        <Fact name={t("evidence.show.organization")}>
          <a href={pathTo(language, "organization", { slug: organization.slug })}>{organization.name}</a>
        </Fact>
      )}
      {authors.length > 0 && <Fact name={t("evidence.show.authors", { count: authors.length })}>{formatList(authors, language)}</Fact>}
      <TermFacts terms={terms} list={(filter) => pathTo(language, "summaries", filter)} />
      <Fact name={t("evidence.show.licence")}>
        <Licence licence={summary.licence} />
      </Fact>
      {summary.publishedOn && <Dated name={t("evidence.show.published")} at={summary.publishedOn} />}
      {summary.reviewedOn && <Dated name={t("evidence.show.reviewedOn")} at={summary.reviewedOn} />}
      {summary.nextReviewDue && <Dated name={t("evidence.show.nextReviewDue")} at={summary.nextReviewDue} />}
    </dl>
  );
}
