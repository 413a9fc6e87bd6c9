import { expect, test } from "vitest";

import { causeOf, certaintyChanges } from "~/features/claims/certainty";
import type { Own } from "~/features/publishing/own-fields";
import { ratings, summaryFields } from "#tests/support/summaries";

const { own: plain = {} } = summaryFields();

const rated = (...rows: Parameters<typeof ratings>): Own => ({ ...plain, ...ratings(...rows) });

test("the certainty of a finding has changed where its levels differ, from or to none too", () => {
  expect(certaintyChanges(rated({ Finding: "f1", Level: "MODERATE" }), rated({ Finding: "f1", Level: "LOW" }))).toEqual([
    { key: "f1", outcome: "Loneliness", before: ["MODERATE"], after: ["LOW"] },
  ]);
  expect(certaintyChanges(plain, rated({ Finding: "f2", Level: "LOW" }))).toMatchObject([{ key: "f2", before: [], after: ["LOW"] }]);
  expect(certaintyChanges(rated({ Finding: "f2", Level: "LOW" }), plain)).toMatchObject([{ key: "f2", before: ["LOW"], after: [] }]);
});

test("neither the order of ratings, nor who made them, nor another finding's rating changes the certainty", () => {
  const before = rated({ Finding: "f1", Level: "MODERATE" }, { Finding: "f1", Level: "LOW", By: "Sam" });
  expect(certaintyChanges(before, rated({ Finding: "f1", Level: "LOW" }, { Finding: "f1", Level: "MODERATE", By: "Eve" }))).toEqual([]);
  expect(certaintyChanges(before, before)).toEqual([]);
});

test("a finding that is new or gone is another wording, and no other certainty", () => {
  const one: Own = Object.fromEntries(
    Object.entries(rated({ Finding: "f1", Level: "LOW" })).map(([name, values]) => [
      name,
      name.startsWith("finding") ? values.slice(0, 1) : values,
    ]),
  );
  const two = rated({ Finding: "f1", Level: "LOW" }, { Finding: "f2", Level: "HIGH" });
  expect(certaintyChanges(one, two)).toEqual([]);
  expect(certaintyChanges(two, one)).toEqual([]);
  expect(causeOf(one, two, null)).toBe("NEW_VERSION");
});

test("what the other language has said before is no news", () => {
  const before = rated({ Finding: "f1", Level: "MODERATE" });
  const after = rated({ Finding: "f1", Level: "LOW" });
  expect(causeOf(before, after, null)).toBe("CERTAINTY");
  expect(causeOf(before, after, before)).toBe("CERTAINTY");
  expect(causeOf(before, after, after)).toBe("NEW_VERSION");
});
