import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import { isBlockedBy } from "~/features/people/distance.server";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, forbidden, gone } from "~/platform/errors";

import { holdWords } from "./hold.server";
import { type LoadedThread, loadThread } from "./load.server";
import { may } from "./policy";
import { becameOf, takeTurn } from "./turn.server";
import { type Drawn, drawWords, putWords, type Words } from "./writing.server";

/** `held`: the words wait for a moderator, and nobody else sees them yet. */
export type Replied = { postId: string; held: boolean };

/**
 * Writes a post at the end of a thread, which its writer follows from then on. Sent twice it is one post. What a moderator looks at first is held.
 * Refuses what is hidden (404), who may not, or answers someone who blocked them (403), a thread that was removed (410), merged, locked or archived
 * (409), words that cannot be taken (422) and haste (429).
 */
export async function replyTo(actor: Actor, threadId: string, input: Words): Promise<Replied> {
  const postId = input.id;
  const became = await becameOf(db, actor, input);
  if (became) return { postId, held: became === "HELD" };
  const { subject } = await db.$transaction((tx) => openThread(tx, actor, threadId));
  await refuseUnwanted(actor, input);
  await spend(actor, "replies");
  const drawn = await drawWords(actor, input, subject.space.seenBy);

  try {
    return await db.$transaction(async (tx) => {
      const turn = await takeTurn(tx, actor, drawn, { threadId });
      if (turn.became) return { postId, held: turn.became === "HELD" };
      const thread = await openThread(tx, actor, threadId);
      const held = turn.reasons.length > 0;
      if (held) await holdWords(tx, actor, { kind: "REPLY", threadId: thread.id }, drawn, turn.reasons);
      else await writeReply(tx, actor, thread, drawn);
      return { postId, held };
    });
  } catch (error) {
    const became = isTaken(error) ? await becameOf(db, actor, input) : null;
    if (!became) throw error;
    return { postId, held: became === "HELD" };
  }
}

/** Puts a reply into a locked thread, and records it. Whoever calls has asked the policy. */
export async function writeReply(tx: Transaction, actor: Actor, thread: LoadedThread, drawn: Drawn) {
  const number = await putWords(tx, actor, thread, drawn);
  await record(tx, actor, "post.written", { type: "POST", id: drawn.id }, { thread: thread.id, number });
}

/** Whoever has blocked someone is not answered by them. */
async function refuseUnwanted(actor: Actor, { replyTo: id = null }: Words) {
  const answered = id === null ? null : await db.post.findUnique({ where: { id }, select: { authorId: true } });
  if (answered && (await isBlockedBy(db, actor, answered.authorId))) throw forbidden("flags.distances.refusedReply");
}

/** A thread in which this person may write now. Refuses like replyTo. */
export async function openThread(tx: Transaction, actor: Actor, id: string): Promise<LoadedThread> {
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
