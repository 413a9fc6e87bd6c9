import type { Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { seenThreads } from "./seen.server";

/** What a thread is called, and where. Of a post, that of its thread and its own number. */
export type Described = { threadId: string; title: string; slug: string; language: Language; number: number };

/** The threads of these posts, by the id of the post: those that the viewer sees now, and where the post still stands. */
export async function describePosts(viewer: Viewer, ids: string[]): Promise<Map<string, Described>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<(Described & { id: string })[]>`
    SELECT p.id, t.id AS "threadId", t.title, t.slug, t.language, p.number
    FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE p.id = ANY(${ids}::uuid[]) AND p."removedAt" IS NULL AND t."removedAt" IS NULL AND ${seenThreads(viewer)}`;
  return new Map(rows.map(({ id, ...described }) => [id, described]));
}

/** These threads, by their id: those that the viewer sees now. */
export async function describeThreads(viewer: Viewer, ids: string[]): Promise<Map<string, Described>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<Described[]>`
    SELECT t.id AS "threadId", t.title, t.slug, t.language, t."lastNumber" AS number
    FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
    WHERE t.id = ANY(${ids}::uuid[]) AND t."removedAt" IS NULL AND ${seenThreads(viewer)}`;
  return new Map(rows.map((described) => [described.threadId, described]));
}
