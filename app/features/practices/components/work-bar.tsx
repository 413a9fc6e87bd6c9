import type { PracticePage } from "~/features/practices/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { type Language, languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";

/** For those who work on a guide: how it stands in this language, what the last review said, and what can be done now. */
export function WorkBar({ practice }: { practice: PracticePage }) {
  const t = useTranslation();
  const { work } = practice;
  if (!work) return null;

  return (
    <section className="card no-print" aria-labelledby="work">
      <h2 className="card-title" id="work">
        {t("practices.work.title")}
      </h2>
      {work.own && (
        <p>
          <Badge tone={work.own.state === "PUBLISHED" ? "success" : "warning"}>{t(`publishing.state.${work.own.state}`)}</Badge>{" "}
          {t(`practices.work.${work.own.isPublished ? "published" : "unpublished"}.${work.own.state}`)}
        </p>
      )}
      <LastReview work={work} />
      <Actions practice={practice} />
    </section>
  );
}

function LastReview({ work: { own, review } }: { work: NonNullable<PracticePage["work"]> }) {
  const t = useTranslation();
  const isCurrent = review?.state === "CHANGES_REQUESTED" || review?.state === "DECLINED";
  if (!review || !isCurrent || own?.state === "PUBLISHED" || own?.state === "IN_REVIEW") return null;

  return (
    <div className="stack stack-small">
      <h3 className="aside-title">{t("practices.work.comment")}</h3>
      <blockquote className="quoted">{review.comment}</blockquote>
    </div>
  );
}

function Actions({ practice: { work, may, alternates, guide } }: { practice: PracticePage }) {
  const t = useTranslation();
  const language = useLanguage();
  const own = work?.own;
  const missing = languages.find((each) => !alternates[each]);
  // What concerns the whole guide is done at the address of a face that exists.
  const face: { language: Language; slug: string } = own
    ? { language, slug: own.slug }
    : { language: guide.language, slug: alternates[guide.language] ?? "" };

  return (
    <div className="button-row">
      {own && may.revise && own.state !== "IN_REVIEW" && (
        <ButtonLink href={pathTo(language, "practiceEdit", { slug: own.slug })}>{t("practices.work.edit")}</ButtonLink>
      )}
      {own && may.submit && (
        <ButtonLink variant="secondary" href={pathTo(language, "practiceSubmission", { slug: own.slug })}>
          {t("practices.work.submit")}
        </ButtonLink>
      )}
      {own && may.review && (
        <ButtonLink href={pathTo(language, "practiceReview", { slug: own.slug })}>{t("practices.work.review")}</ButtonLink>
      )}
      {own && may.withdraw && (
        <form method="post" action={pathTo(language, "practiceWithdrawal", { slug: own.slug })}>
          <Button variant="secondary">{t("practices.work.withdraw")}</Button>
        </form>
      )}
      {own && may.revise && work.proposals > 0 && (
        <ButtonLink variant="secondary" href={pathTo(language, "practiceSuggestions", { slug: own.slug })}>
          {t("suggestions.guide.link", { count: work.proposals })}
        </ButtonLink>
      )}
      {missing && may.revise && (
        <ButtonLink variant="secondary" href={pathTo(face.language, "practiceTranslation", { slug: face.slug })}>
          {t(`practices.work.translate.${missing}`)}
        </ButtonLink>
      )}
      {own && may.seeHistory && (
        <ButtonLink variant="quiet" href={pathTo(language, "practiceHistory", { slug: own.slug })}>
          {t("practices.work.history")}
        </ButtonLink>
      )}
      {may.retire && (
        <ButtonLink variant="quiet" href={pathTo(face.language, "practiceRetirement", { slug: face.slug })}>
          {t("practices.work.retire")}
        </ButtonLink>
      )}
    </div>
  );
}
