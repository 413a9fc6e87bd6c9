import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { followSplit } from "~/features/notifications/follow-hand-over.server";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, found, unprocessable } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import { appendNotice, recount } from "./append.server";
import type { LoadedCategory, LoadedThread } from "./load.server";
import { threadSlug } from "./thread.server";
import { countThreads, loadKept } from "./thread-keeping.server";
import { loadOpenFor } from "./thread-moving.server";

export type Split = { title: string; category: string; posts: string[]; rest: boolean };

type Chosen = { id: string; number: number; authorId: string | null; language: Language };

const TIMEOUT_MS = 30_000;

/**
 * Makes a new thread of some posts of another; their old addresses lead there. With `rest`, all that came after the first one chosen goes along. The
 * post with which a thread begins stays. Refuses what is hidden (404), who does not keep both places (403), a thread that is removed, merged or
 * at rest, and posts that were moved meanwhile (409), and a choice that cannot be (422).
 */
export async function splitThread(actor: Actor, id: string, input: Split): Promise<{ id: string; slug: string }> {
  return db.$transaction(
    async (tx) => {
      const from = await loadKept(tx, actor, id);
      if (from.subject.isArchived) throw conflict("threads.conflict.resting");
      const category = await loadOpenFor(tx, actor, from, input.category);
      await refuseWiderThanGuide(tx, from, category);
      const chosen = await choose(tx, from, input);
      const { language, authorId } = found(chosen[0]);

      const slug = threadSlug(input.title, language);
      const into = await tx.thread.create({
        data: { categoryId: category.id, starterId: authorId, language, title: input.title, slug },
        select: { id: true, categoryId: true, language: true },
      });
      await carryPosts(tx, from, into.id, chosen);
      await recount(tx, id);
      await recount(tx, into.id);
      await followSplit(tx, id, into.id, authorId);
      await appendNotice(tx, { ...into, lastNumber: chosen.length }, { notice: "SPLIT_FROM", actorId: actor.id, otherThreadId: id });
      await appendNotice(tx, from, { notice: "SPLIT_OFF", actorId: actor.id, otherThreadId: into.id });
      await countThreads(tx, [[category.id, 1]]);
      await announce(tx, { what: "sight", thread: id });
      await record(tx, actor, "thread.split", { type: "THREAD", id }, { into: into.id, posts: chosen.length });
      return { id: into.id, slug };
    },
    { timeout: TIMEOUT_MS },
  );
}

/** What is said about a guide of few stays among those who read it, as the new thread is about no guide. */
async function refuseWiderThanGuide(tx: Transaction, { contributionId }: LoadedThread, { space }: LoadedCategory) {
  if (!contributionId) return;
  const { visibility } = await tx.contribution.findUniqueOrThrow({ where: { id: contributionId }, select: { visibility: true } });
  const isWider = visibility === "ORGANIZATION" || (visibility === "MEMBERS" && space.seenBy === "EVERYONE");
  if (isWider) throw unprocessable("threads.errors.wider");
}

/** The posts to go, in their order. */
async function choose(tx: Transaction, { id }: LoadedThread, { posts, rest }: Split): Promise<Chosen[]> {
  const all = await tx.post.findMany({
    where: { threadId: id, notice: null },
    orderBy: { number: "asc" },
    select: { id: true, number: true, authorId: true, language: true, removedAt: true },
  });
  const wanted = new Set(posts);
  const named = all.filter((post) => wanted.has(post.id));
  if (named.length < wanted.size) throw conflict("threads.conflict.postsMoved");
  const first = found(named[0]);
  if (first.id === all[0]?.id) throw unprocessable("threads.errors.start");

  const chosen = rest ? all.filter(({ number }) => number >= first.number) : named;
  if (chosen.every(({ removedAt }) => removedAt !== null)) throw unprocessable("threads.errors.onlyRemoved");
  return chosen;
}

async function carryPosts(tx: Transaction, from: LoadedThread, into: string, chosen: Chosen[]) {
  const ids = chosen.map(({ id }) => id);
  await tx.postPlace.createMany({ data: chosen.map(({ id, number }) => ({ threadId: from.id, number, postId: id })) });
  await tx.$executeRaw`
    UPDATE "Post" p SET "threadId" = ${into}::uuid, number = n.place
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS n (id, place) WHERE p.id = n.id`;
  await tx.thread.update({ where: { id: into }, data: { lastNumber: ids.length }, select: { id: true } });
  // An answer to what stands elsewhere now is a post of its own.
  await tx.$executeRaw`
    UPDATE "Post" p SET "replyToId" = NULL FROM "Post" q
    WHERE q.id = p."replyToId" AND p."threadId" IN (${from.id}::uuid, ${into}::uuid) AND q."threadId" <> p."threadId"`;
  await tx.$executeRaw`
    INSERT INTO "Reading" ("accountId", "threadId", "lastNumber")
    SELECT r."accountId", ${into}::uuid, count(*)::int FROM "Reading" r JOIN unnest(${chosen.map(({ number }) => number)}::int[]) AS n (number) ON n.number <= r."lastNumber"
    WHERE r."threadId" = ${from.id}::uuid GROUP BY r."accountId"`;
  if (from.acceptedPostId && ids.includes(from.acceptedPostId))
    await tx.thread.update({ where: { id: from.id }, data: { acceptedPostId: null }, select: { id: true } });
}
