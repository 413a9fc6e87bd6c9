import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { workAlternates } from "~/features/publishing/work-alternates";
import { RevisionList } from "~/features/publishing/components/revision-list";
import { getHistory } from "~/features/publishing/history.server";
import { listOf } from "~/features/publishing/kind-shape";
import { useKind } from "~/features/publishing/use-kind";
import { useWord } from "~/features/publishing/use-word";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { numberIn, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const below = numberIn(new URL(args.request.url), "below");
  const history = await getHistory(kind, requireActor(args), language, param(args.params, "slug"), below);

  return json({ history, isFirst: below === undefined, alternates: workAlternates(kind.name, language, history.slug) });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("reviews.history.title")} — ${data?.history.title ?? ""}`),
];

export default function HistoryPage() {
  const { history, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const word = useWord();
  const kind = useKind();
  const language = useLanguage();
  const { slug, title, revisions, next } = history;

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t(word("practices.list.title")), href: pathTo(language, listOf[kind]) },
          { label: title, href: pathTo(language, kind, { slug }) },
          { label: t("reviews.history.title") },
        ]}
      />
      <div className="page page-reading">
        <PageHeader eyebrow={title} title={t("reviews.history.title")} lead={t("reviews.history.lead")} />
        <RevisionList revisions={revisions} addressOf={(number) => pathTo(language, `${kind}Revision`, { slug, number })} />
        <Pagination
          next={next === null ? null : pathTo(language, `${kind}History`, { slug, below: next })}
          first={isFirst ? null : pathTo(language, `${kind}History`, { slug })}
        />
      </div>
    </>
  );
}
