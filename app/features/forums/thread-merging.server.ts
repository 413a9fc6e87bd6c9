import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { handOverThread } from "~/features/notifications/follow-hand-over.server";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, unprocessable } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import { appendNotice, recount } from "./append.server";
import { limits } from "./limits";
import type { LoadedThread } from "./load.server";
import { countThreads, loadKept } from "./thread-keeping.server";
import { refuseBorder } from "./thread-moving.server";

const TIMEOUT_MS = 30_000;

/**
 * Puts all posts of one thread at the end of another, in their order; the addresses of the thread and of each post lead there, and who
 * followed and read the one follows and has read the other. Refuses what is hidden (404), who does not keep both (403), one of the two that is
 * removed, merged or at rest, and the discussion of a guide, which stays with it (409); itself, and another organization's border (422).
 */
export async function mergeThread(actor: Actor, id: string, intoId: string): Promise<{ slug: string }> {
  if (id === intoId) throw unprocessable("threads.errors.intoItself");
  return db.$transaction(
    async (tx) => {
      const [from, into] = await loadBoth(tx, actor, id, intoId);
      if (from.contributionId) throw conflict("threads.conflict.discussionStays");
      if (into.subject.isArchived) throw conflict("threads.conflict.resting");
      refuseBorder(from.subject.space, into.subject.space);

      const notice = await appendNotice(tx, into, { notice: "MERGED", actorId: actor.id, otherThreadId: id });
      const isReadUpTo = into.lastNumber;
      await carryPosts(tx, id, intoId, notice);
      await carryReadings(tx, id, intoId, { isReadUpTo, notice });
      await carryAnswer(tx, from, into);
      await carryTopics(tx, id, intoId);
      await handOverThread(tx, id, intoId);
      await tx.postDraft.updateMany({ where: { threadId: id }, data: { threadId: intoId } });

      await appendNotice(tx, from, { notice: "MERGED", actorId: actor.id, otherThreadId: intoId });
      await tx.thread.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: intoId } });
      await tx.thread.update({
        where: { id },
        data: { mergedIntoId: intoId, removedAt: new Date(), pinnedAt: null },
        select: { id: true },
      });
      await recount(tx, id);
      await recount(tx, intoId);
      await countThreads(tx, [[from.categoryId, -1]]);
      await announce(tx, { what: "sight", thread: id });
      await record(tx, actor, "thread.merged", { type: "THREAD", id }, { into: intoId });
      return { slug: into.slug };
    },
    { timeout: TIMEOUT_MS },
  );
}

/** In one order: of two mergers that cross, one comes after the other. */
async function loadBoth(tx: Transaction, actor: Actor, id: string, intoId: string): Promise<[LoadedThread, LoadedThread]> {
  const first = await loadKept(tx, actor, id < intoId ? id : intoId);
  const second = await loadKept(tx, actor, id < intoId ? intoId : id);
  return first.id === id ? [first, second] : [second, first];
}

/** Notices stay behind: they speak of the thread that is no more. */
async function carryPosts(tx: Transaction, from: string, into: string, after: number) {
  await tx.$executeRaw`
    INSERT INTO "PostPlace" ("threadId", number, "postId") SELECT "threadId", number, id FROM "Post" WHERE "threadId" = ${from}::uuid AND notice IS NULL`;
  const carried = await tx.$executeRaw`
    UPDATE "Post" p SET "threadId" = ${into}::uuid, number = ${after}::int + n.place
    FROM (SELECT id, row_number() OVER (ORDER BY number)::int AS place FROM "Post" WHERE "threadId" = ${from}::uuid AND notice IS NULL) n
    WHERE p.id = n.id`;
  await tx.thread.update({ where: { id: into }, data: { lastNumber: after + carried }, select: { id: true } });
}

/** Who had read all of the one has read what came from the other as far as they had read there. */
async function carryReadings(tx: Transaction, from: string, into: string, { isReadUpTo, notice }: { isReadUpTo: number; notice: number }) {
  await tx.$executeRaw`
    UPDATE "Reading" r SET seconds = r.seconds + o.seconds, "lastNumber" = CASE WHEN r."lastNumber" >= ${isReadUpTo}::int THEN ${notice}::int + (
        SELECT count(*)::int FROM "PostPlace" x JOIN "Post" p ON p.id = x."postId"
        WHERE x."threadId" = ${from}::uuid AND x.number <= o."lastNumber" AND p."threadId" = ${into}::uuid AND p.number > ${notice}::int)
      ELSE r."lastNumber" END
    FROM "Reading" o WHERE r."threadId" = ${into}::uuid AND o."threadId" = ${from}::uuid AND o."accountId" = r."accountId"`;
  await tx.reading.deleteMany({ where: { threadId: from } });
}

async function carryAnswer(tx: Transaction, from: LoadedThread, into: LoadedThread) {
  if (!from.acceptedPostId) return;
  await tx.thread.update({ where: { id: from.id }, data: { acceptedPostId: null }, select: { id: true } });
  if (into.acceptedPostId) return;
  await tx.thread.update({ where: { id: into.id }, data: { acceptedPostId: from.acceptedPostId }, select: { id: true } });
}

async function carryTopics(tx: Transaction, from: string, into: string) {
  const has = await tx.threadTopic.count({ where: { threadId: into } });
  await tx.$executeRaw`
    INSERT INTO "ThreadTopic" ("threadId", "termId", "lastPostAt")
    SELECT ${into}::uuid, x."termId", x."lastPostAt" FROM "ThreadTopic" x
    WHERE x."threadId" = ${from}::uuid AND NOT EXISTS (SELECT 1 FROM "ThreadTopic" y WHERE y."threadId" = ${into}::uuid AND y."termId" = x."termId")
    ORDER BY x."termId" LIMIT ${Math.max(0, limits.topics - has)}`;
  await tx.threadTopic.deleteMany({ where: { threadId: from } });
}
