import type { ChangeKind } from "~/generated/prisma/enums";

import type { Own } from "./own-fields";
import { type Section, sectionsOf } from "./sections";

/** What was done with a section of a parent. */
export type Recorded = { kind: ChangeKind; key: string; heading: string };

/** The same with what makes the new text: that of a section which is new or other, or only the white space at its end. */
export type SectionChange = Recorded & { text?: string; tail?: string };

/** Sections by their key, in their order; one without a key, or with one that is taken, goes by its place. */
export function sectionsByKey(body: string): Map<string, Section> {
  const sections = new Map<string, Section>();
  for (const [index, section] of sectionsOf(body).entries()) {
    const isKnown = section.key !== "" && !sections.has(section.key);
    sections.set(isKnown || index === 0 ? section.key : `:${index}`, section);
  }
  return sections;
}

/** What leads from the text of a parent to that of an edition: its sections in their order, then those that it dropped. */
export function changesBetween(parent: string, edition: string): SectionChange[] {
  const [before, after] = [sectionsByKey(parent), sectionsByKey(edition)];
  const there = [...after].map(([key, section]) => changeOf(key, section, before.get(key)));
  const dropped = [...before].filter(([key]) => !after.has(key)).map(([key, { heading }]) => ({ kind: "DROPPED" as const, key, heading }));
  return [...there, ...dropped];
}

/** The text of the edition, to the letter, out of its parent's and what was changed. */
export function replay(parent: string, changes: SectionChange[]): string {
  const before = sectionsByKey(parent);
  return changes
    .filter(({ kind }) => kind !== "DROPPED")
    .map(({ key, kind, text, tail }) => {
      if (kind !== "KEPT") return text ?? "";
      const kept = before.get(key)?.text ?? "";
      return tail === undefined ? kept : withoutEnd(kept) + tail;
    })
    .join("");
}

/** What a stored text of an edition did with the sections of its parent, in order. */
export const recordedOf = (own: Own = {}): { kind: ChangeKind; key: string }[] =>
  (own.recorded ?? []).map((entry) => {
    const at = entry.indexOf(" ");
    return { kind: entry.slice(0, at) as ChangeKind, key: entry.slice(at + 1) };
  });

function changeOf(key: string, { heading, text }: Section, was: Section | undefined): SectionChange {
  if (!was) return { kind: "ADDED", key, heading, text };
  if (was.text === text) return { kind: "KEPT", key, heading };
  if (withoutEnd(was.text) === withoutEnd(text)) return { kind: "KEPT", key, heading, tail: text.slice(withoutEnd(text).length) };
  return { kind: "CHANGED", key, heading, text };
}

/** Without the white space at its end, in time proportional to its length. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}
