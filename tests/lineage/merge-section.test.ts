import fc from "fast-check";
import { expect, test } from "vitest";

import { blocksOf, mergeSection } from "~/features/publishing/merge-section";
import { block } from "#tests/support/section-histories";

const marks = { mine: "**Ours:**", theirs: "**The original:**" };

const join = (...blocks: string[]) => `${blocks.join("\n\n")}\n`;

test("what only one side touched is taken as they left it", () => {
  const base = join("## Steps {#steps}", "One.", "Two.", "Three.");
  const mine = join("## Steps {#steps}", "One, here.", "Two.", "Three.");
  const theirs = join("## Steps {#steps}", "One.", "Two.", "Three.", "Four.");
  expect(mergeSection(base, mine, theirs, marks)).toEqual({
    text: join("## Steps {#steps}", "One, here.", "Two.", "Three.", "Four."),
    hasConflict: false,
  });
});

test("where both touched the same place both stand, below the words that say whose they are", () => {
  const merged = mergeSection(join("One.", "Two."), join("One.", "Two, here."), join("One.", "Two, newer."), marks);
  expect(merged).toEqual({ text: join("One.", "**Ours:**", "Two, here.", "**The original:**", "Two, newer."), hasConflict: true });
});

test("what one side took out and the other changed stays, and is pointed out", () => {
  const merged = mergeSection(join("One.", "Two."), join("One."), join("One.", "Two, newer."), marks);
  expect(merged).toEqual({ text: join("One.", "**The original:**", "Two, newer."), hasConflict: true });
});

test("the same change on both sides comes once", () => {
  expect(mergeSection(join("One."), join("One!", "Mine."), join("One!", "Mine."), marks)).toEqual({
    text: join("One!", "Mine."),
    hasConflict: false,
  });
});

test("of two new headings ours stays the heading, and theirs stands below it as words", () => {
  const merged = mergeSection(join("## A {#a}", "One."), join("## B {#a}", "One."), join("## C {#a}", "One."), marks);
  expect(merged).toEqual({ text: join("## B {#a}", "**The original:** C", "One."), hasConflict: true });
});

test("lists, tables and fenced code stay whole", () => {
  const list = "- one\n\n  more of it\n\n- two";
  const code = "```\nfirst\n\n## no heading\n```";
  const table = "| a |\n| --- |\n| 1 |";
  expect(blocksOf(join("## Title", list, code, "Words\nin two lines.", table))).toEqual([
    "## Title",
    list,
    code,
    "Words\nin two lines.",
    table,
  ]);
});

test("very many equal blocks are merged in time, and none is lost", () => {
  const many = (count: number, last: string) => join("## A {#a}", ...Array.from({ length: count }, () => "a"), last);
  const began = performance.now();
  const { text, hasConflict } = mergeSection(many(20_000, "base"), many(20_001, "mine"), many(20_002, "theirs"), marks);
  expect(performance.now() - began).toBeLessThan(500);
  expect(hasConflict).toBe(true);
  for (const word of ["mine", "theirs"]) expect(text).toContain(word);
});

const words = fc.array(block, { maxLength: 6 }).map((blocks) => join("## A {#a}", ...blocks));

test("no block that either side wrote is ever lost, whatever the three texts are", () => {
  fc.assert(
    fc.property(words, words, words, (base, mine, theirs) => {
      const { text } = mergeSection(base, mine, theirs, marks);
      const there = blocksOf(text);
      const before = blocksOf(base);
      for (const side of [mine, theirs])
        for (const one of blocksOf(side)) if (!before.includes(one)) expect(there.join("\n\n")).toContain(wordsOf(one));
      // What neither touched stays too.
      for (const one of before) if (blocksOf(mine).includes(one) && blocksOf(theirs).includes(one)) expect(there).toContain(one);
    }),
    { numRuns: 10_000 },
  );
}, 60_000);

test("a side that changed nothing yields to the other, and merging twice changes nothing", () => {
  fc.assert(
    fc.property(words, words, words, (base, mine, theirs) => {
      expect(mergeSection(base, base, theirs, marks).text).toBe(base.trimEnd() === theirs.trimEnd() ? base : theirs);
      expect(mergeSection(base, mine, base, marks).text).toBe(mine);
      const { text } = mergeSection(base, mine, theirs, marks);
      expect(mergeSection(theirs, text, theirs, marks).text).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

/** A heading may come to stand as words. */
const wordsOf = (block: string) =>
  block
    .replace(/^##[ \t]+/, "")
    .replace(/\{#[a-z0-9-]+\}[ \t]*$/, "")
    .trim();
