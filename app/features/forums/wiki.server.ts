import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";

import { loadPost } from "./load.server";
import { may } from "./policy";
import { authorizeWhileOpen } from "./still-open";

/**
 * Lets every member edit a post, or no longer. Refuses what is hidden (404), who neither wrote it nor keeps the place (403), and a post that
 * was removed or rests (409).
 */
export async function openToAll(actor: Actor, postId: string, isWiki: boolean) {
  await db.$transaction(async (tx) => {
    const post = await loadPost(tx, actor, postId);
    authorizeWhileOpen(may.openToAll, actor, post.subject);
    if (post.subject.isWiki === isWiki) return;

    await tx.post.update({ where: { id: postId }, data: { isWiki }, select: { id: true } });
    const name = isWiki ? "post.opened_to_all" : "post.closed_to_others";
    await record(tx, actor, name, { type: "POST", id: postId }, { thread: post.thread.id });
  });
}
