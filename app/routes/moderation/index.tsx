import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ComposerScript } from "~/features/forums/components/composer-script";
import { CaseRows } from "~/features/moderation/components/case-rows";
import { ChosenQueueFilters, NoCases, QueueChips, QueueForm } from "~/features/moderation/components/queue-filters";
import { listCases } from "~/features/moderation/queue.server";
import { queueFiltersOf, queueQueryOf } from "~/features/moderation/queue-filters";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const url = new URL(args.request.url);
  const filters = queueFiltersOf(url);
  const after = cursorOf(url);
  const queue = await listCases(actor, language, filters, after);
  // A form sends every field; and whoever was on a page that is empty by now begins anew.
  const isUntidy = [...url.searchParams.values()].includes("") || (after !== null && queue.items.length === 0);
  if (isUntidy) throw redirect(pathTo(language, "moderation", queueQueryOf(filters)));

  return json({ filters, queue, isFirst: after === null, ownId: actor.id, now: new Date() });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("moderation.queue.title")),
  { name: "robots", content: "noindex" },
];

export default function ModerationPage() {
  const { filters, queue, isFirst, ownId, now } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const query = queueQueryOf(filters);

  return (
    <>
      <Breadcrumbs steps={[{ label: t("moderation.queue.title") }]} />
      <div className="page">
        <PageHeader title={t("moderation.queue.title")} lead={t("moderation.queue.lead")}>
          <nav className="cluster" aria-label={t("moderation.queue.places")}>
            <a href={pathTo(language, "sanctions")}>{t("moderation.queue.toSanctions")}</a>
            <a href={pathTo(language, "watchedWords")}>{t("moderation.queue.toWords")}</a>
            <a href={pathTo(language, "rules")}>{t("moderation.queue.toRules")}</a>
          </nav>
        </PageHeader>
        <div className="stack">
          <QueueChips filters={filters} queue={queue} />
          <QueueForm filters={filters} queue={queue} />
          <ChosenQueueFilters filters={filters} queue={queue} />
          <h2 className="visually-hidden">{t("moderation.queue.listLabel")}</h2>
          {queue.items.length === 0 ? (
            <NoCases filters={filters} queue={queue} />
          ) : (
            <CaseRows cases={queue.items} now={now} ownId={ownId} />
          )}
          <Pagination
            next={queue.next && pathTo(language, "moderation", { ...query, after: queue.next })}
            first={isFirst ? null : pathTo(language, "moderation", query)}
          />
        </div>
      </div>
      <ComposerScript />
    </>
  );
}
