import type { Piece } from "./diff";

/** A piece of a comparison as it is shown; `skipped` stands for unchanged text that is left out. */
export type ShownPiece = Piece | { skipped: true };

const AROUND = 240;
const WORTH_SKIPPING = 3 * AROUND;

/** Leaves out long stretches of unchanged text, but for some words around each change. */
export function abridged(pieces: Piece[]): ShownPiece[] {
  return pieces.flatMap((piece, index): ShownPiece[] => {
    if (piece.change !== null || piece.text.length < WORTH_SKIPPING) return [piece];
    const after = index === 0 ? "" : start(piece.text);
    const before = index === pieces.length - 1 ? "" : end(piece.text);

    const shown: ShownPiece[] = [{ text: after, change: null }, { skipped: true }, { text: before, change: null }];
    return shown.filter((part) => "skipped" in part || part.text !== "");
  });
}

/** The beginning of a text, up to the end of a word. */
const start = (text: string) => text.slice(0, AROUND).replace(/\s+\S*$/, "");

/** The end of a text, from the beginning of a word. */
const end = (text: string) => text.slice(-AROUND).replace(/^\S*\s+/, "");
