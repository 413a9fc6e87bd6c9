import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { allows } from "~/features/accounts/roles";
import { SummaryCard } from "~/features/evidence/components/summary-card";
import { listNewestSummaries, type SummaryCard as Summary } from "~/features/evidence/list.server";
import { ThreadRows } from "~/features/forums/components/thread-rows";
import { listThreads, type ThreadRow } from "~/features/forums/list.server";
import { PracticeCard } from "~/features/practices/components/practice-card";
import { listNewestPractices, type PracticeCard as Guide } from "~/features/practices/list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Hero, Invitation, Making, Topics } from "~/ui/welcome";

const SHOWN = 6;
const READ_FOR_TOPICS = 30;
const SUMMARIES_SHOWN = 3;
const THREADS_SHOWN = 4;

export async function loader({ context: { viewer, language } }: LoaderFunctionArgs) {
  const [newest, summaries, threads] = await Promise.all([
    listNewestPractices(viewer, language, READ_FOR_TOPICS),
    listNewestSummaries(viewer, language, SUMMARIES_SHOWN),
    listThreads(viewer, language, { list: "latest" }, null, THREADS_SHOWN),
  ]);
  return json({
    newest: newest.slice(0, SHOWN),
    summaries,
    threads: threads.items,
    topics: topicsOf(newest, language),
    isVisitor: viewer === null,
    mayWrite: allows(viewer, "practice.write"),
    maySummarize: allows(viewer, "summary.write"),
  });
}

/** What there is to read about, so that no topic leads to an empty list. */
function topicsOf(guides: Guide[], language: string) {
  const topics = new Map(guides.flatMap(({ topics }) => topics.map(({ key, label }) => [key, label])));
  return [...topics].map(([key, label]) => ({ key, label })).sort((a, b) => a.label.localeCompare(b.label, language));
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const t = translator(languageOf(location.pathname) ?? "en");
  return [pageTitle(location.pathname, (t) => t("home.pageTitle")), { name: "description", content: t("home.lead") }];
};

export default function HomePage() {
  const { newest, summaries, threads, topics, isVisitor, mayWrite, maySummarize } = useLoaderData<typeof loader>();

  return (
    <div className="home">
      <Hero mayWrite={mayWrite} maySummarize={maySummarize} />
      <Newest guides={newest} />
      {summaries.length > 0 && <LatestEvidence summaries={summaries} />}
      {threads.length > 0 && <FromForums threads={threads} />}
      {topics.length > 0 && <Topics topics={topics} />}
      <Making />
      {!mayWrite && <Invitation isVisitor={isVisitor} />}
    </div>
  );
}

function Newest({ guides }: { guides: Guide[] }) {
  const t = useTranslation();
  const all = pathTo(useLanguage(), "practices");

  return (
    <section className="home-section" aria-labelledby="newest">
      <div className="section-head">
        <h2 id="newest">{t("home.newest.title")}</h2>
        {guides.length > 0 && <a href={all}>{t("home.all")}</a>}
      </div>
      {guides.length === 0 && <p>{t("home.newest.none")}</p>}
      <div className="card-grid">
        {guides.map((guide) => (
          <PracticeCard guide={guide} key={guide.id} />
        ))}
      </div>
    </section>
  );
}

function LatestEvidence({ summaries }: { summaries: Summary[] }) {
  const t = useTranslation();
  const all = pathTo(useLanguage(), "summaries");

  return (
    <section className="home-section" aria-labelledby="evidence">
      <div className="section-head">
        <h2 id="evidence">{t("evidence.home.title")}</h2>
        <a href={all}>{t("evidence.home.all")}</a>
      </div>
      <div className="card-grid">
        {summaries.map((summary) => (
          <SummaryCard summary={summary} key={summary.id} />
        ))}
      </div>
    </section>
  );
}

function FromForums({ threads }: { threads: ThreadRow[] }) {
  const t = useTranslation();
  const all = pathTo(useLanguage(), "forums");

  return (
    <section className="home-section" aria-labelledby="threads">
      <div className="section-head">
        <h2 id="threads">{t("forums.home.title")}</h2>
        <a href={all}>{t("forums.home.all")}</a>
      </div>
      <ThreadRows threads={threads} level="h3" />
    </section>
  );
}
