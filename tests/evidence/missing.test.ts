import { describe, expect, test } from "vitest";

import { errorsIn, faultsIn } from "~/features/evidence/faults";
import { byRow } from "~/features/publishing/row-faults";
import { missingInSummary } from "~/features/evidence/missing.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { type Own, ownOf } from "~/features/publishing/own-fields";
import { shapes } from "~/features/publishing/kind-shape";
import { reasonText } from "~/i18n/reason";
import { translator } from "~/i18n/translate";

const complete: Own = {
  picoPopulation: ["Adults"],
  picoIntervention: ["A link worker"],
  evidenceUpTo: ["2024-05"],
  funding: ["None"],
  conflicts: ["None declared"],
  studyTypes: ["systematic-review"],
  findingKey: ["f1", "f4"],
  findingOutcome: ["Loneliness", "Cost"],
  findingEffect: ["Less", "Unknown"],
  findingBasis: ["", ""],
  findingReferences: ["kiely2022", ""],
  references: ["kiely2022 0b5f", "mercer2019 0b60"],
};

const body = "Less lonely [@kiely2022].";
const missing = (changes: Own, text = body) => missingInSummary({ body: text, own: { ...complete, ...changes } });

const rating = { finding: "f1", level: "LOW", tool: "GRADE", by: "Kiely and others", on: "2022-10" };

const rated = (...rows: Record<string, string>[]) =>
  ownOf(
    shapes.summary.own,
    Object.fromEntries(
      (shapes.summary.own.rows.ratings ?? []).map((column) => [
        column,
        rows.map((row) => row[column.charAt(6).toLowerCase() + column.slice(7)] ?? ""),
      ]),
    ),
  );

const domains = {
  start: "randomised",
  riskOfBias: "serious",
  inconsistency: "none",
  indirectness: "none",
  imprecision: "none",
  publicationBias: "none",
};

describe("a summary that is to be submitted", () => {
  test("lacks nothing when all of it is said; without a rating its findings are not rated, and that is no fault", () => {
    expect(missing({})).toEqual({});
  });

  test("lacks each thing that readers need", () => {
    expect(Object.keys(missingInSummary({ body: "", own: {} })).sort()).toEqual(
      ["conflicts", "evidenceUpTo", "findings", "funding", "picoIntervention", "picoPopulation", "references", "studyTypes"].sort(),
    );
  });

  test.each([
    ["2024-13", "evidence.error.noSuchDate"],
    ["2023-02-29", "evidence.error.noSuchDate"],
    ["last year", "evidence.error.noSuchDate"],
    ["0999", "evidence.error.noSuchDate"],
    ["2999-01", "evidence.error.inFuture"],
  ])("has an end of its search that is a date that has come: %s", (told, reason) => {
    expect(missing({ evidenceUpTo: [told] })).toEqual({ evidenceUpTo: [reason] });
  });

  test("may have searched until this year, this month or today", () => {
    const at = (told: string) => faultsIn({ evidenceUpTo: [told] }, "2026-11-23");

    expect(["2026", "2026-11", "2026-11-23"].flatMap(at)).toEqual([]);
    expect(["2027", "2026-12", "2026-11-24"].map((told) => at(told)[0]?.reason)).toEqual(Array(3).fill("evidence.error.inFuture"));
  });

  test("has an outcome and an effect in each row, and names the row that lacks one", () => {
    expect(missing({ findingEffect: ["Less", " "] })).toEqual({ findingEffect: ["publishing.error.row:2 evidence.error.effectMissing"] });
    expect(missing({ findingOutcome: ["", "Cost"] })).toEqual({ findingOutcome: ["publishing.error.row:1 evidence.error.outcomeMissing"] });
  });

  test("has rows that can be told apart", () => {
    expect(missing({ findingKey: ["f1", "f1"] })).toEqual({ findingOutcome: ["publishing.error.row:2 evidence.error.keyTwice"] });
  });

  test("cites only what is in its list, in its text, its findings and its ratings", () => {
    expect(missing({}, "See [@nobody2020; @kiely2022] and [@none].")).toEqual({ body: ["evidence.error.unknownKeys:2"] });
    expect(missing({ findingReferences: ["kiely2022", "mercer2019, nobody2020"] })).toEqual({
      findingReferences: ["publishing.error.row:2 evidence.error.unknownKey"],
    });
    expect(missing(rated({ ...rating, reference: "nobody2020" }))).toEqual({
      ratingReference: ["publishing.error.row:1 evidence.error.unknownKey"],
    });
  });
});

describe("a rating", () => {
  test("needs a finding, a level, a tool, who rated and when", () => {
    expect(missing(rated({ note: "Half a row" }))).toEqual(
      Object.fromEntries(
        ["Finding", "Level", "Tool", "By", "On"].map((name) => [
          `rating${name}`,
          [`publishing.error.row:1 evidence.error.${name.toLowerCase()}Missing`],
        ]),
      ),
    );
  });

  test("of a finding that does not exist is a fault of its row", () => {
    expect(missing(rated(rating, { ...rating, finding: "f3" }))).toEqual({
      ratingFinding: ["publishing.error.row:2 evidence.error.findingMissing"],
    });
  });

  test("was not made in the future", () => {
    expect(missing(rated({ ...rating, on: "2999" }))).toEqual({ ratingOn: ["publishing.error.row:1 evidence.error.inFuture"] });
    expect(missing(rated({ ...rating, on: "soon" }))).toEqual({ ratingOn: ["publishing.error.row:1 evidence.error.noSuchDate"] });
  });

  test("by GRADE states the level that its domains give, and is told which one that is", () => {
    expect(missing(rated({ ...rating, ...domains, level: "MODERATE" }))).toEqual({});
    expect(missing(rated({ ...rating, ...domains, level: "HIGH" }))).toEqual({
      ratingLevel: ["publishing.error.row:1 evidence.error.levelGiven.MODERATE"],
    });
  });

  test("by GRADE without all of its domains, or by another tool, stands as it is stated", () => {
    expect(missing(rated({ ...rating, ...domains, imprecision: "", level: "HIGH" }))).toEqual({});
    expect(missing(rated({ ...rating, ...domains, tool: "GRADE-CERQual", level: "HIGH" }))).toEqual({});
  });

  test("may differ from another one of the same finding", () => {
    expect(missing(rated(rating, { ...rating, level: "HIGH", by: "Someone else" }))).toEqual({});
  });
});

test("a fault names its row in words, in both languages", () => {
  const [reason = ""] = errorsIn(faultsIn({ ...complete, ...rated({ ...rating, ...domains }) })).ratingLevel ?? [];

  expect(reasonText(translator("en"), reason, "en")).toBe("Row 1: The domains as stated give the level Moderate. Check both.");
  expect(reasonText(translator("fr"), reason, "fr")).toBe(
    "Rangée 1\u00a0: Les domaines énoncés donnent le niveau «\u00a0modérée\u00a0». Vérifiez les deux.",
  );
  expect(byRow([reason, "publishing.error.unknownChoice"])).toEqual(
    new Map([
      [1, ["evidence.error.levelGiven.MODERATE"]],
      [0, ["publishing.error.unknownChoice"]],
    ]),
  );
});

test("a new summary begins with its four sections, in either language", () => {
  expect(summaryKind.template("en").match(/^## .*$/gm)).toEqual([
    "## Key messages {#key-messages}",
    "## Who was studied {#who-was-studied}",
    "## Limits {#limits}",
    "## What this means here {#what-it-means}",
  ]);
  expect(summaryKind.template("fr")).toContain("## Messages clés {#key-messages}");
});
