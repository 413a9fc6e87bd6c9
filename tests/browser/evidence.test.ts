import { randomUUID } from "node:crypto";

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { type Desk, decide, desk, save, submit } from "#tests/support/desk";
import { get } from "#tests/support/people";

const bibliography = `@article{walk2021,
  title = {Walking and company},
  author = {Doe, Jane and van der Berg, Anna},
  journal = {An invented journal},
  year = {2021},
  doi = {10.1000/walking-company}
}

@article{broken2020,
  title = {A title that never ends,
  year = 2020

@report{tea2019,
  title = {Thé et marche},
  author = {{Organisme inventé}},
  year = {2019}
}
`;

const words = {
  en: {
    summary: "An invented answer: walking in company may help some people, and nobody has studied it well.",
    message: "People who walked in company said that they felt better",
    later: "A later study did not find this.",
    outcome: "Feeling better",
    effect: "Somewhat better, in an invented study",
    other: "None. This is an example for a test.",
  },
  fr: {
    summary: "Une réponse inventée : marcher en compagnie aide peut-être certaines personnes, et nul ne l’a bien étudié.",
    message: "Les gens qui ont marché en compagnie ont dit se sentir mieux",
    later: "Une étude plus récente ne l’a pas constaté.",
    outcome: "Se sentir mieux",
    effect: "Un peu mieux, dans une étude inventée",
    other: "Aucun. Ceci est un exemple pour un essai.",
  },
};

test("a summary is written with imported references, reviewed by another researcher, read in both languages, cited, revised, and its first version stands", async () => {
  const mark = randomUUID().slice(0, 6);
  const titles = { en: `Walking in company ${mark}`, fr: `Marcher en compagnie ${mark}` };
  const rowan = desk(await newPage({ language: "en", as: "researcher" }), "en");
  const camille = desk(await newPage({ language: "en", as: "researcher.b" }), "en");
  const visitor = desk(await newPage({ language: "en", javaScript: false }), "en");

  await begin(rowan, titles.en);
  await bringReferences(rowan);
  await write(rowan, "en");
  await submit(rowan);

  // One's own work is not one's own to review.
  await rowan.page.goto(pathTo("en", "summaryReview", { slug: await slugOf(rowan.page) }));
  expect(await rowan.page.getByRole("radio").count()).toBe(0);
  await decide(camille, titles.en, "APPROVED");

  await visitor.page.goto(pathTo("en", "summaries", { q: mark }));
  await visitor.page.getByRole("main").getByRole("link", { name: titles.en, exact: true }).click();
  await visitor.page.getByRole("heading", { level: 1, name: titles.en }).waitFor();
  const address = new URL(visitor.page.url()).pathname;
  const slug = address.split("/").at(-1) ?? "";
  expect(await visitor.page.getByRole("cell", { name: words.en.effect }).count()).toBe(1);
  expect(await visitor.page.locator("#source-1").textContent()).toContain("Doe, J., & van der Berg, A. (2021)");
  expect(await visitor.page.locator('link[rel="modulepreload"]').count()).toBe(0); // nothing of the framework

  await rowan.page.goto(pathTo("en", "summaryTranslation", { slug }));
  await rowan.press("writing.translation.begin.fr");
  const translator = desk(rowan.page, "fr");
  await translator.reads("writing.flash.translated");
  await translator.field("publishing.field.title").fill(titles.fr);
  await write(translator, "fr");
  await submit(translator);
  await decide(desk(camille.page, "fr"), titles.fr, "APPROVED");

  await visitor.page.reload();
  await visitor.page
    .getByRole("banner")
    .getByRole("link", { name: visitor.t("site.otherLanguageLabel") })
    .click();
  await visitor.page.getByRole("heading", { level: 1, name: titles.fr }).waitFor();
  expect(await visitor.page.getByText(words.fr.message).first().isVisible()).toBe(true);

  await visitor.page.goto(address);
  await visitor.follow("citing.block.more");
  const first = pathTo("en", "summaryVersion", { slug, number: 1 });
  expect(await visitor.page.locator(`a[href$="${first}"]`).count()).toBeGreaterThan(0);
  const file = await get(pathTo("en", "summaryVersionCitation", { slug, number: 1, format: "bibtex" }));
  expect(file.headers.get("Content-Disposition")).toContain(".bib");
  expect(await file.text()).toContain(titles.en);

  await rowan.page.goto(pathTo("en", "summaryEdit", { slug }));
  const body = rowan.field("publishing.field.body");
  await body.fill((await body.inputValue()).replaceAll(words.en.message, words.en.later));
  await save(rowan);
  await submit(rowan);
  await decide(camille, titles.en, "APPROVED");

  await visitor.page.goto(address);
  expect(await visitor.page.getByText(words.en.later).count()).toBeGreaterThan(0);
  expect(await visitor.page.getByText(words.en.message).count()).toBe(0);
  const old = await visitor.page.goto(first);
  expect(old?.status()).toBe(200);
  expect(await visitor.page.getByText(words.en.message).count()).toBeGreaterThan(0);
  await visitor.page.getByRole("link", { name: visitor.t("citing.page.read") }).click();
  await visitor.page.waitForURL(`**${address}`);
}, 240_000);

/** Begins a summary from the page of one's own. */
async function begin({ page, language, ...at }: Desk, title: string) {
  await page.goto(pathTo(language, "summaryMine"));
  await page
    .getByRole("link", { name: at.t("ofSummary.writing.mine.begin") })
    .or(page.getByRole("link", { name: at.t("ofSummary.writing.mine.beginFirst") }))
    .first()
    .click();
  await at.field("publishing.field.title").fill(title);
  await at.press("ofSummary.writing.new.begin");
  await at.reads("writing.flash.begun");
}

/** Pastes a bibliography with one broken entry: the fault is told, and the others are taken over. */
async function bringReferences({ page, language, press, t }: Desk) {
  const slug = await slugOf(page);
  await page.goto(pathTo(language, "referenceImports", { slug }));
  await page.locator("textarea[name=text]").fill(bibliography);
  await press("references.import.submit");
  await page.getByRole("heading", { level: 1, name: t("references.import.previewTitle") }).waitFor({ timeout: 30_000 });
  expect(await page.locator("input[name=chosen]:checked").count()).toBe(2);
  expect(await page.getByText(t("references.import.cannot"), { exact: true }).count()).toBe(1);
  await press("references.import.accept");
  await page.waitForURL((url) => url.pathname.endsWith("/references"));
  expect(await page.getByText("[@walk2021]").or(page.getByText("[@doe2021]")).count()).toBeGreaterThan(0);
  await page.goto(pathTo(language, "summaryEdit", { slug }));
}

/** Fills in what a summary needs, and saves it. */
async function write(at: Desk, language: Language) {
  const { page } = at;
  const own = words[language];
  const key = (await page.content()).match(/\b(?:walk|doe)2021\b/)?.[0] ?? "doe2021";
  await page.locator("[name=summary]").fill(own.summary);
  for (const name of ["picoPopulation", "picoIntervention", "picoComparison", "picoOutcomes", "funding", "conflicts"])
    await page.locator(`[name=${name}]`).fill(own.other);
  await page.locator("[name=evidenceUpTo]").fill("2024-05");
  await page.locator("[name=studyTypes][value=qualitative]").check();
  await page.locator("[name=findingOutcome]").first().fill(own.outcome);
  await page.locator("[name=findingEffect]").first().fill(own.effect);
  await page.locator("[name=findingReferences]").first().fill(key);
  const body = at.field("publishing.field.body");
  await body.fill(`## ${own.outcome} {#key-messages}\n\n${`- ${own.message} [@${key}].\n`.repeat(8)}`);
  await page.locator("[name=topics][value=social-connection]").check();
  await save(at);
}

const slugOf = async (page: Page) => new URL(page.url()).pathname.split("/")[3] ?? "";
