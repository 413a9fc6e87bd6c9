import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";

import { PostVersions } from "~/features/forums/components/post-versions";
import { getPostHistory } from "~/features/forums/post-history.server";
import { useThreadCrumb } from "~/features/forums/components/composing-page";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { idParam, numberIn } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const below = numberIn(new URL(request.url), "below");
  const history = await getPostHistory(viewer, idParam(params), below);
  return json({ ...history, isFirst: below === undefined });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) =>
    data ? `${t("posting.history.title")} — ${t("posting.history.of", { number: data.number, title: data.thread.title })}` : "",
  ),
  { name: "robots", content: "noindex" },
];

export default function HistoryPage() {
  const { number, language: lang, thread, versions, next, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const crumbOf = useThreadCrumb();
  const { id = "" } = useParams();

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("forums.title"), href: pathTo(language, "forums") },
          crumbOf(thread),
          { label: t("forums.post.number", { number }), href: pathTo(language, "postPlace", { id }) },
          { label: t("posting.history.title") },
        ]}
      />
      <div className="page page-reading">
        <PageHeader
          title={t("posting.history.title")}
          lead={versions.length > 1 || next || !isFirst ? t("posting.history.lead") : t("posting.history.none")}
        />
        <PostVersions versions={versions} lang={lang === language ? undefined : lang} />
        <Pagination
          next={next === null ? null : pathTo(language, "postHistory", { id, below: next })}
          first={isFirst ? null : pathTo(language, "postHistory", { id })}
        />
      </div>
    </>
  );
}
