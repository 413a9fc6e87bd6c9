import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, gone, notFound } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import { recount } from "./append.server";
import { type LoadedPost, loadPost } from "./load.server";
import { may } from "./policy";
import { mayRestore, type Removal, restorableUntil } from "./restoring";

/**
 * Takes the words of a post away; its number stays. The only post of a thread takes the thread with it (but a guide
 * keeps its discussion), an answer its mark. Done twice, it
 * is done once. Refuses what is hidden (404) and who may not (403).
 */
export async function removePost(actor: Actor, id: string): Promise<{ isThreadGone: boolean }> {
  return db.$transaction(async (tx) => {
    const post = await loadOwn(tx, actor, id);
    const { thread, number } = post;
    if (post.subject.isPostRemoved) {
      // What its author took away, and a keeper takes away as well, its author does not bring back.
      if (post.subject.authorId !== actor.id) await tx.post.update({ where: { id }, data: { removerId: actor.id }, select: { id: true } });
      return { isThreadGone: post.subject.isRemoved };
    }

    const removedAt = new Date();
    await tx.post.update({ where: { id }, data: { removedAt, removerId: actor.id }, select: { id: true } });
    await recount(tx, thread.id);
    if (thread.acceptedPostId === id) await endAcceptance(tx, actor, post);
    await record(tx, actor, "post.removed", { type: "POST", id }, { thread: thread.id, number });
    await announce(tx, { what: "changed", thread: thread.id, category: thread.categoryId, number });
    const isLast = !post.subject.isRemoved && !thread.contributionId && !(await hasWords(tx, thread.id));
    if (isLast) await removeThread(tx, actor, post, removedAt);
    return { isThreadGone: isLast };
  });
}

/**
 * Puts a removed post back, and its thread where that went with it. Refuses what is hidden (404), who may not or no longer may (403), and a
 * thread that was removed for itself (410).
 */
export async function restorePost(actor: Actor, id: string) {
  await db.$transaction(async (tx) => {
    const post = await loadOwn(tx, actor, id);
    const { thread, number, subject } = post;
    const removal = await removalOf(tx, id);
    if (!removal) return;
    authorize(mayRestore(actor, subject, removal));

    if (subject.isRemoved) await restoreThread(tx, actor, post, removal.removedAt);
    await tx.post.update({ where: { id }, data: { removedAt: null, removerId: null }, select: { id: true } });
    await recount(tx, thread.id);
    await record(tx, actor, "post.restored", { type: "POST", id }, { thread: thread.id, number });
    await announce(tx, { what: "changed", thread: thread.id, category: thread.categoryId, number });
  });
}

/** What the page that asks before a removal, or offers to undo one, shows. Refuses what is hidden (404) and who may not (403). */
export async function getRemoval(actor: Actor, id: string) {
  return db.$transaction(async (tx) => {
    const { number, thread, subject } = await loadOwn(tx, actor, id);
    const removal = await removalOf(tx, id);
    const { slug, title, language } = thread;
    const others = await tx.post.count({ where: { threadId: thread.id, notice: null, removedAt: null, id: { not: id } } });
    const isKeeper = may.keep(actor, subject.space);

    return {
      number,
      thread: { id: thread.id, slug, title, language, isRemoved: subject.isRemoved },
      isOwn: subject.authorId === actor.id,
      isLast: others === 0 && !thread.contributionId,
      isAccepted: thread.acceptedPostId === id,
      removed: removal && {
        mayRestore: mayRestore(actor, subject, removal),
        until: isKeeper ? null : restorableUntil(removal).toISOString(),
      },
    };
  });
}

/** A post that this person may take away or put back. A notice is nobody's words. */
async function loadOwn(tx: Transaction, actor: Actor, id: string): Promise<LoadedPost> {
  const post = await loadPost(tx, actor, id, { orRemoved: true });
  if (post.subject.isNotice) throw notFound();
  const isKeeper = may.readRemoved(actor, post.subject);
  if (post.subject.isRemoved && !isKeeper && post.subject.authorId !== actor.id) throw gone("forums.gone.thread");
  authorize(may.remove(actor, post.subject));
  return post;
}

async function removalOf(tx: Transaction, id: string): Promise<Removal | null> {
  const { removedAt, removerId } = await tx.post.findUniqueOrThrow({ where: { id }, select: { removedAt: true, removerId: true } });
  return removedAt && { removedAt, removerId };
}

const hasWords = async (tx: Transaction, threadId: string) =>
  (await tx.post.count({ where: { threadId, notice: null, removedAt: null }, take: 1 })) > 0;

async function endAcceptance(tx: Transaction, actor: Actor, { id, thread }: LoadedPost) {
  await tx.thread.update({ where: { id: thread.id }, data: { acceptedPostId: null }, select: { id: true } });
  await record(tx, actor, "thread.answer_withdrawn", { type: "THREAD", id: thread.id }, { post: id });
}

/** At the same moment as its last post: that is how it is known that both belong together. */
async function removeThread(tx: Transaction, actor: Actor, { thread }: LoadedPost, removedAt: Date) {
  await tx.thread.update({ where: { id: thread.id }, data: { removedAt }, select: { id: true } });
  await tx.category.update({ where: { id: thread.categoryId }, data: { threadCount: { decrement: 1 } }, select: { id: true } });
  await record(tx, actor, "thread.removed", { type: "THREAD", id: thread.id });
}

async function restoreThread(tx: Transaction, actor: Actor, { thread, subject }: LoadedPost, removedAt: Date) {
  const removed = await tx.thread.findUniqueOrThrow({ where: { id: thread.id }, select: { removedAt: true } });
  const wentTogether = removed.removedAt?.getTime() === removedAt.getTime() && !thread.mergedIntoId;
  if (!wentTogether) {
    if (may.keep(actor, subject.space)) return;
    throw gone("forums.gone.thread");
  }
  await tx.thread.update({ where: { id: thread.id }, data: { removedAt: null }, select: { id: true } });
  await tx.category.update({ where: { id: thread.categoryId }, data: { threadCount: { increment: 1 } }, select: { id: true } });
  await record(tx, actor, "thread.restored", { type: "THREAD", id: thread.id });
}
