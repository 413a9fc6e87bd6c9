import { expect, test } from "vitest";

import { cellsOf, diffFields, diffWords } from "~/features/publishing/diff";
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

  expect(diffFields("practice", fields, changed).map(({ field }) => field)).toEqual(["body", "topics"]);
  expect(diffFields("practice", fields, fields)).toEqual([]);
});

test("two texts that have nothing in common are shown whole, and all fields together take no longer than one", () => {
  const words = (letter: string, count: number) => Array.from({ length: count }, (_, index) => letter + ((index * 7) % 7919)).join(" ");
  const texts = (letter: string) => ({ ...fields, body: words(letter, 16_000), sources: words(letter, 3_500), summary: words(letter, 60) });
  const began = performance.now();

  expect(diffFields("practice", texts("a"), texts("b")).map(({ field }) => field)).toEqual(["summary", "body", "sources"]);
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

test("of what only summaries say, sentences are compared word by word and rows whole", () => {
  const rows = { findingKey: ["f1", "f2"], findingOutcome: ["Loneliness", "Cost"], findingEffect: ["Less", "Not known"] };
  const own = { picoPopulation: ["Adults in towns"], studyTypes: ["consensus"], references: ["kiely2022 a"], ...rows };
  const changed = {
    ...own,
    picoPopulation: ["Adults in villages"],
    studyTypes: ["consensus", "commentary"],
    references: ["kiely2022 b"],
    findingEffect: ["Less", "Higher"],
  };

  const changes = diffFields("summary", { ...fields, own }, { ...fields, own: changed });

  expect(changes.map(({ field }) => field)).toEqual(["picoPopulation", "studyTypes", "references", "findings"]);
  expect(changes.at(-1)?.pieces.map((piece) => [piece.change, cellsOf(piece)])).toEqual([
    [
      null,
      [
        ["findingOutcome", "Loneliness"],
        ["findingEffect", "Less"],
      ],
    ],
    [
      "removed",
      [
        ["findingOutcome", "Cost"],
        ["findingEffect", "Not known"],
      ],
    ],
    [
      "added",
      [
        ["findingOutcome", "Cost"],
        ["findingEffect", "Higher"],
      ],
    ],
  ]);
});

test("a summary is not compared by what only guides say, nor a guide by what only summaries say", () => {
  const other = { ...fields, maturity: "EVALUATED" as const, own: { picoPopulation: ["Adults"] } };

  expect(diffFields("summary", fields, other).map(({ field }) => field)).toEqual(["picoPopulation"]);
  expect(diffFields("practice", fields, other).map(({ field }) => field)).toEqual(["maturity"]);
});
