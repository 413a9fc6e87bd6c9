import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import type { Viewer } from "~/features/accounts/actor";
import { seenPosts } from "~/features/forums/proposal.server";
import { DiscussionLink } from "~/features/forums/components/discussion-link";
import { findDiscussed } from "~/features/forums/discussion.server";
import { ReportLink } from "~/features/moderation/components/report-link";
import { may } from "~/features/moderation/policy";
import { GuideBody } from "~/features/practices/components/guide-body";
import { GuideFacts } from "~/features/practices/components/guide-facts";
import { GuideHead } from "~/features/practices/components/guide-head";
import { HiddenGuide } from "~/features/practices/components/hidden-guide";
import { RetiredGuide } from "~/features/practices/components/retired-guide";
import { WorkBar } from "~/features/practices/components/work-bar";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice, type PracticePage as Practice } from "~/features/practices/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { type Language, languages } from "~/i18n/languages";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Time } from "~/ui/time";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const slug = param(params, "slug");
  const [practice, discussed] = await Promise.all([
    getPractice(viewer, language, slug),
    findDiscussed(viewer, practiceKind.kind, language, slug),
  ]);
  if (practice.outcome === "moved") throw redirect(pathTo(language, "practice", { slug: practice.slug }), 301);
  if (practice.outcome === "retired")
    return json({ practice, alternates: {}, address: "", isOverdue: false, discussion: null, mayFlag: false }, { status: 410 });

  const alternates = addressesOf(practice.alternates);
  return json({
    practice: { ...practice, credits: await linked(practice.credits, viewer) },
    alternates,
    address: new URL(request.url).origin + (alternates[practice.guide.language] ?? ""),
    isOverdue: practice.nextReviewDue !== null && practice.nextReviewDue < new Date().toISOString().slice(0, 10),
    // One that was removed is not spoken of.
    mayFlag: practice.isPublished && !practice.work && may.flag(viewer),
    discussion: discussed && !discussed.thread?.isRemoved ? { thread: discussed.thread } : null,
  });
}

/** Whose words were taken up; where these stand only for those who read there. */
async function linked(credits: Practice["credits"], viewer: Viewer) {
  const seen = await seenPosts(
    viewer,
    credits.map(({ postId }) => postId),
  );
  return credits.map(({ postId, ...credit }) => ({ ...credit, postId: postId && seen.has(postId) ? postId : null }));
}

const addressesOf = (slugs: Partial<Record<Language, string>>): Partial<Record<Language, string>> =>
  Object.fromEntries(
    languages.flatMap((each) => (slugs[each] === undefined ? [] : [[each, pathTo(each, "practice", { slug: slugs[each] })]])),
  );

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { practice, address } = data;
  if (practice.outcome === "retired") return [pageTitle(location.pathname, () => practice.title), { name: "robots", content: "noindex" }];

  const { guide, isPublished, isHidden, isMissingHere } = practice;
  return [
    pageTitle(location.pathname, () => guide.title),
    { name: "description", content: guide.summary },
    ...(isPublished && !isHidden ? [] : [{ name: "robots", content: "noindex" }]),
    ...(isMissingHere ? [{ tagName: "link", rel: "canonical", href: address }] : []),
  ];
};

export default function PracticePage() {
  const { practice, alternates, address, isOverdue, discussion, mayFlag } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  if (practice.outcome === "retired") return <RetiredGuide practice={practice} />;

  const lang = practice.isMissingHere ? practice.guide.language : undefined;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("practices.list.title"), href: pathTo(language, "practices") },
          { label: practice.guide.title, lang },
        ]}
      />
      <article className="page">
        <GuideHead practice={practice} alternates={alternates} isOverdue={isOverdue} lang={lang} />
        <HiddenGuide practice={practice} />
        <WorkBar practice={practice} />
        <GuideBody guide={practice.guide} lang={lang} />
        {discussion && (
          <DiscussionLink thread={discussion.thread} begin={pathTo(language, "practiceDiscussion", { slug: practice.slug })} />
        )}
        <footer className="stack">
          <h2>{t("practices.guide.about")}</h2>
          <GuideFacts practice={practice} />
          {mayFlag && <ReportLink href={pathTo(language, "practiceFlag", { slug: practice.slug })} what="guide" />}
          <p className="print-only">
            {t("practices.guide.address")} {address}
          </p>
          {practice.modifiedOn && (
            <p className="modified">
              {t("site.dateModified")} <Time at={practice.modifiedOn} />
            </p>
          )}
        </footer>
      </article>
    </>
  );
}
