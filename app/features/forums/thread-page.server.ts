import { isInGoodStanding, type Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { Language } from "~/i18n/languages";

import { pageOf, reactionKinds } from "./limits";
import { may, type PostSubject } from "./policy";
import { findPosts, type PollRow, type PostRow } from "./post-rows.server";
import type { PollView, PostView } from "./post-view";
import { mayRestore } from "./restoring";
import { getThreadHead, type Head } from "./thread-head.server";
import { writerOf } from "./writer.server";

export type ThreadPage = Awaited<ReturnType<typeof getThreadPage>>;

/** One page of a thread as someone sees it, in two round trips side by side. `page` beyond the last one gives no posts; see `pages`. */
export async function getThreadPage(viewer: Viewer, language: Language, id: string, page: number) {
  const [head, rows] = await Promise.all([getThreadHead(viewer, language, id), findPosts(viewer, language, id, page)]);

  return { ...head, page, pages: pageOf(head.lastNumber), posts: rows.map((row) => postOf(viewer, head, row)) };
}

function postOf(viewer: Viewer, { subject, id: threadId }: Head, row: PostRow): PostView {
  const { notice, other, authorId, isWiki, removerId, removedAt, author, own, reactions, poll, createdAt, editedAt, files, ...post } = row;
  const about: PostSubject = {
    ...subject,
    authorId,
    isWiki,
    isPostRemoved: row.isRemoved,
    isNotice: notice !== null,
    measure: row.measure,
  };

  return {
    ...post,
    isWiki,
    isOwn: viewer !== null && authorId === viewer.id,
    notice: notice && { kind: notice, other: other?.id === threadId ? null : other },
    author: writerOf(viewer, author),
    isStarter: authorId !== null && authorId === subject.starterId,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    reactions: reactionKinds.map((kind) => ({ kind, count: reactions[kind] ?? 0, isOwn: own.includes(kind) })),
    poll: poll && pollOf(poll),
    files: files ?? [],
    may: rightsOn(viewer, about, row),
  };
}

function rightsOn(viewer: Viewer, about: PostSubject, { poll, removerId, removedAt }: PostRow): PostView["may"] {
  const isReadable = !about.isPostRemoved && !about.isNotice;
  const isOwn = viewer !== null && about.authorId === viewer.id;
  const repair = may.repair(viewer, about);

  return {
    repair,
    reply: isReadable && may.reply(viewer, about),
    edit: may.edit(viewer, about),
    remove: (isReadable || repair) && may.remove(viewer, about),
    restore: removedAt !== null && mayRestore(viewer, about, { removedAt, removerId }),
    react: may.react(viewer, about),
    bookmark: isReadable && viewer !== null,
    accept: may.accept(viewer, about),
    openToAll: may.openToAll(viewer, about),
    vote: poll !== null && !poll.isClosed && may.vote(viewer, about),
    closePoll: poll !== null && !poll.isClosed && may.openToAll(viewer, about),
    propose: isReadable && isInGoodStanding(viewer) && allows(viewer, "post.write"),
    keepAway: !about.isNotice && viewer !== null && !isOwn && about.authorId !== null,
    report: isReadable && !isOwn && allows(viewer, "post.write"),
    decide: isReadable && !isOwn && allows(viewer, "case.decide"),
  };
}

/** Who has voted sees the counts, unless they wait for the end. */
function pollOf({ options, ...poll }: PollRow): PollView {
  const hasVoted = options.some(({ isOwn }) => isOwn);
  const isOpen = poll.isClosed || (hasVoted && poll.results === "VOTED");

  return { ...poll, hasVoted, options: options.map((option) => ({ ...option, votes: isOpen ? option.votes : null })) };
}
