import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AdoptionLine } from "~/features/adoption/components/adoption-line";
import { may as mayWithAdoptions } from "~/features/adoption/policy";
import { EvidenceNotices } from "~/features/claims/components/evidence-notices";
import { TakeAlong } from "~/features/exchange/components/take-along";
import { DiscussionLink } from "~/features/forums/components/discussion-link";
import { findDiscussed } from "~/features/forums/discussion.server";
import { seenCredits } from "~/features/forums/seen-credits.server";
import { ReportLink } from "~/features/moderation/components/report-link";
import { may } from "~/features/moderation/policy";
import { citationMeta } from "~/features/library/citation-meta";
import { citationOfWork, findCitation } from "~/features/library/citation.server";
import { CiteThis } from "~/features/library/components/cite-this";
import { linkHeaders } from "~/features/library/signposts";
import { toldToMachines } from "~/features/library/told-to-machines";
import { GraphLink } from "~/features/graph/components/graph-link";
import { guideHasNeighbours } from "~/features/graph/has-neighbours";
import { LineageLine } from "~/features/lineage/components/lineage-line";
import { GuideBody } from "~/features/practices/components/guide-body";
import { GuideFacts } from "~/features/practices/components/guide-facts";
import { GuideHead } from "~/features/practices/components/guide-head";
import { FollowWork } from "~/features/notifications/components/follow-work";
import { HiddenWork } from "~/features/publishing/components/hidden-work";
import { LagNotice } from "~/features/publishing/components/lag-notice";
import { RetiredWork } from "~/features/publishing/components/retired-work";
import { WorkBar } from "~/features/publishing/components/work-bar";
import { mayAdapt } from "~/features/lineage/policy";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
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
    return json({ practice, citation: await findCitation(viewer, practiceKind.name, language, slug), ...nothing }, { status: 410 });

  const citation = practice.isMissingHere
    ? await findCitation(viewer, practiceKind.name, practice.guide.language, slug)
    : citationOfWork(practiceKind.name, practice, practice.guide);
  const alternates = alternatesAt(practiceKind.name, practice.alternates);
  const { structured, headers } = toldToMachines(citation, language, practice.guide);
  // One that was removed is not spoken of.
  const isOpen = practice.isPublished && !practice.isHidden && !practice.isMissingHere;
  return json(
    {
      practice: { ...practice, credits: await seenCredits(viewer, practice.credits) },
      citation,
      structured,
      alternates,
      address: new URL(request.url).origin + (alternates[practice.guide.language] ?? ""),
      isOverdue: practice.nextReviewDue !== null && practice.nextReviewDue < new Date().toISOString().slice(0, 10),
      mayAdapt: isOpen && mayAdapt(viewer),
      mayDeclare: isOpen && mayWithAdoptions.declareAny(viewer),
      follow: viewer && isOpen ? { isFollowed: practice.isFollowed } : null,
      mayFlag: practice.isPublished && !practice.work && may.flag(viewer),
      discussion: discussed && !discussed.thread?.isRemoved ? { thread: discussed.thread } : null,
    },
    { headers },
  );
}

export const headers = linkHeaders;

const nothing = {
  structured: null,
  alternates: {},
  address: "",
  isOverdue: false,
  discussion: null,
  follow: null,
  mayFlag: false,
  mayAdapt: false,
  mayDeclare: false,
};

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { practice, address, citation, structured } = data;
  if (practice.outcome === "retired") return [pageTitle(location.pathname, () => practice.title), { name: "robots", content: "noindex" }];

  const { guide, isPublished, isHidden, isMissingHere } = practice;
  return [
    pageTitle(location.pathname, () => guide.title),
    { name: "description", content: guide.summary },
    ...(isPublished && !isHidden ? [] : [{ name: "robots", content: "noindex" }]),
    ...(isMissingHere ? [{ tagName: "link", rel: "canonical", href: address }] : []),
    ...(citation && structured ? citationMeta(citation, structured) : []),
  ];
};

export default function PracticePage() {
  const { practice, citation, alternates, address, isOverdue, discussion, follow, mayFlag, mayAdapt, mayDeclare } =
    useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  if (practice.outcome === "retired") return <RetiredWork work={practice}>{citation && <CiteThis citation={citation} />}</RetiredWork>;

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
        <GraphLink page="practiceGraph" slug={practice.slug} isShown={guideHasNeighbours(practice)}>
          <LineageLine
            slug={practice.slug}
            lineage={practice.lineage}
            mayAdapt={mayAdapt}
            mayRevise={practice.may.revise && practice.isPublished && !practice.isMissingHere}
          />
        </GraphLink>
        <AdoptionLine slug={practice.slug} adoption={practice.adoption} mayDeclare={mayDeclare} />
        <LagNotice text={practice.guide} alternates={alternates} />
        <HiddenWork {...practice} />
        <WorkBar page={practice} shown={practice.guide.language} />
        <EvidenceNotices
          evidence={practice.evidence}
          sections={practice.guide.sections}
          slug={practice.slug}
          mayReview={practice.may.revise || practice.evidence?.isSteward === true}
          lang={lang}
        />
        <GuideBody guide={practice.guide} evidence={practice.evidence} lang={lang} />
        {discussion && (
          <DiscussionLink thread={discussion.thread} begin={pathTo(language, "practiceDiscussion", { slug: practice.slug })} />
        )}
        <footer className="stack">
          <h2>{t("practices.guide.about")}</h2>
          <GuideFacts practice={practice} />
          {citation && <TakeAlong citation={citation} />}
          {citation && <CiteThis citation={citation} />}
          {follow && (
            <FollowWork
              action={pathTo(language, "practiceFollow", { slug: practice.slug })}
              isFollowed={follow.isFollowed}
              what="practice"
            />
          )}
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
