import { Portrait } from "~/features/people/components/portrait";
import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { fileAt, pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Prose } from "~/ui/prose";
import { Time } from "~/ui/time";

import { FoldedPost } from "./folded-post";
import { GonePost, OwnHiddenPost } from "./hidden-post";
import { PollBox } from "./poll-box";
import { PostNotice } from "./post-notice";
import { PostTools } from "./post-tools";
import { ProposalLinks } from "./proposal-links";
import { Reactions } from "./reactions";

/** A thread: its address, and whether it has its answer. */
export type Place = { id: string; slug: string; isAnswered?: boolean };

/** One post of a thread, or what the thread says of itself between them. */
export function PostArticle({ post, thread }: { post: PostView; thread: Place }) {
  const t = useTranslation();
  const name = post.author?.name ?? t("forums.someone");

  return (
    <article
      className={post.isAccepted ? "post post-accepted" : post.notice ? "post post-of-notice" : "post"}
      id={`post-${post.number}`}
      data-post={post.id}
      data-number={post.number}
      data-version={post.version}
      tabIndex={-1}
      aria-label={post.notice ? undefined : t("forums.post.by", { number: post.number, name })}
    >
      {post.notice ? (
        <PostNotice post={post} notice={post.notice} />
      ) : (
        <FoldedPost post={post}>
          <Words post={post} thread={thread} />
        </FoldedPost>
      )}
    </article>
  );
}

function Words({ post, thread }: { post: PostView; thread: Place }) {
  const language = useLanguage();

  return (
    <>
      <PostHead post={post} thread={thread} />
      {post.isRemoved && post.html === "" ? (
        <GonePost post={post} />
      ) : (
        <>
          {post.isRemoved && <OwnHiddenPost post={post} />}
          <InReply post={post} thread={thread} />
          <Prose className="post-body" html={post.html} lang={post.language === language ? undefined : post.language} />
          <Files post={post} />
          <PollBox post={post} />
          <ProposalLinks post={post} />
        </>
      )}
      <footer className="post-foot">
        <Reactions post={post} />
        <PostTools post={post} thread={thread} />
      </footer>
    </>
  );
}

function PostHead({ post, thread: { id, slug } }: { post: PostView; thread: Place }) {
  const t = useTranslation();
  const language = useLanguage();
  const { author, number } = post;
  const name = author?.name ?? t("forums.someone");

  return (
    <header className="post-head">
      <Portrait name={author ? name : ""} photo={author?.photoId ?? null} />
      <div className="post-who">
        <h2 className="post-author">{author?.slug ? <a href={pathTo(language, "person", { slug: author.slug })}>{name}</a> : name}</h2>
        {post.isAccepted && <Badge tone="success">{t("forums.post.answer")}</Badge>}
        {post.isStarter && number > 1 && <Badge>{t("forums.post.starter")}</Badge>}
        {post.isWiki && <Badge tone="brand">{t("forums.post.wiki")}</Badge>}
        {author?.organization && (
          <p className="post-organization">
            <a href={pathTo(language, "organization", { slug: author.organization.slug })}>{author.organization.name}</a>
          </p>
        )}
      </div>
      <p className="post-when">
        <a href={pathTo(language, "post", { id, slug, number })}>
          <span className="visually-hidden">{t("forums.post.number", { number })}, </span>
          <Time at={post.createdAt} withTime />
          <span className="post-number" aria-hidden="true">
            {number}
          </span>
        </a>
        {post.editedAt && (
          <a
            className="post-edited"
            href={pathTo(language, "postHistory", { id: post.id })}
            aria-label={t("forums.post.history", { number })}
          >
            {t("forums.post.edited")}
          </a>
        )}
      </p>
    </header>
  );
}

function InReply({ post: { replyTo, number }, thread: { id, slug } }: { post: PostView; thread: Place }) {
  const t = useTranslation();
  const language = useLanguage();
  // Who answers what stands right above need not say so.
  if (!replyTo || replyTo.number === number - 1) return null;

  return (
    <p className="post-reply-to">
      <a href={pathTo(language, "post", { id, slug, number: replyTo.number })}>
        {replyTo.name
          ? t("forums.post.inReplyToName", { name: replyTo.name, number: replyTo.number })
          : t("forums.post.inReplyTo", { number: replyTo.number })}
      </a>
    </p>
  );
}

function Files({ post: { files } }: { post: PostView }) {
  const t = useTranslation();
  if (files.length === 0) return null;

  return (
    <ul className="post-files" aria-label={t("forums.post.files")}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={fileAt(id)}>{name}</a> ({t("forums.post.kilobytes", { count: Math.max(1, Math.round(size / 1024)) })})
        </li>
      ))}
    </ul>
  );
}
