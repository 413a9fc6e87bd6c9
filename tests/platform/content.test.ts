import { expect, test } from "vitest";

import { type Content, readContent } from "~/features/library/content.server";
import { readPage } from "~/platform/content.server";
import { contentFolder, english, french, practiceYaml } from "#tests/content/folder";

const known = { organizations: [], terms: {}, licences: ["CC-BY-4.0"] };

const PRACTICE = "practices/walking-group/practice.yaml";
const EN = "practices/walking-group/en.md";
const FR = "practices/walking-group/fr.md";

/** The faults of a folder with these files, named from the folder on. */
async function faultsOf(changes: Record<string, string | Buffer | null>): Promise<string[]> {
  const folder = contentFolder(changes);
  const { faults } = await readContent(folder, known);
  return faults.map((fault) => fault.replaceAll(`${folder}/`, ""));
}

test("a sound folder is read whole, and drawn", async () => {
  const content: Content = await readContent(contentFolder(), known);

  expect(content.faults).toEqual([]);
  expect(content.vocabularies.TOPIC).toEqual([
    { key: "food", en: "Food", fr: "Alimentation" },
    { key: "nature", en: "Nature", fr: "Nature" },
  ]);
  expect(content.organizations[0]).toMatchObject({ key: "team", status: "MEMBER", faces: { fr: { slug: "equipe" } } });
  expect(content.contributions.guides[0]).toMatchObject({ key: "walking-group", maturity: "TRIED", reviewedOn: "2026-01-31" });
  expect(content.contributions.guides[0]?.faces.fr).toMatchObject({
    title: "Lancer un groupe de marche",
    sources: "Une première source. <https://example.org/1>\nUne deuxième source. <https://example.org/2>",
    rendered: { html: expect.stringContaining('<h2 id="s-purpose">But</h2>'), words: 13 },
  });
});

test("a guide may be there in one language; that is worth a note", async () => {
  const folder = contentFolder({ [FR]: null });
  const { faults, notes } = await readContent(folder, known);

  expect(faults).toEqual([]);
  expect(notes).toEqual([`${folder}/practices/walking-group: there is no fr.md`]);
});

test.each<[string, Record<string, string | Buffer | null>, string[]]>([
  ["a field is missing", { [PRACTICE]: practiceYaml.replace(/licence.*\n/, "") }, [`${PRACTICE}:1: licence is missing`]],
  [
    "a field is unknown",
    { [PRACTICE]: practiceYaml.replace("maturity:", "stars: 5\nmaturity:") },
    [`${PRACTICE}:9: stars is not a field here`],
  ],
  [
    "a topic is unknown",
    { [PRACTICE]: practiceYaml.replace("[food]", "[food, fod]") },
    [`${PRACTICE}:5: fod is not one of the topics of the vocabulary`],
  ],
  ["a topic stands twice", { [PRACTICE]: practiceYaml.replace("[food]", "[food, food]") }, [`${PRACTICE}:5: topics lists a key twice`]],
  [
    "an organization is unknown",
    { [PRACTICE]: practiceYaml.replace("team\n", "teem\n") },
    [`${PRACTICE}:1: there is no organization teem`],
  ],
  ["a licence is unknown", { [PRACTICE]: practiceYaml.replace("CC-BY-4.0", "MIT") }, [`${PRACTICE}:10: licence MIT is none of CC-BY-4.0`]],
  [
    "a date is none",
    { [PRACTICE]: practiceYaml.replace("2026-01-31", "2026-02-31") },
    [`${PRACTICE}:11: reviewedOn is not a date such as 2026-11-22`],
  ],
  [
    "dates are in the wrong order",
    { [PRACTICE]: practiceYaml.replace("2027-", "2025-") },
    [`${PRACTICE}:12: nextReviewDue is not after reviewedOn`],
  ],
  ["an author has no French name", { [PRACTICE]: practiceYaml.replace(", fr: L’équipe", "") }, [`${PRACTICE}:4: authors[1].fr is missing`]],
  ["the source is not there", { [EN]: null }, [`${PRACTICE}:2: sourceLanguage is en, but there is no en.md`]],
  ["practice.yaml is not there", { [PRACTICE]: null }, [`${PRACTICE}:1: there is no such file`]],
  [
    "YAML is none",
    { [PRACTICE]: "topics: [food\nlicence: x\n" },
    [expect.stringMatching(`^${PRACTICE}:\\d: this is not YAML: `) as unknown as string],
  ],
  ["the front matter is not closed", { [EN]: english.replace("---\n\n##", "\n##") }, [`${EN}:1: the front matter is not closed with ---`]],
  ["there is no front matter", { [EN]: "## Purpose {#purpose}\n" }, [`${EN}:1: a text begins with front matter between two lines of ---`]],
  ["there is no text", { [EN]: english.slice(0, english.indexOf("## Purpose")) }, [`${EN}:8: there is no text below the front matter`]],
  [
    "a slug has another shape",
    { [EN]: english.replace("start-a-w", "Start_a_w") },
    [`${EN}:3: slug is not a key of lower-case words with hyphens`],
  ],
  [
    "a slug is reserved",
    { [EN]: english.replace("start-a-walking-group", "new") },
    [`${EN}:3: the slug new is the address of another page`],
  ],
  ["a slug is missing", { [EN]: english.replace(/slug:.*\n/, "") }, [`${EN}:2: slug is missing`]],
  [
    "a summary is too short",
    { [FR]: french.replace(/summary:.*\n/, "summary: Court.\n") },
    [`${FR}:4: summary wants 40 to 400 characters`],
  ],
  [
    "a citation has no source",
    { [EN]: english.replace("[2](#source-2)", "[2](#source-2) [3](#source-3)") },
    [`${EN}:12: [3](#source-3) cites a source that is not listed (there are 2)`],
  ],
  [
    "a citation shows another number",
    { [EN]: english.replace("[2](#source-2)", "[1](#source-2)") },
    [`${EN}:12: [1](#source-2) shows one number and leads to another`],
  ],
  ["a source is never cited", { [EN]: english.replace(" [2](#source-2)", "") }, [`${EN}:7: source 2 is never cited`]],
  ["a section has no key", { [EN]: english.replace(" {#steps}", "") }, [`${EN}:14: the section “Steps” has no {#key}`]],
  [
    "a section is missing in the other language",
    { [FR]: french.replace(/## Étapes[\s\S]*/, "") },
    [`${FR}:10: the sections are not those of the other language: it lacks steps`],
  ],
  [
    "sections have another order",
    { [FR]: french.replace("#purpose", "#x").replace("#steps", "#purpose").replace("#x", "#steps") },
    [`${FR}:10: the sections are not those of the other language: it has another order`],
  ],
  [
    "a heading is of the first level",
    { [EN]: `${english}\n# Top\n` },
    [`${EN}:18: the title is the only heading of the first level: begin sections with ##`],
  ],
  [
    "Markdown is nested too deeply",
    { [EN]: `${english}\n${"> ".repeat(30)}a\n` },
    [`${EN}:10: this Markdown is refused (publishing.markdown.tooDeep)`],
  ],
  [
    "a file is not UTF-8",
    { [EN]: Buffer.concat([Buffer.from("---\ntitle: "), Buffer.from([0xe9, 0x0a])]) },
    [`${EN}:2: this is not UTF-8`],
  ],
  [
    "a key of a vocabulary stands twice",
    { "vocabularies/topics.yaml": "- { key: food, en: A, fr: A }\n- { key: food, en: B, fr: B }\n" },
    ["vocabularies/topics.yaml:2: the key food stands twice"],
  ],
  [
    "an organization is in no province",
    {
      "organizations/team/organization.yaml":
        "kind: network\nprovince: zz\ncity: null\nstatus: member\nsite: null\nen: { name: Team, slug: team }\nfr: { name: Équipe, slug: equipe }\n",
    },
    ["organizations/team/organization.yaml:2: zz is not one of the provinces of the vocabulary"],
  ],
  [
    "a page is there in one language",
    {
      "pages/about/en.md":
        "---\ntitle: About\nslug: about\nsummary: What this portal is, and for whom it is made.\nmodifiedOn: 2026-11-22\n---\n\nText.\n",
    },
    ["pages/about/fr.md:1: there is no such file"],
  ],
])("%s: told with file and line", async (_, changes, expected) => {
  expect(await faultsOf(changes)).toEqual(expected);
});

test("two guides with one address are told of each other", async () => {
  const faults = await faultsOf({
    "practices/other/practice.yaml": practiceYaml,
    "practices/other/en.md": english,
  });

  expect(faults).toEqual([`${EN}:3: the slug start-a-walking-group is that of practices/other/en.md too`]);
});

test("all faults of all files come at once", async () => {
  const faults = await faultsOf({
    [PRACTICE]: practiceYaml.replace("maturity: tried\nlicence: CC-BY-4.0\n", ""),
    [EN]: english.replace(/slug:.*\n/, "").replace(" {#purpose}", ""),
    [FR]: french.replace("[2](#source-2)", "[9](#source-9)"),
  });

  expect(faults.map((fault) => fault.split(":").slice(0, 2).join(":"))).toEqual([
    `${EN}:2`,
    `${EN}:9`,
    `${FR}:7`,
    `${FR}:12`,
    `${PRACTICE}:1`,
    `${PRACTICE}:1`,
  ]);
});

test("a folder that is not there is a fault, not a crash", async () => {
  expect((await readContent("/nowhere/at/all", known)).faults).toEqual(["/nowhere/at/all:1: there is no such folder"]);
});

test("a page is read once, with its sections and its date", async () => {
  const page = await readPage("privacy", "fr");

  expect(page).toMatchObject({ title: "Confidentialité", modifiedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(page.sections.map(({ key }) => key)).toContain("cookies");
  expect(page.html).toContain('<h2 id="s-cookies">');
  expect(await readPage("privacy", "fr")).toBe(page);
});

test("a page that does not exist, or climbs out of its folder, is not found", async () => {
  for (const key of ["imprint", "../practices", "a/b"]) await expect(readPage(key, "en")).rejects.toMatchObject({ status: 404 });
});
