import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";

import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import type { Person } from "#tests/support/people";
import { type Place, reply, thread } from "#tests/support/threads";

const GUIDE = { en: "example-tea-and-walk-thursdays", fr: "exemple-les-jeudis-the-et-marche" };
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

// Without a script, on a phone, in both languages: what is not played in forums.test.ts.
describe.each([
  ["en", "practitioner", "steward"],
  ["fr", "practitioner.b", "editor"],
] as const)("every part of the forums, by plain forms on a phone (%s)", (language, writer, other) => {
  const words = (en: string, fr: string) => ({ en, fr })[language];

  test("a poll, a spoiler, a table, a picture and a file", async () => {
    const at = await phone(writer, language);
    const { page, t } = at;
    await page.goto(await aNewThread(at));
    const title = words("Which day suits a shared lunch?", "Quel jour pour un dîner partagé ?");
    await page.locator("[name=title]").fill(title);
    await page
      .locator("#composer-body")
      .fill(`[spoiler]\n${words("It is soup.", "C’est une soupe.")}\n[/spoiler]\n\n| A | B |\n| --- | --- |\n| 1 | 2 |`);
    await page.locator("[name=files]").setInputFiles([
      { name: "soup.png", mimeType: "image/png", buffer: PICTURE },
      { name: "menu.pdf", mimeType: "application/pdf", buffer: PDF },
    ]);
    await page.locator(".composer-poll > summary").click();
    await page.locator("[name=pollQuestion]").fill(words("The day?", "Le jour ?"));
    await page.locator("[name=pollOptions]").fill(words("Monday\nFriday", "Lundi\nVendredi"));
    await page.getByRole("button", { name: t("posting.composer.send.THREAD") }).click();

    const first = post(page, 1);
    await first.locator("details.spoiler > summary").click();
    await first.getByText(words("It is soup.", "C’est une soupe.")).waitFor();
    expect(await first.locator(".post-body table").count()).toBe(1);
    const picture = first.locator(".post-body img");
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1);
    expect(await first.locator(".post-files a").textContent()).toBe("menu.pdf");
    const place = placeOf(page);

    const voter = await phone(other, language);
    await voter.page.goto(pathTo(language, "thread", place));
    expect(await post(voter.page, 1).locator(".poll-votes").count()).toBe(0);
    await post(voter.page, 1).getByLabel(words("Friday", "Vendredi")).check();
    await post(voter.page, 1)
      .getByRole("button", { name: voter.t("polls.poll.vote"), exact: true })
      .click();
    expect(await post(voter.page, 1).locator(".poll-votes").allTextContents()).toHaveLength(2);
    await page.goto(pathTo(language, "thread", place));
    await first.getByRole("button", { name: t("polls.poll.close") }).click();
    await first.getByText(t("polls.poll.closedAt")).waitFor();
    expect(await first.locator(".poll input").count()).toBe(0);
    await fits(page);
  });

  test("a change, a post that everyone edits, a bookmark, a removal and its way back", async () => {
    const place = await thread(writer, language, words("What do you bring along?", "Qu’apportez-vous ?"), words("A flask.", "Un thermos."));
    const at = await phone(writer, language);
    const { page, t } = at;
    await page.goto(pathTo(language, "thread", place));
    await openMore(post(page, 1));
    await post(page, 1).locator("[data-key=e]").click();
    await page.locator("#composer-body").fill(words("A flask and two cups.", "Un thermos et deux tasses."));
    await page.getByRole("button", { name: t("posting.composer.send.EDIT") }).click();
    await post(page, 1).getByText(words("two cups", "deux tasses")).waitFor();
    await openMore(post(page, 1));
    await post(page, 1)
      .getByRole("button", { name: t("polls.wiki.open") })
      .click();
    await at.reads("polls.wiki.opened");

    const guest = await phone(other, language);
    await guest.page.goto(pathTo(language, "thread", place));
    await openMore(post(guest.page, 1));
    await post(guest.page, 1).locator("[data-key=e]").click();
    await guest.page.locator("#composer-body").fill(words("A flask and three cups.", "Un thermos et trois tasses."));
    await guest.page.getByRole("button", { name: t("posting.composer.send.EDIT") }).click();
    await post(guest.page, 1).locator(".post-edited").click();
    await guest.page.locator("ins, del").first().waitFor();
    await fits(guest.page);

    await guest.page.goto(pathTo(language, "thread", place));
    await post(guest.page, 1).locator("[data-key=b]").click();
    await post(guest.page, 1).locator("details.bookmark > summary").click();
    await post(guest.page, 1).locator("[name=note]").fill(words("For Thursday", "Pour jeudi"));
    await post(guest.page, 1)
      .getByRole("button", { name: t("polls.bookmark.save") })
      .click();
    await guest.page.goto(pathTo(language, "bookmarks"));
    await guest.page.getByText(words("For Thursday", "Pour jeudi")).waitFor();

    await reply(writer, language, place, words("And biscuits.", "Et des biscuits."));
    await page.goto(pathTo(language, "thread", place));
    await openMore(post(page, 2));
    await post(page, 2)
      .getByRole("link", { name: t("forums.post.removePost", { number: 2 }) })
      .click();
    await page.locator("main form button").first().click();
    await post(page, 2).getByText(t("forums.post.removed")).waitFor();
    await post(page, 2)
      .getByRole("button", { name: t("forums.post.restore") })
      .click();
    await post(page, 2).getByText(words("And biscuits.", "Et des biscuits.")).waitFor();
  });

  test("a keeper renames, locks, pins, moves, splits, merges and archives, and removes nothing by a button", async () => {
    const title = words("Chairs for the park", "Des chaises pour le parc");
    const place = await thread(writer, language, title, words("Which ones?", "Lesquelles ?"));
    await reply(other, language, place, words("Folding ones.", "Des pliantes."));
    await reply(writer, language, place, words("And tables?", "Et des tables ?"));
    const at = await phone("admin", language);
    const { page } = at;
    const open = (what: Place = place) => page.goto(pathTo(language, "thread", what));

    await open();
    await tool(at, "rename");
    await page.locator("[name=title]").fill(`${title} (2)`);
    await at.press("threads.rename.submit");
    await at.reads("threads.flash.renamed");
    for (const [act, said] of [
      ["lock", "locked"],
      ["unlock", "unlocked"],
      ["pin", "pinned"],
      ["unpin", "unpinned"],
      ["archive", "archived"],
      ["reopen", "reopened"],
    ] as const) {
      await open();
      await tool(at, act);
      await at.reads(`threads.flash.${said}`);
    }

    await open();
    await tool(at, "move");
    await page.locator("[name=category]:not(:checked)").nth(2).check();
    await at.press("threads.move.submit");
    await at.reads("threads.flash.moved");

    await open();
    await tool(at, "split");
    await page
      .locator(".split-posts .choice", { hasText: words("And tables?", "Et des tables ?") })
      .getByRole("checkbox")
      .check();
    await page.locator("[name=title]").fill(words("Tables for the park", "Des tables pour le parc"));
    await at.press("threads.split.submit");
    await at.reads("threads.flash.split");
    const tables = placeOf(page);
    expect(tables.id).not.toBe(place.id);
    // The old address of the post leads to its new place.
    await page.goto(pathTo(language, "post", { ...place, number: 3 }));
    expect(page.url()).toContain(tables.id);

    await tool(at, "merge");
    await page.locator("main [name=q]").fill(title);
    await page.locator("main [name=q]").press("Enter");
    await page.locator(`main a[href*="into=${place.id}"]`).click();
    await at.press("threads.merge.submit");
    await at.reads("threads.flash.merged");
    await open(tables);
    expect(page.url()).toContain(place.id);

    // What others said is taken away by a decision alone, not by a button.
    expect(await page.locator(`main a[href*="${pathTo(language, "threadRemoval", place)}"]`).count()).toBe(0);
    await fits(page);
  });

  test("an administrator runs categories, and a steward a space that others do not see", async () => {
    const admin = await phone("admin", language);
    const name = words("Kitchen talk", "Propos de cuisine");
    await admin.page.goto(pathTo(language, "newCategory"));
    await admin.page.locator("[name=nameEn]").fill(`${name} en`);
    await admin.page.locator("[name=nameFr]").fill(`${name} fr`);
    await admin.page.locator("main form button").last().click();
    await admin.reads("threads.categories.flash.opened");
    await admin.page.goto(pathTo(language, "forums"));
    await admin.page.getByRole("link", { name: `${name} ${language}` }).click();
    await admin.page.getByRole("heading", { level: 1, name: `${name} ${language}` }).waitFor();

    const steward = await phone("steward", language);
    await steward.page.goto(pathTo(language, "organizations", { q: "Riverside" }));
    const slug = await slugOfRiverside(steward.page, language);
    await steward.page.goto(pathTo(language, "newSpace", { slug }));
    await steward.page.locator("[name=nameEn]").fill(`${name} team en`);
    await steward.page.locator("[name=nameFr]").fill(`${name} team fr`);
    await steward.page.locator("main form button").last().click();
    await steward.reads("threads.spaces.flash.opened");
    await steward.page.goto(pathTo(language, "forums"));
    const space = steward.page.getByRole("link", { name: `${name} team ${language}` });
    const address = (await space.getAttribute("href")) ?? "";
    for (const stranger of [undefined, "practitioner.b", "admin"] as const) {
      const { page } = await phone(stranger, language);
      await page.goto(pathTo(language, "forums"));
      expect(await page.locator("body").textContent()).not.toContain(`${name} team`);
      expect((await page.goto(address))?.status()).toBe(404);
    }
  });

  test("a discussion of a guide, and words from it that are proposed, taken up and put aside again", async () => {
    const guide = { slug: GUIDE[language] };
    const at = await phone("member", language);
    const { page } = at;
    await page.goto(pathTo(language, "practice", guide));
    await page.goto(pathTo(language, "practiceDiscussion", guide));
    const said = words("Say at the door that one may leave at any time.", "Dites à la porte que l’on peut partir à tout moment.");
    await page.locator("#composer-body").fill(said);
    await page.locator("form.composer button[type=submit]:not([formaction])").click();
    await page.locator(".post-body", { hasText: said }).first().waitFor();
    const mine = page.locator(".post", { has: page.locator(".post-body", { hasText: said }) }).last();
    await openMore(mine);
    await mine.getByRole("link", { name: at.t("suggestions.post.propose") }).click();
    if (await page.locator("[name=guide][type=radio]").count()) {
      await page.locator("[name=guide]").first().check();
      await at.press("suggestions.proposal.choose");
    }
    await at.press("suggestions.proposal.submit");
    await at.reads("suggestions.flash.proposed");

    const author = await phone("practitioner", language);
    await author.page.goto(pathTo(language, "practiceSuggestions", guide));
    await author.page.locator(".quoted", { hasText: said }).waitFor();
    const card = author.page.locator("li.card", { hasText: said });
    await card.getByRole("button", { name: author.t("suggestions.guide.take") }).click();
    expect(await author.page.locator("textarea[name=body]").inputValue()).toContain(said);
    const discard = author.page.locator(`form[action="${pathTo(language, "practiceDraftRemoval", guide)}"]`);
    await author.page.locator("details", { has: discard }).locator("summary").click();
    await discard.getByRole("button").click();
    await page.goto(pathTo(language, "practiceDiscussion", guide));
    await page
      .locator(".post", { hasText: said })
      .getByRole("link", { name: words("Example: Tea-and-walk Thursdays", "Exemple") })
      .first()
      .waitFor();
  });
});

const phone = async (as: Person | undefined, language: Language): Promise<Desk> =>
  desk(await newPage({ ...(as ? { as } : {}), language, javaScript: false, width: 390, height: 844 }), language);

const post = (page: Page, number: number): Locator => page.locator(`#post-${number}`);

const openMore = (article: Locator) => article.locator(".post-more > summary").click();

type Tool = "rename" | "move" | "merge" | "split" | "lock" | "unlock" | "pin" | "unpin" | "archive" | "reopen";

/** Chooses something from the menu of those who keep a thread. */
async function tool({ page, t }: Desk, label: Tool) {
  const name = t(`threads.tools.${label}`);
  await page.locator(".thread-tools > summary").click();
  await page
    .locator(".thread-tools .menu-item", { hasText: name })
    .filter({ hasText: new RegExp(`^${name}$`) })
    .click();
}

/** The page on which this person begins a thread in the second category. */
async function aNewThread({ page, language }: Desk): Promise<string> {
  await page.goto(pathTo(language, "forums"));
  return (await page.locator(".start-panel a").nth(1).getAttribute("href")) ?? "";
}

async function slugOfRiverside(page: Page, language: Language): Promise<string> {
  const href = await page.locator('main a[href*="riverside"]:not([href*="?"])').first().getAttribute("href");
  return (href ?? "").replace(pathTo(language, "organization", { slug: "" }), "");
}

async function fits(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}

function placeOf(page: Page): Place {
  const [, , , id = "", slug = ""] = new URL(page.url()).pathname.split("/");
  return { id, slug };
}
