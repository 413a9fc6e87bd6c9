import type { SummaryCard as Summary } from "~/features/evidence/list.server";
import { CardOrganization, WorkCard } from "~/features/publishing/components/work-card";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTold } from "~/i18n/format";

import { Certainties } from "./certainty";
import { StudyTypes } from "./study-types";

/** A summary in a list, with its bottom line. */
export function SummaryCard({ summary, level = "h3" }: { summary: Summary; level?: "h2" | "h3" }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <WorkCard kind="summary" work={summary} level={level}>
      {summary.evidenceUpTo && <span>{t("evidence.card.upTo", { date: formatTold(summary.evidenceUpTo, language) })}</span>}
      <span>
        <Certainties levels={summary.certainties} />
      </span>
      {summary.studyTypes.length > 0 && (
        <span>
          <StudyTypes types={summary.studyTypes} />
        </span>
      )}
      <CardOrganization name={summary.organization} slug={summary.organizationSlug} />
    </WorkCard>
  );
}
