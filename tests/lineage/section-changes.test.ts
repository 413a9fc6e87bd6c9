import fc from "fast-check";
import { expect, test } from "vitest";

import { changesBetween, replay } from "~/features/publishing/section-changes";
import { edit, edited, text } from "#tests/support/section-histories";

const kindsIn = (parent: string, edition: string) => changesBetween(parent, edition).map(({ kind, key }) => `${kind} ${key}`);

const PARENT = "First words.\n\n## Purpose {#purpose}\n\nWhy.\n\n## Steps {#steps}\n\nHow.\n\n## Equity {#equity}\n\nFor whom.\n";

test("an edition is its parent and what it changed, to the letter, over 10,000 histories", () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 8 }), (parent, edits) => {
      let edition = parent;
      for (const change of edits) {
        edition = edited(edition, change);
        expect(replay(parent, changesBetween(parent, edition))).toBe(edition);
      }
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

test("any two texts whatever lead to one another", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "## A {#a}\n",
      "## A\n",
      "## B {#b}\n",
      "## {#b}\r\n",
      "```\n",
      "\n",
      "   \n",
      "## A {#a}",
      "## Proto {#constructor}\n",
    ),
    fc.string(),
  );
  const any = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(""));
  fc.assert(
    fc.property(any, any, (parent, edition) => replay(parent, changesBetween(parent, edition)) === edition),
    { numRuns: 5_000 },
  );
});

test("what is kept, changed, dropped and added is told apart, in the order of the edition", () => {
  const edition = "First words.\n\n## Local {#local}\n\nHere.\n\n## Steps {#steps}\n\nHow we do it.\n\n## Purpose {#purpose}\n\nWhy.\n";
  expect(kindsIn(PARENT, edition)).toEqual(["KEPT ", "ADDED local", "CHANGED steps", "KEPT purpose", "DROPPED equity"]);
});

test("white space at the end of a section is no change of it", () => {
  const moved = "## Equity {#equity}\n\nFor whom.\n\n\n## Purpose {#purpose}\n\nWhy.";
  expect(kindsIn(PARENT, moved)).toEqual(["KEPT equity", "KEPT purpose", "DROPPED ", "DROPPED steps"]);
  expect(replay(PARENT, changesBetween(PARENT, moved))).toBe(moved);
});

test("a heading that is called otherwise is a change of its section", () => {
  expect(kindsIn(PARENT, PARENT.replace("## Steps", "## Our steps"))).toContain("CHANGED steps");
});

test("white space without end is compared in time", () => {
  const long = `## A {#a}\n${" ".repeat(100_000)}x${" ".repeat(100_000)}\n`;
  const began = performance.now();
  expect(kindsIn(long, `${long}\n`)).toEqual(["KEPT a"]);
  expect(performance.now() - began).toBeLessThan(500);
});
