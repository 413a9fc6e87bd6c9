import type { Actor } from "~/features/accounts/actor";
import type { EventName } from "~/features/activity/events";
import { record } from "~/features/activity/record.server";
import type { NoticeKind } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import { appendNotice } from "./append.server";
import { type LoadedThread, loadThread } from "./load.server";
import { may } from "./policy";

type Change = {
  event: EventName;
  /** A reason, as a key of the dictionary, why it is not the moment. */
  refuse: (thread: LoadedThread) => string | false;
  data: { lockedAt?: Date | null; pinnedAt?: Date | null; archivedAt?: Date | null };
  notice?: NoticeKind;
};

const away = "threads.conflict.resting";

/** Locks a thread: only those who keep the place write there. Refuses what is hidden (404), who may not (403), one that is locked or at rest (409). */
export const lockThread = (actor: Actor, id: string) =>
  change(actor, id, {
    event: "thread.locked",
    refuse: ({ subject }) => (subject.isArchived ? away : subject.isLocked && "threads.conflict.locked"),
    data: { lockedAt: new Date() },
    notice: "LOCKED",
  });

/** Lets everyone write again. Refuses likewise, and one that is not locked (409). */
export const unlockThread = (actor: Actor, id: string) =>
  change(actor, id, {
    event: "thread.unlocked",
    refuse: ({ subject }) => (subject.isArchived ? away : !subject.isLocked && "threads.conflict.unlocked"),
    data: { lockedAt: null },
    notice: "UNLOCKED",
  });

/** Keeps a thread at the head of its category. Refuses likewise, and one that is there already (409). */
export const pinThread = (actor: Actor, id: string) =>
  change(actor, id, {
    event: "thread.pinned",
    refuse: ({ subject, isPinned }) => (subject.isArchived ? away : isPinned && "threads.conflict.pinned"),
    data: { pinnedAt: new Date() },
  });

/** Lets a thread take its place by age again. Refuses likewise, and one that is not pinned (409). */
export const unpinThread = (actor: Actor, id: string) =>
  change(actor, id, {
    event: "thread.unpinned",
    refuse: ({ isPinned }) => !isPinned && "threads.conflict.unpinned",
    data: { pinnedAt: null },
  });

/** Puts a thread to rest: it is read, and nobody writes there. Refuses likewise, and one that rests already (409). */
export const archiveThread = (actor: Actor, id: string) =>
  change(actor, id, {
    event: "thread.archived",
    refuse: ({ subject }) => subject.isArchived && "threads.conflict.archived",
    data: { archivedAt: new Date(), pinnedAt: null },
    notice: "ARCHIVED",
  });

/** Opens an archived thread again. Refuses likewise, and one that is open (409). */
export const reopenThread = (actor: Actor, id: string) =>
  change(actor, id, {
    event: "thread.reopened",
    refuse: ({ subject }) => !subject.isArchived && "threads.conflict.reopened",
    data: { archivedAt: null },
    notice: "REOPENED",
  });

/**
 * Takes a thread away, with all that was said there; the stewards of its space can bring it back. Refuses what is hidden (404), who may
 * not (403), and one that is removed or merged already (409).
 */
export async function removeThread(actor: Actor, id: string) {
  await db.$transaction(async (tx) => {
    const thread = await loadThread(tx, actor, id);
    const { subject, contributionId } = thread;
    const others = await tx.participant.count({ where: { threadId: id, NOT: { accountId: actor.id } } });
    authorize(may.removeThread(actor, subject, { isAlone: others === 0, isDiscussion: contributionId !== null }));
    refuseAway(thread);

    await tx.thread.update({ where: { id }, data: { removedAt: new Date() }, select: { id: true } });
    await countThreads(tx, [[thread.categoryId, -1]]);
    await announce(tx, { what: "changed", thread: id, category: thread.categoryId, number: 1 });
    await announce(tx, { what: "sight", thread: id });
    await record(tx, actor, "thread.removed", { type: "THREAD", id }, { category: thread.categoryId });
  });
}

/** Brings a removed thread back. Refuses what is hidden (404, 410), who may not (403), one that is there, was merged, or went by moderation (409). */
export async function restoreThread(actor: Actor, id: string) {
  await db.$transaction(async (tx) => {
    const thread = await loadThread(tx, actor, id);
    authorize(may.restore(actor, thread.subject));
    if (thread.mergedIntoId) throw conflict("threads.conflict.merged");
    if (!thread.subject.isRemoved) throw conflict("threads.conflict.restored");
    if (await wentByModeration(tx, id)) throw conflict("hiding.conflict.held");

    await tx.thread.update({ where: { id }, data: { removedAt: null }, select: { id: true } });
    await countThreads(tx, [[thread.categoryId, 1]]);
    await announce(tx, { what: "changed", thread: id, category: thread.categoryId, number: 1 });
    await record(tx, actor, "thread.restored", { type: "THREAD", id }, { category: thread.categoryId });
  });
}

/** A thread that the actor keeps and that is neither removed nor merged, locked. Refuses what is hidden (404), who may not (403), and others (409). */
export async function loadKept(tx: Transaction, actor: Actor, id: string): Promise<LoadedThread> {
  const thread = await loadThread(tx, actor, id);
  authorize(may.keep(actor, thread.subject.space));
  refuseAway(thread);
  return thread;
}

/** Adds to the counts of categories, in one order, so that of two who move threads one comes after the other. */
export async function countThreads(tx: Transaction, changes: [categoryId: string, by: number][]) {
  for (const [id, by] of changes.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await tx.category.update({ where: { id }, data: { threadCount: { increment: by } }, select: { id: true } });
}

export function refuseAway({ mergedIntoId, subject }: LoadedThread) {
  if (mergedIntoId) throw conflict("threads.conflict.merged");
  if (subject.isRemoved) throw conflict("threads.conflict.removed");
}

async function change(actor: Actor, id: string, { event, refuse, data, notice }: Change) {
  await db.$transaction(async (tx) => {
    const thread = await loadKept(tx, actor, id);
    const reason = refuse(thread);
    if (reason) throw conflict(reason);

    await tx.thread.update({ where: { id }, data, select: { id: true } });
    if (notice) await appendNotice(tx, thread, { notice, actorId: actor.id });
    else await announce(tx, { what: "changed", thread: id, category: thread.categoryId, number: 1 });
    await record(tx, actor, event, { type: "THREAD", id }, { category: thread.categoryId });
  });
}

/** Whether a thread went with words that moderation took away. */
async function wentByModeration(tx: Transaction, threadId: string): Promise<boolean> {
  const { removedAt } = await tx.thread.findUniqueOrThrow({ where: { id: threadId }, select: { removedAt: true } });
  const held = { OR: [{ hiddenAt: removedAt }, { barredAt: removedAt }] };
  return removedAt !== null && (await tx.post.count({ where: { threadId, removedAt, ...held } })) > 0;
}
