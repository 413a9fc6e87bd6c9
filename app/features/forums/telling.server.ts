import type { RecordedEvent } from "~/features/activity/queries.server";
import { withdraw, withdrawOne } from "~/features/notifications/inbox.server";
import type { NotificationKind } from "~/features/notifications/kinds";
import { notifyAll } from "~/features/notifications/notify.server";
import { keepsAway } from "~/features/people/distance.server";
import { Prisma } from "~/generated/prisma/client";
import { db } from "~/platform/db.server";

import { levelOfThread, seesThread } from "./audience.server";

const AT_ONCE = 1_000;

/** The strongest reason first: each person is told once of a post. */
const reasons = ["mentioned", "organization_mentioned", "replied", "posted"] as const satisfies NotificationKind[];

/** Tells of a new thread: who is named in its first post, and who follows its category or a topic closely enough. */
export async function tellOfThread(event: RecordedEvent) {
  const first = await db.post.findFirst({ where: { threadId: event.subject.id, number: 1 }, select: { id: true } });
  if (first) await tell(event, first.id, { isFirst: true, isEdit: false });
}

/** Tells of a new post: who is named in it, whom it answers, who watches its thread, category or a topic. */
export const tellOfPost = (event: RecordedEvent) => tell(event, event.subject.id, { isFirst: false, isEdit: false });

/** Tells those who are named in a post since it was edited. */
export const tellOfEdit = (event: RecordedEvent) => tell(event, event.subject.id, { isFirst: false, isEdit: true });

/** Tells someone that their post was received, without saying by whom, or that it answers a thread. */
export async function tellAuthor(event: RecordedEvent, kind: "reacted" | "answered") {
  const id = event.subject.type === "POST" ? event.subject.id : event.details.post;
  if (typeof id !== "string") return;
  const [author] = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM "Post" p JOIN "Account" a ON a.id = p."authorId" JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE p.id = ${id}::uuid AND ${isThere} AND a.id IS DISTINCT FROM ${event.actorId}::uuid AND ${seesThread()} AND ${levelOfThread()} <> 'MUTED'
      AND NOT ${keepsAway(event.actorId)}`;
  if (!author) return;
  const news = { accountId: author.id, kind, subject: { type: "POST", id }, actorId: event.actorId } as const;
  await db.$transaction((tx) => notifyAll(tx, [news], event.at));
}

/** Takes back what was told of a reaction that was taken back. */
export async function withdrawReaction({ subject }: RecordedEvent) {
  await db.$transaction((tx) => withdrawOne(tx, "reacted", { type: "POST", id: subject.id }, new Date(0)));
}

/** Takes back what was told of a post that was removed, from those who have not read it. */
export async function withdrawPost({ subject }: RecordedEvent) {
  const post = await db.post.findUnique({ where: { id: subject.id }, select: { threadId: true, createdAt: true, removedAt: true } });
  if (!post?.removedAt) return;
  await db.$transaction(async (tx) => {
    await withdraw(tx, [{ type: "POST", id: subject.id }]);
    await withdrawOne(tx, "posted", { type: "THREAD", id: post.threadId }, post.createdAt);
  });
}

/** Takes back what was told of a thread that was removed. */
export async function withdrawThread({ subject }: RecordedEvent) {
  const thread = await db.thread.findUnique({ where: { id: subject.id }, select: { removedAt: true } });
  if (!thread?.removedAt) return;
  const told = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT p.id FROM "Notification" n JOIN "Post" p ON p.id = n."subjectId"
    WHERE n."subjectType" = 'POST' AND n."readAt" IS NULL AND p."threadId" = ${subject.id}::uuid`;
  const posts = told.map(({ id }) => ({ type: "POST" as const, id }));
  await db.$transaction((tx) => withdraw(tx, [...posts, { type: "THREAD", id: subject.id }]));
}

type Occasion = { isFirst: boolean; isEdit: boolean };

/** A thousand at a time, each in a transaction of its own: said again, it changes nothing for those who were told. */
async function tell(event: RecordedEvent, postId: string, occasion: Occasion) {
  const everyone = await concerned(postId, occasion);
  for (let begin = 0; begin < everyone.length; begin += AT_ONCE) {
    const people = await listening(event, postId, occasion, everyone.slice(begin, begin + AT_ONCE));
    const news = people.map(({ accountId, threadId, reason }) => {
      const kind: NotificationKind = reasons[reason] === "posted" && occasion.isFirst ? "started" : (reasons[reason] ?? "posted");
      const subject = kind === "posted" ? ({ type: "THREAD", id: threadId } as const) : ({ type: "POST", id: postId } as const);
      return { accountId, kind, subject, actorId: event.actorId };
    });
    await db.$transaction((tx) => notifyAll(tx, news, event.at));
  }
}

const isThere = Prisma.sql`p.notice IS NULL AND p."removedAt" IS NULL AND t."removedAt" IS NULL`;

type Concerned = { accountId: string; reason: number };

/** Whom a post might concern, for the strongest reason, in the order of their ids: who is named or answered, and who follows. Of an edit, who is named. */
function concerned(postId: string, { isEdit }: Occasion): Promise<Concerned[]> {
  const followed = Prisma.sql`
    UNION ALL SELECT r."authorId", 2 FROM "Post" r JOIN post ON post."replyToId" = r.id WHERE r."authorId" IS NOT NULL
    UNION ALL SELECT f."accountId", 3 FROM post JOIN "Follow" f ON (f."subjectType", f."subjectId") IN (
      SELECT 'THREAD'::"FollowSubject", post."threadId" UNION ALL SELECT 'CATEGORY', post."categoryId"
      UNION ALL SELECT 'TOPIC', y."termId" FROM "ThreadTopic" y WHERE y."threadId" = post."threadId")
      AND f.level IN ('WATCHING', 'WATCHING_FIRST')`;

  return db.$queryRaw<Concerned[]>`
    WITH post AS (SELECT p.id, p."threadId", p."replyToId", t."categoryId" FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" WHERE p.id = ${postId}::uuid AND ${isThere})
    SELECT "accountId", min(reason) AS reason FROM (
      SELECT x."accountId", 0 AS reason FROM post JOIN "PostMention" x ON x."postId" = post.id WHERE x."accountId" IS NOT NULL
      UNION ALL SELECT m."accountId", 1 FROM post JOIN "PostMention" x ON x."postId" = post.id
        JOIN "Membership" m ON m."organizationId" = x."organizationId" AND m."isSteward"
        JOIN "Organization" o ON o.id = m."organizationId" AND o.status = 'MEMBER'
      ${isEdit ? Prisma.empty : followed}) c
    GROUP BY 1 ORDER BY 1`;
}

/** Those of them who may see the post and want to hear of it, and of who wrote it. Of an edit, who was not told of the post before. */
function listening({ actorId }: RecordedEvent, postId: string, { isFirst, isEdit }: Occasion, people: Concerned[]) {
  const isNew = Prisma.sql`NOT EXISTS (
    SELECT 1 FROM "Notification" n WHERE n."accountId" = a.id AND n."subjectType" = 'POST' AND n."subjectId" = ${postId}::uuid)`;

  return db.$queryRaw<(Concerned & { threadId: string })[]>`
    SELECT a.id AS "accountId", c.reason, t.id AS "threadId"
    FROM unnest(${people.map(({ accountId }) => accountId)}::uuid[], ${people.map(({ reason }) => reason)}::int[]) AS c ("accountId", reason)
      JOIN "Account" a ON a.id = c."accountId"
      JOIN "Post" p ON p.id = ${postId}::uuid JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
      CROSS JOIN LATERAL (SELECT ${levelOfThread()} AS level) follows
    WHERE ${isThere} AND a.id IS DISTINCT FROM ${actorId}::uuid AND follows.level <> 'MUTED'
      AND (c.reason < 3 OR follows.level = 'WATCHING' OR (${isFirst} AND follows.level = 'WATCHING_FIRST'))
      AND ${seesThread()} AND NOT ${keepsAway(actorId)} AND (NOT ${isEdit} OR ${isNew})`;
}
