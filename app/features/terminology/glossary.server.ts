import { db } from "~/platform/db.server";

import { limits } from "./limits";
import type { Pair } from "./pair";

/** Another process may change a pair, which this one then learns in a minute at most. */
const REMEMBERED_MS = 60_000;

let remembered: { pairs: Promise<Pair[]>; until: number } | undefined;

/** All pairs of terms, for the hints beside a translation and the other words of a search. One statement, kept in memory for a minute. */
export function glossary(): Promise<Pair[]> {
  if (!remembered || remembered.until < Date.now()) {
    const pairs = read().catch((error: unknown) => {
      forgetGlossary();
      throw error;
    });
    remembered = { pairs, until: Date.now() + REMEMBERED_MS };
  }
  return remembered.pairs;
}

/** Reads the pairs anew at the next need. To be called when a change to them was committed. */
export function forgetGlossary() {
  remembered = undefined;
}

const read = (): Promise<Pair[]> =>
  db.termPair.findMany({
    orderBy: { id: "asc" },
    take: limits.pairs,
    select: { id: true, en: true, fr: true, enOthers: true, frOthers: true, enNote: true, frNote: true, source: true },
  });
