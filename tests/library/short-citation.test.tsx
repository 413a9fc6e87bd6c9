import { expect, test } from "vitest";

import { styleReferences } from "~/features/evidence/bibliography.server";
import type { CslItem } from "~/features/evidence/csl";
import { ShortCitation } from "~/features/library/components/short-citation";

import { draw } from "../ui/draw";

const item: CslItem = {
  id: "practice-1",
  type: "report",
  genre: "Practice guide",
  title: "Start a walking group: one step at a time",
  author: [{ literal: "Amira Haddad" }],
  issued: { "date-parts": [[2026, 11, 23]] },
  version: "2",
  publisher: "Riverside Health Centre",
  source: "Practice Commons",
  URL: "https://portal.example.org/en/practices/start-a-walking-group/versions/2",
  language: "en",
};

const names = (count: number) => Array.from({ length: count }, (_, index) => ({ literal: `Person ${index + 1}` }));
test.each([
  ["one author", item],
  ["two authors", { ...item, author: names(2) }],
  ["three authors", { ...item, author: names(3) }],
  ["twenty authors", { ...item, author: names(20) }],
  ["twenty-one authors", { ...item, author: names(21) }],
  ["an organization alone", { ...item, author: [{ literal: "Riverside Health Centre Inc." }], publisher: "Riverside Health Centre Inc." }],
  ["an abbreviated name", { ...item, author: [{ literal: "Martin Jr." }] }],
  ["a French title", { ...item, title: "Prescrire « la nature » : l’été", genre: "Guide de pratique", language: "fr" }],
])("the line of a page says what the style of APA says: %s", async (_name, cited) => {
  const [styled] = await styleReferences([cited], ["apa", "vancouver"]);

  for (const language of ["en", "fr"] as const) expect(line(cited, language)).toBe(styled?.apa[language]);
});

const line = (cited: CslItem, language: "en" | "fr") =>
  draw(<ShortCitation item={cited} />, `/${language}`)
    .replaceAll("<!-- -->", "")
    .replace(/^<p[^>]*>|<\/p>$/g, "");
