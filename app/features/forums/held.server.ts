import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { vouchFor } from "~/features/accounts/vouching.server";
import { record } from "~/features/activity/record.server";
import { visibleTo } from "~/features/publishing/queries.server";
import type { HeldPost, Prisma } from "~/generated/prisma/client";
import type { Circle } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, found } from "~/platform/errors";

import type { ComposerFields } from "./composer-values";
import { beginOn, begunOn, type Discussed } from "./discussion.server";
import { may } from "./policy";
import { pollOf } from "./poll-schema.server";
import { openThread, writeReply } from "./post.server";
import { begin } from "./thread.server";
import { lockWriter } from "./turn.server";
import { type Drawn, drawWords } from "./writing.server";

/** Words that wait, drawn anew and ready to become a post. */
export type Ready = { held: HeldPost; author: Actor; drawn: Drawn };

/**
 * Draws waiting words for releaseHeld, before any lock is taken. Refuses what waits no longer, whose author cannot act by now, and what could not be
 * posted as it is (409).
 */
export async function readyHeld(id: string): Promise<Ready> {
  const held = await db.heldPost.findUnique({ where: { id } });
  if (!held) throw conflict("holds.conflict.gone");
  const author = await findActor(held.authorId);
  if (!author || author.isSilenced) throw conflict("holds.conflict.author");

  const fields = held.fields as ComposerFields;
  const { poll, errors } = pollOf({ ...fields, ...choicesOf(fields) }, author.timeZone);
  if (errors) throw conflict("holds.conflict.poll");
  const { language, body, replyTo } = fields;
  const seenBy = await seenByOf(held);
  const drawn = await drawWords(author, { id, language, body, replyTo: replyTo || null, poll }, seenBy).catch(asConflict);
  return { held, author, drawn };
}

/** Only what the form of a post could send was ever kept. */
const choicesOf = ({ pollMultiple, pollResults }: ComposerFields) => ({
  pollMultiple: pollMultiple === "on" ? ("on" as const) : ("" as const),
  pollResults: pollResults === "CLOSED" ? ("CLOSED" as const) : ("VOTED" as const),
});

/** Who will see waiting words once they are posted. */
export async function seenByOf({ categoryId, threadId }: Pick<HeldPost, "categoryId" | "threadId">): Promise<Circle> {
  const inCategory = categoryId ? { id: categoryId } : threadId ? { threads: { some: { id: threadId } } } : null;
  const category = inCategory && (await db.category.findFirst({ where: inCategory, select: { seenBy: true } }));
  return category?.seenBy ?? "EVERYONE";
}

/**
 * Makes waiting words a post by their author, as of now: it takes the next number, and who follows is told. Their author is no stranger from then on.
 * Refuses what changed meanwhile, and a place where the author cannot write by now (409). Whoever calls has asked the policy.
 */
export async function releaseHeld(tx: Transaction, actor: Actor, { held, author, drawn }: Ready) {
  const { id, contributionId, kind } = held;
  const begun = contributionId ? await begunOn(tx, contributionId) : null;
  await lockWriter(tx, author);
  const now = await lockHeld(tx, { id });
  if (now?.heldAt.getTime() !== held.heldAt.getTime()) throw conflict("holds.conflict.gone");

  await tx.heldPost.delete({ where: { id }, select: { id: true } });
  await post(tx, author, { held, drawn, begun }).catch(asConflict);
  await vouchFor(tx, author.id);
  await record(tx, actor, "post.released", { type: "HELD_POST", id }, { kind });
}

type Posting = Pick<Ready, "held" | "drawn"> & { begun: string | null };

async function post(tx: Transaction, author: Actor, { held, drawn, begun }: Posting) {
  const { categoryId, contributionId } = held;
  const threadId = held.threadId ?? begun;
  if (threadId) return writeReply(tx, author, await openThread(tx, author, threadId), drawn);
  if (contributionId) return beginOn(tx, author, found(await findWork(tx, author, contributionId)), drawn);

  const category = found(categoryId === null ? null : await tx.category.findUnique({ where: { id: categoryId } }));
  if (!may.start(author, { ...category, isArchived: category.archivedAt !== null })) throw conflict("holds.conflict.place");
  const { title, topics } = held.fields as ComposerFields;
  return begin(tx, author, category.id, { title, topics, language: drawn.language, drawn });
}

/** A work that its author still sees, and that can be discussed. */
async function findWork(tx: Transaction, author: Actor, id: string) {
  const [work] = await tx.$queryRaw<Pick<Discussed, "id" | "faces">[]>`
    SELECT c.id, (SELECT json_agg(json_build_object('language', f.language, 'slug', f.slug, 'title', f.title))
      FROM "Face" f WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL) AS faces
    FROM "Contribution" c WHERE c.id = ${id}::uuid AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND c."retiredAt" IS NULL
      AND ${visibleTo(author, false)}`;
  return work;
}

/** However a place refuses its author, to a moderator it says that these words cannot go there. */
function asConflict(refusal: unknown): never {
  if (refusal instanceof Response && refusal.status !== 503) throw conflict("holds.conflict.place");
  throw refusal;
}

/** Gives waiting words back to their author, as a draft. Refuses what waits no longer (409). Whoever calls has asked the policy. */
export async function returnHeld(tx: Transaction, actor: Actor, id: string) {
  const held = await lockHeld(tx, { id });
  if (!held) throw conflict("holds.conflict.gone");
  await makeDraft(tx, held);
  await record(tx, actor, "post.returned", { type: "HELD_POST", id }, { kind: held.kind });
}

/** Takes one's own waiting words back, as a draft. Refuses what is posted by now (409), and what is not one's own or waits no longer (404). */
export async function withdrawHeld(actor: Actor, id: string) {
  await db.$transaction(async (tx) => {
    await lockWriter(tx, actor);
    const held = await lockHeld(tx, { id, authorId: actor.id });
    if (!held && (await tx.post.count({ where: { id, authorId: actor.id } })) > 0) throw conflict("holds.conflict.posted");
    await makeDraft(tx, found(held));
    await record(tx, actor, "post.withdrawn", { type: "HELD_POST", id }, { kind: found(held).kind });
  });
}

async function lockHeld(tx: Transaction, { id, ...own }: { id: string; authorId?: string }): Promise<HeldPost | null> {
  await tx.$queryRaw`SELECT 1 FROM "HeldPost" WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.heldPost.findFirst({ where: { id, ...own } });
}

/** Where another draft of the author's has taken its place, it is kept without one. */
async function makeDraft(tx: Transaction, { id, authorId: accountId, kind, fields, categoryId, threadId, contributionId }: HeldPost) {
  const draft = { id, accountId, kind, sequence: 1, fields: fields as Prisma.InputJsonValue };
  await tx.heldPost.delete({ where: { id }, select: { id: true } });
  const { count } = await tx.postDraft.createMany({ data: [{ ...draft, categoryId, threadId, contributionId }], skipDuplicates: true });
  if (count === 0) await tx.postDraft.createMany({ data: [draft], skipDuplicates: true });
}
