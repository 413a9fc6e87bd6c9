import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { record } from "~/features/activity/record.server";
import { announce } from "~/platform/live.server";

import { measureOf } from "./measures.server";
import { type PostInThread, settleLoss, settleReturn, wentForWantOfWords } from "./taking-away.server";

/** A post as moderation knows it, with its thread, which is locked. */
export type KeptPost = PostInThread & {
  authorId: string | null;
  language: Language;
  body: string;
  version: number;
  title: string;
  categoryId: string;
  organizationId: string | null;
  removedAt: Date | null;
  hiddenAt: Date | null;
  barredAt: Date | null;
};

type Row = Omit<KeptPost, "thread"> & PostInThread["thread"] & { postId: string };

/** A post with its thread, locked until the transaction ends. Null for what is no post, and for a notice. */
export async function lockPost(tx: Transaction, id: string): Promise<KeptPost | null> {
  for (;;) {
    const [place] = await tx.$queryRaw<{ threadId: string }[]>`
      SELECT t.id AS "threadId" FROM "Post" p JOIN "Thread" t ON t.id = p."threadId"
      WHERE p.id = ${id}::uuid AND p.notice IS NULL FOR UPDATE OF t`;
    if (!place) return null;
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT p.id AS "postId", p.number, p."authorId", p.language, p.body, p.version, p."removedAt", p."hiddenAt", p."barredAt",
        t.id, t.title, t."categoryId", t."contributionId", t."acceptedPostId", t."removedAt" IS NOT NULL AS "isThreadRemoved", k."organizationId"
      FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
      WHERE p.id = ${id}::uuid AND t.id = ${place.threadId}::uuid`;
    // It was moved while we waited for its thread.
    if (!row) continue;
    const { postId, id: threadId, contributionId, acceptedPostId, ...post } = row;
    return { ...post, id: postId, thread: { id: threadId, categoryId: row.categoryId, contributionId, acceptedPostId } };
  }
}

/**
 * Hides a post from everyone but its author, who can repair it. What its author or a steward had taken away stays away, and is hidden besides.
 * Done twice, or to what is barred, it does nothing.
 */
export async function hidePost(tx: Transaction, id: string, actorId: string | null) {
  const post = await lockPost(tx, id);
  if (!post || post.hiddenAt || post.barredAt) return;

  const at = new Date();
  const removed = post.removedAt ? {} : { removedAt: at, removerId: actorId };
  await tx.post.update({ where: { id }, data: { hiddenAt: at, ...removed }, select: { id: true } });
  await settle(tx, post, actorId, { at, event: "post.hidden" });
}

/** Takes a post away for good, whoever had hidden or removed it before. Done twice it is done once. */
export async function barPost(tx: Transaction, id: string, actorId: string | null) {
  const post = await lockPost(tx, id);
  if (!post || post.barredAt) return;

  // At the moment at which it went: so it stays known whether moderation took it away.
  const at = post.hiddenAt ?? new Date();
  const isOurs = !post.removedAt || isTakenByModeration(post);
  const removed = isOurs ? { removedAt: at, removerId: actorId } : {};
  await tx.post.update({ where: { id }, data: { hiddenAt: null, barredAt: at, ...removed }, select: { id: true } });
  await settle(tx, post, actorId, { at, event: "post.barred" });
}

/**
 * Makes a post what it was before it was hidden or barred, and its thread where that went for want of words. What its author or a steward had
 * taken away stays away. Does nothing to any other.
 */
export async function showPost(tx: Transaction, id: string, actorId: string | null) {
  const post = await lockPost(tx, id);
  if (!post || !(post.hiddenAt || post.barredAt)) return;

  const isBack = isTakenByModeration(post);
  const restored = isBack ? { removedAt: null, removerId: null } : {};
  const isThreadBack = isBack && post.isThreadRemoved && (await wentForWantOfWords(tx, post.thread.id));
  await tx.post.update({ where: { id }, data: { hiddenAt: null, barredAt: null, ...restored }, select: { id: true } });
  await settleReturn(tx, doer(actorId), post, "post.shown", isThreadBack);
}

/** Takes the earlier versions of a post out of its public history, for good: when moderation changed its words, or had them changed. */
export const hideVersions = (tx: Transaction, postId: string) =>
  tx.postRevision.updateMany({ where: { postId, isHidden: false }, data: { isHidden: true } });

const isTakenByModeration = (post: KeptPost) => ["HIDDEN", "BARRED"].includes(measureOf(post) ?? "");

async function settle(tx: Transaction, post: KeptPost, actorId: string | null, { at, event }: Parameters<typeof settleLoss>[3]) {
  if (!post.removedAt) return settleLoss(tx, doer(actorId), post, { at, event });

  const { id, number, thread } = post;
  await record(tx, doer(actorId), event, { type: "POST", id }, { thread: thread.id, number });
  await announce(tx, { what: "changed", thread: thread.id, category: thread.categoryId, number });
}

const doer = (actorId: string | null) => (actorId === null ? null : { id: actorId });
