import type { EventName } from "~/features/activity/events";
import { record } from "~/features/activity/record.server";
import type { Transaction } from "~/platform/db.server";
import { announce } from "~/platform/live.server";

import { recount } from "./append.server";
import { countThreads } from "./thread-keeping.server";

/** Who does it; null for the portal itself. */
type Doer = { id: string } | null;

/** A post in its thread, whose row is locked. */
export type PostInThread = {
  id: string;
  number: number;
  thread: { id: string; categoryId: string; contributionId: string | null; acceptedPostId: string | null };
  isThreadRemoved: boolean;
};

/**
 * What a thread makes of a post that has just been taken away: it is counted anew, an answer loses its mark, and where no words are left the
 * thread goes too, at the same moment, by which it is known that both belong together. A guide keeps its discussion. Says whether the thread is gone.
 */
export async function settleLoss(tx: Transaction, doer: Doer, post: PostInThread, { at, event }: { at: Date; event: EventName }) {
  const { id, number, thread, isThreadRemoved } = post;
  await recount(tx, thread.id);
  if (thread.acceptedPostId === id) {
    await tx.thread.update({ where: { id: thread.id }, data: { acceptedPostId: null }, select: { id: true } });
    await record(tx, doer, "thread.answer_withdrawn", { type: "THREAD", id: thread.id }, { post: id });
  }
  await record(tx, doer, event, { type: "POST", id }, { thread: thread.id, number });
  await announce(tx, { what: "changed", thread: thread.id, category: thread.categoryId, number });
  if (isThreadRemoved || thread.contributionId || (await hasWords(tx, thread.id))) return false;

  await tx.thread.update({ where: { id: thread.id }, data: { removedAt: at }, select: { id: true } });
  await countThreads(tx, [[thread.categoryId, -1]]);
  await record(tx, doer, "thread.removed", { type: "THREAD", id: thread.id });
  return true;
}

/** The same of a post that has just come back. A thread that was removed for itself stays so: whoever calls has seen to that. */
export async function settleReturn(tx: Transaction, doer: Doer, post: PostInThread, event: EventName, isThreadBack: boolean) {
  const { id, number, thread } = post;
  if (isThreadBack) {
    await tx.thread.update({ where: { id: thread.id }, data: { removedAt: null }, select: { id: true } });
    await countThreads(tx, [[thread.categoryId, 1]]);
    await record(tx, doer, "thread.restored", { type: "THREAD", id: thread.id });
  }
  await recount(tx, thread.id);
  await record(tx, doer, event, { type: "POST", id }, { thread: thread.id, number });
  await announce(tx, { what: "changed", thread: thread.id, category: thread.categoryId, number });
}

/** Whether a removed thread went because its last words did, and not for itself: it has the moment of its removal in common with a post. */
export async function wentForWantOfWords(tx: Transaction, threadId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isSo: boolean }[]>`
    SELECT t."mergedIntoId" IS NULL AND EXISTS (SELECT 1 FROM "Post" p WHERE p."threadId" = t.id AND p."removedAt" = t."removedAt") AS "isSo"
    FROM "Thread" t WHERE t.id = ${threadId}::uuid AND t."removedAt" IS NOT NULL`;
  return row?.isSo ?? false;
}

const hasWords = async (tx: Transaction, threadId: string) =>
  (await tx.post.count({ where: { threadId, notice: null, removedAt: null }, take: 1 })) > 0;
