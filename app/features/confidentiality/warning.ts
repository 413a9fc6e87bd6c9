import type { Language } from "~/i18n/languages";

import { findClientData, type Finding, type FindingKind } from "./client-data";
import { suggestionFor } from "./suggestion";

/** A passage with the words around it, as it is shown to its writer. */
export type Doubt = { kind: FindingKind; field: string; before: string; passage: string; after: string; instead: string };

/** What a form says about clients' data in its texts. `mark` is what the form sends back once its writer has checked these very passages. */
export type ClientDataWarning = { doubts: Doubt[]; count: number; mark: string; isChecked: boolean };

const MOST_SHOWN = 12;
const CONTEXT = 70;

/**
 * What might let a client be known in the fields of a form, and whether its writer has said that nobody can. Passages that were not there then
 * are warned of anew. Null where nothing is found. Keeps nothing.
 */
export function warningOf(fields: Record<string, string>, language: Language, checked: string): ClientDataWarning | null {
  const found = Object.entries(fields).flatMap(([field, text]) =>
    findClientData(text, language).map((finding) => ({ field, text, finding })),
  );
  if (found.length === 0) return null;

  const known = new Set(checked.split("."));
  const byMark = new Map(found.map((one) => [markOf(one.finding), one]));
  const doubts = [...byMark.values()].slice(0, MOST_SHOWN).map(({ field, text, finding }) => doubtOf(field, text, finding, language));
  return {
    doubts,
    count: byMark.size,
    mark: [...byMark.keys()].join("."),
    isChecked: [...byMark.keys()].every((mark) => known.has(mark)),
  };
}

function doubtOf(field: string, text: string, { kind, start, end, passage, decade }: Finding, language: Language): Doubt {
  const before = wordsBefore(text.slice(Math.max(0, start - CONTEXT), start), start > CONTEXT);
  const after = wordsAfter(text.slice(end, end + CONTEXT), end + CONTEXT < text.length);
  const about = decade === undefined ? { kind } : { kind, decade };
  return { kind, field, before, passage, after, instead: suggestionFor(about, language) };
}

const lastLine = (text: string) => text.slice(text.lastIndexOf("\n") + 1);

/** Whole words of the same line. */
function wordsBefore(text: string, isCut: boolean): string {
  const line = lastLine(text);
  return isCut && line === text ? `…${line.replace(/^\S{0,30}\s/, "")}` : line;
}

function wordsAfter(text: string, isCut: boolean): string {
  const [line = ""] = text.split("\n", 1);
  return isCut && line === text ? `${line.replace(/\s\S{0,30}$/, "")}…` : line;
}

/** A passage as a few signs from which it cannot be read. Twice the same passage is one. */
function markOf({ kind, passage }: Finding): string {
  let hash = 0x811c9dc5;
  for (const sign of `${kind} ${passage.toLowerCase().replace(/\s+/g, " ")}`) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
