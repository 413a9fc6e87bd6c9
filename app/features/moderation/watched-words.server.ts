import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { foldWords } from "~/features/forums/watching";
import { db } from "~/platform/db.server";
import { authorize, unprocessable } from "~/platform/errors";

import { may } from "./policy";

const MOST = 500;

/** The words that are watched, the last one first. Refuses who does not moderate (403). */
export async function listWatchedWords(actor: Actor) {
  authorize(may.watchWords(actor));
  const words = await db.watchedWord.findMany({
    orderBy: [{ addedAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, word: true, addedAt: true, adder: { select: { name: true } } },
  });
  return words.map(({ addedAt, adder, ...word }) => ({ ...word, addedAt: addedAt.toISOString(), adder: adder?.name ?? null }));
}

/**
 * Watches a word or phrase from now on, letter by letter. Refuses who does not moderate (403), one without a letter or number, one that is watched
 * however it is written, and more than five hundred (422).
 */
export async function addWatchedWord(actor: Actor, word: string): Promise<{ id: string }> {
  authorize(may.watchWords(actor));
  const folded = foldWords(word);
  if (!/[\p{L}\p{N}]/u.test(folded)) throw unprocessable("holds.words.errors.empty");

  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('watched words', 0))`;
    if ((await tx.watchedWord.count({ where: { folded } })) > 0) throw unprocessable("holds.words.errors.known");
    if ((await tx.watchedWord.count()) >= MOST) throw unprocessable("holds.words.errors.tooMany");
    const { id } = await tx.watchedWord.create({ data: { word, folded, adderId: actor.id }, select: { id: true } });
    await record(tx, actor, "watchword.added", { type: "WATCHED_WORD", id });
    return { id };
  });
}

/** Watches a word no longer; one that is gone stays so. Refuses who does not moderate (403). */
export async function removeWatchedWord(actor: Actor, id: string) {
  authorize(may.watchWords(actor));
  await db.$transaction(async (tx) => {
    const { count } = await tx.watchedWord.deleteMany({ where: { id } });
    if (count > 0) await record(tx, actor, "watchword.removed", { type: "WATCHED_WORD", id });
  });
}
