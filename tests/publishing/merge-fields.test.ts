import { expect, test } from "vitest";

import { type Fields, noDetails } from "~/features/publishing/fields";
import { mergeFields } from "~/features/publishing/merge-fields";

const base: Fields = {
  ...noDetails,
  title: "Walk",
  summary: "A summary.",
  body: "## One {#one}\n\nFirst.\n\n## Two {#two}\n\nSecond.\n",
  sources: "A\nB",
  topics: ["food", "nature"],
};
const marks = { mine: "MINE", theirs: "THEIRS" };
const merged = (mine: Partial<Fields>, theirs: Partial<Fields>) =>
  mergeFields("practice", base, { ...base, ...mine }, { ...base, ...theirs }, marks);

test("what only one side touched is taken as they left it", () => {
  const { fields, contested, sections } = merged(
    { title: "Walk more", body: base.body.replace("First", "1st") },
    { summary: "Another summary.", licence: "CC0-1.0", body: base.body.replace("Second", "2nd") },
  );

  expect(fields).toEqual({
    ...base,
    title: "Walk more",
    summary: "Another summary.",
    licence: "CC0-1.0",
    body: "## One {#one}\n\n1st.\n\n## Two {#two}\n\n2nd.\n",
  });
  expect(contested).toEqual([]);
  expect(sections).toEqual([]);
});

test("where both changed a title or a choice, mine is taken and the field is named", () => {
  const { fields, contested } = merged({ title: "Mine", maturity: "TRIED" }, { title: "Theirs", maturity: "EVALUATED" });

  expect(fields).toMatchObject({ title: "Mine", maturity: "TRIED" });
  expect(contested).toEqual(["title", "maturity"]);
});

test("the same change on both sides is no conflict", () => {
  expect(merged({ title: "Same" }, { title: "Same" })).toMatchObject({ fields: { title: "Same" }, contested: [] });
});

test("of the choices, what either added is there and what either took out is not", () => {
  const { fields } = merged({ topics: ["food", "nature", "arts"] }, { topics: ["nature", "equity"] });

  expect(fields.topics).toEqual(["nature", "arts", "equity"]);
});

test("sources changed on both sides are all listed, mine first", () => {
  const { fields, contested } = merged({ sources: "A\nB\nMine" }, { sources: "A\nTheirs" });

  expect(fields.sources).toBe("A\nB\nMine\nTheirs");
  expect(contested).toEqual(["sources"]);
});

test("a section changed on both sides holds both texts, and is named", () => {
  const { fields, contested, sections } = merged(
    { body: base.body.replace("First", "Mine") },
    { body: base.body.replace("First", "Theirs") },
  );

  expect(fields.body).toMatch(/MINE.*Mine\..*THEIRS.*Theirs\..*Second\./s);
  expect(contested).toEqual(["body"]);
  expect(sections).toEqual(["One"]);
});

const rows = { findingKey: ["f1"], findingOutcome: ["Loneliness"], findingEffect: ["Less"] };
const own = { picoPopulation: ["Adults"], studyTypes: ["consensus"], references: ["kiely2022 a"], ...rows };
const summaries = (mine: object, theirs: object) =>
  mergeFields("summary", { ...base, own }, { ...base, own: { ...own, ...mine } }, { ...base, own: { ...own, ...theirs } }, marks);

test("of what only summaries say, each side's changes are taken, row groups whole", () => {
  const { fields, contested } = summaries(
    { picoPopulation: ["Older adults"], studyTypes: ["consensus", "evaluation"] },
    { findingEffect: ["Somewhat less"], studyTypes: ["commentary", "consensus"] },
  );

  expect(fields.own).toEqual({
    ...own,
    picoPopulation: ["Older adults"],
    findingEffect: ["Somewhat less"],
    studyTypes: ["consensus", "evaluation", "commentary"],
  });
  expect(contested).toEqual([]);
});

test("rows changed on both sides are mine, never mixed, and named as what they are", () => {
  const added = { findingKey: ["f1", "f2"], findingOutcome: ["Loneliness", "Cost"], findingEffect: ["Less", "Not known"] };
  const { fields, contested } = summaries(added, { findingEffect: ["Somewhat less"], funding: ["None"] });

  expect(fields.own).toEqual({ ...own, ...added, funding: ["None"] });
  expect(contested).toEqual(["findings"]);
});

test("what no form carries stays as it is on my side", () => {
  expect(summaries({}, { references: ["kiely2022 b"] }).fields.own?.references).toEqual(["kiely2022 a"]);
});
