import type { SummaryCard as Summary } from "~/features/evidence/list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTold } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";

import { Certainties } from "./certainty";
import { StudyTypes } from "./study-types";

/** A summary in a list, with its bottom line. One that there is only in the other language says so, and is read out in that language. */
export function SummaryCard({ summary, level = "h3" }: { summary: Summary; level?: "h2" | "h3" }) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = summary.language === language ? undefined : summary.language;

  return (
    <Card
      title={summary.title}
      href={pathTo(language, "summary", { slug: summary.slug })}
      level={level}
      lang={lang}
      whole
      className="guide-card"
      above={
        lang && (
          <p className="badge-list">
            <Badge tone="accent">{t(`evidence.card.onlyIn.${summary.language}`)}</Badge>
          </p>
        )
      }
    >
      <p className="card-text" lang={lang}>
        {summary.summary}
      </p>
      <div className="card-foot stack stack-small">
        {summary.topics.length > 0 && (
          <ul className="badge-list">
            {summary.topics.map(({ key, label }) => (
              <li key={key}>
                <Badge tone="brand">{label}</Badge>
              </li>
            ))}
          </ul>
        )}
        <p className="meta-line">
          {summary.evidenceUpTo && <span>{t("evidence.card.upTo", { date: formatTold(summary.evidenceUpTo, language) })}</span>}
          <span>
            <Certainties levels={summary.certainties} />
          </span>
          {summary.studyTypes.length > 0 && (
            <span>
              <StudyTypes types={summary.studyTypes} />
            </span>
          )}
          {summary.organization && (
            <span>
              <a className="card-own-link" href={pathTo(language, "organization", { slug: summary.organizationSlug })}>
                {summary.organization}
              </a>
            </span>
          )}
        </p>
      </div>
    </Card>
  );
}
