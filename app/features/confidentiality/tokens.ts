import type { Reading } from "./reading";

/** A word or a number of a text. `gap` is what stands between it and the one before. */
export type Token = { start: number; end: number; plain: string; gap: string; isCapital: boolean; isAcronym: boolean; isNumber: boolean };

const ELISION = "(?:[ldjnsmtcLDJNSMTC]|[Qq]u)['’](?=\\p{L})";
const WORD = "\\p{L}[\\p{L}\\p{M}]*(?:['’‑-](?=\\p{L})[\\p{L}\\p{M}]+)*";
const TOKENS = new RegExp(`${ELISION}|${WORD}|\\d+`, "gu");
const LONGEST_GAP = 12;

/** The words and numbers of a text, one after the other. */
export function tokensOf({ text, plain }: Reading): Token[] {
  let last = 0;
  return [...text.matchAll(TOKENS)].map(({ index, 0: word }) => {
    const own = withoutPossessive(word);
    const gap = plain.slice(last, Math.min(index, last + LONGEST_GAP));
    const token = {
      start: index,
      end: index + own.length,
      plain: plain.slice(index, index + own.length),
      gap,
      isCapital: /^\p{Lu}/u.test(word),
      isAcronym: own.length > 1 && /^[\p{Lu}\d]+$/u.test(own),
      isNumber: /^\d/.test(word),
    };
    last = index + word.length;
    return token;
  });
}

const withoutPossessive = (word: string) => (/['’]s$/i.test(word) && word.length > 3 ? word.slice(0, -2) : word);
