import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import { tabTo } from "#tests/support/keyboard";
import type { Person } from "#tests/support/people";
import { reply, thread } from "#tests/support/threads";

test("two people talk side by side, in two languages: ask, quote, thank, accept, follow, and find what is unread", async () => {
  const priya = desk(await newPage({ as: "practitioner" }), "en");
  const eloise = desk(await newPage({ as: "practitioner.b", language: "fr" }), "fr");
  await ask(priya, "How do you greet people on a first walk?", "We meet at the bus stop, and some turn round when they see a group.");
  const place = placeOf(priya.page);

  await eloise.page.goto(pathTo("fr", "threads", { list: "new" }));
  await eloise.page.getByRole("link", { name: "How do you greet people on a first walk?" }).first().click();
  expect(await eloise.page.locator("h1").getAttribute("lang")).toBe("en");
  await post(eloise.page, 1).locator("[data-key=q]").click();
  await until(
    eloise.page,
    () => document.querySelector<HTMLTextAreaElement>("#composer-body")?.value.includes("> We meet at the bus stop") ?? false,
  );
  await eloise.page.locator("#composer-body").press("ControlOrMeta+End");
  await eloise.page.keyboard.type("Chez nous, deux personnes arrivent plus tôt.");
  await send(eloise.page, "Chez nous, deux personnes");

  // The other one has not reloaded the page.
  await post(priya.page, 2).getByText("Chez nous, deux personnes").waitFor();
  expect(await post(priya.page, 2).locator(".post-body").getAttribute("lang")).toBe("fr");
  expect(await post(priya.page, 2).locator("blockquote").textContent()).toContain("We meet at the bus stop");
  await post(priya.page, 2).locator("[data-key=l]").click();
  await post(priya.page, 2).locator("[data-key=l][aria-pressed=true]").waitFor();
  await post(priya.page, 2)
    .getByRole("button", { name: priya.t("polls.answer.accept") })
    .click();
  await priya.reads("polls.answer.accepted");
  await priya.page.locator(".thread-answer").waitFor();
  expect(await priya.page.locator(".thread-answer a").getAttribute("href")).toBe(pathTo("en", "post", { ...place, number: 2 }));

  await eloise.page.goto(pathTo("fr", "thread", place));
  await eloise.page.locator(".thread-answer").waitFor();
  await choose(eloise, "WATCHING");
  await reply("practitioner", "en", place, "Thank you! We shall try that on Thursday.");

  await eloise.page.goto(pathTo("fr", "threads", { list: "unread" }));
  await rowOf(eloise.page, place.id).locator(".badge-accent").click();
  await eloise.page.waitForURL(/#post-3$/);
  await eloise.page.getByText("We shall try that on Thursday.").waitFor();
  // Having seen it is enough: it is read on every device, once one has left the page.
  await eloise.page.goto(pathTo("fr", "forums"));
  const phone = await newPage({ as: "practitioner.b", language: "fr", width: 390 });
  await expect
    .poll(
      async () => {
        await phone.goto(pathTo("fr", "threads", { list: "unread" }));
        return rowOf(phone, place.id).count();
      },
      { timeout: 45_000, interval: 2_000 },
    )
    .toBe(0);
});

test.each([
  ["en", "member"],
  ["fr", "practitioner.b"],
] as const)("all of it works without JavaScript, on a phone (%s)", async (language, person) => {
  const question = language === "en" ? "Who has a form for a first talk?" : "Qui a une fiche pour un premier entretien ?";
  const answer = { en: "We write three lines, and read them aloud.", fr: "Nous écrivons trois lignes, et les lisons à voix haute." }[
    language
  ];
  const asker = desk(await newPage({ as: person, language, javaScript: false, width: 390, height: 844 }), language);
  await ask(asker, question, language === "en" ? "Ours has four pages." : "La nôtre a quatre pages.");
  const place = placeOf(asker.page);
  await reply("editor", otherLanguage(language), place, answer);

  await asker.page.goto(pathTo(language, "thread", place));
  await post(asker.page, 2).locator("[data-key=q]").click();
  const body = asker.page.locator("#composer-body");
  expect(await body.inputValue()).toContain(`> ${answer}`);
  await body.fill(`${await body.inputValue()}\n\n${language === "en" ? "May we use them?" : "Pouvons-nous les reprendre ?"}`);
  await asker.press("posting.composer.preview");
  await asker.page.locator("blockquote").getByText(answer).waitFor();
  await asker.press("posting.composer.send.REPLY");
  await post(asker.page, 3).waitFor();

  await post(asker.page, 2).locator("[data-key=l]").click();
  expect(await post(asker.page, 2).locator("[data-key=l]").getAttribute("aria-pressed")).toBe("true");
  await post(asker.page, 2)
    .getByRole("button", { name: asker.t("polls.answer.accept") })
    .click();
  await asker.reads("polls.answer.accepted");
  await choose(asker, "TRACKING");
  await asker.press("notifications.reading.here");
  await asker.reads("notifications.reading.noted");

  await reply("editor", otherLanguage(language), place, language === "en" ? "Bien sûr, prenez-les." : "Of course, take them.");
  await asker.page.goto(pathTo(language, "threads", { list: "unread" }));
  await rowOf(asker.page, place.id).locator(".badge-accent").click();
  await asker.page.waitForURL(/#post-4$/);
  await asker.press("notifications.reading.here");
  await asker.page.goto(pathTo(language, "threads", { list: "unread" }));
  expect(await rowOf(asker.page, place.id).count()).toBe(0);
  expect(await asker.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("a thread is begun and answered with the keyboard alone", async () => {
  const { page, t } = desk(await newPage({ as: "steward" }), "en");
  await page.goto(pathTo("en", "forums"));
  await tabTo(page, page.locator(".start-thread summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator(".start-panel a").nth(1));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/new$/);
  await tabTo(page, page.locator("[name=title]"));
  await page.keyboard.type("Which chairs do you bring outdoors?");
  await tabTo(page, page.locator("#composer-body"));
  await page.keyboard.type("Ours are heavy, and the park has none.");
  await tabTo(page, page.getByRole("button", { name: t("posting.composer.send.THREAD") }));
  await page.keyboard.press("Enter");
  await post(page, 1).getByText("Ours are heavy").waitFor();

  await tabTo(page, page.locator("#composer-body"));
  await page.keyboard.type("Folding ones, by the way.");
  await tabTo(page, page.getByRole("button", { name: t("posting.composer.send.REPLY") }));
  await page.keyboard.press("Enter");
  await post(page, 2).getByText("Folding ones").waitFor();
});

test("the second click makes no second post, and a thread that was locked meanwhile keeps what one typed", async () => {
  const place = await thread("member", "en", "How long is a good first call?", "Ours takes a quarter of an hour.");
  const { page, t } = desk(await newPage({ as: "practitioner", javaScript: false }), "en");
  await page.goto(pathTo("en", "thread", place));
  await page.locator("#composer-body").fill("Twenty minutes, and a cup of tea.");
  await page.getByRole("button", { name: t("posting.composer.send.REPLY") }).dblclick();
  await post(page, 2).waitFor();
  expect(await page.locator(".post-body", { hasText: "Twenty minutes" }).count()).toBe(1);

  await page.locator("#composer-body").fill("And what do you ask first?");
  await lock("admin", place);
  await page.getByRole("button", { name: t("posting.composer.send.REPLY") }).click();
  expect(await page.locator("textarea").first().inputValue()).toContain("And what do you ask first?");
  await page.getByText(t("posting.closed.locked")).first().waitFor();
});

/** Begins a thread, from the home page on. */
async function ask({ page, language, t }: Desk, title: string, body: string) {
  await page.goto(pathTo(language, "home"));
  if (await page.locator(".menu-site > summary").isVisible()) await page.locator(".menu-site > summary").click();
  await page
    .getByRole("navigation", { name: t("site.navigation") })
    .getByRole("link", { name: t("site.pages.forums"), exact: true })
    .filter({ visible: true })
    .click();
  await page.locator(".start-thread > summary").click();
  await page.locator(".start-panel a").nth(1).click();
  await page.locator("[name=title]").fill(title);
  await page.locator("#composer-body").fill(body);
  await page.getByRole("button", { name: t("posting.composer.send.THREAD") }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

async function send(page: Page, words: string) {
  await page.locator("form.composer button[type=submit]:not([formaction])").click();
  await page.locator(".post-body").getByText(words).first().waitFor();
}

async function choose({ page, t }: Desk, level: "WATCHING" | "TRACKING") {
  const form = page.locator("form.follow-form");
  await form.getByRole("combobox").selectOption(level);
  await form.getByRole("button").click();
  await page.waitForLoadState();
  await page.getByRole("combobox", { name: t("notifications.follow.label") }).waitFor();
  expect(await page.locator("form.follow-form select").inputValue()).toBe(level);
}

async function lock(keeper: Person, place: { id: string; slug: string }) {
  const page = await newPage({ as: keeper });
  await page.goto(pathTo("en", "thread", place));
  const form = page.locator(`form[action="${pathTo("en", "threadLock", place)}"]`);
  await form.evaluate((element) => (element as HTMLFormElement).submit());
  await page.waitForLoadState();
}

const post = (page: Page, number: number): Locator => page.locator(`#post-${number}`);

const rowOf = (page: Page, id: string): Locator => page.locator(`.thread-row[data-thread="${id}"]`);

const until = (page: Page, isSo: () => boolean) => page.waitForFunction(isSo);

function placeOf(page: Page): { id: string; slug: string } {
  const [, , , id = "", slug = ""] = new URL(page.url()).pathname.split("/");
  return { id, slug };
}
