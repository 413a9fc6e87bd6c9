import type { PracticePage } from "~/features/practices/queries.server";
import { Dated, Fact, Licence, TermFacts } from "~/features/publishing/components/facts";
import { readingMinutes } from "~/features/publishing/reading-time";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatList } from "~/i18n/format";
import { pathTo } from "~/platform/paths";

/** What there is to know about a guide beside its text. Each choice leads to the other guides that share it. */
export function GuideFacts({ practice }: { practice: PracticePage }) {
  const t = useTranslation();
  const language = useLanguage();
  const { organization, authors, licence, maturity, terms } = practice;

  return (
    <dl className="facts facts-wide">
      {organization && (
        <Fact name={t("practices.guide.organization")}>
          <a href={pathTo(language, "organization", { slug: organization.slug })}>{organization.name}</a>
        </Fact>
      )}
      {authors.length > 0 && <Fact name={t("practices.guide.authors", { count: authors.length })}>{formatList(authors, language)}</Fact>}
      {practice.credits.length > 0 && (
        <Fact name={t("suggestions.guide.credit")}>
          <ul className="fact-list">
            {practice.credits.map(({ accountId, name, postId }) => (
              <li key={accountId ?? "former"}>
                <Credit name={name ?? t("suggestions.guide.formerMember")} postId={postId} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={t("practices.guide.maturity")}>
        {t(`publishing.maturity.${maturity}`)}
        <span className="fact-hint">{t(`publishing.maturityHint.${maturity}`)}</span>
      </Fact>
      <TermFacts terms={terms} list={(filter) => pathTo(language, "practices", filter)} />
      <Fact name={t("practices.guide.licence")}>
        <Licence licence={licence} />
      </Fact>
      {practice.publishedOn && <Dated name={t("practices.guide.published")} at={practice.publishedOn} />}
      {practice.reviewedOn && <Dated name={t("practices.guide.reviewedOn")} at={practice.reviewedOn} />}
      {practice.nextReviewDue && <Dated name={t("practices.guide.nextReviewDue")} at={practice.nextReviewDue} />}
      <Fact name={t("practices.guide.length")}>{t("practices.guide.readingTime", { count: readingMinutes(practice.guide.words) })}</Fact>
    </dl>
  );
}

/** Words that were given in the forums, and where, for those who read there. */
function Credit({ name, postId }: { name: string; postId: string | null }) {
  const language = useLanguage();
  return postId ? <a href={pathTo(language, "postPlace", { id: postId })}>{name}</a> : name;
}
