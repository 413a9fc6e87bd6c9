import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { unprocessable } from "~/platform/errors";
import { announce } from "~/platform/live.server";
import { limit } from "~/platform/rate-limit.server";

import { type LoadedPost, loadPost } from "./load.server";
import { may } from "./policy";
import { authorizeWhileOpen } from "./still-open";

/**
 * Says that a post answers its thread, instead of the one that did before. Refuses what is hidden (404), who neither asked nor keeps the
 * place (403), a post that was removed or rests (409), the first post (422), and haste (429).
 */
export async function acceptAnswer(actor: Actor, postId: string) {
  await limit("reactions by account", actor.id);
  await db.$transaction(async (tx) => {
    const post = await loadPost(tx, actor, postId);
    authorizeWhileOpen(may.accept, actor, post.subject);
    if (await isFirst(tx, post)) throw unprocessable("polls.answer.first");
    if (post.thread.acceptedPostId === postId) return;

    await mark(tx, post, postId);
    await record(tx, actor, "thread.answered", { type: "THREAD", id: post.thread.id }, { post: postId });
  });
}

/** Takes back that a post answers its thread; if it does not, nothing changes. Refuses like acceptAnswer. */
export async function withdrawAnswer(actor: Actor, postId: string) {
  await db.$transaction(async (tx) => {
    const post = await loadPost(tx, actor, postId);
    authorizeWhileOpen(may.accept, actor, post.subject);
    if (post.thread.acceptedPostId !== postId) return;

    await mark(tx, post, null);
    await record(tx, actor, "thread.answer_withdrawn", { type: "THREAD", id: post.thread.id }, { post: postId });
  });
}

const isFirst = async (tx: Transaction, { number, thread }: LoadedPost) =>
  (await tx.post.count({ where: { threadId: thread.id, notice: null, number: { lt: number } } })) === 0;

async function mark(tx: Transaction, { number, thread }: LoadedPost, acceptedPostId: string | null) {
  await tx.thread.update({ where: { id: thread.id }, data: { acceptedPostId }, select: { id: true } });
  await announce(tx, { what: "changed", thread: thread.id, category: thread.categoryId, number });
}
