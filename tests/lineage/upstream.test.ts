import fc from "fast-check";
import { expect, test } from "vitest";

import { type Choice, choices, choicesFor, settled, upstreamSections } from "~/features/lineage/upstream";
import { blocksOf } from "~/features/publishing/merge-section";
import { changesBetween, replay } from "~/features/publishing/section-changes";
import { sectionsOf, withKeys } from "~/features/publishing/sections";
import { edit, edited, text } from "#tests/support/section-histories";

const marks = { mine: "**Ours:**", theirs: "**The original:**" };

const BASE = "## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.\n\n## C {#c}\n\nThree.\n";

const choose = (...pairs: [string, Choice][]) => new Map(pairs);

test("only what the edition kept or changed concerns it; what it left out does not, and what is new is offered", () => {
  const ours = "## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo, here.\n";
  const theirs = "## A {#a}\n\nOne!\n\n## B {#b}\n\nTwo!\n\n## C {#c}\n\nThree!\n\n## D {#d}\n\nFour.\n";
  expect(upstreamSections(BASE, ours, theirs).map(({ key, parent, isOurs }) => [key, parent, isOurs])).toEqual([
    ["a", "CHANGED", false],
    ["b", "CHANGED", true],
    ["d", "ADDED", false],
  ]);
});

test("what the edition changed just as its parent did is settled already", () => {
  expect(upstreamSections(BASE, BASE.replace("One.", "One!"), BASE.replace("One.", "One!"))).toEqual([]);
});

test("each change is taken, kept out or merged as was chosen", () => {
  const ours = BASE.replace("Two.", "Two, here.").replace("Three.", "Three, here.");
  const theirs = `${BASE.replace("One.", "One!").replace("Two.", "Two!\n\nAnd more.").replace("Three.", "Three!")}\n## D {#d}\n\nFour.\n`;
  const all = settled(BASE, ours, theirs, choose(["a", "take"], ["b", "merge"], ["c", "keep"], ["d", "take"]), marks);
  expect(all.body).toBe(
    "## A {#a}\n\nOne!\n\n## B {#b}\n\n**Ours:**\n\nTwo, here.\n\n**The original:**\n\nTwo!\n\nAnd more.\n\n## C {#c}\n\nThree, here.\n\n## D {#d}\n\nFour.\n",
  );
  expect(all.conflicts).toEqual(["B"]);
});

test("a section that the parent took out goes, or stays as the edition's own", () => {
  const theirs = "## A {#a}\n\nOne.\n\n## C {#c}\n\nThree.\n";
  expect(settled(BASE, BASE, theirs, choose(["b", "take"]), marks).body).toBe(theirs);
  const kept = settled(BASE, BASE, theirs, choose(["b", "keep"]), marks).body;
  expect(changesBetween(theirs, kept).map(({ kind, key }) => `${kind} ${key}`)).toEqual(["KEPT a", "ADDED b", "KEPT c"]);
});

const history = fc.record({
  parent: text,
  moves: fc.array(
    fc.record({
      upstream: fc.array(edit, { maxLength: 3 }),
      own: fc.array(edit, { maxLength: 3 }),
      pick: fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
});

test("an edition stays its parent at its pin and what it changed, to the letter, and no text of either is lost, over 10,000 histories", () => {
  fc.assert(
    fc.property(history, ({ parent, moves }) => {
      let pin = parent;
      let current = parent;
      let own = parent;
      for (const { upstream, own: edits, pick } of moves) {
        for (const one of upstream) current = edited(current, one);
        for (const one of edits) own = edited(own, one);
        expect(replay(pin, changesBetween(pin, own))).toBe(own);

        const sections = upstreamSections(pin, own, current);
        const chosen = new Map(
          sections.map((section, index): [string, Choice] => {
            const possible = choicesFor(section);
            return [section.key, possible[(pick[index % pick.length] ?? 0) % possible.length] ?? "keep"];
          }),
        );
        const { body } = settled(pin, own, current, chosen, marks);
        const next = withKeys(body);
        keepsBothSides(pin, own, current, next, chosen);
        expect(replay(current, changesBetween(current, next))).toBe(next);
        own = next;
        pin = current;
      }
    }),
    { numRuns: 10_000 },
  );
}, 240_000);

/** What was kept is there as it was; what was taken is there as the parent has it; of what was merged every block of either side is there. */
function keepsBothSides(base: string, ours: string, theirs: string, next: string, chosen: Map<string, Choice>) {
  const blocksAt = (body: string, key: string) => blocksOf(sectionsOf(body).find((section) => section.key === key)?.text ?? "");
  for (const { key, parent } of upstreamSections(base, ours, theirs)) {
    const choice = chosen.get(key);
    if (choice === "keep" && parent !== "ADDED") expect(blocksAt(next, key)).toEqual(blocksAt(ours, key));
    if (choice === "take") expect(blocksAt(next, key)).toEqual(blocksAt(theirs, key));
    if (choice !== "merge") continue;
    const [was, there] = [blocksAt(base, key), blocksAt(next, key)];
    for (const block of [...blocksAt(ours, key), ...blocksAt(theirs, key)])
      if (!was.includes(block)) expect(there.join("\n\n")).toContain(wordsOf(block));
  }
}

test("every choice that a page may offer is one that can be sent", () => {
  for (const parent of ["CHANGED", "REMOVED", "ADDED"] as const)
    for (const isOurs of [true, false]) for (const choice of choicesFor({ parent, isOurs })) expect(choices).toContain(choice);
});

/** A heading may come to stand as words. */
const wordsOf = (block: string) =>
  block
    .replace(/^##[ \t]+/, "")
    .replace(/\{#[a-z0-9-]+\}[ \t]*$/, "")
    .trim();
