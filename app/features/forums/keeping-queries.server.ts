import type { Actor } from "~/features/accounts/actor";
import type { Circle, NoticeKind } from "~/generated/prisma/enums";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, conflict, found, gone, notFound } from "~/platform/errors";

import { keepersOf } from "./keepers.server";
import { POSTS_A_PAGE, pageOf } from "./limits";
import { changeOf } from "./narrowing";
import { may, type Space, type ThreadSubject } from "./policy";
import { seenSpaces, seenThreads } from "./seen.server";

const MOST_FOUND = 10;

type Row = Omit<Space, "isArchived"> & {
  id: string;
  slug: string;
  title: string;
  language: Language;
  categoryId: string;
  category: string;
  contributionId: string | null;
  starterId: string | null;
  topics: string[];
  lastNumber: number;
  postCount: number;
  isAlone: boolean;
  isLocked: boolean;
  isRested: boolean;
  isRemoved: boolean;
  isMerged: boolean;
  isArchived: boolean;
};

type Loaded = { subject: ThreadSubject; thread: Row };

async function getThread(actor: Actor, language: Language, id: string): Promise<Loaded> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT t.id, t.slug, t.title, t.language, t."categoryId", f.name AS category, t."contributionId", t."starterId", t."lastNumber", t."postCount",
      t."lockedAt" IS NOT NULL AS "isLocked", t."archivedAt" IS NOT NULL AS "isRested", t."removedAt" IS NOT NULL AS "isRemoved",
      t."mergedIntoId" IS NOT NULL AS "isMerged",
      NOT EXISTS (SELECT 1 FROM "Participant" i WHERE i."threadId" = t.id AND i."accountId" <> ${actor.id}::uuid) AS "isAlone",
      ARRAY(SELECT m.key FROM "ThreadTopic" x JOIN "Term" m ON m.id = x."termId" WHERE x."threadId" = t.id ORDER BY m.position) AS topics,
      k.kind, k."organizationId", k."seenBy", k."startedBy", k."repliedBy", k."archivedAt" IS NOT NULL AS "isArchived"
    FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
    WHERE t.id = ${id}::uuid AND ${seenThreads(actor)}`;
  const thread = found(row);
  const { kind, organizationId, seenBy, startedBy, repliedBy, isArchived } = thread;
  const space: Space = { kind, organizationId, seenBy, startedBy, repliedBy, isArchived };
  const { starterId, isLocked, isRested, isRemoved } = thread;
  const subject = { space, starterId, isLocked, isArchived: isRested, isRemoved, hasOwnHidden: false };
  if (isRemoved && !may.readRemoved(actor, subject)) throw gone("forums.gone.thread");
  return { thread, subject };
}

/** Refuses what was removed or merged (409): there is nothing to change there. */
function refuseAway({ isMerged, isRemoved }: Row) {
  if (isMerged) throw conflict("threads.conflict.merged");
  if (isRemoved) throw conflict("threads.conflict.removed");
}

async function getKept(actor: Actor, language: Language, id: string): Promise<Loaded> {
  const loaded = await getThread(actor, language, id);
  authorize(may.keep(actor, loaded.subject.space));
  refuseAway(loaded.thread);
  return loaded;
}

/** What the form for title and topics begins with. Refuses what is hidden (404, 410), who may not (403), and what is removed or merged (409). */
export async function getForRenaming(actor: Actor, language: Language, id: string) {
  const { subject, thread } = await getThread(actor, language, id);
  authorize(may.rename(actor, subject));
  refuseAway(thread);
  return { id, slug: thread.slug, title: thread.title, language: thread.language, topics: thread.topics };
}

/** What is asked before a thread is taken away. Refuses likewise. */
export async function getForRemoval(actor: Actor, language: Language, id: string) {
  const { subject, thread } = await getThread(actor, language, id);
  const { isAlone, contributionId, slug, title, postCount } = thread;
  authorize(may.removeThread(actor, subject, { isAlone, isDiscussion: contributionId !== null }));
  refuseAway(thread);
  return { id, slug, title, language: thread.language, posts: postCount };
}

export type Destination = { id: string; name: string; seenBy: Circle; change: "same" | "narrower" | "wider" };

/** Where a thread may be moved to. Refuses what is hidden (404), who does not keep it (403), what is removed or merged, and a guide's discussion (409). */
export async function getForMoving(actor: Actor, language: Language, id: string) {
  const { thread, subject } = await getKept(actor, language, id);
  if (subject.space.kind === "DISCUSSIONS") throw conflict("threads.conflict.discussion");
  const destinations = await listDestinations(actor, language, subject.space);
  return {
    ...{ id, slug: thread.slug, title: thread.title, language: thread.language, category: thread.category, seenBy: thread.seenBy },
    destinations: destinations.filter((one) => one.id !== thread.categoryId),
  };
}

/** The open categories on the same side of an organization's border that someone keeps, in their order. */
async function listDestinations(actor: Actor, language: Language, from: Space): Promise<Destination[]> {
  const rows = await db.$queryRaw<Omit<Destination, "change">[]>`
    SELECT k.id, f.name, k."seenBy" FROM "Category" k JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
    WHERE ${seenSpaces(actor)} AND ${keepersOf(actor)} AND k.kind = 'FORUM' AND k."archivedAt" IS NULL
      AND k."organizationId" IS NOT DISTINCT FROM ${from.organizationId}::uuid
    ORDER BY k.position, f.name`;
  return rows.map((row) => ({ ...row, change: changeOf(from.seenBy, row.seenBy) }));
}

type Target = { id: string; slug: string; title: string; language: Language; category: string; seenBy: Circle; posts: number };

/** A thread to merge, those found to merge it into, or the one chosen. Refuses as above, and the discussion of a guide (409). */
export async function getForMerging(
  actor: Actor,
  language: Language,
  id: string,
  { sought, into }: { sought: string; into: string | null },
) {
  const { thread, subject } = await getKept(actor, language, id);
  if (thread.contributionId) throw conflict("threads.conflict.discussionStays");

  const address = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(into ?? sought)?.[0].toLowerCase();
  if (into !== null && !address) throw notFound();
  const which = address
    ? Prisma.sql`t.id = ${address}::uuid`
    : Prisma.sql`t.searchable @@ (websearch_to_tsquery('portal_en', ${sought}) || websearch_to_tsquery('portal_fr', ${sought}))`;
  const targets =
    address || sought.trim()
      ? await db.$queryRaw<Target[]>`
        SELECT t.id, t.slug, t.title, t.language, f.name AS category, k."seenBy", t."postCount" AS posts
        FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
        WHERE ${which} AND t.id <> ${id}::uuid AND t."removedAt" IS NULL AND t."archivedAt" IS NULL AND ${seenThreads(actor)} AND ${keepersOf(actor)}
          AND k."organizationId" IS NOT DISTINCT FROM ${subject.space.organizationId}::uuid
        ORDER BY t."lastPostAt" DESC LIMIT ${MOST_FOUND}`
      : [];
  const chosen = into === null ? null : found(targets[0]);
  return {
    ...{ id, slug: thread.slug, title: thread.title, language: thread.language, posts: thread.postCount, seenBy: thread.seenBy },
    found: chosen ? [] : targets,
    into: chosen && { ...chosen, change: changeOf(thread.seenBy, chosen.seenBy) },
  };
}

export type SplitPost = {
  id: string;
  number: number;
  name: string | null;
  language: Language;
  text: string;
  isRemoved: boolean;
  createdAt: Date;
  notice: NoticeKind | null;
};

/** One page of a thread to choose posts from, and where they may go. The post with which the thread begins cannot be chosen. Refuses likewise. */
export async function getForSplitting(actor: Actor, language: Language, id: string, wanted: number) {
  const { thread, subject } = await getKept(actor, language, id);
  const pages = pageOf(thread.lastNumber);
  const page = Math.min(wanted, pages);
  const [rows, destinations] = await Promise.all([
    db.$queryRaw<SplitPost[]>`
      SELECT p.id, p.number, a.name, p.language, left(p.text, 200) AS text, p."removedAt" IS NOT NULL AS "isRemoved", p."createdAt", p.notice
      FROM "Post" p LEFT JOIN "Account" a ON a.id = p."authorId"
      WHERE p."threadId" = ${id}::uuid AND p.number > ${(page - 1) * POSTS_A_PAGE} AND p.number <= ${page * POSTS_A_PAGE} AND p.notice IS NULL ORDER BY p.number`,
    listDestinations(actor, language, subject.space),
  ]);
  const start = await db.post.findFirst({ where: { threadId: id, notice: null }, orderBy: { number: "asc" }, select: { id: true } });
  return {
    ...{ id, slug: thread.slug, title: thread.title, language: thread.language, categoryId: thread.categoryId, page, pages, destinations },
    posts: rows.map(({ createdAt, notice: _, ...post }) => ({
      ...post,
      createdAt: createdAt.toISOString(),
      isStart: post.id === start?.id,
    })),
  };
}
