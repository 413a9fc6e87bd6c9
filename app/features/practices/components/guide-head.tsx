import type { PracticePage } from "~/features/practices/queries.server";
import { readingMinutes } from "~/features/publishing/reading-time";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { type Language, otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Icon } from "~/ui/icons";
import { Notice } from "~/ui/notice";
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
  const other = otherLanguage(language);
  const { guide, organization, maturity, reviewedOn, nextReviewDue } = practice;

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
      {alternates[other] && !lang && (
        <p className="no-print">
          <a className="with-icon" href={alternates[other]} lang={other} hrefLang={other}>
            <Icon name="language" />
            {t("practices.guide.otherLanguage")}
          </a>
        </p>
      )}
      {lang && (
        <Notice title={t("practices.guide.missing")}>
          {practice.promisedBy && t(`parity.waiver.readers.${language}`, { date: formatDate(practice.promisedBy, language) })}
        </Notice>
      )}
      {!practice.isPublished && (
        <Notice kind="warning" title={t("practices.guide.draft")}>
          {t("practices.guide.draftHint")}
        </Notice>
      )}
      <Audience practice={practice} />
      {isOverdue && nextReviewDue && (
        <Notice kind="warning" title={t("practices.guide.overdueTitle")}>
          {t("practices.guide.overdue", { date: formatDate(nextReviewDue, language) })}
        </Notice>
      )}
    </div>
  );
}

function Audience({ practice: { isPublished, visibility, organization } }: { practice: PracticePage }) {
  const t = useTranslation();
  if (!isPublished || visibility === "PUBLIC") return null;

  return (
    <Notice
      title={
        visibility === "MEMBERS"
          ? t("practices.guide.membersOnly")
          : t("practices.guide.organizationOnly", { organization: organization?.name ?? "" })
      }
    />
  );
}
