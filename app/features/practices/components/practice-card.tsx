import type { PracticeCard as Guide } from "~/features/practices/list.server";
import { CardOrganization, WorkCard } from "~/features/publishing/components/work-card";
import { readingMinutes } from "~/features/publishing/reading-time";
import { useTranslation } from "~/i18n/context";
import { Time } from "~/ui/time";

/** A guide in a list. */
export function PracticeCard({ guide, level = "h3" }: { guide: Guide; level?: "h2" | "h3" }) {
  const t = useTranslation();

  return (
    <WorkCard kind="practice" work={guide} level={level}>
      <CardOrganization name={guide.organization} slug={guide.organizationSlug} />
      <span>{t("practices.card.maturity", { maturity: t(`publishing.maturity.${guide.maturity}`) })}</span>
      <span>{t("practices.guide.readingTime", { count: readingMinutes(guide.words) })}</span>
      <span>
        {t("practices.card.published")} <Time at={guide.publishedOn} />
      </span>
    </WorkCard>
  );
}
