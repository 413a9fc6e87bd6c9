import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { type KeptPost, listBookmarks } from "~/features/forums/bookmark-list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { cursorOf } from "~/platform/pagination";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pagination } from "~/ui/pagination";
import { Time } from "~/ui/time";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const after = cursorOf(new URL(args.request.url));
  return json({ ...(await listBookmarks(actor, after)), isFirst: after === null });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("polls.bookmark.page")),
  { name: "robots", content: "noindex" },
];

export default function BookmarksPage() {
  const { bookmarks, next, isFirst } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("forums.title"), href: pathTo(language, "forums") }, { label: t("polls.bookmark.page") }]} />
      <div className="page page-reading">
        <PageHeader title={t("polls.bookmark.page")} lead={t("polls.bookmark.lead")} />
        {bookmarks.length > 0 && (
          <ul className="card-list" aria-label={t("polls.bookmark.list")}>
            {bookmarks.map((bookmark) => (
              <BookmarkCard key={bookmark.postId} bookmark={bookmark} />
            ))}
          </ul>
        )}
        {bookmarks.length === 0 && isFirst && (
          <EmptyState title={t("polls.bookmark.empty")}>
            <p>{t("polls.bookmark.emptyText")}</p>
            <ButtonLink href={pathTo(language, "forums")}>{t("polls.bookmark.toForums")}</ButtonLink>
          </EmptyState>
        )}
        <Pagination next={next && pathTo(language, "bookmarks", { after: next })} first={isFirst ? null : pathTo(language, "bookmarks")} />
      </div>
    </>
  );
}

function BookmarkCard({ bookmark: { postId, post, note, createdAt, remindAt } }: { bookmark: KeptPost }) {
  const t = useTranslation();
  const language = useLanguage();
  const lang = post && post.language !== language ? post.language : undefined;

  return (
    <li className="card">
      {post ? (
        <>
          <h2 className="card-title" lang={lang}>
            <a href={pathTo(language, "postPlace", { id: postId })}>{post.title}</a>
          </h2>
          <p className="card-text" lang={lang}>
            {post.excerpt}
          </p>
        </>
      ) : (
        <p className="card-text">{t("polls.bookmark.hidden")}</p>
      )}
      {note && <p className="quoted">{note}</p>}
      <p className="meta-line">
        {post && <span>{t("polls.bookmark.by", { number: post.number, name: post.name ?? t("polls.bookmark.formerMember") })}</span>}
        <span>
          {t("polls.bookmark.added_on")} <Time at={createdAt} />
        </span>
        {remindAt && (
          <span>
            {t("polls.bookmark.due")} <Time at={remindAt} withTime />
          </span>
        )}
      </p>
      <form className="card-foot" method="post" action={pathTo(language, "bookmarkRemoval", { id: postId })}>
        <input type="hidden" name="from" value="list" />
        <Button
          variant="quiet"
          small
          aria-label={post ? t("polls.bookmark.removeNamed", { title: post.title }) : t("polls.bookmark.removeHidden")}
        >
          {t("polls.bookmark.remove")}
        </Button>
      </form>
    </li>
  );
}
