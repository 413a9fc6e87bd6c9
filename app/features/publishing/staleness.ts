import type { Fields } from "./fields";
import { sectionsByKey } from "./section-changes";

/** What of a text is rendered in the other language: its sections by key, and what stands beside them. */
export type Parts = { texts: Map<string, string>; order: string[] };

/** How one language is behind the other: see `Lag` in the schema. */
export type Behind = "CHANGED" | "MOVED" | "MISSING" | "REMOVED";

/** In place of a section: the order of all of them. */
export const ORDER = ":order";

const beside = ["title", "summary", "sources"] as const;

/** The parts of a text. White space at the end of one says nothing. */
export function partsOf(fields: Pick<Fields, "title" | "summary" | "sources" | "body">): Parts {
  const sections = [...sectionsByKey(fields.body)].filter(([key]) => key === "" || !key.startsWith(":"));
  const texts = new Map<string, string>();
  for (const name of beside) if (fields[name].trim() !== "") texts.set(`:${name}`, fields[name].trim());
  for (const [key, { text }] of sections) texts.set(key, text.trim());
  return { texts, order: sections.map(([key]) => key) };
}

/** Whether a part stands beside the sections. A translation begins with what the other language has there. */
export const isBeside = (key: string): boolean => key.startsWith(":") && key !== ORDER;

/** A section with a heading alone says nothing yet: a translation begins with those. */
export const isEmptyPart = (text: string): boolean => /^##[^\n]*$/.test(text);

/**
 * Which parts of a face are behind: `rendered` is what it renders of the other one, part by part (null: it knows that there was none), and the order of
 * that; `now` is what the other one says, `own` what the face has itself.
 */
export function staleness(
  rendered: { texts: Map<string, string | null>; order: string[] },
  now: Parts,
  own: ReadonlySet<string>,
): Map<string, Behind> {
  const behind = new Map<string, Behind>();
  for (const [key, text] of now.texts) {
    const was = rendered.texts.get(key) ?? null;
    if (was === text) continue;
    if (was === null || !own.has(key)) behind.set(key, "MISSING");
    else behind.set(key, "CHANGED");
  }
  for (const [key, was] of rendered.texts) if (was !== null && !now.texts.has(key) && own.has(key)) behind.set(key, "REMOVED");
  for (const key of movedBetween(rendered.order, now.order)) if (!behind.has(key)) behind.set(key, "MOVED");
  return behind;
}

/** The parts that a change of a text touches. */
export function touchedBetween(before: Parts, after: Parts): string[] {
  const keys = new Set([...before.texts.keys(), ...after.texts.keys()]);
  const touched = [...keys].filter((key) => before.texts.get(key) !== after.texts.get(key));
  return movedBetween(before.order, after.order).length > 0 ? [...touched, ORDER] : touched;
}

/** The fewest of those in both lists without which the rest stand in the same order: all that is not in a longest increasing subsequence. */
export function movedBetween(before: string[], after: string[]): string[] {
  const places = new Map(before.map((key, index) => [key, index]));
  const common = after.filter((key) => places.has(key));
  const still = longestIncreasing(common.map((key) => places.get(key) ?? 0));
  return common.filter((_, index) => !still.has(index));
}

/** The places of a longest increasing subsequence, by patience sorting. */
function longestIncreasing(numbers: number[]): Set<number> {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let at = tops.findIndex((top) => (numbers[top] ?? 0) >= number);
    if (at === -1) at = tops.length;
    before[index] = tops[at - 1] ?? -1;
    tops[at] = index;
  }
  const places = new Set<number>();
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) places.add(at);
  return places;
}
