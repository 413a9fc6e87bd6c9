import { Fragment } from "react";

import type { ThreadPage } from "~/features/forums/thread-page.server";
import { useTranslation } from "~/i18n/context";

import { PostArticle } from "./post-article";

/** The posts of one page, with a line before the first one that came since the last visit. */
export function ThreadPosts({ thread }: { thread: ThreadPage }) {
  const t = useTranslation();
  const { id, slug, posts, read, answer } = thread;
  const place = { id, slug, isAnswered: answer !== null };
  const firstNew = read ? posts.find(({ number }) => number === read + 1 && number > 1)?.id : undefined;

  return (
    <div className="post-list">
      {posts.map((post) => (
        <Fragment key={post.id}>
          {post.id === firstNew && <p className="post-line">{t("forums.thread.newSince")}</p>}
          <PostArticle post={post} thread={place} />
        </Fragment>
      ))}
    </div>
  );
}
