import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ForumScripts } from "~/features/forums/components/forum-scripts";
import { NoThreads } from "~/features/forums/components/no-threads";
import { ThreadRows } from "~/features/forums/components/thread-rows";
import { levelsOf } from "~/features/forums/levels";
import { listThreads } from "~/features/forums/list.server";
import { getTopic } from "~/features/forums/topic.server";
import { FollowForm } from "~/features/notifications/components/follow-form";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const key = param(params, "key");
  const after = cursorOf(new URL(request.url));
  const [topic, threads] = await Promise.all([
    getTopic(viewer, language, key),
    listThreads(viewer, language, { list: "latest", topic: key }, after),
  ]);
  if (after && threads.items.length === 0) throw redirect(pathTo(language, "forumTopic", { key }));

  return json({ topic, threads, isFirst: after === null, isVisitor: viewer === null });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) =>
  data
    ? [
        pageTitle(location.pathname, (t) => t("forums.list.topic", { topic: data.topic.label })),
        ...(data.isFirst && data.threads.items.length > 0 ? [] : [{ name: "robots", content: "noindex" }]),
      ]
    : [];

export default function TopicPage() {
  const { topic, threads, isFirst, isVisitor } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const { key, label, level } = topic;

  return (
    <>
      <Breadcrumbs steps={[{ label: t("forums.title"), href: pathTo(language, "forums") }, { label }]} />
      <div className="page">
        <PageHeader title={t("forums.list.topic", { topic: label })} lead={t("forums.list.topicLead")}>
          <p>
            <a href={pathTo(language, "practices", { topic: key })}>{t("forums.list.guides")}</a>
          </p>
          {!isVisitor && <FollowForm action={pathTo(language, "topicFollow", { key })} level={level} levels={levelsOf("TOPIC")} />}
        </PageHeader>
        <div className="stack">
          {threads.items.length === 0 ? <NoThreads list="latest" mayStart={!isVisitor} /> : <ThreadRows threads={threads.items} />}
          <Pagination
            next={threads.next && pathTo(language, "forumTopic", { key, after: threads.next })}
            first={isFirst ? null : pathTo(language, "forumTopic", { key })}
          />
        </div>
      </div>
      <ForumScripts isVisitor={isVisitor} />
    </>
  );
}
