import type { Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";

import { candidates, type Scope } from "./list-order.server";
import { NEW_DAYS } from "./lists";

export type ThreadRow = {
  id: string;
  slug: string;
  title: string;
  language: Language;
  category: { name: string; slug: string; colour: string; icon: string };
  topics: { key: string; label: string }[];
  /** Names; null where someone has left for good. */
  starter: string | null;
  lastPoster: string | null;
  startedAt: string;
  lastPostAt: string;
  replies: number;
  reactions: number;
  isAnswered: boolean;
  isPinned: boolean;
  isLocked: boolean;
  isArchived: boolean;
  /** About a guide. */
  isDiscussion: boolean;
  /** What is new to a member: the posts after the last one they read, or the whole thread. */
  unread: number;
  isNew: boolean;
};

export type ThreadList = { items: ThreadRow[]; next: string | null };

type Row = Omit<ThreadRow, "startedAt" | "lastPostAt"> & { startedAt: Date; lastPostAt: Date; isOnTop: boolean };

/**
 * A page of threads as far as the viewer may see: of all categories (without what they muted), of one, or of one topic. In a category the
 * pinned ones stand on top of the latest. One round trip, whose cost grows with the categories and not with their threads.
 */
export async function listThreads(
  viewer: Viewer,
  language: Language,
  scope: Scope,
  after: string | null = null,
  limit = PAGE_SIZE,
): Promise<ThreadList> {
  const viewerId = viewer?.id ?? null;
  const rows = await db.$queryRaw<Row[]>`
    WITH ${candidates(viewer, scope, after, limit + 1)}
    SELECT t.id, t.slug, t.title, t.language, json_build_object('name', f.name, 'slug', f.slug, 'colour', k.colour, 'icon', k.icon) AS category,
      coalesce((SELECT json_agg(json_build_object('key', m.key, 'label', ${language === "fr" ? Prisma.sql`m.fr` : Prisma.sql`m.en`}) ORDER BY m.position)
        FROM "ThreadTopic" x JOIN "Term" m ON m.id = x."termId" WHERE x."threadId" = t.id), '[]') AS topics,
      s.name AS starter, l.name AS "lastPoster", t."createdAt" AS "startedAt", t."lastPostAt",
      greatest(t."postCount" - 1, 0) AS replies, t."reactionCount" AS reactions, t."acceptedPostId" IS NOT NULL AS "isAnswered",
      t."pinnedAt" IS NOT NULL AS "isPinned", t."lockedAt" IS NOT NULL AS "isLocked", t."archivedAt" IS NOT NULL AS "isArchived",
      t."contributionId" IS NOT NULL AS "isDiscussion", coalesce(t."lastNumber" - r."lastNumber", 0) AS unread,
      (${viewerId}::uuid IS NOT NULL AND r."threadId" IS NULL AND t."starterId" IS DISTINCT FROM ${viewerId}::uuid
        AND t."createdAt" > now() - make_interval(days => ${NEW_DAYS}::int)) AS "isNew", page."isOnTop"
    FROM page JOIN "Thread" t ON t.id = page.id JOIN "Category" k ON k.id = t."categoryId"
      JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
      LEFT JOIN "Account" s ON s.id = t."starterId" LEFT JOIN "Account" l ON l.id = t."lastPosterId"
      LEFT JOIN "Reading" r ON r."threadId" = t.id AND r."accountId" = ${viewerId}::uuid
    ORDER BY page."isOnTop" DESC, page.key DESC, page.id DESC`;

  const onTop = rows.filter((row) => row.isOnTop);
  const others = rows.slice(onTop.length);
  const items = [...onTop, ...others.slice(0, limit)].map(rowOf);
  return { items, next: others.length > limit ? (others[limit - 1]?.id ?? null) : null };
}

const rowOf = ({ isOnTop: _, startedAt, lastPostAt, ...row }: Row): ThreadRow => ({
  ...row,
  unread: Math.max(0, row.unread),
  startedAt: startedAt.toISOString(),
  lastPostAt: lastPostAt.toISOString(),
});
