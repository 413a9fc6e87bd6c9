import { describe, expect, test } from "vitest";

import { en } from "~/i18n/en";
import { formatDate, formatList, formatNumber, formatTime } from "~/i18n/format";
import { fr } from "~/i18n/fr";
import { languageOf, preferredLanguage } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

const english = messagesIn(en);
const french = messagesIn(fr);

describe("the two dictionaries", () => {
  test("have the same messages; French has the plural form that English has not", () => {
    const expected = [...english.keys()].flatMap((key) => (key.endsWith("_one") ? [key, key.replace(/_one$/, "_many")] : [key]));

    expect([...french.keys()].sort()).toEqual(expected.sort());
  });

  test("have the same blanks", () => {
    const blanks = (text = "") => [...new Set(text.match(/\{\{\w+/g))].sort();
    const differing = [...english].filter(([key, text]) => `${blanks(text)}` !== `${blanks(french.get(key))}`).map(([key]) => key);

    expect(differing.filter((key) => !/_(one|other)$/.test(key))).toEqual([]);
  });

  test("leave nothing empty, and no message untranslated by oversight", () => {
    expect([...english, ...french].filter(([, text]) => text.trim() === "")).toEqual([]);
    const same = [...english].filter(([key, text]) => /\b[a-z]{3,} [a-z]{3,}\b/.test(text) && french.get(key) === text);
    expect(same).toEqual([]);
  });
});

describe("French typography", () => {
  const faulty = (pattern: RegExp) => [...french].filter(([, text]) => pattern.test(text.replace(/https?:\S+|\{\{[^}]+\}\}/g, "x")));

  test("has a no-break space before : ; ! ? and inside guillemets", () => {
    expect(faulty(/[^\u00a0\u202f\s][;!?](\s|$)|[^\u00a0\u202f\s]:(\s|$)| [:;!?»%]|« |«[^\u00a0\u202f]|[^\u00a0\u202f]»/)).toEqual([]);
  });

  test("has typographic apostrophes and quotation marks", () => {
    expect(faulty(/['"“”]/)).toEqual([]);
  });

  test("has no line break within a number, and one kind of no-break space", () => {
    expect(faulty(/\d \d{3}|\u202f/)).toEqual([]);
  });

  test("has capitals with their accents", () => {
    expect(faulty(/^A |(^|[\s(«])(Etat|Etape|Ecri|Edit[ei]|Evalu|Equi|Even|Ecout|Etabl|Ile)/)).toEqual([]);
  });

  test("has no letters that were broken on the way", () => {
    expect(faulty(/[ÃÂ\uFFFD]|&\w+;/)).toEqual([]);
  });
});

describe("neither dictionary", () => {
  // These few speak to the readers of the other language.
  const own = (messages: Map<string, string>) =>
    [...messages]
      .filter(([key]) => !/\.otherLanguage(Label)?$/.test(key))
      .map(([key, text]) => [key, text.replace(/https?:\S+|\S+@\S+|\{\{[^}]*\}\}/g, "")] as const);

  test("has words of the other", () => {
    const inFrench =
      /(?<!\p{L})(the|and|with|your|this|that|from|will|you|are|have|not|when|for|by|to|of|in|is|be|it|what|how|who|here|there|all|any|new|more|read|write|click|link|sign|password|draft|review|save|share|search|feedback|template|login|upload|download)(?!\p{L})/u;
    const inEnglish = /(?<!\p{L})(le|la|les|des|une|est|et|pour|avec|dans|sur|vous|votre|vos|nous|qui|que|cette|ce|ces)(?!\p{L})/u;

    expect(own(french).filter(([, text]) => inFrench.test(text))).toEqual([]);
    expect(own(english).filter(([, text]) => inEnglish.test(text))).toEqual([]);
  });

  test("has a space too many", () => {
    const spaces = /[ \u00a0]{2}|^[ \n]|\s$| [,.)]|\( /;

    expect([...english, ...french].filter(([, text]) => spaces.test(text))).toEqual([]);
  });
});

test("French says courriel, and vous", () => {
  expect([...french].filter(([, text]) => /(?<!\p{L})(e-?mails?|mails?|tu|toi|ton|tes)(?!\p{L})/iu.test(text))).toEqual([]);
});

test("English has typographic apostrophes and quotation marks", () => {
  expect([...english].filter(([, text]) => /\w'\w|"/.test(text))).toEqual([]);
});

test("each language counts by its own rules: zero is singular in French", () => {
  const count = (language: "en" | "fr", number: number) => translator(language)("practices.list.count", { count: number });

  expect([0, 1, 2].map((number) => count("en", number))).toEqual(["0 guides", "1 guide", "2 guides"]);
  expect([0, 1, 2].map((number) => count("fr", number))).toEqual(["0 guide", "1 guide", "2 guides"]);
});

test("dates, numbers and lists are written as each language writes them in Canada", () => {
  expect(formatDate("2026-11-22", "en")).toBe("November 22, 2026");
  expect(formatDate("2026-11-22", "fr")).toBe("22 novembre 2026");
  expect(formatTime("2026-11-22T20:38:00Z", "fr", "America/Toronto").replace(/\s/g, " ")).toBe("22 nov. 2026, 15 h 38 HNE");
  expect(formatNumber(12345.5, "en")).toBe("12,345.5");
  expect(formatNumber(12345.5, "fr").replace(/\s/g, " ")).toBe("12 345,5");
  expect(formatList(["a", "b", "c"], "fr")).toBe("a, b et c");
});

test.each([
  ["/en", "en"],
  ["/fr/pratiques", "fr"],
  ["/", null],
  ["/english", null],
  ["/healthz", null],
])("the language of %s is %s", (path, language) => {
  expect(languageOf(path)).toBe(language);
});

test.each([
  ["fr-CA,fr;q=0.9,en;q=0.8", "fr"],
  ["en-US,en;q=0.9,fr;q=0.8", "en"],
  ["de,fr;q=0.5", "fr"],
  ["en;q=0.2,fr;q=0.7", "fr"],
  ["fr;q=0,en;q=0.1", "en"],
  ["*", "en"],
  [";q=x,,==", "en"],
  ["", "en"],
  [undefined, "en"],
])("a browser that asks for %j gets %s", (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

/** Every message by its key: "site.error.back". */
function messagesIn(dictionary: object, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(dictionary).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value] as const] : [...messagesIn(value, `${prefix}${key}.`)],
    ),
  );
}
