import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import { diffWords, type Piece } from "~/features/publishing/diff";
import { merge } from "~/features/publishing/merge";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, gone } from "~/platform/errors";
import { announce } from "~/platform/live.server";

import type { ComposerForm } from "./composer-schema.server";
import { type ComposerValues, newComposer } from "./composer-values";
import { hideVersions } from "./hiding.server";
import { SILENT_MINUTES } from "./limits";
import { type LoadedPost, loadPost } from "./load.server";
import { may } from "./policy";
import { linkWords, renderPost } from "./render.server";
import { refuseUnseen } from "./unseen-edit.server";
import { refuseReachOf, refuseShape } from "./writing.server";

export type Edit = {
  /** The version from which the edit began. */
  version: number;
  body: string;
  /** Lines of Markdown that lead to the files sent along. */
  files?: string;
  language: Language;
};

/** Another text was saved meanwhile: `body` holds both, `theirs` what is saved now. */
export type Meeting = { outcome: "meeting"; version: number; theirs: string; mine: string; body: string; sections: string[] };

/**
 * Changes the words of a post. In the first minutes that is silent for its author; later the old words go into its history. Where it has
 * changed since the edit began, nothing is saved and both texts are given back. What moderation hides stays hidden, and its old words are shown to
 * nobody any more. Refuses what is hidden (404), who may not (403), what was
 * removed (410) or is at rest (409), words that cannot be taken, or that a moderator would have to see first (422), and haste (429).
 */
export async function editPost(actor: Actor, id: string, edit: Edit, pageLanguage: Language): Promise<{ outcome: "edited" } | Meeting> {
  const { thread } = await db.$transaction((tx) => openPost(tx, actor, id));
  await spend(actor, "edits");
  const { language } = edit;
  const body = [edit.body.trim(), edit.files ?? ""].filter((part) => part !== "").join("\n\n");
  refuseShape(body);
  const rendered = await renderPost({ language, body, postId: id, actor, seenBy: thread.subject.space.seenBy });
  await refuseReachOf(actor, rendered, id);

  return db.$transaction(async (tx) => {
    const post = await openPost(tx, actor, id);
    const isHidden = post.subject.measure === "HIDDEN";
    if (post.body === body && post.language === language) return close(tx, actor, id);
    if (post.version !== edit.version) return meetingOf(tx, post, edit.version, body, pageLanguage);

    // Whoever moderates looks at what is mended anyway.
    if (!isHidden) await refuseUnseen(tx, actor, id, { body, rendered });
    const isSilent = !isHidden && isStillSilent(actor, post);
    if (!isSilent) await keepOldWords(tx, post);
    if (isHidden) await hideVersions(tx, id);
    const { html, text, renderer } = rendered;
    const mark = isSilent ? {} : { editedAt: new Date(), editorId: actor.id };
    await tx.post.update({
      where: { id },
      data: { body, language, html, text, renderer, version: { increment: 1 }, ...mark },
      select: { id: true },
    });
    await linkWords(tx, id, rendered);
    const { number, thread } = post;
    await announce(tx, { what: "changed", thread: thread.id, category: thread.categoryId, number });
    const details = { thread: thread.id, number, version: post.version + 1, silent: isSilent ? 1 : 0, hidden: isHidden ? 1 : 0 };
    await record(tx, actor, "post.edited", { type: "POST", id }, details);
    return close(tx, actor, id);
  });
}

/** What differs where two texts have met: what leads from the saved one to one's own. */
export type Met = { pieces: Piece[] };

/**
 * Saves what the form of an edit holds. Where another text was saved meanwhile, the form comes back with both, begun anew from that one.
 * Refuses like editPost.
 */
export async function editForm(
  actor: Actor,
  id: string,
  form: Pick<ComposerForm, "id" | "sequence"> & Edit,
  pageLanguage: Language,
): Promise<{ outcome: "edited" } | { outcome: "met"; values: ComposerValues; meeting: Met }> {
  const edited = await editPost(actor, id, form, pageLanguage);
  if (edited.outcome === "edited") return edited;

  const { theirs, mine, body, version } = edited;
  const { language, sequence } = form;
  return {
    outcome: "met",
    values: newComposer("EDIT", { post: id }, { id: form.id, language, body, version, sequence }),
    meeting: { pieces: diffWords(theirs, mine) },
  };
}

type Moment = Pick<LoadedPost, "createdAt" | "editedAt"> & { subject: { authorId: string | null } };

/** Whether an edit now leaves no trace: by its author, minutes after posting, while nobody else has touched it. */
export const isStillSilent = (actor: Actor, { subject, createdAt, editedAt }: Moment) =>
  subject.authorId === actor.id && editedAt === null && Date.now() - createdAt.getTime() < SILENT_MINUTES * 60_000;

/** A post that this person may edit now. */
export async function openPost(tx: Transaction, actor: Actor, id: string): Promise<LoadedPost> {
  const post = await loadPost(tx, actor, id);
  const { subject } = post;
  if (may.repair(actor, subject)) return post;
  const space = { ...subject.space, isArchived: false };
  authorize(may.edit(actor, { ...subject, space, isLocked: false, isArchived: false, isRemoved: false, isPostRemoved: false }));
  if (subject.isPostRemoved) throw gone("posting.closed.post");
  if (subject.isRemoved) throw gone("forums.gone.thread");
  if (subject.space.isArchived) throw conflict("posting.closed.category");
  if (subject.isArchived) throw conflict("posting.closed.archived");
  if (!may.edit(actor, subject)) throw conflict("posting.closed.locked");
  return post;
}

/** Old words keep the version that they were, so that a later meeting of two texts knows from where both began. */
async function keepOldWords(tx: Transaction, { id, version, body, subject, createdAt, editedAt }: LoadedPost) {
  const { editorId } = await tx.post.findUniqueOrThrow({ where: { id }, select: { editorId: true } });
  await tx.postRevision.create({
    data: { postId: id, number: version, body, editorId: editedAt ? editorId : subject.authorId, at: editedAt ?? createdAt },
    select: { number: true },
  });
}

async function meetingOf(tx: Transaction, post: LoadedPost, version: number, mine: string, language: Language): Promise<Meeting> {
  const before = await tx.postRevision.findUnique({
    where: { postId_number: { postId: post.id, number: version } },
    select: { body: true },
  });
  const t = translator(language);
  const marks = { mine: t("writing.merge.markMine"), theirs: t("writing.merge.markTheirs") };
  const { body, conflicts } = merge(before?.body ?? "", mine, post.body, marks);

  return { outcome: "meeting", version: post.version, theirs: post.body, mine, body, sections: conflicts };
}

/** The draft of the edit is over. */
async function close(tx: Transaction, actor: Actor, postId: string) {
  await tx.postDraft.deleteMany({ where: { accountId: actor.id, postId, kind: "EDIT" } });
  return { outcome: "edited" as const };
}
