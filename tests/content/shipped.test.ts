import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { beforeAll, expect, test } from "vitest";

import { organizationKinds } from "~/features/organizations/kinds";
import { licences } from "~/features/publishing/limits";
import { sectionsOf } from "~/features/publishing/sections";
import { evidenceOf } from "~/features/evidence/evidence";
import { missingInSummary } from "~/features/evidence/missing.server";
import { type Content, readContent } from "~/features/library/content.server";
import { readPage } from "~/platform/content.server";
import { languages } from "~/i18n/languages";
import { patterns } from "~/platform/paths";

let content: Content;

beforeAll(async () => {
  content = await readContent("content", { organizations: [], terms: {}, licences });
});

const sections = ["purpose", "before-you-start", "steps", "equity-and-safety", "evidence", "how-you-know"];

/** The files that ship, by the end of their name, as their lines. Addresses, which have rules of their own, are taken out. */
const linesOf = (end: string) =>
  readdirSync("content", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(end))
    .flatMap((file) =>
      readFileSync(path.join("content", file), "utf8")
        .split("\n")
        .map((line, index) => ({ place: `${file}:${index + 1}`, line: line.replace(/<https?:[^>]*>|\]\([^)]*\)/g, "") })),
    );

test("everything that ships passes its own checks", () => {
  expect(content.faults).toEqual([]);
});

test("at least 12 guides ship, each in both languages, with the sections that readers know", () => {
  const whole = content.contributions.guides.filter(({ faces }) => faces.en && faces.fr);
  const keysOf = (html: string) => [...html.matchAll(/<h2 id="s-([^"]+)"/g)].map(([, key]) => key);

  expect(whole.length).toBeGreaterThanOrEqual(12);
  expect(content.notes).toEqual([]);
  for (const { key, faces } of whole)
    for (const language of languages)
      expect(
        keysOf(faces[language]?.rendered.html ?? "").filter((section) => sections.includes(section ?? "")),
        `${key}/${language}`,
      ).toEqual(sections);
});

test("both languages of a guide rest on the same sources", () => {
  const addresses = (sources = "") => sources.split("\n").map((source) => /<([^>]*)>/.exec(source)?.[1]);

  for (const { key, faces } of content.contributions.guides) {
    const [en, fr] = [addresses(faces.en?.sources), addresses(faces.fr?.sources)];
    expect(fr.length, key).toBe(en.length);
    for (const [index, address] of en.entries()) if (address?.includes("doi.org")) expect(fr[index]?.replace(/f$/, ""), key).toBe(address);
    expect(
      [...en, ...fr].filter((address) => !address?.startsWith("https://") && !address?.startsWith("http://")),
      key,
    ).toEqual([]);
  }
});

test("the organizations that ship are listed and no members, each with the source of what is said of it", () => {
  const listed = content.organizations.filter(({ key }) => key !== "editorial-team");

  expect(listed.length).toBeGreaterThanOrEqual(40);
  for (const { key, status, source, kind, faces } of listed) {
    expect([key, status]).toEqual([key, "LISTED"]);
    expect(source?.url, key).toMatch(/^https?:/);
    expect(organizationKinds, key).toContain(kind);
    for (const language of languages) expect(faces[language].about.length, key).toBeGreaterThan(40);
  }
});

test("every topic and every word of a vocabulary has a French form", () => {
  const terms = Object.values(content.vocabularies).flat();

  expect(terms.length).toBeGreaterThan(40);
  expect(content.vocabularies.PROVINCE).toHaveLength(13);
});

test("the pages are there in both languages, with the sections of each other, at the addresses of the map", async () => {
  const pages = {
    about: patterns.about,
    "code-of-conduct": patterns.conduct,
    terms: patterns.terms,
    privacy: patterns.privacy,
    accessibility: patterns.accessibility,
  };
  for (const [key, address] of Object.entries(pages)) {
    const [en, fr] = await Promise.all(languages.map((language) => readPage(key, language)));
    expect(fr?.sections.map((section) => section.key)).toEqual(en?.sections.map((section) => section.key));
    for (const language of languages)
      expect(readFileSync(`content/pages/${key}/${language}.md`, "utf8")).toContain(`\nslug: ${address[language]}\n`);
  }
});

test("French has its typography: ’, no-break spaces before : ; ! ? and %, and inside « »", () => {
  const faults = linesOf("fr.md")
    // What is no French: the marks of YAML and Markdown, and titles in other languages within asterisks or “ ”.
    .map(({ place, line }) => ({
      place,
      line: line.replace(/^ *(?:- )?[a-zA-Z]+:/, "").replace(/\*[^*]+\*|“[^”]*”|\|[ :|-]+\|/g, ""),
    }))
    .filter(({ line }) => !line.startsWith("  - "))
    .filter(
      ({ line }) => /'|[^\u00a0\s] ?[;!?](?:\s|$)| :|[^\u00a0]:(?:\s|$)|\d[ ]?%|«[^\u00a0]|[^\u00a0]»/.test(line) && !/^---$/.test(line),
    );

  expect(faults).toEqual([]);
});

test("no English word stands where French readers expect French headings and labels", () => {
  const english = /\b(?:the|and|of|with|what|how|your|steps|before|evidence)\b/i;
  const headings = linesOf("fr.md").filter(({ line }) => /^#{2,} |^title:/.test(line));

  expect(headings.filter(({ line }) => english.test(line.replace(/\{#[^}]*\}/, "").replace(/\*[^*]+\*|«[^»]+»/g, "")))).toEqual([]);
});

test("no text holds a mark of something unfinished, or a straight quote where letters are set", () => {
  const faults = linesOf(".md").filter(({ line }) => /\bTODO\b|\bTBD\b|lorem ipsum|\[citation/i.test(line));

  expect(faults).toEqual([]);
});

test("at least fifteen evidence summaries ship in both languages, and each says what it must", () => {
  const { summaries } = content.contributions;
  expect(summaries.length).toBeGreaterThanOrEqual(15);

  for (const { key, faces } of summaries) {
    for (const language of languages) {
      const face = faces[language];
      const evidence = evidenceOf(face?.own);
      expect([key, language, missingInSummary({ body: face?.body ?? "", own: face?.own ?? {} })]).toEqual([key, language, {}]);
      // None of the sources states a level of certainty.
      expect([key, evidence.findings.flatMap(({ ratings }) => ratings)]).toEqual([key, []]);
      expect([key, language, sectionsOf(face?.body ?? "").map((section) => section.key)]).toEqual([
        key,
        language,
        ["key-messages", "who-was-studied", "limits", "what-it-means"],
      ]);
      expect([key, language, /\[@/.test(face?.body.split("## ")[1] ?? "")]).toEqual([key, language, true]);
      for (const { outcome, references } of evidence.findings) expect([key, outcome, references.length > 0]).toEqual([key, outcome, true]);
    }
  }
});
