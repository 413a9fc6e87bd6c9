import { readdirSync } from "node:fs";

import { expect, test } from "vitest";

import { type Language, languages, otherLanguage } from "~/i18n/languages";
import { counterpartOf, type PageName, pathTo, patterns } from "~/platform/paths";
import { readMap } from "#tests/support/map";

const routes = await readMap();
const pagesOf = (language: Language) => routes.filter((route) => route.language === language);

test("every address has its file, and every file its address", () => {
  const files = readdirSync("app/routes", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `routes/${file}`);

  expect([...new Set(routes.map(({ file }) => file))].sort()).toEqual(files.sort());
});

test("no address is given away twice", () => {
  const addresses = routes.map(({ language, path }) => `/${[language, path].filter(Boolean).join("/")}`);

  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual(["/en", "/fr"]); // the frame, and the home page in it
});

test("both languages have the same pages", () => {
  expect(pagesOf("fr").map(({ file }) => file)).toEqual(pagesOf("en").map(({ file }) => file));
});

test.each(languages)("both halves of the map name the same addresses (%s)", (language) => {
  const linked = Object.values(patterns).map((pattern) => pattern[language]);
  const mounted = pagesOf(language)
    .filter(({ file, path }) => file !== "routes/site.tsx" && path !== "*")
    .map(({ path }) => path);

  expect(linked.sort()).toEqual(mounted.sort());
});

test("both addresses of a page have the same blanks", () => {
  const blanks = (pattern: string) => pattern.match(/:\w+/g) ?? [];

  for (const pattern of Object.values(patterns)) expect(blanks(pattern.fr)).toEqual(blanks(pattern.en));
});

test.each(Object.keys(patterns) as PageName[])("the language switch leads from %s to the same page and back", (page) => {
  for (const language of languages) {
    const values = { slug: "a-slug", number: 3, id: "an-id", person: "a-person", key: "a-key", token: "a-token", format: "ris" };
    const other = pathTo(otherLanguage(language), page, values).split("?")[0];
    const here = pathTo(language, page, values).split("?")[0] ?? "";

    expect(counterpartOf(here, "?q=x")).toBe(`${other}?q=x`);
    expect(counterpartOf(counterpartOf(here))).toBe(here);
  }
});
