import type { Language } from "~/i18n/languages";

import { type Pair, wordsIn } from "./pair";
import { byLine, type Lines } from "./words";

const kept = new WeakMap<readonly Pair[], Map<string, Lines<Pair>>>();

/** Pairs by their words in these languages. Made once for each list of pairs, and forgotten with it. */
export function linesOf(pairs: readonly Pair[], languages: readonly Language[]): Lines<Pair> {
  const made = kept.get(pairs) ?? new Map<string, Lines<Pair>>();
  kept.set(pairs, made);
  const name = languages.join();
  const lines = made.get(name) ?? byLine(pairs, (pair) => languages.flatMap((language) => wordsIn(pair, language)));
  made.set(name, lines);
  return lines;
}
