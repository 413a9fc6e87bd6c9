import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { db, type Transaction } from "~/platform/db.server";
import { notFound, unprocessable } from "~/platform/errors";

import { type BookmarkInput, reminderOf } from "./bookmark-schema.server";
import { seenThreads } from "./seen.server";

/**
 * Keeps a post among one's bookmarks, or changes what is said there; nobody else sees it, so it is no event. Refuses what is hidden or was
 * removed (404), a day that is past or too far off (422), and haste (429).
 */
export async function keepBookmark(actor: Actor, postId: string, input: BookmarkInput) {
  const remindAt = reminderOf(input, actor.timeZone);
  if (remindAt === undefined) throw unprocessable("polls.bookmark.chooseDate");
  await spend(actor, "bookmarks");
  const key = { accountId: actor.id, postId };
  const reminder = remindAt === "keep" ? {} : { remindAt, remindedAt: null };
  await db.$transaction(async (tx) => {
    if (!(await isSeen(tx, actor, postId))) throw notFound();
    await tx.bookmark.upsert({
      where: { accountId_postId: key },
      create: { ...key, note: input.note, ...reminder },
      update: { note: input.note, ...reminder },
    });
  });
}

/** Forgets a bookmark, also of a post that is no longer visible. One that is none changes nothing. */
export async function removeBookmark(actor: Actor, postId: string) {
  await db.bookmark.deleteMany({ where: { accountId: actor.id, postId } });
}

async function isSeen(tx: Transaction, actor: Actor, postId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE p.id = ${postId}::uuid AND p.notice IS NULL AND p."removedAt" IS NULL AND t."removedAt" IS NULL AND ${seenThreads(actor)}`;
  return rows.length > 0;
}
