import type { Actor } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";

import { seenThreads } from "./seen.server";

const EXCERPT = 200;

type Row = {
  postId: string;
  note: string;
  createdAt: Date;
  remindAt: Date | null;
  post: { number: number; title: string; language: Language; name: string | null; excerpt: string } | null;
};

export type KeptPost = Awaited<ReturnType<typeof listBookmarks>>["bookmarks"][number];

/** One's bookmarks, newest first. Of a post that one no longer sees nothing is told but that it was kept. */
export async function listBookmarks(actor: Actor, after: string | null) {
  const from = after
    ? Prisma.sql`AND (b."createdAt", b."postId") < (SELECT x."createdAt", x."postId" FROM "Bookmark" x WHERE x."accountId" = b."accountId" AND x."postId" = ${after}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Row[]>`
    SELECT b."postId", b.note, b."createdAt", CASE WHEN b."remindedAt" IS NULL THEN b."remindAt" END AS "remindAt",
      (SELECT json_build_object('number', p.number, 'title', t.title, 'language', t.language, 'excerpt', left(p.text, ${EXCERPT}),
          'name', (SELECT a.name FROM "Account" a WHERE a.id = p."authorId"))
        FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
        WHERE p.id = b."postId" AND p."removedAt" IS NULL AND t."removedAt" IS NULL AND ${seenThreads(actor)}) AS post
    FROM "Bookmark" b WHERE b."accountId" = ${actor.id}::uuid ${from}
    ORDER BY b."createdAt" DESC, b."postId" DESC LIMIT ${PAGE_SIZE + 1}`;
  const page = rows.slice(0, PAGE_SIZE);
  const bookmarks = page.map(({ createdAt, remindAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    remindAt: remindAt?.toISOString() ?? null,
  }));

  return { bookmarks, next: rows.length > PAGE_SIZE ? (page.at(-1)?.postId ?? null) : null };
}
