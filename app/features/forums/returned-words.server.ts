import type { Actor } from "~/features/accounts/actor";
import { db, type Transaction } from "~/platform/db.server";

import { type DrawnEdit, drawModerated, editByModerator } from "./moderated-edit.server";

const ONE_STEP_MS = 60_000;

/**
 * Draws the words that a post had before a moderator changed them at this moment, before any lock is taken. Null where they are not to be put
 * back: someone has edited the post since, and their words stay.
 */
export async function drawReturned(actor: Actor, postId: string, edit: { editorId: string | null; at: Date }): Promise<DrawnEdit | null> {
  const post = await db.post.findUnique({
    where: { id: postId },
    select: { version: true, body: true, editorId: true, editedAt: true, revisions: { orderBy: { number: "desc" }, take: 1 } },
  });
  const before = post?.revisions[0];
  const isUntouched =
    post?.editedAt && post.editorId === edit.editorId && Math.abs(post.editedAt.getTime() - edit.at.getTime()) < ONE_STEP_MS;
  if (!post || !before || !isUntouched || before.number !== post.version - 1 || before.body.trim() === post.body.trim()) return null;
  return drawModerated(actor, postId, before.body);
}

/**
 * Puts the words back, as an edit like any other, and shows the versions that were hidden since a moment in the history again; as a part of a ruling,
 * which has asked its policy and locked its case. Refuses a post that is not there or was edited meanwhile (409).
 */
export async function returnWords(tx: Transaction, actor: Actor, id: string, drawn: DrawnEdit | null, since: Date | null) {
  if (drawn) await editByModerator(tx, actor, id, drawn);
  await tx.postRevision.updateMany({
    where: { postId: id, isHidden: true, ...(since ? { at: { gte: since } } : {}) },
    data: { isHidden: false },
  });
}
