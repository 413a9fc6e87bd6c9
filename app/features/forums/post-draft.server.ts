import { isDeepStrictEqual } from "node:util";

import type { Actor } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { visibleTo } from "~/features/publishing/queries.server";
import type { Prisma } from "~/generated/prisma/client";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, found, notFound, unprocessable } from "~/platform/errors";

import type { ComposerFields, ComposerPlace, ComposerValues } from "./composer-values";
import { limits } from "./limits";
import { seenSpaces, seenThreads } from "./seen.server";

/** What is too long to be posted is still kept, so that it can be shortened. */
export const LONGEST_DRAFT = limits.body + 8_000;

/** What its other fields may hold together. */
const LONGEST_REST = 16_000;

const MOST_DRAFTS = 100;
const KEPT_DAYS = 180;

export type PostDraftSaved = { outcome: "saved"; sequence: number } | { outcome: "stale" } | { outcome: "posted" };

/**
 * Keeps what someone is writing; nobody else sees it, so it is no event. A window that does not know the newest draft changes nothing and is
 * told so, and so is one whose text was posted. Refuses who may not write (403), hidden places and the drafts of others (404), and too many
 * or too long ones (422).
 */
export async function savePostDraft(actor: Actor, values: ComposerValues): Promise<PostDraftSaved> {
  authorize(allows(actor, "post.write"));
  if (isTooLong(values)) throw unprocessable("posting.error.draftTooLong");
  for (const isFirstTry of [true, false]) {
    try {
      return await db.$transaction((tx) => save(tx, actor, values));
    } catch (error) {
      // Two windows began at once: the second look tells which text is kept.
      if (!isTaken(error)) throw error;
      if (!isFirstTry) break;
    }
  }
  return { outcome: "stale" };
}

async function save(tx: Transaction, actor: Actor, values: ComposerValues): Promise<PostDraftSaved> {
  if (await isOver(tx, actor, values)) return { outcome: "posted" };
  const draft = await lockDraft(tx, actor, values.id);
  const fields = fieldsOf(values);
  if (draft && draft.sequence !== values.sequence) {
    // The same text sent twice, because the first answer was lost on the way.
    return isDeepStrictEqual(draft.fields, fields) ? { outcome: "saved", sequence: draft.sequence } : { outcome: "stale" };
  }
  const sequence = values.sequence + 1;
  const content = { fields: fields as Prisma.InputJsonValue, sequence, updatedAt: new Date() };
  if (draft) {
    const hasMoved = values.thread !== "" && values.thread !== draft.threadId;
    const place = hasMoved ? { threadId: (await placeOf(tx, actor, values)).threadId } : {};
    await tx.postDraft.update({ where: { id: values.id }, data: { ...content, ...place }, select: { id: true } });
  } else {
    const place = await placeOf(tx, actor, values);
    if ((await tx.postDraft.count({ where: { accountId: actor.id } })) >= MOST_DRAFTS) throw unprocessable("posting.error.tooManyDrafts");
    await tx.postDraft.create({
      data: { id: values.id, accountId: actor.id, kind: values.kind, ...content, ...place },
      select: { id: true },
    });
  }
  return { outcome: "saved", sequence };
}

/** Whether these words are a post by now, or wait to be one, or the edit that they were is done. */
async function isOver(tx: Transaction, actor: Actor, { id, kind, post, version }: ComposerValues): Promise<boolean> {
  if (kind !== "EDIT") {
    const where = { where: { id }, select: { authorId: true } } as const;
    const written = (await tx.post.findUnique(where)) ?? (await tx.heldPost.findUnique(where));
    if (written && written.authorId !== actor.id) throw notFound();
    return written !== null;
  }
  const edited =
    post === "" ? null : await tx.post.findUnique({ where: { id: post }, select: { version: true, editorId: true, authorId: true } });
  return edited !== null && edited.version > version && (edited.editorId ?? edited.authorId) === actor.id;
}

async function lockDraft(tx: Transaction, actor: Actor, id: string) {
  const [draft] = await tx.$queryRaw<{ accountId: string; sequence: number; threadId: string | null; fields: unknown }[]>`
    SELECT "accountId", sequence, "threadId", fields FROM "PostDraft" WHERE id = ${id}::uuid FOR UPDATE`;
  if (draft && draft.accountId !== actor.id) throw notFound();
  return draft ?? null;
}

/** Where a new draft belongs: somewhere that its writer sees (404). Whether it is open they are told when they send it. */
async function placeOf(tx: Transaction, actor: Actor, { kind, category, thread, contribution, post }: ComposerPlace & { kind: string }) {
  const none = { categoryId: null, threadId: null, contributionId: null, postId: null };
  if (kind === "THREAD") return { ...none, categoryId: await seenCategory(tx, actor, category) };
  if (kind === "EDIT") return { ...none, postId: await seenPost(tx, actor, post) };
  if (contribution !== "") return { ...none, contributionId: await seenContribution(tx, actor, contribution) };
  return { ...none, threadId: await seenThread(tx, actor, thread) };
}

async function seenCategory(tx: Transaction, actor: Actor, id: string) {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT k.id FROM "Category" k WHERE k.id = ${id || null}::uuid AND ${seenSpaces(actor)}`;
  return found(rows[0]).id;
}

async function seenThread(tx: Transaction, actor: Actor, id: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" WHERE t.id = ${id || null}::uuid AND ${seenThreads(actor)}`;
  return found(rows[0]).id;
}

async function seenPost(tx: Transaction, actor: Actor, id: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE p.id = ${id || null}::uuid AND p.notice IS NULL AND ${seenThreads(actor)}`;
  return found(rows[0]).id;
}

async function seenContribution(tx: Transaction, actor: Actor, id: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Contribution" c
    WHERE c.id = ${id || null}::uuid AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND ${visibleTo(actor, false)}`;
  return found(rows[0]).id;
}

function isTooLong(values: ComposerValues): boolean {
  const { body, ...rest } = fieldsOf(values);
  return body.length > LONGEST_DRAFT || Object.values(rest).flat().join("").length > LONGEST_REST;
}

const fieldsOf = ({ id, kind, category, thread, contribution, post, sequence, ...fields }: ComposerValues): ComposerFields => fields;

/**
 * Keeps words that could not be posted, whatever other windows hold, so that nothing is lost. Says whether that could be done. Where their
 * place is hidden by now, or holds another draft, they are kept without it.
 */
export async function keepUnsent(actor: Actor, values: ComposerValues): Promise<boolean> {
  if (!allows(actor, "post.write") || isTooLong(values)) return false;
  const kept = await db.postDraft.findUnique({ where: { id: values.id }, select: { accountId: true, sequence: true } });
  if (kept && kept.accountId !== actor.id) return false;
  try {
    return (await savePostDraft(actor, { ...values, sequence: kept?.sequence ?? 0 })).outcome === "saved" || keepPlaceless(actor, values);
  } catch (refusal) {
    if (refusal instanceof Response && refusal.status === 404) return keepPlaceless(actor, values);
    if (refusal instanceof Response) return false;
    throw refusal;
  }
}

/** The sequence of a draft, which its form has to know; 0 where there is none. */
export const sequenceOf = async (id: string): Promise<number> =>
  (await db.postDraft.findUnique({ where: { id }, select: { sequence: true } }))?.sequence ?? 0;

async function keepPlaceless(actor: Actor, values: ComposerValues): Promise<boolean> {
  const sent = { where: { id: values.id }, select: { id: true } } as const;
  if ((await db.post.findUnique(sent)) ?? (await db.heldPost.findUnique(sent))) return false;
  const content = { fields: fieldsOf(values) as Prisma.InputJsonValue, updatedAt: new Date() };
  const draft = { ...content, id: values.id, accountId: actor.id, kind: values.kind, sequence: 1 };
  if ((await db.postDraft.count({ where: { accountId: actor.id, id: { not: values.id } } })) >= MOST_DRAFTS) return false;
  const { accountId } = await db.postDraft.upsert({
    where: { id: values.id },
    create: draft,
    update: content,
    select: { accountId: true },
  });
  return accountId === actor.id;
}

/** Throws a draft away. Doing so twice does no harm; the draft of someone else is none (404). */
export async function discardPostDraft(actor: Actor, id: string) {
  await db.$transaction(async (tx) => {
    await lockDraft(tx, actor, id);
    await tx.postDraft.deleteMany({ where: { id, accountId: actor.id } });
  });
}

/** Forgets what nobody came back to. */
export async function forgetOldPostDrafts() {
  await db.postDraft.deleteMany({ where: { updatedAt: { lt: new Date(Date.now() - KEPT_DAYS * 86_400_000) } } });
}
