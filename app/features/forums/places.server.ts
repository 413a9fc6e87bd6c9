import type { Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import { db } from "~/platform/db.server";
import { found, gone } from "~/platform/errors";

import { clearersOf } from "./keepers.server";
import { pageOf } from "./limits";
import { hasOwnHidden } from "./measures.server";
import { seenThreads } from "./seen.server";

/** Where a post stands: its thread, and the page on which its number is. */
export type Place = { id: string; slug: string; number: number; page: number };

type Row = { id: string; slug: string; number: number; isRemoved: boolean };

const columns = (viewer: Viewer) =>
  Prisma.sql`t.id, t.slug, (t."removedAt" IS NOT NULL AND NOT ${clearersOf(viewer)} AND NOT ${hasOwnHidden(viewer)}) AS "isRemoved"`;

/** Where a post stands now. What is hidden does not exist (404); what was removed with its thread is gone (410). */
export async function placeOfPost(viewer: Viewer, postId: string): Promise<Place> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${columns(viewer)}, p.number FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE p.id = ${postId}::uuid AND ${seenThreads(viewer)}`;
  return placeOf(row);
}

/** Where the post stands now that had this number in this thread: there, or in the thread to which it was moved (404, 410 as above). */
export async function placeOfNumber(viewer: Viewer, threadId: string, number: number): Promise<Place> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${columns(viewer)}, p.number FROM (
        SELECT p.id, 0 AS rank FROM "Post" p WHERE p."threadId" = ${threadId}::uuid AND p.number = ${number}
        UNION ALL SELECT o."postId", 1 FROM "PostPlace" o WHERE o."threadId" = ${threadId}::uuid AND o.number = ${number}) x
      JOIN "Post" p ON p.id = x.id JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE ${seenThreads(viewer)} ORDER BY x.rank LIMIT 1`;
  return placeOf(row);
}

/** The first post of a thread that someone has not read, or else the last one (404, 410 as above). */
export async function placeOfUnread(viewer: Viewer, threadId: string): Promise<Place> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${columns(viewer)}, least(t."lastNumber", coalesce(
      (SELECT r."lastNumber" FROM "Reading" r WHERE r."accountId" = ${viewer?.id ?? null}::uuid AND r."threadId" = t.id), 0) + 1) AS number
    FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" WHERE t.id = ${threadId}::uuid AND ${seenThreads(viewer)}`;
  return placeOf(row);
}

function placeOf(row: Row | undefined): Place {
  const { isRemoved, ...place } = found(row);
  if (isRemoved) throw gone("forums.gone.thread");
  return { ...place, page: pageOf(place.number) };
}
