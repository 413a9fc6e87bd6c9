import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

import { plugins } from "@citation-js/core";
import fc from "fast-check";
import { expect, test } from "vitest";

import { readBibliography, writeBibliography } from "~/features/evidence/bibliography.server";
import { write } from "~/features/evidence/bibliography-write.server";
import type { CslItem } from "~/features/evidence/csl";
import { itemFrom } from "~/features/evidence/csl-item";

type Format = "bibtex" | "ris" | "csl";

/** What the public library makes of a file, whatever it takes it for; names in one piece are the same whether it calls them family or literal. */
const readByLibrary = (text: string): (CslItem | null)[] =>
  plugins.input.chain(text, { generateGraph: false }).map((raw) => itemFrom(raw).item);

const unkeyed = ({ id: _, ...item }: CslItem): CslItem => item;

const article: CslItem = {
  id: "kiely2022",
  type: "article-journal",
  title: "Effects of the GRADE approach on été & œuvre: <i>in vivo</i> CO<sub>2</sub>, 100% {sure} at $5_000 #1 ~ ^x \\ -- ''end''",
  author: [
    { family: "Côté-Œuvrard", given: "Élise Anne-Marie" },
    { family: "Berg", given: "Jan", "non-dropping-particle": "van der" },
    { family: "Cruz", given: "Ana", "non-dropping-particle": "de la" },
    { family: "Humboldt", given: "Alexander", "dropping-particle": "von" },
    { family: "King", given: "Martin L.", suffix: "Jr." },
    { family: "O’Neill", given: "J.-P." },
    { family: "al-Hassan", given: "Ali" },
    { family: "Łukasz", given: "Ñandú" },
    { literal: "World Health Organization" },
    { literal: "Health, Wellness and Ageing" },
    { literal: "Smith and Sons" },
  ],
  "container-title": "Health & Social Care in the Community",
  volume: "30",
  issue: "4",
  page: "e1234-e1245",
  DOI: "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o",
  URL: "https://example.org/a_b%20c?x=1&y=~2#z",
  ISSN: "1234-567X",
  language: "fr-CA",
  issued: { "date-parts": [[2022, 3, 5]] },
  accessed: { "date-parts": [[2024, 12, 1]] },
};

const others: CslItem[] = [
  {
    id: "livre",
    type: "book",
    title: "Le livre : une étude de l’ÂGE",
    author: [{ family: "Roy", given: "Anne" }],
    publisher: "Presses and Sons de l’Université Laval",
    "publisher-place": "Québec",
    edition: "2",
    ISBN: "978-2-7637-1234-5",
    language: "fr",
    URL: "https://pul.ca/livre",
    issued: { "date-parts": [[2019, 4]] },
  },
  {
    id: "chapitre",
    type: "chapter",
    title: "Un chapitre",
    author: [{ family: "Roy", given: "Anne" }],
    editor: [{ family: "Berg", given: "Jan", "non-dropping-particle": "van der" }],
    "container-title": "The Book of GRADE",
    publisher: "PUL",
    page: "12-30",
    ISBN: "978-2-7637-1234-5",
    issued: { "date-parts": [[2019]] },
  },
  {
    id: "rapport",
    type: "report",
    title: "Rapport",
    author: [{ literal: "INSPQ" }],
    publisher: "INSPQ",
    language: "fr",
    URL: "https://www.inspq.qc.ca/r.pdf",
    issued: { "date-parts": [[2021, 5, 31]] },
  },
  {
    id: "page",
    type: "webpage",
    title: "A page",
    author: [{ literal: "CISP" }],
    URL: "https://example.org/",
    issued: { "date-parts": [[2023, 1, 9]] },
  },
  {
    id: "these",
    type: "thesis",
    title: "Ma thèse",
    genre: "Thèse de doctorat",
    author: [{ family: "Roy", given: "Anne" }],
    publisher: "Université Laval",
    issued: { "date-parts": [[2020]] },
  },
  {
    id: "actes",
    type: "paper-conference",
    title: "A talk",
    author: [{ family: "Li", given: "Bo" }],
    "container-title": "Proceedings of X",
    page: "1-2",
    issued: { "date-parts": [[2018]] },
  },
];

test.each(["bibtex", "ris", "csl"] as const)("what is written as %s is read back unchanged by the public library", async (format) => {
  const text = await writeBibliography([article, ...others], format);

  expect(readByLibrary(text)).toEqual([article, ...others].map(unkeyed));
});

test.each(["bibtex", "ris", "csl"] as const)(
  "what is written as %s is read back unchanged by the portal, under the same keys",
  async (format) => {
    const { entries } = await readBibliography(await writeBibliography([article, ...others], format), "auto");

    expect(entries.map(({ label }) => label)).toEqual([article, ...others].map(({ id }) => id));
    expect(entries.map(({ item }) => item)).toEqual([article, ...others].map(unkeyed));
  },
);

const word = fc.stringMatching(/^[A-ZÉÀÔŁa-zéàôßœ0-9]{1,10}$/);
const capital = fc.stringMatching(/^[A-ZÉÀÔŁ][a-zéàôßœ]{1,10}$/);
const sign = fc.constantFrom(
  "&",
  "%",
  "$",
  "#",
  "_",
  "{",
  "}",
  "~",
  "^",
  "\\",
  "--",
  "''",
  "``",
  "@",
  "=",
  ",",
  ";",
  ":",
  "(",
  "«",
  "»",
  "<",
  ">",
  '"',
  "’",
  "–",
  "日本",
  "𝒜",
);
const text = fc.array(fc.oneof({ weight: 3, arbitrary: word }, sign), { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
const rich = fc
  .tuple(text, fc.constantFrom("i", "b", "sup", "sub"), word, text)
  .map(([before, tag, inside, after]) => `${before} <${tag}>${inside}</${tag}> ${after}`);
const name = fc.oneof(
  fc.record({
    family: fc.array(capital, { minLength: 1, maxLength: 2 }).map((words) => words.join("-")),
    given: fc.array(capital, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
  }),
  fc.record({
    family: capital,
    given: capital,
    "non-dropping-particle": fc.constantFrom("van der", "de la", "von", "di"),
    suffix: fc.constantFrom("Jr.", "III"),
  }),
  fc.array(capital, { minLength: 2, maxLength: 5 }).map((words) => ({ literal: words.join(" ") })),
);
const date = fc
  .tuple(
    fc.integer({ min: 1000, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([year, month, day, length]) => ({ "date-parts": [[year, month, day].slice(0, length)] }));
const number = fc.integer({ min: 1, max: 999 }).map(String);
const item = fc
  .record(
    {
      type: fc.constant("article-journal" as const),
      title: fc.oneof(text, rich),
      author: fc.array(name, { minLength: 1, maxLength: 4 }),
      "container-title": text,
      volume: number,
      issue: number,
      page: fc.tuple(number, number).map((pages) => pages.join("-")),
      DOI: fc.tuple(number, word).map(([a, b]) => `10.1${a.padStart(3, "0")}/${b.toLowerCase()}`),
      URL: fc.webUrl(),
      ISSN: fc.constant("1234-5678"),
      language: fc.constantFrom("en", "fr", "fr-CA"),
      issued: date,
      accessed: date,
    },
    { requiredKeys: ["type", "title"] },
  )
  // As the portal keeps it.
  .map((raw) => itemFrom(raw).item)
  .filter((kept) => kept !== null);

test.each(["bibtex", "ris", "csl"] as const)("whatever an article holds, %s gives it back unchanged", (format: Format) => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), (items) => {
      expect(readByLibrary(write(items, format))).toEqual(items);
    }),
    { numRuns: 300 },
  );
});

test("keys are plain in BibTeX, and none stands twice", () => {
  const twice = write(
    [
      { ...article, id: "côté 2022{" },
      { ...article, id: "côté 2022{" },
      { type: "book", title: "T" },
    ],
    "bibtex",
  );

  expect([...twice.matchAll(/^@\w+\{(.*),$/gm)].map(([, key]) => key)).toEqual(["cote2022", "cote2022-", "reference-3"]);
});
