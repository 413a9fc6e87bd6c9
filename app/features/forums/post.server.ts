import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, gone } from "~/platform/errors";

import { type LoadedThread, loadThread } from "./load.server";
import { may } from "./policy";
import { drawWords, isPosted, putWords, takeTurn, type Words } from "./writing.server";

/**
 * Writes a post at the end of a thread, which its writer follows from then on. Sent twice it is one post. Refuses what is hidden (404),
 * who may not (403), a thread that was removed (410), merged, locked or archived (409), words that cannot be taken (422) and haste (429).
 */
export async function replyTo(actor: Actor, threadId: string, input: Words): Promise<{ postId: string }> {
  const reply = { postId: input.id };
  if (await isPosted(db, actor, input)) return reply;
  const { subject } = await db.$transaction((tx) => openThread(tx, actor, threadId));
  await spend(actor, "replies");
  const drawn = await drawWords(actor, input, subject.space.seenBy);

  try {
    await db.$transaction(async (tx) => {
      if ((await takeTurn(tx, actor, drawn, threadId)).isPosted) return;
      const thread = await openThread(tx, actor, threadId);
      const number = await putWords(tx, actor, thread, drawn);
      await record(tx, actor, "post.written", { type: "POST", id: drawn.id }, { thread: thread.id, number });
    });
  } catch (error) {
    if (!isTaken(error) || !(await isPosted(db, actor, input))) throw error;
  }
  return reply;
}

/** A thread in which this person may write now. */
async function openThread(tx: Transaction, actor: Actor, id: string): Promise<LoadedThread> {
  const thread = await loadThread(tx, actor, id);
  const { subject } = thread;
  const open = { ...subject, space: { ...subject.space, isArchived: false }, isLocked: false, isArchived: false, isRemoved: false };
  authorize(may.reply(actor, open));
  if (thread.mergedIntoId) throw conflict("posting.closed.merged");
  if (subject.isRemoved) throw gone("forums.gone.thread");
  if (subject.space.isArchived) throw conflict("posting.closed.category");
  if (subject.isArchived) throw conflict("posting.closed.archived");
  if (!may.reply(actor, subject)) throw conflict("posting.closed.locked");
  return thread;
}
