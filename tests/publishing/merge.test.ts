import fc from "fast-check";
import { expect, test } from "vitest";

import { merge } from "~/features/publishing/merge";

const marks = { mine: "MINE", theirs: "THEIRS" };
const base = "## A {#a}\n\none\n\n## B {#b}\n\ntwo\n\n";

test("changes to different sections are both taken, without a conflict", () => {
  const merged = merge(base, base.replace("one", "ONE"), base.replace("two", "TWO"), marks);

  expect(merged).toEqual({ body: base.replace("one", "ONE").replace("two", "TWO"), conflicts: [] });
});

test("changes to the same section stand one after the other, and are listed", () => {
  const merged = merge(base, base.replace("one", "mine"), base.replace("one", "theirs"), marks);

  expect(merged.conflicts).toEqual(["A"]);
  expect(merged.body).toMatch(/MINE[\s\S]*mine[\s\S]*THEIRS[\s\S]*theirs[\s\S]*two/);
});

test("a section that they added is put where they have it", () => {
  const merged = merge(base, base, base.replace("## B", "## N {#n}\n\nnew\n\n## B"), marks);

  expect(merged.body).toBe("## A {#a}\n\none\n\n## N {#n}\n\nnew\n\n## B {#b}\n\ntwo\n\n");
});

test("a section that one deleted and nobody else touched is gone", () => {
  expect(merge(base, base.replace("## B {#b}\n\ntwo\n\n", ""), base, marks).body).toBe("## A {#a}\n\none\n\n");
});

test("neither side's changed text is ever lost", () => {
  const text = fc.array(fc.record({ key: fc.constantFrom("a", "b", "c", "d"), words: fc.stringMatching(/^[a-z]{3,12}$/) }), {
    maxLength: 4,
  });
  const asBody = (sections: { key: string; words: string }[]) =>
    sections.map(({ key, words }) => `## ${key} {#${key}}\n\n${words}\n\n`).join("");
  fc.assert(
    fc.property(text, text, text, (was, mine, theirs) => {
      const merged = merge(asBody(was), asBody(mine), asBody(theirs), marks).body;
      const before = new Set(was.map(({ key, words }) => `${key} ${words}`));
      for (const { key, words } of [...mine, ...theirs]) if (!before.has(`${key} ${words}`)) expect(merged).toContain(words);
    }),
    { numRuns: 1000 },
  );
});
