import { diffWordsWithSpace } from "diff";

import { detailNames, type Fields, textNames } from "./fields";

export type Piece = { text: string; change: "added" | "removed" | null };

export type FieldDiff = { field: keyof Fields; pieces: Piece[] };

/** For all fields together: it is the thread that answers everyone. */
const GIVE_UP_AFTER_MS = 200;

/** What leads from one state of a text to the next, by field: word by word, or choice by choice. Fields that are the same are left out. */
export function diffFields(before: Fields, after: Fields): FieldDiff[] {
  const until = performance.now() + GIVE_UP_AFTER_MS;
  const texts = textNames.map((field) => ({ field, pieces: diffWords(before[field], after[field], until - performance.now()) }));
  const details = detailNames.map((field) => ({ field, pieces: diffChoices([before[field]].flat(), [after[field]].flat()) }));

  return [...texts, ...details].filter(({ pieces }) => pieces.some(({ change }) => change !== null));
}

/** Choice by choice: a key stays whole, so that a page can name it. */
function diffChoices(before: string[], after: string[]): Piece[] {
  const kept = before.filter((key) => after.includes(key));
  const removed = before.filter((key) => !after.includes(key));
  const added = after.filter((key) => !before.includes(key));
  const pieces = (keys: string[], change: Piece["change"]) => keys.map((text) => ({ text, change }));

  return [...pieces(kept, null), ...pieces(removed, "removed"), ...pieces(added, "added")];
}

/** Word by word. Texts too different to compare in reasonable time are shown whole, one after the other. */
export function diffWords(before: string, after: string, giveUpAfterMs = GIVE_UP_AFTER_MS): Piece[] {
  if (before === after) return before === "" ? [] : [{ text: before, change: null }];
  const changes = diffWordsWithSpace(before, after, { timeout: Math.max(1, giveUpAfterMs) });
  if (!changes)
    return [
      { text: before, change: "removed" },
      { text: after, change: "added" },
    ];
  return changes.map(({ value, added, removed }) => ({ text: value, change: added ? "added" : removed ? "removed" : null }));
}
