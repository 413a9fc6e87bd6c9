import type { Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";

import { type List, NEW_DAYS } from "./lists";
import { seenSpaces, seenThreads } from "./seen.server";

/** What is listed: all that someone sees, one category, or one topic, which has the latest alone. */
export type Scope = { list: List; categoryId?: string; topic?: string };

const MOST_PINNED = 10;

/** In a category or a topic that someone follows, what is older than this is no longer unread to them. */
const UNREAD_DAYS = 30;

const keys: Record<List, Prisma.Sql> = {
  latest: Prisma.sql`t."lastPostAt"`,
  unread: Prisma.sql`t."lastPostAt"`,
  new: Prisma.sql`t."createdAt"`,
  unanswered: Prisma.sql`t."createdAt"`,
  top: Prisma.sql`t.heat`,
};

/**
 * The threads of one page: the CTEs of a statement, of which the last is `page` (id, key, "isOnTop"). Each category is asked for its own first
 * ones along an index, so that no list costs more as threads become many.
 */
export function candidates(viewer: Viewer, scope: Scope, after: string | null, count: number): Prisma.Sql {
  const { list, categoryId, topic } = scope;
  const key = keys[list];
  const order = Prisma.sql`ORDER BY ${key} DESC, t.id DESC LIMIT ${count}`;
  const past = after ? Prisma.sql`(${key}, t.id) < ((SELECT key FROM mark), (SELECT id FROM mark))` : Prisma.sql`TRUE`;
  const conditions = Prisma.sql`t."removedAt" IS NULL AND ${seenThreads(viewer)} AND ${past} AND ${narrowing(viewer, scope)}`;
  const isPinning = categoryId !== undefined && list === "latest";

  return Prisma.sql`
    mark AS MATERIALIZED (SELECT t.id, ${key} AS key FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
      WHERE t.id = ${after}::uuid AND ${seenThreads(viewer)}),
    space AS MATERIALIZED (SELECT k.* FROM "Category" k WHERE ${seenSpaces(viewer)}
      AND ${categoryId ? Prisma.sql`k.id = ${categoryId}::uuid` : topic ? Prisma.sql`TRUE` : notMuted(viewer, "CATEGORY", Prisma.sql`k.id`)}),
    pinned AS MATERIALIZED (${isPinning ? pinned(viewer) : Prisma.sql`SELECT NULL::uuid AS id, NULL::timestamptz AS "pinnedAt" WHERE FALSE`}),
    candidate AS (${
      topic
        ? Prisma.sql`SELECT t.id, ${key} AS key FROM "ThreadTopic" x JOIN "Thread" t ON t.id = x."threadId" JOIN space k ON k.id = t."categoryId"
            WHERE x."termId" = (SELECT m.id FROM "Term" m WHERE m.kind = 'TOPIC' AND m.key = ${topic}) AND ${conditions} AND ${pastOfTopic(after)} ORDER BY x."lastPostAt" DESC, x."threadId" DESC LIMIT ${count}`
        : list === "unread" && viewer
          ? unread(viewer.id, key, conditions, past, order)
          : Prisma.sql`SELECT one.id, one.key FROM space k CROSS JOIN LATERAL (
              SELECT t.id, ${key} AS key FROM "Thread" t WHERE t."categoryId" = k.id AND ${conditions} ${order}) one`
    }),
    page AS (
      (SELECT c.id, c.key, FALSE AS "isOnTop" FROM candidate c ORDER BY c.key DESC, c.id DESC LIMIT ${count})
      ${isPinning && !after ? Prisma.sql`UNION ALL SELECT p.id, p."pinnedAt", TRUE FROM pinned p` : Prisma.empty})`;
}

const pinned = (viewer: Viewer) => Prisma.sql`
  SELECT t.id, t."pinnedAt" FROM space k JOIN "Thread" t ON t."categoryId" = k.id
  WHERE t."removedAt" IS NULL AND t."pinnedAt" IS NOT NULL AND ${seenThreads(viewer)} ORDER BY t."pinnedAt" DESC LIMIT ${MOST_PINNED}`;

/** The index of topics has a copy of the time of the last post. */
const pastOfTopic = (after: string | null) =>
  after ? Prisma.sql`(x."lastPostAt", x."threadId") < ((SELECT key FROM mark), (SELECT id FROM mark))` : Prisma.sql`TRUE`;

function narrowing(viewer: Viewer, { list, categoryId, topic }: Scope): Prisma.Sql {
  const conditions = [Prisma.sql`t.id NOT IN (SELECT id FROM pinned)`];
  if (list === "unanswered") conditions.push(Prisma.sql`t."postCount" <= 1`);
  if (list === "new" && viewer) conditions.push(neverOpened(viewer.id));
  if (!categoryId && !topic) {
    conditions.push(notMuted(viewer, "THREAD", Prisma.sql`t.id`));
    if (viewer)
      conditions.push(
        hasNone(Prisma.sql`SELECT 1 FROM "ThreadTopic" y WHERE y."threadId" = t.id AND y."termId" = ANY(ARRAY(
        SELECT m."subjectId" FROM "Follow" m WHERE m."accountId" = ${viewer.id}::uuid AND m."subjectType" = 'TOPIC' AND m.level = 'MUTED'))`),
      );
  }
  return Prisma.join(conditions, " AND ");
}

const neverOpened = (accountId: string) => Prisma.sql`(t."createdAt" > now() - make_interval(days => ${NEW_DAYS}::int)
  AND t."starterId" IS DISTINCT FROM ${accountId}::uuid
  AND ${hasNone(Prisma.sql`SELECT 1 FROM "Reading" r WHERE r."accountId" = ${accountId}::uuid AND r."threadId" = t.id`)})`;

/** That there is none, looked up for each thread in its turn: as a plain NOT EXISTS it would be joined, and the order of the index given up. */
const hasNone = (rows: Prisma.Sql) => Prisma.sql`(EXISTS (${rows}) IS NOT TRUE)`;

/** As an array that is looked up once: joined, the order of an index would be given up for it. */
const notMuted = (viewer: Viewer, type: "CATEGORY" | "THREAD", id: Prisma.Sql) =>
  viewer
    ? Prisma.sql`NOT (${id} = ANY(ARRAY(SELECT m."subjectId" FROM "Follow" m WHERE m."accountId" = ${viewer.id}::uuid
        AND m."subjectType" = ${type}::"FollowSubject" AND m.level = 'MUTED')))`
    : Prisma.sql`TRUE`;

/** What someone follows, itself or by its category or topic, and has not read to its end. What they chose for a thread goes before its category. */
function unread(accountId: string, key: Prisma.Sql, conditions: Prisma.Sql, past: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  const follows = (type: "CATEGORY" | "TOPIC" | "THREAD") => Prisma.sql`f."accountId" = ${accountId}::uuid
    AND f."subjectType" = ${type}::"FollowSubject" AND f.level IN ('WATCHING', 'TRACKING')`;
  const isUnread = Prisma.sql`t."removedAt" IS NULL AND t."lastNumber" > coalesce(
    (SELECT r."lastNumber" FROM "Reading" r WHERE r."accountId" = ${accountId}::uuid AND r."threadId" = t.id), 0)`;
  const since = Prisma.sql`greatest(f."changedAt", now() - make_interval(days => ${UNREAD_DAYS}::int))`;

  return Prisma.sql`
    SELECT t.id, ${key} AS key FROM (
      SELECT t.id FROM "Follow" f JOIN "Thread" t ON t.id = f."subjectId" WHERE ${follows("THREAD")} AND ${isUnread}
      UNION SELECT one.id FROM "Follow" f CROSS JOIN LATERAL (SELECT t.id FROM "Thread" t
        WHERE t."categoryId" = f."subjectId" AND t."lastPostAt" > ${since} AND ${isUnread} AND ${past} ${order}) one WHERE ${follows("CATEGORY")}
      UNION SELECT one.id FROM "Follow" f CROSS JOIN LATERAL (SELECT t.id FROM "ThreadTopic" x JOIN "Thread" t ON t.id = x."threadId"
        WHERE x."termId" = f."subjectId" AND x."lastPostAt" > ${since} AND ${isUnread} AND ${past} ${order}) one WHERE ${follows("TOPIC")}
    ) followed JOIN "Thread" t ON t.id = followed.id JOIN space k ON k.id = t."categoryId"
    WHERE ${conditions} AND NOT EXISTS (SELECT 1 FROM "Follow" n WHERE n."accountId" = ${accountId}::uuid AND n."subjectType" = 'THREAD'
      AND n."subjectId" = t.id AND n.level IN ('NORMAL', 'MUTED')) ${order}`;
}
