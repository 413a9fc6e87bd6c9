const OF_A_WORD = /[\p{L}\p{N}]/u;

/**
 * Words as they are looked for: without accents, in lower case, with plain apostrophes, quotation marks and hyphens, with single spaces, and without
 * signs that are not seen. In time proportional to their length.
 */
export const foldWords = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]+/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ‛`´′]/g, "'")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/\s+/g, " ")
    .trim();

/**
 * Which of these folded words stand in a text, as whole words, letter by letter: no sign in them means anything else than itself. Only those are
 * looked for whose every part stands somewhere in the text.
 */
export function findWatched(text: string, folded: readonly string[]): string[] {
  if (folded.length === 0) return [];
  const words = foldWords(text);
  const parts = new Set(partsOf(words));
  return folded.filter((word) => word !== "" && partsOf(word).every((part) => parts.has(part)) && standsIn(words, word));
}

const partsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    if (isEdge(text.slice(Math.max(at - 2, 0), at), firstOf(word), "before") && isEdge(text.slice(end, end + 2), lastOf(word), "after"))
      return true;
  }
  return false;
}

const firstOf = (word: string) => [...word.slice(0, 2)][0] ?? "";
const lastOf = (word: string) => [...word.slice(-2)].at(-1) ?? "";

/** Whether a word ends here: where it ends in a letter or number, none may go on. */
function isEdge(around: string, own: string, side: "before" | "after"): boolean {
  if (!OF_A_WORD.test(own)) return true;
  const neighbour = side === "before" ? lastOf(around) : firstOf(around);
  return !OF_A_WORD.test(neighbour);
}
