import { useKind } from "~/features/publishing/use-kind";
import type { WorkPage } from "~/features/publishing/work.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { type Language, languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";

/** For those who work on a text: how it stands in this language, what the last review said, and what can be done now. `shown`: the language of the text on the page. */
type Props = { page: Pick<WorkPage, "work" | "may" | "alternates">; shown: Language };

export function WorkBar({ page, shown }: Props) {
  const t = useTranslation();
  const { work } = page;
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
      <Actions page={page} shown={shown} />
    </section>
  );
}

function LastReview({ work: { own, review } }: { work: NonNullable<WorkPage["work"]> }) {
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

function Actions({ page: { work, may, alternates }, shown }: Props) {
  const t = useTranslation();
  const kind = useKind();
  const language = useLanguage();
  const own = work?.own;
  const missing = languages.find((each) => !alternates[each]);
  // What concerns the whole text is done at the address of a face that exists.
  const face: { language: Language; slug: string } = own
    ? { language, slug: own.slug }
    : { language: shown, slug: alternates[shown] ?? "" };

  return (
    <div className="button-row">
      {own && may.revise && own.state !== "IN_REVIEW" && (
        <ButtonLink href={pathTo(language, `${kind}Edit`, { slug: own.slug })}>{t("practices.work.edit")}</ButtonLink>
      )}
      {own && may.submit && (
        <ButtonLink variant="secondary" href={pathTo(language, `${kind}Submission`, { slug: own.slug })}>
          {t("practices.work.submit")}
        </ButtonLink>
      )}
      {own && may.review && (
        <ButtonLink href={pathTo(language, `${kind}Review`, { slug: own.slug })}>{t("practices.work.review")}</ButtonLink>
      )}
      {own && may.withdraw && (
        <form method="post" action={pathTo(language, `${kind}Withdrawal`, { slug: own.slug })}>
          <Button variant="secondary">{t("practices.work.withdraw")}</Button>
        </form>
      )}
      {own && may.revise && work.proposals > 0 && (
        <ButtonLink variant="secondary" href={pathTo(language, "practiceSuggestions", { slug: own.slug })}>
          {t("suggestions.guide.link", { count: work.proposals })}
        </ButtonLink>
      )}
      {missing && may.revise && (
        <ButtonLink variant="secondary" href={pathTo(face.language, `${kind}Translation`, { slug: face.slug })}>
          {t(`practices.work.translate.${missing}`)}
        </ButtonLink>
      )}
      {own && may.seeHistory && (
        <ButtonLink variant="quiet" href={pathTo(language, `${kind}History`, { slug: own.slug })}>
          {t("practices.work.history")}
        </ButtonLink>
      )}
      {may.retire && (
        <ButtonLink variant="quiet" href={pathTo(face.language, `${kind}Retirement`, { slug: face.slug })}>
          {t("practices.work.retire")}
        </ButtonLink>
      )}
    </div>
  );
}
