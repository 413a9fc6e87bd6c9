import fc from "fast-check";
import { expect, test } from "vitest";

import { hintsIn } from "~/features/terminology/hints";
import type { Pair } from "~/features/terminology/pair";
import { synonymsIn } from "~/features/terminology/synonyms";

const pair = (en: string, fr: string, { enOthers = [] as string[], frOthers = [] as string[] } = {}): Pair => ({
  ...{ id: en, en, fr, enOthers, frOthers },
  ...{ enNote: "", frNote: `Quand on dit « ${fr} ».`, source: "" },
});

const pairs = [
  pair("link worker", "navigatrice ou navigateur", { enOthers: ["community connector"], frOthers: ["navigatrice", "agent·e de liaison"] }),
  pair("older adults", "personnes aînées", { enOthers: ["seniors"] }),
  pair("evidence", "données probantes"),
  pair("evidence summary", "synthèse de données probantes"),
  pair("co-design", "conception conjointe"),
];

const termsIn = (text: string, to: "en" | "fr" = "fr") => hintsIn(text, pairs, to).map(({ term }) => term);

test("the terms of a text are met in its order, in the singular or plural, whatever their accents and capitals", () => {
  expect(termsIn("Two LINK WORKERS ask each older adult. A community connector co-designs it.")).toEqual([
    ...["link worker", "older adults", "co-design"],
  ]);
  expect(termsIn("Les Navigatrices et les agentes de liaison rejoignent les personnes ainees.", "en")).toEqual([
    "navigatrice ou navigateur",
    "personnes aînées",
  ]);
  expect(hintsIn("A link worker.", pairs, "fr")).toEqual([
    {
      ...{ id: "link worker", term: "link worker", word: "navigatrice ou navigateur", others: ["navigatrice", "agent·e de liaison"] },
      note: "Quand on dit « navigatrice ou navigateur ».",
    },
  ]);
});

test("whole words count, of two terms the longer one, and each once", () => {
  expect(termsIn("Blinkworker and linked workers. Evidential.")).toEqual([]);
  expect(termsIn("An evidence summary, and another evidence summary.")).toEqual(["evidence summary"]);
  expect(termsIn("Evidence, then an evidence summary, then evidence.")).toEqual(["evidence", "evidence summary"]);
});

test("no text makes more than twelve hints, and each stands in the text", () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    pair(`term${"abcdefghij"[index % 10]}${"abcd"[Math.floor(index / 10)]}`, `mot ${index}`),
  );
  const word = fc.constantFrom(...many.map(({ en }) => en), "and", "then", "-", ",", "terma");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), (words) => {
      const text = words.join(" ");
      const hints = hintsIn(text, many, "fr");
      expect(hints.length).toBeLessThanOrEqual(12);
      expect(new Set(hints.map(({ id }) => id)).size).toBe(hints.length);
      for (const { term } of hints) expect(words).toContain(term);
      expect(hints.length).toBe(Math.min(12, new Set(words.filter((one) => many.some(({ en }) => en === one))).size));
    }),
  );
});

test("what someone seeks is parted into terms with their other words, and the rest", () => {
  expect(synonymsIn("community connectors in winter", pairs, "en")).toEqual({
    rest: "in winter",
    synonyms: [{ typed: "community connectors", others: ["link worker"] }],
  });
  expect(synonymsIn("link worker", pairs, "fr")).toEqual({
    rest: "",
    synonyms: [{ typed: "link worker", others: ["navigatrice ou navigateur", "navigatrice", "agent·e de liaison"] }],
  });
  expect(synonymsIn("winter", pairs, "en")).toBeNull();
  for (const literal of ['"link worker"', "-evidence walk", "link or worker"]) expect(synonymsIn(literal, pairs, "fr")).toBeNull();
});

test("whatever is typed, there are eight other words at most, and what is no term stays", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom("link worker", "seniors", "evidence", "walk"))), (parts) => {
      const q = parts.join(" ").slice(0, 200);
      const sought = synonymsIn(q, pairs, "fr");
      if (!sought) return;
      expect(sought.synonyms.flatMap(({ others }) => others).length).toBeLessThanOrEqual(8);
      for (const { typed } of sought.synonyms) expect(q).toContain(typed);
      for (const word of sought.rest.split(/\s+/)) expect(q).toContain(word);
    }),
  );
});
