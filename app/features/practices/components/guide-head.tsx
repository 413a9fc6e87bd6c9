import type { PracticePage } from "~/features/practices/queries.server";
import { OtherLanguage, WorkNotices } from "~/features/publishing/components/work-notices";
import { readingMinutes } from "~/features/publishing/reading-time";
import { useLanguage, useTranslation } from "~/i18n/context";
import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { PageHeader } from "~/ui/page-header";
import { Time } from "~/ui/time";

type Props = {
  practice: PracticePage;
  /** The addresses of the guide in the languages that it has. */
  alternates: Partial<Record<Language, string>>;
  isOverdue: boolean;
  lang: Language | undefined;
};

/** What a guide is called, who stands behind it, and what to know before one reads on. */
export function GuideHead({ practice, alternates, isOverdue, lang }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const { guide, organization, maturity, reviewedOn } = practice;

  return (
    <div className="stack">
      <PageHeader title={guide.title} lead={guide.summary} lang={lang} />
      <p className="meta-line">
        {organization && (
          <span>
            <a href={pathTo(language, "organization", { slug: organization.slug })}>{organization.name}</a>
          </span>
        )}
        <span>{t("practices.card.maturity", { maturity: t(`publishing.maturity.${maturity}`) })}</span>
        <span>{t("practices.guide.readingTime", { count: readingMinutes(guide.words) })}</span>
        {reviewedOn && (
          <span>
            {t("practices.guide.reviewedOn")} <Time at={reviewedOn} />
          </span>
        )}
      </p>
      {!lang && <OtherLanguage alternates={alternates} words="practices.guide" />}
      <WorkNotices work={practice} words="practices.guide" isOverdue={isOverdue} lang={lang} />
    </div>
  );
}
