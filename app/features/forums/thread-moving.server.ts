import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import { appendNotice } from "./append.server";
import type { LoadedCategory, LoadedThread } from "./load.server";
import { may, type Space } from "./policy";
import { seenSpaces } from "./seen.server";
import { countThreads, loadKept } from "./thread-keeping.server";

/**
 * Moves a thread to another category. Refuses what is hidden (404), who does not keep both places (403), the discussion of a guide, a category
 * at rest and the one where it is already (409), and to carry words over the border of an organization's own space (422).
 */
export async function moveThread(actor: Actor, id: string, categoryId: string) {
  await db.$transaction(async (tx) => {
    const thread = await loadKept(tx, actor, id);
    if (thread.subject.space.kind === "DISCUSSIONS") throw conflict("threads.conflict.discussion");
    if (thread.categoryId === categoryId) throw conflict("threads.conflict.movedAlready");
    await loadOpenFor(tx, actor, thread, categoryId);

    await tx.thread.update({ where: { id }, data: { categoryId, pinnedAt: null }, select: { id: true } });
    await countThreads(tx, [
      [thread.categoryId, -1],
      [categoryId, 1],
    ]);
    await announce(tx, { what: "changed", thread: id, category: thread.categoryId, number: 1 });
    await appendNotice(tx, { ...thread, categoryId }, { notice: "MOVED", actorId: actor.id });
    await announce(tx, { what: "sight", thread: id });
    await record(tx, actor, "thread.moved", { type: "THREAD", id }, { from: thread.categoryId, into: categoryId });
  });
}

/** A category into which posts of this thread may go. Refuses what is hidden (404), who does not keep it (403), one at rest (409), another's border (422). */
export async function loadOpenFor(
  tx: Transaction,
  actor: Actor,
  { subject, categoryId: present }: LoadedThread,
  categoryId: string,
): Promise<LoadedCategory> {
  // In one order: of two who move threads to and fro, one comes after the other.
  await tx.$queryRaw`SELECT 1 FROM "Category" WHERE id IN (${present}::uuid, ${categoryId}::uuid) ORDER BY id FOR NO KEY UPDATE`;
  const [row] = await tx.$queryRaw<(Space & { id: string })[]>`
    SELECT k.id, k.kind, k."organizationId", k."seenBy", k."startedBy", k."repliedBy", k."archivedAt" IS NOT NULL AS "isArchived"
    FROM "Category" k WHERE k.id = ${categoryId}::uuid AND ${seenSpaces(actor)}`;
  const { id, ...space } = found(row);
  authorize(may.keep(actor, space));
  refuseBorder(subject.space, space);
  if (space.kind === "DISCUSSIONS") throw conflict("threads.conflict.discussion");
  if (space.isArchived) throw conflict("threads.conflict.categoryArchived");
  return { id, space };
}

/** What was said among the people of an organization stays there, and nobody takes a discussion of all away into a space of their own. */
export function refuseBorder(from: Space, into: Space) {
  if (from.organizationId !== into.organizationId) throw unprocessable("threads.errors.border");
}
