/** A word of a text as it is compared: without accents, capitals, the ending of the plural and that of the other gender; and where it stands. */
export type Word = { folded: string; from: number; to: number };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[·•]\p{L}{1,4}|\(\p{L}{1,3}\))*/gu;
const GENDER = /[·•(].*$/u;
const ACCENTS = /\p{M}/gu;
/** Words of three letters, and those in “ss”, do not end in a plural. */
const PLURAL = /(?<=..[^s])s$/u;

/** The words of a text in their order. Apostrophes and hyphens part them. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({ folded: fold(match[0]), from: match.index, to: match.index + match[0].length }));

/** The words of a term, as one line to compare. */
export const foldedLine = (term: string): string =>
  wordsOf(term)
    .map(({ folded }) => folded)
    .join(" ");

const fold = (word: string): string =>
  word.replace(GENDER, "").normalize("NFD").replace(ACCENTS, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(PLURAL, "");

/** What stands where in a text, of things that are known by their lines. At each place the longest one counts, and no two overlap. */
export function findLines<Thing>(words: readonly Word[], known: Lines<Thing>): { things: Thing[]; first: number; count: number }[] {
  const found: { things: Thing[]; first: number; count: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const longest = known.get(words[at]?.folded ?? "")?.find(({ line }) => line.every((word, index) => words[at + index]?.folded === word));
    if (!longest) continue;
    found.push({ things: longest.things, first: at, count: longest.line.length });
    at += longest.line.length - 1;
  }
  return found;
}

export type Lines<Thing> = Map<string, { line: string[]; things: Thing[] }[]>;

/** Things by the words that they are known by, to be found in texts. */
export function byLine<Thing>(things: readonly Thing[], termsOf: (thing: Thing) => readonly string[]): Lines<Thing> {
  const byWhole = new Map<string, Set<Thing>>();
  for (const thing of things)
    for (const line of termsOf(thing).map(foldedLine).filter(Boolean)) byWhole.set(line, (byWhole.get(line) ?? new Set()).add(thing));

  const lines: Lines<Thing> = new Map();
  for (const [whole, same] of byWhole) {
    const line = whole.split(" ");
    const [first = ""] = line;
    lines.set(first, [...(lines.get(first) ?? []), { line, things: [...same] }]);
  }
  for (const same of lines.values()) same.sort((one, other) => other.line.length - one.line.length);
  return lines;
}
