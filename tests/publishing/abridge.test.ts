import { expect, test } from "vitest";

import { abridged } from "~/features/publishing/abridge";

const long = "A walk a week keeps people in touch. ".repeat(60);

test("a long stretch between two changes keeps the words around them", () => {
  const shown = abridged([
    { text: "one", change: "added" },
    { text: long, change: null },
    { text: "two", change: "removed" },
  ]);

  expect(shown).toHaveLength(5);
  expect(shown[2]).toEqual({ skipped: true });
  for (const piece of [shown[1], shown[3]])
    if (piece && "text" in piece)
      expect(piece.text).toSatisfy((text: string) => long.includes(text) && text.length > 200 && text.length <= 240);
});

test("before the first change and after the last one, only the words beside it stay", () => {
  const shown = abridged([
    { text: long, change: null },
    { text: "one", change: "added" },
    { text: long, change: null },
  ]);

  expect(shown.map((piece) => ("skipped" in piece ? "…" : piece.change))).toEqual(["…", null, "added", null, "…"]);
});

test("short stretches and changes of any length are shown whole", () => {
  const pieces = [
    { text: "A short text", change: null },
    { text: long, change: "added" as const },
  ];

  expect(abridged(pieces)).toEqual(pieces);
});
