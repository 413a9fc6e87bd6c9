import { StudyTypes } from "~/features/evidence/components/study-types";
import { SummaryBody } from "~/features/evidence/components/summary-body";
import { GuideBody } from "~/features/practices/components/guide-body";
import { Dated, Fact, Licence } from "~/features/publishing/components/facts";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList, formatTold } from "~/i18n/format";

import type { VersionPage } from "../version.server";

/** The text of a version as its kind is read. */
export function VersionText({ version: { citation, guide, claims, summary } }: { version: VersionPage }) {
  if (citation.kind === "summary") return <SummaryBody summary={summary} lang={undefined} />;
  return <GuideBody guide={guide} evidence={claims.length > 0 ? { claims, notices: [] } : null} lang={undefined} />;
}

/** What there is to know of a version beside its text. */
export function VersionFacts({ version: { citation, summary } }: { version: VersionPage }) {
  const t = useTranslation();
  const language = useLanguage();
  const { organization, authors, version, licence, kind } = citation;

  return (
    <dl className="facts facts-wide">
      {kind === "summary" && <EvidenceFacts evidence={summary.evidence} />}
      {organization && (
        <Fact name={t("publishing.field.organization")}>
          <a href={organization.address}>{organization.name}</a>
        </Fact>
      )}
      {authors.length > 0 && (
        <Fact name={t("evidence.show.authors", { count: authors.length })}>
          {formatList(
            authors.map(({ name }) => name),
            language,
          )}
        </Fact>
      )}
      <Fact name={t("publishing.field.licence")}>
        <Licence licence={licence} />
      </Fact>
      <Dated name={t("citing.versions.published")} at={version.publishedOn} />
    </dl>
  );
}

function EvidenceFacts({ evidence }: { evidence: VersionPage["summary"]["evidence"] }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      {evidence.evidenceUpTo && <Fact name={t("evidence.show.upTo")}>{formatTold(evidence.evidenceUpTo, language)}</Fact>}
      {evidence.studyTypes.length > 0 && (
        <Fact name={t("evidence.show.studyTypes")}>
          <StudyTypes types={evidence.studyTypes} />
        </Fact>
      )}
      {(["funding", "conflicts"] as const).map((name) => (
        <Fact key={name} name={t(`evidence.show.${name}`)}>
          {evidence[name] || t("evidence.show.notStated")}
        </Fact>
      ))}
    </>
  );
}
