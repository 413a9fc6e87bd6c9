import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { unknownKeys } from "~/features/vocabularies/queries.server";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, unprocessable } from "~/platform/errors";
import { announce } from "~/platform/live.server";
import { limit } from "~/platform/rate-limit.server";

import { appendNotice } from "./append.server";
import { SILENT_MINUTES } from "./limits";
import { type LoadedThread, loadThread } from "./load.server";
import { may } from "./policy";
import { threadSlug } from "./thread.server";
import { refuseAway } from "./thread-keeping.server";
import { refuseWatchedTitle } from "./unseen-edit.server";

type Renaming = { title: string; topics: string[]; before: string };

/** Someone else has given the thread another title since the form was drawn. */
export const RENAMED = "threads.errors.renamed";

/**
 * Gives a thread another title, and other topics; older addresses lead on. Those who read are told of a new title, unless the thread has just
 * begun. Refuses what is hidden (404, 410), who may not (403), one that is removed or merged (409), a topic that there is not, and a title
 * that someone else changed meanwhile or that holds a watched word (422), and haste (429). Gives the address.
 */
export async function renameThread(actor: Actor, id: string, { title, topics, before }: Renaming): Promise<{ slug: string }> {
  if ((await unknownKeys("TOPIC", topics)).length > 0) throw unprocessable("threads.errors.topic");
  // Each new title leaves a notice for everyone to read.
  await limit("posts by account", actor.id);

  return db.$transaction(async (tx) => {
    const thread = await loadThread(tx, actor, id);
    authorize(may.rename(actor, thread.subject));
    refuseAway(thread);
    if (thread.title !== before) throw unprocessable(RENAMED);
    await refuseWatchedTitle(tx, actor, title, before);

    const terms = await tx.term.findMany({ where: { kind: "TOPIC", key: { in: topics } }, select: { id: true } });
    const hasOtherTopics = await putTopics(
      tx,
      id,
      terms.map((term) => term.id),
    );
    const hasOtherTitle = title !== thread.title;
    if (!hasOtherTitle && !hasOtherTopics) return { slug: thread.slug };

    const slug = hasOtherTitle ? threadSlug(title, thread.language) : thread.slug;
    await tx.thread.update({ where: { id }, data: { title, slug }, select: { id: true } });
    if (hasOtherTitle && !(await hasJustBegun(tx, thread))) await appendNotice(tx, thread, { notice: "RENAMED", actorId: actor.id });
    else await announce(tx, { what: "changed", thread: id, category: thread.categoryId, number: 1 });
    await record(tx, actor, "thread.changed", { type: "THREAD", id }, { category: thread.categoryId, topics: terms.length });
    return { slug };
  });
}

async function hasJustBegun(tx: Transaction, { id }: LoadedThread): Promise<boolean> {
  const { createdAt } = await tx.thread.findUniqueOrThrow({ where: { id }, select: { createdAt: true } });
  return Date.now() - createdAt.getTime() < SILENT_MINUTES * 60_000;
}

/** Gives a thread these topics, and tells whether it had others. */
async function putTopics(tx: Transaction, threadId: string, termIds: string[]): Promise<boolean> {
  const had = await tx.threadTopic.findMany({ where: { threadId }, select: { termId: true } });
  const isSame = had.length === termIds.length && had.every(({ termId }) => termIds.includes(termId));
  if (isSame) return false;

  const { lastPostAt } = await tx.thread.findUniqueOrThrow({ where: { id: threadId }, select: { lastPostAt: true } });
  await tx.threadTopic.deleteMany({ where: { threadId } });
  await tx.threadTopic.createMany({ data: termIds.map((termId) => ({ threadId, termId, lastPostAt })) });
  return true;
}
