import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { type CategoryCard, listCategories } from "~/features/forums/categories.server";
import { ForumScripts } from "~/features/forums/components/forum-scripts";
import { ListTabs } from "~/features/forums/components/list-tabs";
import { NoThreads } from "~/features/forums/components/no-threads";
import { StartThread } from "~/features/forums/components/start-thread";
import { ThreadRows } from "~/features/forums/components/thread-rows";
import { listThreads } from "~/features/forums/list.server";
import { listOf } from "~/features/forums/lists";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

/** Visitors begin nothing, so there is nothing to choose from. */
const noCategories: CategoryCard[] = [];

export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const list = listOf(url, viewer === null);
  const after = cursorOf(url);
  const [threads, categories] = await Promise.all([
    listThreads(viewer, language, { list }, after),
    viewer === null ? noCategories : listCategories(viewer, language),
  ]);
  if (after && threads.items.length === 0) throw redirect(pathTo(language, "threads", { list }));

  return json({ list, threads, categories, isFirst: after === null, isVisitor: viewer === null });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const isSecondary = data.list !== "latest" || !data.isFirst;
  return [
    pageTitle(location.pathname, (t) => t(`forums.list.titles.${data.list}`)),
    { name: "description", content: translator(languageOf(location.pathname) ?? "en")("forums.description") },
    ...(isSecondary ? [{ name: "robots", content: "noindex, follow" }] : []),
  ];
};

export default function ThreadsPage() {
  const { list, threads, categories, isFirst, isVisitor } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("forums.title"), href: pathTo(language, "forums") }, { label: t(`forums.list.titles.${list}`) }]} />
      <div className="page">
        <PageHeader title={t(`forums.list.titles.${list}`)} lead={t("forums.list.lead")}>
          <StartThread categories={categories} isVisitor={isVisitor} />
        </PageHeader>
        <div className="stack">
          <ListTabs
            open={list}
            isVisitor={isVisitor}
            addressOf={(each) => pathTo(language, "threads", { list: each === "latest" ? undefined : each })}
          />
          {threads.items.length === 0 ? <NoThreads list={list} mayStart={!isVisitor} /> : <ThreadRows threads={threads.items} />}
          <Pagination
            next={threads.next && pathTo(language, "threads", { list, after: threads.next })}
            first={isFirst ? null : pathTo(language, "threads", { list })}
          />
        </div>
      </div>
      <ForumScripts isVisitor={isVisitor} />
    </>
  );
}
