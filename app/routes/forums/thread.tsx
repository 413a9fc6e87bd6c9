import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ForumScripts } from "~/features/forums/components/forum-scripts";
import { ReadHere } from "~/features/forums/components/read-here";
import { ThreadAside } from "~/features/forums/components/thread-aside";
import { ThreadEnd } from "~/features/forums/components/thread-end";
import { ThreadPager } from "~/features/forums/components/thread-pager";
import { ThreadPosts } from "~/features/forums/components/thread-posts";
import { ThreadTop } from "~/features/forums/components/thread-top";
import { replyForm } from "~/features/forums/reply-form.server";
import { structuredThread } from "~/features/forums/structured-thread";
import { getThreadPage } from "~/features/forums/thread-page.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { languages } from "~/i18n/languages";
import { pageTitle } from "~/platform/page-title";
import { idParam, numberIn, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const id = idParam(params);
  const page = numberIn(url, "page") ?? 1;
  const thread = await getThreadPage(viewer, language, id, page);
  if (thread.mergedInto) throw redirect(pathTo(language, "thread", thread.mergedInto), 301);
  const { slug, pages } = thread;
  if (param(params, "slug") !== slug) throw redirect(pathTo(language, "thread", { id, slug }) + url.search, 301);
  if (page > pages) throw redirect(pathTo(language, "thread", { id, slug, page: pages > 1 ? pages : undefined }));

  const address = (each: typeof language) => pathTo(each, "thread", { id, slug, page: page > 1 ? page : undefined });
  const alternates = Object.fromEntries(languages.map((each) => [each, address(each)]));
  return json({
    thread,
    alternates,
    reply: thread.may.reply ? replyForm(language, thread) : null,
    structured: thread.isPublic ? structuredThread(thread, url.origin + pathTo(language, "thread", { id, slug })) : null,
    isVisitor: viewer === null,
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [];
  const { title, lead, isPublic } = data.thread;
  return [
    pageTitle(location.pathname, () => title),
    ...(lead ? [{ name: "description", content: lead.replace(/\s+/g, " ").slice(0, 200) }] : []),
    ...(isPublic ? [] : [{ name: "robots", content: "noindex" }]),
    ...(data.structured ? [{ "script:ld+json": data.structured }] : []),
  ];
};

export default function ThreadRoute() {
  const { thread, reply, isVisitor } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { id, slug, category, page, pages, lastNumber } = thread;
  const place = { id, slug };

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("forums.title"), href: pathTo(language, "forums") },
          { label: category.name, href: pathTo(language, "category", { slug: category.slug }) },
        ]}
      />
      <div className="page thread" data-thread={id} data-last={lastNumber} data-page={page} data-pages={pages} data-live="">
        <ThreadTop thread={thread} />
        <div className="with-aside">
          <div className="thread-main">
            <ThreadPosts thread={thread} />
            <div className="thread-foot">
              <ThreadPager thread={place} page={page} pages={pages} />
              {!isVisitor && <ReadHere thread={place} number={thread.posts.at(-1)?.number ?? lastNumber} />}
            </div>
            <ThreadEnd thread={thread} reply={reply} />
          </div>
          <ThreadAside thread={thread} isVisitor={isVisitor} />
        </div>
      </div>
      <ForumScripts isVisitor={isVisitor} thread={place} />
    </>
  );
}
