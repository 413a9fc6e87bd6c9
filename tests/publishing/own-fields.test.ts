import { expect, test } from "vitest";

import { areSame, type Fields, noDetails } from "~/features/publishing/fields";
import { shapes } from "~/features/publishing/kind-shape";
import { formNames, keyIn, ownOf, rowsOf, typedOwn } from "~/features/publishing/own-fields";
import { asTyped, fieldsInForm } from "~/features/publishing/typed-fields";

const shape = shapes.summary.own;
const findings = shape.rows.findings ?? [];

test("what is empty is not written, and lists stand in order, each choice once", () => {
  const own = ownOf(shape, { picoPopulation: ["Adults"], funding: [" "], studyTypes: ["scoping-review", "", "consensus", "consensus"] });

  expect(own).toEqual({ picoPopulation: ["Adults"], studyTypes: ["consensus", "scoping-review"] });
});

test("rows that say nothing but which row they are fall away, and the others keep their cells together", () => {
  const own = ownOf(shape, {
    findingKey: ["f1", "f2", "f3"],
    findingOutcome: ["Loneliness", " ", "Cost"],
    findingEffect: ["Less", "", "Not known"],
  });

  expect(own).toEqual({
    findingKey: ["f1", "f3"],
    findingOutcome: ["Loneliness", "Cost"],
    findingEffect: ["Less", "Not known"],
    findingBasis: ["", ""],
    findingReferences: ["", ""],
  });
  expect(rowsOf(findings, own)[1]).toMatchObject({ findingKey: "f3", findingOutcome: "Cost", findingBasis: "" });
});

test("columns of different lengths lose nothing", () => {
  expect(rowsOf(["findingKey", "findingEffect"], { findingKey: ["f1"], findingEffect: ["Less", "More"] })).toEqual([
    { findingKey: "f1", findingEffect: "Less" },
    { findingKey: "", findingEffect: "More" },
  ]);
  expect(rowsOf(findings, {})).toEqual([]);
});

test("what no form carries is in no form, and stands apart from what was typed", () => {
  const own = { picoPopulation: ["Adults"], references: ["kiely2022 0191-a"] };

  expect(formNames(shape)).not.toContain("references");
  expect(typedOwn(shape, own)).toEqual({ picoPopulation: ["Adults"] });
  expect(ownOf(shape, own)).toEqual(own);
  expect(asTyped("summary", { ...text, own }).own).toEqual({ picoPopulation: ["Adults"] });
  expect(keyIn("kiely2022 0191-a")).toBe("kiely2022");
});

test("line ends of a form are those of the portal", () => {
  expect(ownOf(shape, { funding: "One\r\nTwo\rThree" })).toEqual({ funding: ["One\nTwo\nThree"] });
});

test("guides have no fields of their own, whatever a form holds", () => {
  const form = new FormData();
  form.append("title", "Walk");
  form.append("picoPopulation", "Adults");

  expect(fieldsInForm("practice", form)).not.toHaveProperty("own");
  expect(fieldsInForm("summary", form).own).toEqual({ picoPopulation: ["Adults"] });
});

test("two states are the same when all their own fields are, in whatever order they were written", () => {
  const own = { picoPopulation: ["Adults"], funding: ["None"] };

  expect(areSame({ ...text, own }, { ...text, own: { funding: ["None"], picoPopulation: ["Adults"] } })).toBe(true);
  expect(areSame({ ...text, own: {} }, text)).toBe(true);
  expect(areSame({ ...text, own }, { ...text, own: { ...own, funding: ["A foundation"] } })).toBe(false);
  expect(areSame({ ...text, own }, text)).toBe(false);
});

const text: Fields = { ...noDetails, title: "Walk", summary: "", body: "", sources: "" };
