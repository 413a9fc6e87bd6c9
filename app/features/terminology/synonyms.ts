import { type Language, languages } from "~/i18n/languages";

import { limits } from "./limits";
import { type Pair, wordsIn } from "./pair";
import { linesOf } from "./pair-lines";
import { findLines, foldedLine, wordsOf } from "./words";

/** A part of what someone seeks that is a term, as it was typed, with what it is called otherwise in a language. */
export type Synonyms = { typed: string; others: string[] };

/** What someone seeks: what is no term, and the terms in it with their other words. */
export type Sought = { rest: string; synonyms: Synonyms[] };

/** What is sought to the letter, or must not be there: of that there are no other words. */
const LITERAL = /"[^"]*"?|(?<![^\s])-\S+/gu;
const EITHER = /(?:^|\s)or(?:\s|$)/iu;

/**
 * Finds the terms of either language in what someone seeks, and their other words in one language, eight at most in all. Null where there are
 * none, and where words are sought one or the other.
 */
export function synonymsIn(q: string, pairs: readonly Pair[], language: Language): Sought | null {
  if (EITHER.test(q)) return null;
  const plain = q.replace(LITERAL, (literal) => " ".repeat(literal.length));
  const words = wordsOf(plain);
  const terms = findLines(words, linesOf(pairs, languages));

  const synonyms: Synonyms[] = [];
  let rest = q;
  let left: number = limits.synonyms;
  for (const { things, first, count } of terms) {
    const from = words[first]?.from ?? 0;
    const to = words[first + count - 1]?.to ?? from;
    const typed = q.slice(from, to);
    const others = otherWords(things, language, typed).slice(0, left);
    if (others.length === 0) continue;
    left -= others.length;
    rest = rest.slice(0, from) + " ".repeat(to - from) + rest.slice(to);
    synonyms.push({ typed, others });
  }
  return synonyms.length > 0 ? { rest: rest.trim(), synonyms } : null;
}

/** Each once, but for what was typed. */
function otherWords(pairs: readonly Pair[], language: Language, typed: string): string[] {
  const words = new Map(pairs.flatMap((pair) => wordsIn(pair, language)).map((word) => [foldedLine(word), word]));
  words.delete(foldedLine(typed));
  return [...words.values()];
}
