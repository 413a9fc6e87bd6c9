import fc from "fast-check";
import { expect, test } from "vitest";

import { sectionsOf, withKeys } from "~/features/publishing/sections";
import { movedBetween, partsOf, staleness, touchedBetween } from "~/features/publishing/staleness";
import { edit, edited, text } from "#tests/support/section-histories";

const BODY = "## A {#a}\n\nOne.\n\nMore.\n\n## B {#b}\n\nTwo.\n\n## C {#c}\n\nThree.\n\n## D {#d}\n\nFour.\n";

const fieldsOf = (body: string) => ({ title: "A title", summary: "A summary", sources: "", body });

/** Which parts of a face that renders the one text are behind, when the other language says the other. */
const marks = (before: string, after: string) => {
  const [was, now] = [partsOf(fieldsOf(before)), partsOf(fieldsOf(after))];
  return Object.fromEntries(staleness({ texts: was.texts, order: was.order }, now, new Set(was.texts.keys())));
};

test.each<[string, (body: string) => string, Record<string, string>]>([
  ["text", (body) => body.replace("Two.", "Two!"), { b: "CHANGED" }],
  ["white space at the end of a section", (body) => body.replace("Two.\n", "Two.  \n\n\n"), {}],
  ["a title", (body) => body.replace("## B", "## Better"), { b: "CHANGED" }],
  ["a section taken out", (body) => body.replace(/## B[\s\S]*?(?=## C)/, ""), { b: "REMOVED" }],
  ["a section put in", (body) => `${body}\n## E {#e}\n\nFive.\n`, { e: "MISSING" }],
  ["a section in two", (body) => body.replace("More.", "## A2 {#a2}\n\nMore."), { a: "CHANGED", a2: "MISSING" }],
  ["a section moved", (body) => `${body.replace(/## A[\s\S]*?(?=## B)/, "")}\n## A {#a}\n\nOne.\n\nMore.\n`, { a: "MOVED" }],
  ["nothing", (body) => body, {}],
])("an edit of %s marks exactly what it touched", (_, change, expected) => {
  expect(marks(BODY, change(BODY))).toEqual(expected);
});

test("title, summary and sources count as parts", () => {
  const was = partsOf({ title: "One", summary: "Two", sources: "Three", body: BODY });
  const now = partsOf({ title: "One!", summary: "Two", sources: "", body: BODY });
  expect(Object.fromEntries(staleness(was, now, new Set(was.texts.keys())))).toEqual({ ":title": "CHANGED", ":sources": "REMOVED" });
});

/** The same, told one at a time and without haste. */
function oracle(before: string, after: string) {
  const sections = (body: string) => new Map(sectionsOf(body).map(({ key, text: words }) => [key, words.trim()]));
  const [was, now] = [sections(before), sections(after)];
  return {
    changed: [...was].filter(([key, words]) => now.has(key) && now.get(key) !== words).map(([key]) => key),
    missing: [...now.keys()].filter((key) => !was.has(key)),
    removed: [...was.keys()].filter((key) => !now.has(key)),
  };
}

test("whatever edits follow one another, exactly what they touched is marked", () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 5 }), (begun, edits) => {
      const before = withKeys(begun);
      const after = edits.reduce(edited, before);
      const found = marks(before, after);
      const of = (lag: string) => Object.keys(found).filter((key) => found[key] === lag);
      const { changed, missing, removed } = oracle(before, after);
      expect(of("CHANGED").sort()).toEqual(changed.sort());
      expect(of("MISSING").sort()).toEqual(missing.sort());
      expect(of("REMOVED").sort()).toEqual(removed.sort());
      expect(
        touchedBetween(partsOf(fieldsOf(before)), partsOf(fieldsOf(after)))
          .filter((key) => key !== ":order")
          .sort(),
      ).toEqual([...changed, ...missing, ...removed].sort());
    }),
    { numRuns: 10_000 },
  );
}, 60_000);

test("of what moved, the fewest are marked without which the rest stand as they did", () => {
  const keys = ["a", "b", "c", "d", "e", "f", "g"];
  const subsets = (list: string[]): string[][] =>
    list.length === 0 ? [[]] : subsets(list.slice(1)).flatMap((rest) => [rest, [list[0] ?? "", ...rest]]);
  const stands = (before: string[], after: string[], without: string[]) => {
    const rest = (list: string[]) => list.filter((key) => !without.includes(key) && before.includes(key) && after.includes(key));
    return rest(before).join() === rest(after).join();
  };
  fc.assert(
    fc.property(fc.shuffledSubarray(keys), fc.shuffledSubarray(keys), (before, after) => {
      const moved = movedBetween(before, after);
      expect(stands(before, after, moved)).toBe(true);
      const fewest = Math.min(
        ...subsets(keys)
          .filter((set) => stands(before, after, set))
          .map(({ length }) => length),
      );
      expect(moved.length).toBe(fewest);
    }),
    { numRuns: 500 },
  );
});
