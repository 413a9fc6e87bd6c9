import { z } from "zod";

import type { Actor } from "~/features/accounts/actor";
import { followAtLeast } from "~/features/notifications/follow.server";
import { markRead } from "~/features/notifications/inbox.server";
import { db, type Transaction } from "~/platform/db.server";

import { seenThread } from "./following.server";

/** As long as one report may speak of, and as much as is counted in all, in seconds. */
const A_REPORT = 60;
const IN_ALL = 86_400;

/** Who reads a thread for five minutes follows it. */
const FOLLOWS_AFTER = 300;

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, "site.form.invalid")
  .transform(Number);

/** How far someone has seen, and, where a script counts them, for how many seconds since its last report. */
export const readingSchema = z.object({ number: wholeNumber, seconds: wholeNumber.optional() });

/**
 * Notes how far someone has read in a thread: never less than before, whatever the device. What they were told of its posts up to there is
 * read too. Five minutes in all make it a thread that they follow. Refuses what is hidden or was removed (404). Gives its address.
 */
export async function noteReading(actor: Actor, threadId: string, { number, seconds = 0 }: z.output<typeof readingSchema>) {
  return db.$transaction(async (tx) => {
    const thread = await seenThread(tx, actor, threadId);
    const upTo = Math.min(number, thread.lastNumber);
    const [reading] = await tx.$queryRaw<{ seconds: number }[]>`
      INSERT INTO "Reading" AS r ("accountId", "threadId", "lastNumber", seconds)
      VALUES (${actor.id}::uuid, ${threadId}::uuid, ${upTo}::int, ${Math.min(seconds, A_REPORT)}::int)
      ON CONFLICT ("threadId", "accountId") DO UPDATE SET "lastNumber" = greatest(r."lastNumber", excluded."lastNumber"),
        seconds = least(r.seconds + excluded.seconds, ${IN_ALL}::int), at = now()
      RETURNING seconds`;
    if ((reading?.seconds ?? 0) >= FOLLOWS_AFTER) await followAtLeast(tx, actor.id, { type: "THREAD", id: threadId }, "TRACKING");
    await markRead(tx, actor.id, await toldUpTo(tx, actor, threadId, upTo));
    return { slug: thread.slug, number: upTo };
  });
}

/** What someone was told of a thread, and has read when they have read up to a number: a line about many posts, only when all of them. */
async function toldUpTo(tx: Transaction, actor: Actor, threadId: string, number: number): Promise<string[]> {
  const lines = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM "Notification" n WHERE n."accountId" = ${actor.id}::uuid AND n."readAt" IS NULL AND (
      (n."subjectType" = 'POST' AND EXISTS (SELECT 1 FROM "Post" p WHERE p.id = n."subjectId" AND p."threadId" = ${threadId}::uuid AND p.number <= ${number}::int))
      OR (n."subjectType" = 'THREAD' AND n."subjectId" = ${threadId}::uuid AND NOT EXISTS (
        SELECT 1 FROM "Post" p WHERE p."threadId" = ${threadId}::uuid AND p.number > ${number}::int
          AND p.notice IS NULL AND p."removedAt" IS NULL AND p."createdAt" <= n.at)))`;
  return lines.map(({ id }) => id);
}
