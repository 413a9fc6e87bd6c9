import type { Actor } from "~/features/accounts/actor";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, gone, notFound } from "~/platform/errors";

import { type LoadedPost, loadPost } from "./load.server";
import { may } from "./policy";
import { mayRestore, type Removal, restorableUntil } from "./restoring";
import { type PostInThread, settleLoss, settleReturn, wentForWantOfWords } from "./taking-away.server";

/**
 * Takes the words of a post away; its number stays. The only post of a thread takes the thread with it (but a guide
 * keeps its discussion), an answer its mark. Done twice, it is done once; what moderation hides does not come back then. Refuses what is hidden (404) and who may not (403).
 */
export async function removePost(actor: Actor, id: string): Promise<{ isThreadGone: boolean }> {
  return db.$transaction(async (tx) => {
    const post = await loadOwn(tx, actor, id);
    const { subject } = post;
    const isMended = subject.measure === "HIDDEN" && subject.authorId === actor.id;
    if (subject.isPostRemoved && !isMended) {
      // What its author took away, and a steward takes away as well, its author does not bring back.
      const isToo = subject.authorId !== actor.id && subject.measure === null;
      if (isToo) await tx.post.update({ where: { id }, data: { removerId: actor.id }, select: { id: true } });
      return { isThreadGone: subject.isRemoved };
    }

    const removedAt = new Date();
    await tx.post.update({ where: { id }, data: { removedAt, removerId: actor.id }, select: { id: true } });
    return { isThreadGone: await settleLoss(tx, actor, inThread(post), { at: removedAt, event: "post.removed" }) };
  });
}

/**
 * Puts a removed post back, and its thread where that went with it. Refuses what is hidden (404), who may not or no longer may (403), what
 * moderation took away (409), and a thread that was removed for itself (410).
 */
export async function restorePost(actor: Actor, id: string) {
  await db.$transaction(async (tx) => {
    const post = await loadOwn(tx, actor, id);
    const { thread, subject } = post;
    const removal = await removalOf(tx, id);
    if (!removal) return;
    if (subject.measure) throw conflict("hiding.conflict.held");
    authorize(mayRestore(actor, subject, removal));
    const isThreadBack = subject.isRemoved && (await wentForWantOfWords(tx, thread.id));
    if (subject.isRemoved && !isThreadBack && !may.restore(actor, subject)) throw gone("forums.gone.thread");

    await tx.post.update({ where: { id }, data: { removedAt: null, removerId: null }, select: { id: true } });
    await settleReturn(tx, actor, inThread(post), "post.restored", isThreadBack);
  });
}

/** What the page that asks before a removal, or offers to undo one, shows. Refuses what is hidden (404) and who may not (403). */
export async function getRemoval(actor: Actor, id: string) {
  return db.$transaction(async (tx) => {
    const { number, thread, subject } = await loadOwn(tx, actor, id);
    const isMended = subject.measure === "HIDDEN" && subject.authorId === actor.id;
    const removal = isMended ? null : await removalOf(tx, id);
    const { slug, title, language } = thread;
    const others = await tx.post.count({ where: { threadId: thread.id, notice: null, removedAt: null, id: { not: id } } });

    return {
      number,
      thread: { id: thread.id, slug, title, language, isRemoved: subject.isRemoved },
      isHidden: isMended,
      isOwn: subject.authorId === actor.id,
      isLast: others === 0 && !thread.contributionId,
      isAccepted: thread.acceptedPostId === id,
      removed: removal && {
        mayRestore: mayRestore(actor, subject, removal),
        until: may.restore(actor, subject) ? null : restorableUntil(removal).toISOString(),
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

const inThread = ({ id, number, thread, subject }: LoadedPost): PostInThread => ({
  id,
  number,
  thread,
  isThreadRemoved: subject.isRemoved,
});
