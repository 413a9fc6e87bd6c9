import fc from "fast-check";
import { expect, test } from "vitest";

import { sectionsOf, withKeys } from "~/features/publishing/sections";

test("a text is cut at its second-level headings, and what stands before them is kept", () => {
  expect(sectionsOf("Before\n\n## One {#first}\nText\n### Sub\n## Two\n")).toEqual([
    { key: "", heading: "", text: "Before\n\n" },
    { key: "first", heading: "One", text: "## One {#first}\nText\n### Sub\n" },
    { key: "", heading: "Two", text: "## Two\n" },
  ]);
});

test("a heading inside a fence of code is no section", () => {
  expect(sectionsOf("## One\n```\n## not\n```\n~~~\n## nor\n~~~\n").length).toBe(1);
});

test("a heading without a key gets one, and keeps it when it is renamed", () => {
  const keyed = withKeys("## Étapes à suivre\n\nText\n");
  expect(keyed).toBe("## Étapes à suivre {#etapes-a-suivre}\n\nText\n");
  expect(sectionsOf(withKeys(keyed.replace("Étapes à suivre", "Marche")))[0]?.key).toBe("etapes-a-suivre");
});

test("two sections never share a key", () => {
  const keys = sectionsOf(withKeys("## Same\n## Same\n## Other {#same}\n## Third {#same}\n")).map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
});

test("a hostile text takes no longer than its length: many spaces in a heading, many headings alike", () => {
  const spaces = `## a${" ".repeat(90_000)}b\n`;
  const alike = "## a\n".repeat(20_000);
  const began = performance.now();

  expect(sectionsOf(withKeys(spaces))[0]).toMatchObject({ key: "a-b" });
  expect(new Set(sectionsOf(withKeys(alike)).map(({ key }) => key)).size).toBe(20_000);
  // It took a minute and more, on the thread that answers everyone.
  expect(performance.now() - began).toBeLessThan(2_000);
});

const line = fc.constantFrom(
  "## A",
  "## A {#a}",
  "## {#x}",
  "### sub",
  "text",
  "",
  "```",
  "~~~~",
  "   ## no",
  "##no",
  "## B {#b} ",
  "\t## C",
);

test("put together again, the sections are the text, whatever it is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(line, fc.string())),
      (lines) =>
        sectionsOf(lines.join("\n"))
          .map(({ text }) => text)
          .join("") === lines.join("\n"),
    ),
  );
});

test("giving keys twice changes nothing more, and every heading then has its own", () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const once = withKeys(lines.join("\n"));
      const keys = sectionsOf(once)
        .filter(({ heading }) => heading !== "")
        .map(({ key }) => key);
      expect(withKeys(once)).toBe(once);
      expect(keys.every((key) => key !== "")).toBe(true);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
