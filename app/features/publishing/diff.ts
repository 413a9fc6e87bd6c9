import { diffWordsWithSpace } from "diff";

import { type Fields, textNames } from "./fields";
import { type KindName, shapes } from "./kind-shape";
import { type Own, type OwnShape, rowsOf } from "./own-fields";

export type Piece = { text: string; change: "added" | "removed" | null };

/** What changed in a field, or in a group of rows. */
export type FieldDiff = { field: string; pieces: Piece[] };

/** For all fields together: it is the thread that answers everyone. */
const GIVE_UP_AFTER_MS = 200;

/** What leads from one state of a text to the next, by field: word by word, or choice by choice. Fields that are the same are left out. */
export function diffFields(kind: KindName, before: Fields, after: Fields): FieldDiff[] {
  const until = performance.now() + GIVE_UP_AFTER_MS;
  const texts = textNames.map((field) => ({ field, pieces: diffWords(before[field], after[field], until - performance.now()) }));
  const { details: names, own } = shapes[kind];
  const details = names.map((field) => ({ field, pieces: diffChoices([before[field]].flat(), [after[field]].flat()) }));

  const left = () => until - performance.now();
  const owned = diffOwn(own, before.own ?? {}, after.own ?? {}, left);

  return [...texts, ...details, ...owned].filter(({ pieces }) => pieces.some(({ change }) => change !== null));
}

/** Texts word by word; lists choice by choice; rows whole. What no form carries counts where it is told among the details. */
function diffOwn({ texts, lists, rows, kept, facts }: OwnShape, before: Own, after: Own, left: () => number): FieldDiff[] {
  const lines = (columns: readonly string[], own: Own) => rowsOf(columns, own).map((row) => lineOf(columns, row));
  return [
    ...texts.map((field) => ({ field, pieces: diffWords(before[field]?.[0] ?? "", after[field]?.[0] ?? "", left()) })),
    ...[...lists, ...kept.filter((field) => facts.includes(field))].map((field) => ({
      field,
      pieces: diffChoices(before[field] ?? [], after[field] ?? []),
    })),
    ...Object.entries(rows).map(([field, columns]) => ({ field, pieces: diffChoices(lines(columns, before), lines(columns, after)) })),
  ];
}

type Cell = [column: string, value: string];

/** A row as one piece: its cells without the key that says which row it is. */
const lineOf = (columns: readonly string[], row: Record<string, string>): string =>
  JSON.stringify(columns.slice(1).flatMap((column): Cell[] => (row[column] ? [[column, row[column]]] : [])));

/** The cells of a piece that is a row. */
export const cellsOf = (piece: Piece): Cell[] => JSON.parse(piece.text) as Cell[];

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
