import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listCategories } from "~/features/forums/categories.server";
import { CategoryList } from "~/features/forums/components/category-list";
import { ForumScripts } from "~/features/forums/components/forum-scripts";
import { NoThreads } from "~/features/forums/components/no-threads";
import { StartThread } from "~/features/forums/components/start-thread";
import { ThreadRows } from "~/features/forums/components/thread-rows";
import { listThreads } from "~/features/forums/list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languageOf } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";

const LATEST = 10;

export async function loader({ context: { viewer, language } }: LoaderFunctionArgs) {
  const [categories, latest] = await Promise.all([
    listCategories(viewer, language),
    listThreads(viewer, language, { list: "latest" }, null, LATEST),
  ]);
  return json({ categories, latest: latest.items, isVisitor: viewer === null });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("forums.title")),
  { name: "description", content: translator(languageOf(location.pathname) ?? "en")("forums.description") },
];

export default function ForumsPage() {
  const { categories, latest, isVisitor } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("forums.title") }]} />
      <div className="page">
        <PageHeader title={t("forums.title")} lead={t("forums.lead")}>
          <StartThread categories={categories} isVisitor={isVisitor} />
        </PageHeader>
        <section className="stack" aria-labelledby="categories">
          <h2 id="categories">{t("forums.categories.title")}</h2>
          {categories.length === 0 && (
            <EmptyState title={t("forums.categories.none")}>
              <p>{t("forums.categories.noneHint")}</p>
            </EmptyState>
          )}
          <CategoryList categories={categories} />
        </section>
        {categories.length > 0 && (
          <section className="stack" aria-labelledby="latest">
            <div className="section-head">
              <h2 id="latest">{t("forums.list.latestTitle")}</h2>
              <a href={pathTo(language, "threads")}>{t("forums.list.allLatest")}</a>
            </div>
            {latest.length === 0 ? (
              <NoThreads list="latest" mayStart={categories.some(({ mayStart }) => mayStart)} />
            ) : (
              <ThreadRows threads={latest} level="h3" />
            )}
          </section>
        )}
      </div>
      <ForumScripts isVisitor={isVisitor} />
    </>
  );
}
