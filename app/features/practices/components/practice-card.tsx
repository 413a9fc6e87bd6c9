import type { PracticeCard as Guide } from "~/features/practices/list.server";
import { readingMinutes } from "~/features/publishing/reading-time";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";
import { Time } from "~/ui/time";

/** A guide in a list. One that there is only in the other language says so, and is read out in that language. */
export function PracticeCard({ guide, level = "h3" }: { guide: Guide; level?: "h2" | "h3" }) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = guide.language === language ? undefined : guide.language;

  return (
    <Card
      title={guide.title}
      href={pathTo(language, "practice", { slug: guide.slug })}
      level={level}
      lang={lang}
      whole
      className="guide-card"
      above={
        lang && (
          <p className="badge-list">
            <Badge tone="accent">{t(`practices.card.onlyIn.${guide.language}`)}</Badge>
          </p>
        )
      }
    >
      <p className="card-text" lang={lang}>
        {guide.summary}
      </p>
      <div className="card-foot stack stack-small">
        {guide.topics.length > 0 && (
          <ul className="badge-list">
            {guide.topics.map(({ key, label }) => (
              <li key={key}>
                <Badge tone="brand">{label}</Badge>
              </li>
            ))}
          </ul>
        )}
        <p className="meta-line">
          {guide.organization && (
            <span>
              <a className="card-own-link" href={pathTo(language, "organization", { slug: guide.organizationSlug })}>
                {guide.organization}
              </a>
            </span>
          )}
          <span>{t("practices.card.maturity", { maturity: t(`publishing.maturity.${guide.maturity}`) })}</span>
          <span>{t("practices.guide.readingTime", { count: readingMinutes(guide.words) })}</span>
          <span>
            {t("practices.card.published")} <Time at={guide.publishedOn} />
          </span>
        </p>
      </div>
    </Card>
  );
}
