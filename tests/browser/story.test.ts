import { randomUUID } from "node:crypto";

import { expect, inject, test } from "vitest";

import { type Language, otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { begin, type Desk, decide, desk, find, save, submit, write } from "#tests/support/desk";
import { linkIn, mailTo } from "#tests/support/outbox";
import { emailOf, guideText, type Person } from "#tests/support/people";

const comment = { en: "Please say what happens when it rains.", fr: "Dites aussi ce qui se passe quand il pleut." };
const rain = { en: "When it rains, meet in the library.", fr: "Quand il pleut, retrouvez-vous à la bibliothèque." };
const snow = { en: "In winter, take the shorter way round.", fr: "En hiver, prenez le chemin le plus court." };
const successor = { en: "example-tea-and-walk-thursdays", fr: "exemple-les-jeudis-the-et-marche" };

test.each([
  { first: "en", author: "practitioner", javaScript: true },
  { first: "fr", author: "practitioner.b", javaScript: false },
] as const)(
  "a guide is written, reviewed, published, read in both languages and retired ($first first, JavaScript: $javaScript)",
  async ({ first, author: person, javaScript }) => {
    const second = otherLanguage(first);
    const mark = randomUUID().slice(0, 6);
    const titles = { en: `Walk the river path together ${mark}`, fr: `Marcher ensemble le long de la rivière ${mark}` };
    const sit = async (language: Language, as?: Person) => desk(await newPage({ language, as, javaScript }), language);
    const author = await sit(first, person);
    const editor = await sit(first, "editor");
    const visitor = await sit(first);

    await begin(author, titles[first]);
    await write(author, titles[first]);
    if (javaScript) await keepsByItself(author);
    await (javaScript ? previewBeside(author) : previewInNewWindow(author));
    await save(author);
    await submit(author);

    await decide(editor, titles[first], "CHANGES_REQUESTED", comment[first]);
    const asked = await mailTo(emailOf(person), author.t("publishing.mail.changesSubject", { title: titles[first] }));
    expect(asked.text).toContain(comment[first]);
    await author.page.goto(linkIn(asked));
    await author.reads("writing.notice.CHANGES_REQUESTED");
    expect(await author.page.getByText(comment[first]).isVisible()).toBe(true);
    await add(author, rain[first]);
    await submit(author);
    await decide(editor, titles[first], "APPROVED");
    const published = await mailTo(emailOf(person), author.t("publishing.mail.approvedSubject", { title: titles[first] }));

    await find(visitor, titles[first]);
    expect(await visitor.page.getByText(rain[first]).isVisible()).toBe(true);

    await author.page.goto(linkIn(published));
    await author.follow(`practices.work.translate.${second}`);
    await author.press(`writing.translation.begin.${second}`);
    const translator = desk(author.page, second);
    await translator.reads("writing.flash.translated");
    expect(await author.page.locator(`[lang=${first}]`).getByText(rain[first]).isVisible()).toBe(true);
    await write(translator, titles[second]);
    await save(translator);
    await submit(translator);
    await decide(desk(editor.page, second), titles[second], "APPROVED");
    await mailTo(emailOf(person), author.t("publishing.mail.approvedSubject", { title: titles[second] }));

    await switchLanguage(visitor, titles[second]);
    await switchLanguage(desk(visitor.page, second), titles[first]);

    await author.page.goto(pathTo(first, "practiceEdit", { slug: visitor.slug() }));
    await author.reads("writing.notice.live");
    await add(author, snow[first]);
    await submit(author);
    await visitor.page.reload();
    expect(await visitor.page.getByText(rain[first]).isVisible()).toBe(true);
    expect(await visitor.page.getByText(snow[first]).count()).toBe(0);
    await decide(editor, titles[first], "APPROVED");
    await visitor.page.reload();
    expect(await visitor.page.getByText(snow[first]).isVisible()).toBe(true);

    await retire(editor, pathTo(first, "practice", { slug: successor[first] }));
    const gone = await visitor.page.reload();
    expect(gone?.status()).toBe(410);
    expect(await visitor.page.getByText(comment[first]).isVisible()).toBe(true);
    expect(await visitor.page.getByText(rain[first]).count()).toBe(0);
    await visitor.page.getByRole("main").locator(`a[href$="${successor[first]}"]`).click();
    await visitor.page.waitForURL(`**/${successor[first]}`);
  },
  180_000,
);

/** Without being asked to: what was typed is there again after the window was closed. */
async function keepsByItself({ page, reads, field, language }: Desk) {
  await page.locator(".save-state[data-state=saved]").waitFor();
  await page.reload();
  await reads("writing.notice.draftFound");
  expect(await field("publishing.field.body").inputValue()).toBe(guideText(language, "").body);
}

async function previewBeside({ page, t, press }: Desk) {
  await press("writing.edit.preview");
  const preview = page.getByRole("region", { name: t("writing.preview.title") });
  await preview.getByRole("listitem").first().waitFor();
  expect(await preview.getByRole("heading", { level: 2 }).count()).toBeGreaterThan(2);
  await press("writing.preview.close");
  await preview.waitFor({ state: "detached" });
}

async function previewInNewWindow({ page, t, press }: Desk) {
  const [preview] = await Promise.all([page.context().waitForEvent("page"), press("writing.edit.preview")]);
  await preview.getByRole("heading", { level: 1, name: t("writing.preview.title") }).waitFor();
  expect(await preview.getByRole("listitem").count()).toBeGreaterThan(2);
  await preview.close();
}

/** Adds a line to the text, and saves it. */
async function add(at: Desk, line: string) {
  const body = at.field("publishing.field.body");
  await body.fill(`${await body.inputValue()}\n\n${line}`);
  await save(at);
}

async function switchLanguage({ page, language, t }: Desk, title: string) {
  await page
    .getByRole("banner")
    .getByRole("link", { name: t("site.otherLanguageLabel") })
    .click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe(otherLanguage(language));
}

async function retire({ page, language, ...at }: Desk, successor: string) {
  await at.follow("practices.work.retire");
  await at.field("practices.retirement.reason").fill(comment[language]);
  await at.field("practices.retirement.successor").fill(inject("portalUrl") + successor);
  await at.press("practices.retirement.submit");
  await at.reads("practices.retirement.done");
}
