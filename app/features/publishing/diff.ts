import { diffWordsWithSpace } from "diff";

import { detailNames, type Fields, textNames } from "./fields";

export type Piece = { text: string; change: "added" | "removed" | null };

export type FieldDiff = { field: string; pieces: Piece[] };

const GIVE_UP_AFTER_MS = 400;

/** Word by word, what leads from one state of a text to the next, by field; fields that are the same are left out. */
export function diffFields(before: Fields, after: Fields): FieldDiff[] {
  const texts = textNames.map((field) => ({ field, before: before[field], after: after[field] }));
  const details = detailNames.map((field) => ({ field, before: plain(before[field]), after: plain(after[field]) }));

  return [...texts, ...details]
    .filter((change) => change.before !== change.after)
    .map((change) => ({ field: change.field, pieces: diffWords(change.before, change.after) }));
}

/** Word by word. Texts too different to compare in reasonable time are shown whole, one after the other. */
export function diffWords(before: string, after: string): Piece[] {
  const changes = diffWordsWithSpace(before, after, { timeout: GIVE_UP_AFTER_MS });
  if (!changes)
    return [
      { text: before, change: "removed" },
      { text: after, change: "added" },
    ];
  return changes.map(({ value, added, removed }) => ({ text: value, change: added ? "added" : removed ? "removed" : null }));
}

const plain = (value: string | string[]) => [value].flat().join(", ");
