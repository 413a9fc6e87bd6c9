/** The words of a text as they are sorted and sought: in lower case, without accents or punctuation, with joined letters taken apart. */
export const plainWords = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/ß/g, "ss")
    .match(/[\p{L}\p{N}]+/gu) ?? [];
