import { expect, test } from "vitest";

import { differencesBetween } from "~/features/evidence/parity";

const own = {
  evidenceUpTo: ["2024"],
  findingKey: ["f1", "f2"],
  findingOutcome: ["Loneliness", "Cost"],
  findingEffect: ["Less", "Unknown"],
  findingBasis: ["", ""],
  findingReferences: ["", ""],
};

const rated = (...levels: [finding: string, level: string, by: string][]) => ({
  ratingFinding: levels.map(([finding]) => finding),
  ratingLevel: levels.map(([, level]) => level),
  ratingBy: levels.map(([, , by]) => by),
});

test("languages that differ in their words alone say the same", () => {
  const french = { ...own, findingOutcome: ["Solitude", "Coût"], ...rated(["f1", "LOW", "Équipe"]) };

  expect(differencesBetween({ ...own, ...rated(["f1", "LOW", "Team"]) }, french)).toEqual([]);
});

test("another end of the search is named, with both dates", () => {
  expect(differencesBetween(own, { ...own, evidenceUpTo: ["2023-05"] })).toEqual([
    { name: "evidenceUpTo", ours: "2024", theirs: "2023-05" },
  ]);
});

test("findings that only one of them has are named by their keys, whatever their order", () => {
  const other = { ...own, findingKey: ["f3", "f1"] };

  expect(differencesBetween(own, other)).toEqual([{ name: "findings", ours: ["f2"], theirs: ["f3"] }]);
  expect(differencesBetween(own, { ...own, findingKey: ["f2", "f1"] })).toEqual([]);
});

test("findings whose ratings have other levels are named by their numbers; who rated in which order does not matter", () => {
  const ours = { ...own, ...rated(["f2", "LOW", "A"], ["f1", "HIGH", "A"], ["f1", "LOW", "B"]) };

  expect(differencesBetween(ours, { ...own, ...rated(["f1", "LOW", "B"], ["f1", "HIGH", "A"], ["f2", "LOW", "A"]) })).toEqual([]);
  expect(differencesBetween(ours, { ...own, ...rated(["f1", "LOW", "B"], ["f2", "LOW", "A"]) })).toEqual([{ name: "ratings", rows: [1] }]);
});
