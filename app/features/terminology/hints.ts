import { type Language, otherLanguage } from "~/i18n/languages";

import { limits } from "./limits";
import { type Pair, sideOf } from "./pair";
import { linesOf } from "./pair-lines";
import { findLines, wordsOf } from "./words";

/** What a translator is told of a term in the text: how it is said in the language of the translation, and when. */
export type Hint = { id: string; term: string; word: string; others: string[]; note: string };

/**
 * The pairs whose words stand in a text, in the order in which they are met, twelve at most. Whole words count, whatever their accents and
 * capitals, in the singular or plural; of a term within a longer one the longer one. `to`: the language of the translation.
 */
export function hintsIn(text: string, pairs: readonly Pair[], to: Language): Hint[] {
  const from = otherLanguage(to);
  const met = new Set<Pair>();
  for (const { things } of findLines(wordsOf(text), linesOf(pairs, [from]))) {
    for (const pair of things) met.add(pair);
    if (met.size >= limits.hints) break;
  }
  return [...met].slice(0, limits.hints).map((pair) => ({ id: pair.id, term: sideOf(pair, from).word, ...sideOf(pair, to) }));
}
