import { expect, test } from "vitest";

import { diffFields, diffWords } from "~/features/publishing/diff";
import { noDetails } from "~/features/publishing/fields";

const fields = { ...noDetails, title: "Walk", summary: "", body: "Walk once a week.", sources: "" };

test("only the words that changed are marked", () => {
  expect(diffWords("Walk once a week.", "Walk twice a week.")).toEqual([
    { text: "Walk ", change: null },
    { text: "once", change: "removed" },
    { text: "twice", change: "added" },
    { text: " a week.", change: null },
  ]);
});

test("fields that stayed the same are left out, choices are compared too", () => {
  const changed = { ...fields, body: "Walk.", topics: ["food"] };

  expect(diffFields(fields, changed).map(({ field }) => field)).toEqual(["body", "topics"]);
  expect(diffFields(fields, fields)).toEqual([]);
});

test("two texts that have nothing in common are shown whole, and all fields together take no longer than one", () => {
  const words = (letter: string, count: number) => Array.from({ length: count }, (_, index) => letter + ((index * 7) % 7919)).join(" ");
  const texts = (letter: string) => ({ ...fields, body: words(letter, 16_000), sources: words(letter, 3_500), summary: words(letter, 60) });
  const began = performance.now();

  expect(diffFields(texts("a"), texts("b")).map(({ field }) => field)).toEqual(["summary", "body", "sources"]);
  expect(performance.now() - began).toBeLessThan(600);
});

test("put together, what stayed and what was removed is the old text; what stayed and what was added the new one", () => {
  const [before, after] = ["a b c d e", "a x c e f"];
  const pieces = diffWords(before, after);

  expect(
    pieces
      .filter(({ change }) => change !== "added")
      .map(({ text }) => text)
      .join(""),
  ).toBe(before);
  expect(
    pieces
      .filter(({ change }) => change !== "removed")
      .map(({ text }) => text)
      .join(""),
  ).toBe(after);
});
