import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { UsedIn } from "~/features/claims/components/used-in";
import { type Uses, usesExpression } from "~/features/claims/uses.server";
import { SummaryBody } from "~/features/evidence/components/summary-body";
import { SummaryFacts } from "~/features/evidence/components/summary-facts";
import { SummaryHead } from "~/features/evidence/components/summary-head";
import { getSummary } from "~/features/evidence/queries.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { DiscussionLink } from "~/features/forums/components/discussion-link";
import { findDiscussed } from "~/features/forums/discussion.server";
import { GraphLink } from "~/features/graph/components/graph-link";
import { summaryHasNeighbours } from "~/features/graph/has-neighbours";
import { citationMeta } from "~/features/library/citation-meta";
import { citationOfWork, findCitation } from "~/features/library/citation.server";
import { CiteThis } from "~/features/library/components/cite-this";
import { linkHeaders } from "~/features/library/signposts";
import { toldToMachines } from "~/features/library/told-to-machines";
import { ReportLink } from "~/features/moderation/components/report-link";
import { may } from "~/features/moderation/policy";
import { FollowWork } from "~/features/notifications/components/follow-work";
import { HiddenWork } from "~/features/publishing/components/hidden-work";
import { LagNotice } from "~/features/publishing/components/lag-notice";
import { RetiredWork } from "~/features/publishing/components/retired-work";
import { WorkBar } from "~/features/publishing/components/work-bar";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Time } from "~/ui/time";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const slug = param(params, "slug");
  const [summary, discussed] = await Promise.all([
    getSummary<Uses>(viewer, language, slug, usesExpression(viewer)),
    findDiscussed(viewer, summaryKind.kind, language, slug),
  ]);
  if (summary.outcome === "moved") throw redirect(pathTo(language, "summary", { slug: summary.slug }), 301);
  if (summary.outcome === "retired")
    return json({ summary, citation: await findCitation(viewer, summaryKind.name, language, slug), ...nothing }, { status: 410 });

  const citation = summary.isMissingHere
    ? await findCitation(viewer, summaryKind.name, summary.text.language, slug)
    : citationOfWork(summaryKind.name, summary, summary.text, summary.cites);
  const alternates = alternatesAt(summaryKind.name, summary.alternates);
  const { structured, headers } = toldToMachines(citation, language, { html: "", sections: [] });
  return json(
    {
      summary,
      citation,
      structured,
      alternates,
      address: new URL(request.url).origin + (alternates[summary.text.language] ?? ""),
      isOverdue: summary.nextReviewDue !== null && summary.nextReviewDue < new Date().toISOString().slice(0, 10),
      follow: viewer && summary.isPublished && !summary.isHidden && !summary.isMissingHere ? { isFollowed: summary.isFollowed } : null,
      mayFlag: summary.isPublished && !summary.work && may.flag(viewer),
      // One that was removed is not spoken of.
      discussion: discussed && !discussed.thread?.isRemoved ? { thread: discussed.thread } : null,
    },
    { headers },
  );
}

export const headers = linkHeaders;

/** Of what is out of use. */
const nothing = { structured: null, alternates: {}, address: "", isOverdue: false, discussion: null, follow: null, mayFlag: false };

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { summary, address, citation, structured } = data;
  if (summary.outcome === "retired") return [pageTitle(location.pathname, () => summary.title), { name: "robots", content: "noindex" }];

  const { text, isPublished, isHidden, isMissingHere } = summary;
  return [
    pageTitle(location.pathname, () => text.title),
    { name: "description", content: text.summary },
    ...(isPublished && !isHidden ? [] : [{ name: "robots", content: "noindex" }]),
    ...(isMissingHere ? [{ tagName: "link", rel: "canonical", href: address }] : []),
    ...(citation && structured ? citationMeta(citation, structured) : []),
  ];
};

export default function SummaryPage() {
  const { summary, citation, alternates, address, isOverdue, discussion, follow, mayFlag } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  if (summary.outcome === "retired") return <RetiredWork work={summary}>{citation && <CiteThis citation={citation} />}</RetiredWork>;

  const lang = summary.isMissingHere ? summary.text.language : undefined;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("evidence.list.title"), href: pathTo(language, "summaries") },
          { label: summary.text.title, lang },
        ]}
      />
      <article className="page">
        <SummaryHead summary={summary} alternates={alternates} isOverdue={isOverdue} lang={lang} />
        <GraphLink page="summaryGraph" slug={summary.slug} isShown={summaryHasNeighbours(summary)}>
          <UsedIn uses={summary.more} slug={summary.slug} />
        </GraphLink>
        <LagNotice
          text={{ ...summary.text, sections: [...summary.text.first.sections, ...summary.text.rest.sections] }}
          alternates={alternates}
        />
        <HiddenWork {...summary} />
        <WorkBar page={summary} shown={summary.text.language} />
        <SummaryBody summary={summary} lang={lang} />
        {discussion && <DiscussionLink thread={discussion.thread} begin={pathTo(language, "summaryDiscussion", { slug: summary.slug })} />}
        <footer className="stack">
          <h2 id="about">{t("evidence.show.about")}</h2>
          <SummaryFacts summary={summary} lang={lang} />
          {citation && <CiteThis citation={citation} />}
          {follow && (
            <FollowWork action={pathTo(language, "summaryFollow", { slug: summary.slug })} isFollowed={follow.isFollowed} what="summary" />
          )}
          {mayFlag && <ReportLink href={pathTo(language, "summaryFlag", { slug: summary.slug })} what="summary" />}
          <p className="print-only">
            {t("evidence.show.address")} {address}
          </p>
          {summary.modifiedOn && (
            <p className="modified">
              {t("site.dateModified")} <Time at={summary.modifiedOn} />
            </p>
          )}
        </footer>
      </article>
    </>
  );
}
