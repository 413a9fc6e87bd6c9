import { describe, expect, test } from "vitest";

import { limits } from "~/features/evidence/limits";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { shapes } from "~/features/publishing/kind-shape";
import { formNames } from "~/features/publishing/own-fields";
import { formAgain } from "~/features/publishing/saving.server";
import { draftSchemaOf, revisionSchemaOf } from "~/features/publishing/schema.server";
import { errorsOf } from "~/platform/forms.server";

const about = { title: "A summary", summary: "", body: "", sources: "", base: "1", sequence: "0" };

const errors = (own: Record<string, string[]>) => {
  const parsed = draftSchemaOf(summaryKind).safeParse({ ...about, ...own });
  return parsed.success ? {} : errorsOf(parsed.error);
};

test("every field that the form has is known, and no other", () => {
  expect(Object.keys(summaryKind.own).sort()).toEqual(formNames(shapes.summary.own).sort());
});

describe("a draft", () => {
  test("may hold half a row, a date that is none yet, and a choice that is not made", () => {
    expect(errors({ evidenceUpTo: ["20"], findingKey: ["f1"], findingOutcome: [""], findingEffect: ["Less"], ratingLevel: [""] })).toEqual(
      {},
    );
  });

  test("is refused where a text is too long, with the length that it may have", () => {
    expect(errors({ picoPopulation: ["x".repeat(limits.question + 1)] })).toEqual({
      picoPopulation: [`evidence.error.tooLong:${limits.question}`],
    });
    expect(errors({ funding: ["x".repeat(limits.statement + 1)] }).funding).toEqual([`evidence.error.tooLong:${limits.statement}`]);
  });

  test("is refused where a cell is too long, and names the row", () => {
    expect(errors({ findingEffect: ["", "x".repeat(limits.cell + 1)] })).toEqual({
      findingEffect: [`publishing.error.row:2 evidence.error.tooLong:${limits.cell}`],
    });
  });

  test("is refused with more rows than fit, and says so once", () => {
    const many = (count: number) => Array.from({ length: count }, () => "x");

    expect(errors({ findingOutcome: many(limits.findings), findingEffect: many(limits.findings) })).toEqual({});
    expect(errors({ findingOutcome: many(limits.findings + 1), findingEffect: many(limits.findings + 1) })).toEqual({
      findingOutcome: [`evidence.error.tooManyFindings:${limits.findings}`],
    });
    const keys = many(limits.ratings + 1).map(() => "f1");
    expect(errors({ ratingFinding: keys, ratingLevel: keys.map(() => "LOW") })).toEqual({
      ratingFinding: [`evidence.error.tooManyRatings:${limits.ratings}`],
    });
  });

  test.each([
    ["studyTypes", ["alchemy"]],
    ["ratingLevel", ["CERTAIN"]],
    ["ratingRiskOfBias", ["dreadful"]],
    ["findingKey", ["<f1>"]],
    ["evidenceUpTo", ["2024", "2025"]],
  ])("is refused with choices and keys that the form does not have: %s", (name, values) => {
    expect(Object.keys(errors({ [name]: values }))).toEqual([name]);
  });
});

test("a form that comes back numbers its rows as it shows them, without those that were empty", () => {
  const long = "x".repeat(limits.cell + 1);
  const values = {
    ...about,
    title: "A",
    findingKey: ["f1", "f2", "f3"],
    findingOutcome: ["One", "", "Three"],
    findingEffect: ["", "", long],
    findingBasis: ["", "", ""],
    findingReferences: ["", "", ""],
  };
  const parsed = revisionSchemaOf(summaryKind).safeParse(values);
  const sent = formAgain(summaryKind, parsed.success ? {} : errorsOf(parsed.error), values);

  expect(sent.errors).toEqual({
    title: ["publishing.error.titleTooShort"],
    findingEffect: [`publishing.error.row:2 evidence.error.tooLong:${limits.cell}`],
  });
  expect(sent.fields.own).toMatchObject({ findingKey: ["f1", "f3"], findingOutcome: ["One", "Three"], findingEffect: ["", long] });
});
