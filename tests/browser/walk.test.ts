import { beforeAll, describe, expect, inject, test } from "vitest";

import { type Language, languages, otherLanguage } from "~/i18n/languages";
import { foreignWordsIn } from "#tests/support/foreign-words";
import { look, overflowAt, type Sight } from "#tests/support/look";
import { get, type Person } from "#tests/support/people";
import { doors, goRound, reading, type Stop, working } from "#tests/support/tour";

type Seen = Stop & Sight & { language: Language; overflow: number[] };

const seen: Seen[] = [];

beforeAll(async () => {
  for (const language of languages) {
    const stops = [...reading(language), ...doors(language), ...(await working(language))];
    const sights = await goRound(stops, language, async (page, stop) => {
      const sight = await look(page);
      // With a link, the page is the one that it leads to.
      const path = stop.link ? new URL(page.url()).pathname : stop.path;
      return { ...stop, ...sight, path, language, overflow: [await overflowAt(page, 320), await overflowAt(page, 1600)] };
    });
    seen.push(...sights);
  }
}, 900_000);

/** What is wrong, page by page. */
const faults = (find: (page: Seen) => unknown[]) =>
  seen.flatMap((page) => find(page).map((fault) => `${page.language}, ${page.name}${page.as ? ` (${page.as})` : ""}: ${fault}`));

describe("every page", () => {
  test("speaks its own language only", () => {
    expect(faults(({ words, language }) => foreignWordsIn(words, language))).toEqual([]);
    // Read as pages of the other language, all of them are found out.
    expect(faults(({ words, language }) => (foreignWordsIn(words, otherLanguage(language)).length < 5 ? ["goes unnoticed"] : []))).toEqual(
      [],
    );
  });

  test("marks the names of guides that are in the other language", () => {
    // A face that was just begun still has the name of the one that it is translated from: number 7.
    const theirs = { en: /^(Exemple : |Rendre visite ensemble \([^7])/, fr: /^(Example: |Visit together \([^7])/ };

    expect(faults(({ texts, language }) => texts.filter((text) => theirs[language].test(text)))).toEqual([]);
    expect(seen.filter(({ texts, language }) => texts.some((text) => theirs[otherLanguage(language)].test(text))).length).toBeGreaterThan(
      20,
    );
  });

  test("says in which language it is, and has a title and one heading", () => {
    expect(faults(({ lang, language }) => (lang === language ? [] : [lang]))).toEqual([]);
    expect(faults(({ title }) => (/\S+ — \S+/.test(title) ? [] : [title]))).toEqual([]);
    expect(faults(({ headings }) => (headings.length === 1 && headings[0] !== "" ? [] : headings))).toEqual([]);
  });

  test("has a title of its own", () => {
    const doubles = faults(({ title, language, path, status }) =>
      seen
        .filter((other) => other.title === title && other.language === language && other.path.split("?")[0] !== path.split("?")[0])
        .filter((other) => (other.status ?? 200) < 403 && (status ?? 200) < 403)
        .map((other) => `${title} is also that of ${other.name}`),
    );
    expect(doubles).toEqual([]);
  });

  test("fits a window of 320 and one of 1600 pixels without scrolling sideways", () => {
    expect(faults(({ overflow }) => overflow.filter((pixels) => pixels > 0))).toEqual([]);
  });

  test("has no id twice, and no link to a place of its own that is not there", () => {
    expect(faults(({ twins }) => twins)).toEqual([]);
    expect(faults(({ deadAnchors }) => deadAnchors)).toEqual([]);
  });
});

test("every page that everyone may read names its address in both languages, each naming the other", () => {
  const pages = seen.filter(({ as, status = 200, path, robots }) => !as && status === 200 && !path.includes("?") && robots === "");
  const origin = inject("portalUrl");
  const wrong = pages.flatMap(({ name, language, path, canonical, alternates }) => {
    if (canonical.length !== 1) return [`${name}: ${canonical.length} canonical addresses`];
    // What is shown in place of a missing language names the one that there is; the current version of a text, the page of the text.
    const isStoodFor =
      canonical[0] === alternates[otherLanguage(language)] || path.startsWith(`${canonical[0]?.slice(origin.length)}/versions/`);
    if (canonical[0] !== origin + path) return isStoodFor ? [] : [`${name}: ${canonical[0]}`];
    if (alternates[language] !== canonical[0]) return [`${name}: ${JSON.stringify(alternates)}`];
    const twin = pages.find((page) => page.canonical[0] === alternates[otherLanguage(language)]);
    return twin && twin.alternates[language] !== canonical[0] ? [`${name}: the other language does not name it`] : [];
  });

  expect(pages.length).toBeGreaterThan(15);
  expect(wrong).toEqual([]);
});

test("every link within the portal leads to a page", async () => {
  const origin = inject("portalUrl");
  const all = new Map(seen.flatMap(({ as = "", links, name }) => links.map((link) => [`${as} ${link.split("#")[0]}`, name])));
  // Files are drawn when they are asked for, and so many for each reader: one of each kind stands for those of all guides.
  const kindOfFile = (target: string) => /\/(?:files|fichiers)\/([a-z]+(?:\?both=1)?)$/.exec(target)?.[1];
  const targets = [...all].filter(([target], index, list) => {
    const kind = kindOfFile(target);
    return kind === undefined || list.findIndex(([other]) => kindOfFile(other) === kind) === index;
  });
  const broken: string[] = [];
  for (const [target, name] of targets) {
    const [person, link = ""] = target.split(" ") as [Person | "", string];
    const { status } = await get(link.slice(origin.length), person || undefined);
    // A page that says no may link to itself, and to the same in the other language; an author's list, and what is around a text, name what is out of use.
    const isKnown = seen.some((page) => page.status === status && (origin + page.path === link || page.links.includes(link)));
    const isOutOfUse = status === 410 && /^(my guides|what is around )/.test(name);
    if (status >= 400 && !isKnown && !isOutOfUse) broken.push(`${name} links to ${link}, which answers ${status} ${person}`);
  }

  expect(targets.length).toBeGreaterThan(200);
  expect(broken).toEqual([]);
}, 600_000);
