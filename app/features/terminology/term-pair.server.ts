import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { TermPair } from "~/generated/prisma/client";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";

import { forgetGlossary } from "./glossary.server";
import { limits } from "./limits";
import { mayKeepTerms } from "./policy";
import type { PairForm } from "./schema.server";

/** The refusal of a form that began before someone else's change. */
export const STALE = "terminology.error.stale";
/** The refusal of a pair that is there. */
export const TAKEN = "terminology.error.taken";
const LOCK = 5_021_131;

/** Adds a pair of terms. Refuses who may not (403), a pair that is there, and more than 2,000 (422). */
export async function addPair(actor: Actor, input: PairForm): Promise<{ id: string }> {
  authorize(mayKeepTerms(actor));
  const added = await refuseTaken(() =>
    db.$transaction(async (tx) => {
      // One who adds comes after the other, so that the limit holds.
      await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${LOCK})`;
      if ((await tx.termPair.count()) >= limits.pairs) throw unprocessable("terminology.error.tooMany");
      const pair = await tx.termPair.create({ data: columnsOf(input), select: { id: true } });
      await record(tx, actor, "term.added", { type: "TERM", id: pair.id }, { en: input.en, fr: input.fr });
      return pair;
    }),
  );
  forgetGlossary();
  return added;
}

/**
 * Changes a pair. Refuses who may not (403), what there is not (404), words that are another pair's, and a form that began before someone
 * else's change (422).
 */
export async function changePair(actor: Actor, id: string, input: PairForm) {
  authorize(mayKeepTerms(actor));
  await refuseTaken(() =>
    db.$transaction(async (tx) => {
      const pair = await loadForWork(tx, id);
      if (pair.changedAt.toISOString() !== input.changedAt) throw unprocessable(STALE);
      await tx.termPair.update({ where: { id }, data: { ...columnsOf(input), changedAt: later(pair.changedAt) }, select: { id: true } });
      await record(tx, actor, "term.changed", { type: "TERM", id }, { en: input.en, fr: input.fr });
    }),
  );
  forgetGlossary();
}

/** Removes a pair. Refuses who may not (403), what there is not (404), and one that someone else changed since it was looked at (409). */
export async function removePair(actor: Actor, id: string, { changedAt }: { changedAt: string }) {
  authorize(mayKeepTerms(actor));
  await db.$transaction(async (tx) => {
    const pair = await loadForWork(tx, id);
    if (pair.changedAt.toISOString() !== changedAt) throw conflict(STALE);
    await tx.termPair.delete({ where: { id }, select: { id: true } });
    await record(tx, actor, "term.removed", { type: "TERM", id }, { en: pair.en, fr: pair.fr });
  });
  forgetGlossary();
}

/** A pair, locked until the transaction ends. */
async function loadForWork(tx: Transaction, id: string): Promise<TermPair> {
  await tx.$queryRaw`SELECT 1 FROM "TermPair" WHERE id = ${id}::uuid FOR UPDATE`;
  return found(await tx.termPair.findUnique({ where: { id } }));
}

function columnsOf({ changedAt: _, ...input }: PairForm) {
  const without = (words: string[], term: string) => words.filter((word) => word.toLowerCase() !== term.toLowerCase());
  return { ...input, enOthers: without(input.enOthers, input.en), frOthers: without(input.frOthers, input.fr) };
}

/** Two changes within a millisecond are still two. */
const later = (before: Date): Date => new Date(Math.max(Date.now(), before.getTime() + 1));

async function refuseTaken<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (isTaken(error)) throw unprocessable(TAKEN);
    throw error;
  }
}
