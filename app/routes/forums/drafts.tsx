import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { DraftCard } from "~/features/forums/components/draft-card";
import { listDrafts } from "~/features/forums/draft-list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const after = cursorOf(new URL(args.request.url));
  return json({ ...(await listDrafts(actor, args.context.language, after)), isFirst: after === null });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("posting.drafts.title")),
  { name: "robots", content: "noindex" },
];

export default function DraftsPage() {
  const { items, next, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("forums.title"), href: pathTo(language, "forums") }, { label: t("posting.drafts.title") }]} />
      <div className="page page-reading">
        <PageHeader title={t("posting.drafts.title")} lead={t("posting.drafts.lead")}>
          <p>
            <a href={pathTo(language, "heldPosts")}>{t("holds.title")}</a>
          </p>
        </PageHeader>
        {items.length > 0 ? (
          <ul className="card-list">
            {items.map((draft) => (
              <DraftCard key={draft.id} draft={draft} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t("posting.drafts.none")}>
            <p>{t("posting.drafts.noneHint")}</p>
            <ButtonLink href={pathTo(language, "forums")}>{t("polls.bookmark.toForums")}</ButtonLink>
          </EmptyState>
        )}
        <Pagination
          next={next && pathTo(language, "forumDrafts", { after: next })}
          first={isFirst ? null : pathTo(language, "forumDrafts")}
        />
      </div>
    </>
  );
}
