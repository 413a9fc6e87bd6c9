import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, unprocessable } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import { hideVersions, lockPost } from "./hiding.server";
import { linkWords, type RenderedPost, renderPost } from "./render.server";
import { refuseNames, refuseShape } from "./writing.server";

/** Words that are to stand in place of those of a post, drawn; and the version that they replace. */
export type DrawnEdit = { body: string; version: number; rendered: RenderedPost };

/**
 * Draws what a moderator puts in place of a post's words, before any lock is taken, as if its author had written it. Refuses a post that is not
 * there (409), the same words, and words that cannot be taken (422).
 */
export async function drawModerated(moderator: Actor, postId: string, typed: string): Promise<DrawnEdit> {
  const post = await db.post.findUnique({
    where: { id: postId },
    select: { body: true, language: true, version: true, authorId: true, thread: { select: { category: { select: { seenBy: true } } } } },
  });
  if (!post) throw conflict("moderation.conflict.gone");
  const body = typed.trim();
  refuseShape(body);
  if (body === post.body.trim()) throw unprocessable("decisions.errors.sameWords");
  const { language, version, authorId, thread } = post;
  const actor = (authorId ? await findActor(authorId) : null) ?? moderator;
  const rendered = await renderPost({ language, body, postId, actor, seenBy: thread.category.seenBy });
  refuseNames(rendered);
  return { body, version, rendered };
}

/**
 * Changes the words of a post for moderation, as a part of a decision, which has asked its policy and locked its case. What stood there before, and
 * all that stood there earlier, is kept, but not in the public history. Refuses a post that is not there or was edited meanwhile (409).
 */
export async function editByModerator(tx: Transaction, actor: Actor, id: string, { body, version, rendered }: DrawnEdit) {
  const post = await lockPost(tx, id);
  if (!post) throw conflict("moderation.conflict.gone");
  if (post.version !== version) throw conflict("moderation.conflict.changed");
  const before = await tx.post.findUniqueOrThrow({ where: { id }, select: { editedAt: true, editorId: true, createdAt: true } });
  const { editedAt, editorId, createdAt } = before;

  await tx.postRevision.create({
    data: { postId: id, number: version, body: post.body, editorId: editedAt ? editorId : post.authorId, at: editedAt ?? createdAt },
    select: { number: true },
  });
  await hideVersions(tx, id);
  const { html, text, renderer } = rendered;
  const mark = { editedAt: new Date(), editorId: actor.id };
  await tx.post.update({ where: { id }, data: { body, html, text, renderer, version: { increment: 1 }, ...mark }, select: { id: true } });
  await linkWords(tx, id, rendered);
  const { number, thread, categoryId } = post;
  await announce(tx, { what: "changed", thread: thread.id, category: categoryId, number });
  await record(tx, actor, "post.edited", { type: "POST", id }, { thread: thread.id, number, version: version + 1, silent: 0 });
}
