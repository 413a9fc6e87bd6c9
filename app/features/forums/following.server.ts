import type { Actor, Viewer } from "~/features/accounts/actor";
import { follow, unfollow } from "~/features/notifications/follow.server";
import type { FollowLevel, FollowSubject } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { found, unprocessable } from "~/platform/errors";

import { levelsOf } from "./levels";
import { seenSpaces, seenThreads } from "./seen.server";

/** Follows a category as closely as chosen. Refuses what is hidden (404). */
export async function followCategory(actor: Actor, language: Language, slug: string, level: FollowLevel) {
  await db.$transaction(async (tx) => {
    const [category] = await tx.$queryRaw<{ id: string }[]>`
      SELECT k.id FROM "CategorySlug" s JOIN "Category" k ON k.id = s."categoryId" WHERE s.slug = ${slug} AND ${seenSpaces(actor)}
      ORDER BY s.language = ${language}::"Language" DESC LIMIT 1`;
    await choose(tx, actor, "CATEGORY", found(category).id, level);
  });
}

/** Follows a topic as closely as chosen: its threads in all categories that one sees. Refuses a topic that there is not (404). */
export async function followTopic(actor: Actor, key: string, level: FollowLevel) {
  await db.$transaction(async (tx) => {
    const { id } = found(await tx.term.findFirst({ where: { kind: "TOPIC", key }, select: { id: true } }));
    await choose(tx, actor, "TOPIC", id, level);
  });
}

/** Follows a thread as closely as chosen, whatever its category or topics. Refuses what is hidden or was removed (404). Gives its address. */
export async function followThread(actor: Actor, id: string, level: FollowLevel): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const thread = await seenThread(tx, actor, id);
    await choose(tx, actor, "THREAD", id, level);
    return thread;
  });
}

/** A thread that someone sees, without keeping others from it. Refuses what is hidden or was removed (404). */
export async function seenThread(tx: Transaction, viewer: Viewer, id: string): Promise<{ slug: string; lastNumber: number }> {
  const [thread] = await tx.$queryRaw<{ slug: string; lastNumber: number }[]>`
    SELECT t.slug, t."lastNumber" FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
    WHERE t.id = ${id}::uuid AND t."removedAt" IS NULL AND ${seenThreads(viewer)}`;
  return found(thread);
}

/** To follow a category or a topic normally is not to follow it; in a thread it is a choice against what its category would do. */
async function choose(tx: Transaction, actor: Actor, type: FollowSubject, id: string, level: FollowLevel) {
  if (!levelsOf(type).includes(level)) throw unprocessable("site.form.invalid");
  if (level === "NORMAL" && type !== "THREAD") await unfollow(tx, actor.id, { type, id });
  else await follow(tx, actor.id, { type, id }, level);
}
