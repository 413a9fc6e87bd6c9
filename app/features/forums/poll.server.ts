import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import type { PollResults } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, found, unprocessable } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import { type LoadedPost, loadPost } from "./load.server";
import { may } from "./policy";
import { authorizeWhileOpen } from "./still-open";

export type PollInput = { question: string; options: string[]; isMultiple: boolean; results: PollResults; closesAt: Date | null };

/** Puts a poll under a post that was written in this transaction. */
export async function openPoll(tx: Transaction, postId: string, { options, ...poll }: PollInput) {
  await tx.poll.create({ data: { postId, ...poll }, select: { postId: true } });
  await tx.pollOption.createMany({ data: options.map((label, position) => ({ postId, position, label })) });
}

/**
 * Votes, or votes anew: what someone chose before makes place. Refuses what is hidden or no poll (404), who is silenced (403), a poll that
 * has closed or whose post was removed or rests (409), no answer, too many, or one of another poll (422), and haste (429).
 */
export async function vote(actor: Actor, postId: string, optionIds: string[]) {
  await spend(actor, "votes");
  await db.$transaction(async (tx) => {
    const post = await loadPost(tx, actor, postId);
    authorizeWhileOpen(may.vote, actor, post.subject);
    const poll = await pollOf(tx, postId);
    if (isClosed(poll)) throw conflict("polls.poll.error.closed");
    const chosen = new Set(optionIds);
    if (chosen.size === 0) throw unprocessable("polls.poll.error.choose");
    if (chosen.size > 1 && !poll.isMultiple) throw unprocessable("polls.poll.error.chooseOne");
    if (poll.options.filter(({ id }) => chosen.has(id)).length < chosen.size) throw unprocessable("polls.poll.error.unknown");

    await count(tx, actor, post, chosen);
  });
}

/** Puts this person's choice in the place of their last one. The thread is locked, so that nobody else counts meanwhile. */
async function count(tx: Transaction, actor: Actor, post: LoadedPost, chosen: Set<string>) {
  const own = { postId: post.id, accountId: actor.id };
  const before = new Set((await tx.pollVote.findMany({ where: own, select: { optionId: true } })).map(({ optionId }) => optionId));
  const given = [...chosen].filter((id) => !before.has(id));
  const taken = [...before].filter((id) => !chosen.has(id));
  if (given.length + taken.length === 0) return;

  await tx.pollVote.deleteMany({ where: { ...own, optionId: { in: taken } } });
  await tx.pollVote.createMany({ data: given.map((optionId) => ({ ...own, optionId })) });
  await tx.pollOption.updateMany({ where: { id: { in: taken } }, data: { votes: { decrement: 1 } } });
  await tx.pollOption.updateMany({ where: { id: { in: given } }, data: { votes: { increment: 1 } } });
  if (before.size === 0) await tx.poll.update({ where: { postId: post.id }, data: { voters: { increment: 1 } } });
  // What someone chose is told to nobody, the record included.
  await record(tx, actor, "poll.voted", { type: "POST", id: post.id }, { thread: post.thread.id });
  await tell(tx, post);
}

/**
 * Closes a poll before its time; one that is closed stays as it is. Refuses what is hidden or no poll (404), who neither wrote it nor keeps
 * the place (403), and a post that was removed or rests (409).
 */
export async function closePoll(actor: Actor, postId: string) {
  await db.$transaction(async (tx) => {
    const post = await loadPost(tx, actor, postId);
    authorizeWhileOpen(may.openToAll, actor, post.subject);
    const poll = await pollOf(tx, postId);
    if (isClosed(poll)) return;

    await tx.poll.update({ where: { postId }, data: { closesAt: new Date() }, select: { postId: true } });
    await record(tx, actor, "poll.closed", { type: "POST", id: postId }, { thread: post.thread.id });
    await tell(tx, post);
  });
}

const pollOf = async (tx: Transaction, postId: string) =>
  found(await tx.poll.findUnique({ where: { postId }, select: { isMultiple: true, closesAt: true, options: { select: { id: true } } } }));

const isClosed = ({ closesAt }: { closesAt: Date | null }) => closesAt !== null && closesAt.getTime() <= Date.now();

const tell = (tx: Transaction, { number, thread }: LoadedPost) =>
  announce(tx, { what: "changed", thread: thread.id, category: thread.categoryId, number });
