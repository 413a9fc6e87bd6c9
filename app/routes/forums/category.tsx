import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { getCategory } from "~/features/forums/categories.server";
import { CategoryTop } from "~/features/forums/components/category-top";
import { ForumScripts } from "~/features/forums/components/forum-scripts";
import { ListTabs } from "~/features/forums/components/list-tabs";
import { NoThreads } from "~/features/forums/components/no-threads";
import { ThreadRows } from "~/features/forums/components/thread-rows";
import { listThreads } from "~/features/forums/list.server";
import { listOf } from "~/features/forums/lists";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Pagination } from "~/ui/pagination";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const slug = param(params, "slug");
  const category = await getCategory(viewer, language, slug);
  if (category.slug !== slug) throw redirect(pathTo(language, "category", { slug: category.slug }) + url.search, 301);

  const list = listOf(url, viewer === null);
  const after = cursorOf(url);
  const threads = await listThreads(viewer, language, { list, categoryId: category.id }, after);
  if (after && threads.items.length === 0) throw redirect(pathTo(language, "category", { slug, list }));

  const alternates = alternatesAt("category", category.slugs);
  return json({ category, list, threads, alternates, isFirst: after === null, isVisitor: viewer === null });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { category, list, isFirst } = data;
  return [
    pageTitle(location.pathname, () => category.name),
    ...(category.description ? [{ name: "description", content: category.description }] : []),
    ...(category.seenBy !== "EVERYONE" || list !== "latest" || !isFirst ? [{ name: "robots", content: "noindex" }] : []),
  ];
};

export default function CategoryPage() {
  const { category, list, threads, isFirst, isVisitor } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { slug } = category;

  return (
    <>
      <Breadcrumbs steps={[{ label: t("forums.title"), href: pathTo(language, "forums") }, { label: category.name }]} />
      <div className="page">
        <CategoryTop category={category} isVisitor={isVisitor} />
        <div className="stack">
          <ListTabs
            open={list}
            isVisitor={isVisitor}
            addressOf={(each) => pathTo(language, "category", { slug, list: each === "latest" ? undefined : each })}
          />
          {threads.items.length === 0 ? (
            <NoThreads list={list} mayStart={category.mayStart} />
          ) : (
            <ThreadRows threads={threads.items} inCategory />
          )}
          <Pagination
            next={threads.next && pathTo(language, "category", { slug, list, after: threads.next })}
            first={isFirst ? null : pathTo(language, "category", { slug, list })}
          />
        </div>
      </div>
      <ForumScripts isVisitor={isVisitor} />
    </>
  );
}
