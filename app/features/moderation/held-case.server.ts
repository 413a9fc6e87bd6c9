import type { Actor } from "~/features/accounts/actor";
import type { RecordedEvent } from "~/features/activity/queries.server";
import type { ComposerFields } from "~/features/forums/composer-values";
import { readyHeld, releaseHeld, returnHeld } from "~/features/forums/held.server";
import { db, type Transaction } from "~/platform/db.server";

import { type CaseThing, lockCase, openCase, refuseUnless } from "./case.server";
import { closeCase } from "./closing.server";
import type { ReturnForm } from "./held-schema.server";
import { approvedWords, returnedWords } from "./held-words";
import { tellOfCase } from "./notice.server";
import { PRIORITY } from "./rules";

const LONGEST_TITLE = 80;

/**
 * Opens the case of words that wait. Called twice it opens one; of words that were taken back meanwhile it opens none, and where the case of an
 * earlier sending is still open it then speaks of the new ones.
 */
export async function openHeldCase({ subject }: Pick<RecordedEvent, "subject">) {
  await db.$transaction(async (tx) => {
    const open = await findOpen(tx, subject.id);
    const held = await findHeld(tx, subject.id);
    if (!held) return;
    if (open) await renew(tx, open, held);
    else await openCase(tx, held, { kind: "HELD", priority: PRIORITY.held });
  });
}

/** Closes the case of words that their author took back; not where they sent them again since. */
export async function closeHeldCase({ subject }: Pick<RecordedEvent, "subject">) {
  await db.$transaction(async (tx) => {
    const open = await findOpen(tx, subject.id);
    if (open && !(await findHeld(tx, subject.id))) await closeCase(tx, open, "WITHDRAWN");
  });
}

/** Locked, so that nobody opens or decides it meanwhile. */
async function findOpen(tx: Transaction, subjectId: string) {
  const [open] = await tx.$queryRaw<{ id: string; title: string; words: string }[]>`
    SELECT id, title, words FROM "Case" WHERE "subjectType" = 'HELD_POST' AND "subjectId" = ${subjectId}::uuid AND "closedAt" IS NULL FOR UPDATE`;
  return open ?? null;
}

async function renew(tx: Transaction, open: { id: string; title: string; words: string }, { title, words }: CaseThing) {
  if (open.title === title && open.words === words) return;
  await tx.case.update({ where: { id: open.id }, data: { title, words, version: { increment: 1 } }, select: { id: true } });
}

/** Words that wait as a case knows them. They stay until the transaction ends. */
async function findHeld(tx: Transaction, id: string): Promise<CaseThing | null> {
  await tx.$queryRaw`SELECT 1 FROM "HeldPost" WHERE id = ${id}::uuid FOR SHARE`;
  const held = await tx.heldPost.findUnique({
    where: { id },
    include: {
      category: { select: { id: true, organizationId: true } },
      thread: { select: { category: { select: { id: true, organizationId: true } } } },
    },
  });
  if (!held) return null;
  const category = held.category ?? held.thread?.category ?? null;
  const { title, body } = held.fields as ComposerFields;

  return {
    subjectType: "HELD_POST",
    subjectId: id,
    language: held.language,
    categoryId: category?.id ?? null,
    organizationIds: category?.organizationId ? [category.organizationId] : [],
    ownerIds: [held.authorId],
    authorId: held.authorId,
    title: title || beginningOf(body),
    words: body,
  };
}

/** The first words of a text that has no title. */
function beginningOf(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

/**
 * Posts the words of a case, in their author's name, who is told. Refuses who does not see the case (404), who is concerned (403), and what was
 * decided, changed or taken back meanwhile, or cannot be posted by now (409).
 */
export async function approveHeld(actor: Actor, caseId: string, version: number): Promise<{ postId: string }> {
  const { subjectId: postId } = await db.$transaction((tx) => lockToRelease(tx, actor, caseId, version));
  const ready = await readyHeld(postId);

  await db.$transaction(async (tx) => {
    const one = await lockToRelease(tx, actor, caseId, version);
    await releaseHeld(tx, actor, ready);
    const words = approvedWords({ title: one.title, postId, isFirst: ready.held.reasons.includes("FIRST_POST") });
    await tellOfCase(tx, { caseId, accountId: ready.author.id, role: "AUTHOR", about: "APPROVED", words });
    await closeCase(tx, one, "APPROVED", actor);
  });
  return { postId };
}

/**
 * Gives the words of a case back to their author, as a draft, with a rule and a reason. Refuses who does not see the case (404), who is concerned
 * (403), and what was decided, changed or taken back meanwhile (409).
 */
export async function returnHeldCase(actor: Actor, caseId: string, { version, rule, words }: ReturnForm) {
  await db.$transaction(async (tx) => {
    const one = await lockToRelease(tx, actor, caseId, version);
    await returnHeld(tx, actor, one.subjectId);
    await tx.case.update({ where: { id: caseId }, data: { rule }, select: { id: true } });
    const told = returnedWords({ title: one.title, rule, words });
    if (one.authorId) await tellOfCase(tx, { caseId, accountId: one.authorId, role: "AUTHOR", about: "RETURNED", words: told });
    await closeCase(tx, one, "RETURNED", actor);
  });
}

async function lockToRelease(tx: Transaction, actor: Actor, id: string, version: number) {
  const one = await lockCase(tx, actor, id);
  refuseUnless(actor, one, "release", version);
  return one;
}
