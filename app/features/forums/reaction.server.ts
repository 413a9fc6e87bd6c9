import { z } from "zod";

import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import { isBlockedBy } from "~/features/people/distance.server";
import type { ReactionKind } from "~/generated/prisma/enums";
import { Prisma } from "~/generated/prisma/client";
import { db, type Transaction } from "~/platform/db.server";
import { forbidden } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import { heatOf } from "./append.server";
import { reactionKinds } from "./limits";
import { type LoadedPost, loadPost } from "./load.server";
import { may } from "./policy";
import { authorizeWhileOpen } from "./still-open";

export const reactionSchema = z.object({
  kind: z.enum(reactionKinds, "polls.reactions.unknown"),
  value: z.enum(["on", "off"], "polls.reactions.unknown"),
});

/**
 * Gives a reaction to a post, or takes it back; asked twice for the same it changes nothing. Refuses what is hidden (404), one's own post
 * and who is silenced or was blocked by its author (403), a post that was removed or rests (409), and more than 60 in a minute (429).
 */
export async function reactTo(actor: Actor, postId: string, { kind, value }: z.output<typeof reactionSchema>) {
  await spend(actor, "reactions");
  await db.$transaction(async (tx) => {
    const post = await loadPost(tx, actor, postId);
    authorizeWhileOpen(may.react, actor, post.subject);

    const isGiven = value === "on";
    if (isGiven && (await isBlockedBy(tx, actor, post.subject.authorId))) throw forbidden("flags.distances.refused");
    const key = { postId, accountId: actor.id, kind };
    const { count } = isGiven
      ? await tx.reaction.createMany({ data: key, skipDuplicates: true })
      : await tx.reaction.deleteMany({ where: key });
    if (count === 0) return;

    await countReaction(tx, post, kind, isGiven ? 1 : -1);
    const details = { thread: post.thread.id, kind };
    await record(tx, actor, isGiven ? "post.reacted" : "post.reaction_withdrawn", { type: "POST", id: postId }, details);
  });
}

/** Counts in the post and in its thread, whose row is locked. */
async function countReaction(tx: Transaction, { id, number, reactions, thread }: LoadedPost, kind: ReactionKind, step: 1 | -1) {
  const { [kind]: before = 0, ...others } = reactions;
  const now = Math.max(0, before + step);
  await tx.post.update({ where: { id }, data: { reactions: now > 0 ? { ...others, [kind]: now } : others }, select: { id: true } });
  const total = Prisma.sql`greatest(0, t."reactionCount" + ${now - before}::int)`;
  await tx.$executeRaw`
    UPDATE "Thread" t SET "reactionCount" = ${total}, heat = ${heatOf(Prisma.sql`t."postCount"`, total)} WHERE t.id = ${thread.id}::uuid`;
  await announce(tx, { what: "changed", thread: thread.id, category: thread.categoryId, number });
}
