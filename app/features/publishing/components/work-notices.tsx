import type { WorkPage } from "~/features/publishing/work.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatDate } from "~/i18n/format";
import { type Language, otherLanguage } from "~/i18n/languages";
import { Icon } from "~/ui/icons";
import { Notice } from "~/ui/notice";

/** Under which the words of a kind stand, since a guide and a summary are not called the same. */
type Words = "practices.guide" | "evidence.show";

type Props = {
  work: Pick<WorkPage, "isPublished" | "visibility" | "organization" | "promisedBy" | "nextReviewDue">;
  words: Words;
  isOverdue: boolean;
  /** The language of the text, where it is not that of the page. */
  lang: Language | undefined;
};

/** The way to the same text in the other language, where there is one. */
export function OtherLanguage({ alternates, words }: { alternates: Partial<Record<Language, string>>; words: Words }) {
  const t = useTranslation();
  const other = otherLanguage(useLanguage());
  if (!alternates[other]) return null;

  return (
    <p className="no-print">
      <a className="with-icon" href={alternates[other]} lang={other} hrefLang={other}>
        <Icon name="language" />
        {t(`${words}.otherLanguage`)}
      </a>
    </p>
  );
}

/** What to know before one reads a text: that it is missing in this language, a draft, for some alone, or should have been looked at again. */
export function WorkNotices({ work: { isPublished, promisedBy, nextReviewDue, ...work }, words, isOverdue, lang }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      {lang && (
        <Notice title={t(`${words}.missing`)}>
          {promisedBy && t(`parity.waiver.readers.${language}`, { date: formatDate(promisedBy, language) })}
        </Notice>
      )}
      {!isPublished && (
        <Notice kind="warning" title={t(`${words}.draft`)}>
          {t(`${words}.draftHint`)}
        </Notice>
      )}
      {isPublished && <Audience {...work} words={words} />}
      {isOverdue && nextReviewDue && (
        <Notice kind="warning" title={t(`${words}.overdueTitle`)}>
          {t(`${words}.overdue`, { date: formatDate(nextReviewDue, language) })}
        </Notice>
      )}
    </>
  );
}

function Audience({ visibility, organization, words }: Pick<WorkPage, "visibility" | "organization"> & { words: Words }) {
  const t = useTranslation();
  if (visibility === "PUBLIC") return null;
  if (visibility === "MEMBERS") return <Notice title={t(`${words}.membersOnly`)} />;
  return <Notice title={t(`${words}.organizationOnly`, { organization: organization?.name ?? "" })} />;
}
