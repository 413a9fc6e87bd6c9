import { db } from "~/platform/db.server";

type Said = { id: string; number: number; after: number };

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** So many days ago, in the daytime of Canada; each post some odd minutes later, as it comes when people write. */
function timeOf(days: number, { number, after }: Said): Date {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const begun = today - days * DAY_MS + (13 + ((days * 5) % 8)) * HOUR_MS;
  return new Date(begun + after * HOUR_MS + ((number * 17 + days * 7) % 60) * 60_000);
}

/**
 * Dates a thread, and all that was done in it, as if it had begun so many days ago: for the demo world alone, where everything was said in
 * the same second. Whoever wrote there has read up to their own last words.
 */
export async function moveIntoThePast(threadId: string, days: number, posts: Said[]) {
  const ids = posts.map(({ id }) => id);
  const times = posts.map((post) => timeOf(days, post));
  await db.$transaction([
    db.$executeRaw`
      UPDATE "Post" p SET "createdAt" = s.at FROM unnest(${ids}::uuid[], ${times}::timestamptz[]) AS s (id, at) WHERE p.id = s.id`,
    // A notice stands where it was put: behind the last words.
    db.$executeRaw`
      UPDATE "Post" p SET "createdAt" = (SELECT max(w."createdAt") FROM "Post" w WHERE w."threadId" = p."threadId" AND w.notice IS NULL) + interval '1 hour'
      WHERE p."threadId" = ${threadId}::uuid AND p.notice IS NOT NULL`,
    db.$executeRaw`
      UPDATE "Thread" t SET "createdAt" = n.first, "lastPostAt" = n.last, heat = t.heat + extract(epoch FROM n.first - t."createdAt") / 2592000,
        "pinnedAt" = t."pinnedAt" + (n.first - t."createdAt"), "lockedAt" = t."lockedAt" + (n.last - t."createdAt")
      FROM (SELECT min("createdAt") AS first, max("createdAt") AS last FROM "Post" WHERE "threadId" = ${threadId}::uuid AND notice IS NULL) n
      WHERE t.id = ${threadId}::uuid`,
    db.$executeRaw`
      UPDATE "ThreadTopic" x SET "lastPostAt" = t."lastPostAt" FROM "Thread" t WHERE t.id = x."threadId" AND t.id = ${threadId}::uuid`,
    db.$executeRaw`
      UPDATE "Participant" i SET "lastAt" = n.last FROM (
        SELECT "authorId", max("createdAt") AS last FROM "Post" WHERE "threadId" = ${threadId}::uuid GROUP BY 1) n
      WHERE i."threadId" = ${threadId}::uuid AND i."accountId" = n."authorId"`,
    db.$executeRaw`
      UPDATE "Reaction" r SET at = least(now(), p."createdAt" + interval '3 hours') FROM "Post" p WHERE p.id = r."postId" AND p."threadId" = ${threadId}::uuid`,
    db.$executeRaw`
      UPDATE "PollVote" v SET at = least(now(), p."createdAt" + interval '5 hours') FROM "Post" p WHERE p.id = v."postId" AND p."threadId" = ${threadId}::uuid`,
    db.$executeRaw`
      INSERT INTO "Reading" ("accountId", "threadId", "lastNumber", seconds, at)
      SELECT p."authorId", p."threadId", max(p.number), 60, max(p."createdAt") FROM "Post" p
      WHERE p."threadId" = ${threadId}::uuid AND p.notice IS NULL AND p."authorId" IS NOT NULL GROUP BY 1, 2
      ON CONFLICT ("threadId", "accountId") DO UPDATE SET "lastNumber" = excluded."lastNumber", at = excluded.at`,
  ]);
}
