import { Prisma } from "~/generated/prisma/client";
import type { NoticeKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { announce } from "~/platform/live.server";

/** Ten times as much thanks and answers weigh as much as this many seconds (30 days). */
const HEAT_SECONDS = 2_592_000;

/** A thread whose row is locked. */
type Locked = { id: string; categoryId: string; lastNumber: number };

export type NewPost = {
  id: string;
  authorId: string;
  language: Language;
  body: string;
  html: string;
  text: string;
  renderer: number;
  replyToId: string | null;
};

/**
 * Puts a post at the end of a locked thread and counts it: in the thread, its participants, its topics. Gives its number. Open pages are told.
 * The caller has asked the policy, and records the event.
 */
export async function appendPost(tx: Transaction, thread: Locked, post: NewPost): Promise<number> {
  const number = thread.lastNumber + 1;
  const now = new Date();
  await tx.post.create({ data: { ...post, threadId: thread.id, number, createdAt: now }, select: { id: true } });
  await tx.$executeRaw`
    UPDATE "Thread" t SET "lastNumber" = ${number}, "postCount" = t."postCount" + 1, "lastPostAt" = ${now}, "lastPosterId" = ${post.authorId}::uuid,
      heat = ${heatOf(Prisma.sql`t."postCount" + 1`, Prisma.sql`t."reactionCount"`)}
    WHERE t.id = ${thread.id}::uuid`;
  await tx.$executeRaw`
    INSERT INTO "Participant" ("threadId", "accountId", posts, "lastAt") VALUES (${thread.id}::uuid, ${post.authorId}::uuid, 1, ${now})
    ON CONFLICT ("threadId", "accountId") DO UPDATE SET posts = "Participant".posts + 1, "lastAt" = excluded."lastAt"`;
  await tx.threadTopic.updateMany({ where: { threadId: thread.id }, data: { lastPostAt: now } });
  await announce(tx, { what: "post", thread: thread.id, category: thread.categoryId, number });
  return number;
}

/** Puts a notice at the end of a locked thread: what happened to it, by whom, and the other thread it speaks of. It does not move the thread up. */
export async function appendNotice(
  tx: Transaction,
  thread: Locked & { language: Language },
  { notice, actorId, otherThreadId = null }: { notice: NoticeKind; actorId: string; otherThreadId?: string | null },
): Promise<number> {
  const number = thread.lastNumber + 1;
  await tx.post.create({
    data: {
      threadId: thread.id,
      number,
      notice,
      otherThreadId,
      authorId: actorId,
      language: thread.language,
      body: "",
      html: "",
      renderer: 0,
    },
    select: { id: true },
  });
  await tx.thread.update({ where: { id: thread.id }, data: { lastNumber: number }, select: { id: true } });
  await announce(tx, { what: "post", thread: thread.id, category: thread.categoryId, number });
  return number;
}

/** Counts a thread anew from its posts, when some came, went, or were removed: posts, reactions, the last one, participants. */
export async function recount(tx: Transaction, threadId: string) {
  await tx.$executeRaw`
    UPDATE "Thread" t SET "postCount" = n.posts, "reactionCount" = n.reactions, "lastPostAt" = coalesce(n."lastAt", t."createdAt"),
      "lastPosterId" = (SELECT p."authorId" FROM "Post" p WHERE p."threadId" = t.id AND p.notice IS NULL AND p."removedAt" IS NULL ORDER BY p.number DESC LIMIT 1),
      heat = ${heatOf(Prisma.sql`n.posts`, Prisma.sql`n.reactions`)}
    FROM (
      SELECT count(*)::int AS posts, max(p."createdAt") AS "lastAt",
        coalesce(sum((SELECT sum(value::int) FROM jsonb_each_text(p.reactions))), 0)::int AS reactions
      FROM "Post" p WHERE p."threadId" = ${threadId}::uuid AND p.notice IS NULL AND p."removedAt" IS NULL) n
    WHERE t.id = ${threadId}::uuid`;
  await tx.participant.deleteMany({ where: { threadId } });
  await tx.$executeRaw`
    INSERT INTO "Participant" ("threadId", "accountId", posts, "lastAt")
    SELECT p."threadId", p."authorId", count(*)::int, max(p."createdAt") FROM "Post" p
    WHERE p."threadId" = ${threadId}::uuid AND p."authorId" IS NOT NULL AND p.notice IS NULL AND p."removedAt" IS NULL GROUP BY 1, 2`;
  await tx.$executeRaw`
    UPDATE "ThreadTopic" x SET "lastPostAt" = t."lastPostAt" FROM "Thread" t WHERE t.id = x."threadId" AND x."threadId" = ${threadId}::uuid`;
}

/** The order of "top" for thread `t`: a piece of SQL. Young threads need less to stand high, so the list stays fresh by itself. */
export const heatOf = (posts: Prisma.Sql, reactions: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`log(greatest(1, ${posts} - 1 + ${reactions})::numeric)::float8 + extract(epoch FROM t."createdAt")::float8 / ${HEAT_SECONDS}::float8`;
