import type { SummaryPage } from "~/features/evidence/queries.server";
import { levels } from "~/features/evidence/limits";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTold } from "~/i18n/format";
import { pathTo } from "~/platform/paths";

import { Certainties } from "./certainty";

/** Who stands behind a summary, up to when its evidence goes and how certain it is, in one line. */
export function SummaryLine({ summary: { organization, evidence } }: { summary: SummaryPage }) {
  const t = useTranslation();
  const language = useLanguage();
  const rated = new Set(evidence.findings.flatMap(({ ratings }) => ratings.map(({ level }) => level)));

  return (
    <p className="meta-line">
      {evidence.evidenceUpTo && (
        <span>
          <strong>{t("evidence.card.upTo", { date: formatTold(evidence.evidenceUpTo, language) })}</strong>
        </span>
      )}
      {evidence.findings.length > 0 && (
        <span>
          <Certainties levels={levels.filter((level) => rated.has(level))} />
        </span>
      )}
      {organization && (
        <span>
          <a href={pathTo(language, "organization", { slug: organization.slug })}>{organization.name}</a>
        </span>
      )}
    </p>
  );
}
