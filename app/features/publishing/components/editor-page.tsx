import type { ReactNode } from "react";

import type { EditorPage as Page } from "~/features/publishing/editing.server";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import { useLanguage, useTranslation } from "~/i18n/context";
import { otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { Badge, type Tone } from "~/ui/badge";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export const toneOf = {
  DRAFT: "outline",
  IN_REVIEW: "info",
  CHANGES_REQUESTED: "warning",
  DECLINED: "danger",
  PUBLISHED: "success",
} as const satisfies Record<string, Tone>;

type Shown = Pick<Page, "slug" | "state" | "latest" | "other" | "submitted" | "fields">;

/** The frame of the page on which a guide is written: which one, how it stands, and where to go from here. */
export function EditorPage({ page, children }: { page: Shown; children: ReactNode }) {
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();
  const { slug, state, latest } = page;
  const title = page.fields.title || t("writing.edit.untitled");

  return (
    <div className="page">
      <Breadcrumbs steps={[{ label: t(word("writing.mine.title")), href: pathTo(language, `${kind}Mine`) }, { label: title }]} />
      <PageHeader title={t("writing.edit.title", { title })} eyebrow={t(word("writing.edit.eyebrow"))}>
        <div className="split">
          <p className="cluster">
            <Badge tone={toneOf[state]}>{t(`publishing.state.${state}`)}</Badge>
            <span>{t("writing.edit.revision", { number: latest })}</span>
          </p>
          <nav className="cluster" aria-label={t("writing.edit.around")}>
            <a href={pathTo(language, kind, { slug })}>{t("writing.edit.see")}</a>
            <a href={pathTo(language, `${kind}History`, { slug })}>{t("writing.edit.history")}</a>
            <OtherFace slug={slug} other={page.other} />
          </nav>
        </div>
      </PageHeader>
      {children}
    </div>
  );
}

function OtherFace({ slug, other }: Pick<Page, "slug" | "other">) {
  const t = useTranslation();
  const kind = useKind();
  const language = useLanguage();
  const theirs = otherLanguage(language);

  return other ? (
    <a href={pathTo(theirs, `${kind}Edit`, { slug: other.slug })}>{t("writing.edit.other")}</a>
  ) : (
    <a href={pathTo(language, `${kind}Translation`, { slug })}>{t("writing.edit.translate")}</a>
  );
}

/** What comes after writing. */
export function SubmitSection({ slug }: { slug: string }) {
  const t = useTranslation();
  const kind = useKind();
  return (
    <section className="form-section" aria-labelledby="next-title">
      <h2 className="form-section-title" id="next-title">
        {t("writing.edit.next")}
      </h2>
      <p>{t("writing.edit.submitHint")}</p>
      <div>
        <ButtonLink variant="secondary" href={pathTo(useLanguage(), `${kind}Submission`, { slug })}>
          {t("writing.edit.submit")}
        </ButtonLink>
      </div>
    </section>
  );
}

/** While a guide is read by an editor there is nothing to write on, but it can be taken back. */
export function InReview({ slug, submitted }: { slug: string; submitted: NonNullable<Page["submitted"]> }) {
  const t = useTranslation();
  const kind = useKind();
  const { number, on } = submitted;

  return (
    <Notice title={t("writing.notice.inReview")}>
      <p>{t("writing.notice.inReviewText", { number, date: on })}</p>
      <form method="post" action={pathTo(useLanguage(), `${kind}Withdrawal`, { slug })}>
        <Button variant="secondary">{t("writing.notice.withdraw")}</Button>
      </form>
    </Notice>
  );
}
