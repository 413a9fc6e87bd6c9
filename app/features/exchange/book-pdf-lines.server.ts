import { type Look, type Piece, piecesOf, spaceOf, type Type, widthOf } from "./book-pdf-fonts.server";

/** What stands together without a space. `space` is what follows it on the same line. */
export type Word = { pieces: Piece[]; width: number; space: number; isRtl: boolean };

export type Line = { words: Word[]; size: number; isRtl: boolean };

/** Words of one look, or a break. */
export type Said = { text: string; look: Look } | "break";

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const STRONG = /\p{L}/u;

/** Words in lines no wider than `width`. A word that is wider by itself is cut. */
export function linesOf(type: Type, said: Said[], width: number): Line[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of wordsOf(type, said)) {
    if (word === "break") {
      lines.push([]);
      used = 0;
      continue;
    }
    for (const part of word.width <= width + 0.01 ? [word] : cut(type, word, width)) {
      if (used > 0 && used + part.width > width + 0.01) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push(part);
      used += part.width + part.space;
    }
  }
  const isRtl = isRightToLeft(said);
  return lines.map((words) => ({ words, isRtl, size: Math.max(...sizesOf(words), ...(words.length > 0 ? [] : sizesIn(said))) }));
}

/** The widest word, and the width of all of them in one line. */
export function widthsOf(type: Type, said: Said[]): { least: number; most: number } {
  let [least, most, used] = [0, 0, 0];
  for (const word of wordsOf(type, said)) {
    if (word === "break") used = 0;
    else {
      least = Math.max(least, word.width);
      used += word.width;
      most = Math.max(most, used);
      used += word.space;
    }
  }
  return { least, most };
}

const sizesOf = (words: Word[]): number[] => words.flatMap(({ pieces }) => pieces.map(({ look }) => look.size));

const sizesIn = (said: Said[]): number[] => [10, ...said.flatMap((one) => (one === "break" ? [] : [one.look.size]))].slice(0, 2);

/** The first letter of a text decides on which side it begins. */
function isRightToLeft(said: Said[]): boolean {
  for (const one of said) {
    const letter = one === "break" ? null : STRONG.exec(one.text);
    if (letter) return RTL.test(letter[0]);
  }
  return false;
}

function wordsOf(type: Type, said: Said[]): (Word | "break")[] {
  const words: (Word | "break")[] = [];
  let open: Word | null = null;
  for (const one of said) {
    if (one === "break") {
      words.push("break");
      open = null;
      continue;
    }
    for (const part of one.text.match(/ +|[^ ]+/g) ?? []) {
      if (part.startsWith(" ")) {
        if (open) open.space = spaceOf(type, one.look);
        open = null;
        continue;
      }
      const pieces = piecesOf(type, part, one.look);
      if (pieces.length === 0) continue;
      if (open === null) {
        open = { pieces: [], width: 0, space: 0, isRtl: false };
        words.push(open);
      }
      open.pieces.push(...pieces);
      open.width += pieces.reduce((sum, { width }) => sum + width, 0);
      open.isRtl ||= RTL.test(part);
    }
  }
  return words;
}

/** A word in parts that fit, cut after a sign of an address where there is one. */
function cut(type: Type, word: Word, most: number): Word[] {
  const parts: Word[] = [];
  let open: Word = { ...word, pieces: [], width: 0, space: 0 };
  const close = () => {
    if (open.pieces.length > 0) parts.push(open);
    open = { ...word, pieces: [], width: 0, space: 0 };
  };
  const put = (text: string, piece: Piece) => {
    const width = widthOf(type, text, piece.font, piece.look.size);
    if (open.width + width > most) close();
    const last = open.pieces.at(-1);
    if (last && last.font === piece.font && last.look === piece.look && last.actual === undefined && piece.actual === undefined) {
      last.text += text;
      last.width += width;
    } else open.pieces.push({ ...piece, text, width });
    open.width += width;
  };
  for (const piece of word.pieces) {
    const chunks = piece.actual === undefined ? (piece.text.match(/[^/?&=.-]*[/?&=.-]+|[^/?&=.-]+/g) ?? []) : [piece.text];
    for (const chunk of chunks) {
      if (widthOf(type, chunk, piece.font, piece.look.size) <= most) put(chunk, piece);
      else for (const { segment } of type.graphemes.segment(chunk)) put(segment, piece);
    }
  }
  close();
  const last = parts.at(-1);
  if (last) last.space = word.space;
  return parts;
}

/** Where each word of a line begins, from its left end: words that run to the left stand in the order in which they are read. */
export function placesIn({ words, isRtl }: Line): number[] {
  const order = visualOrder(
    words.map((word) => word.isRtl),
    isRtl,
  );
  const places: number[] = [];
  let x = 0;
  for (const [at, index] of order.entries()) {
    const word = words[index];
    places[index] = x;
    const next = order[at + 1];
    // The space between two words is that of the one that is read first.
    const space = next === undefined ? 0 : (words[Math.min(index, next)]?.space ?? 0);
    x += (word?.width ?? 0) + space;
  }
  return places;
}

/** Runs of words against the direction of their line are turned around; in a line that runs to the left, the line is too. */
function visualOrder(isRtl: boolean[], lineIsRtl: boolean): number[] {
  const runs: number[][] = [];
  for (const [index, is] of isRtl.entries()) {
    const last = runs.at(-1);
    if (last && isRtl[last[0] ?? 0] === is) last.push(index);
    else runs.push([index]);
  }
  const turned = runs.map((run) => (isRtl[run[0] ?? 0] ? [...run].reverse() : run));
  return (lineIsRtl ? turned.reverse() : turned).flat();
}

/** How wide a line is. */
export const widthOfLine = ({ words }: Line): number =>
  words.reduce((sum, { width, space }, index) => sum + width + (index < words.length - 1 ? space : 0), 0);
