import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";

import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";
import type { Person } from "#tests/support/people";
import { beginning, type Place, reply, thread } from "#tests/support/threads";

const field = (page: Page) => page.locator("#composer-body");

const status = (page: Page) => page.locator(".composer-status");

/** Waits until the portal has what was typed. */
const kept = (page: Page) => page.locator(".composer-status[data-state=saved]").waitFor();

async function open(person: Person, place: Place, language: Language = "en") {
  const at = desk(await newPage({ as: person, language }), language);
  await at.page.goto(pathTo(language, "thread", place));
  await at.page.locator("[role=toolbar]").waitFor();
  return at;
}

test("a post is quoted whole, and in part with the keyboard; the reply names whom it answers", async () => {
  const place = await thread(
    "practitioner",
    "en",
    "Which walk suits beginners?",
    "We look for a **short** walk.\n\nIt must be near a bus stop.",
  );
  const { page, t } = await open("practitioner.b", place);

  await page.locator("#post-1 [data-key=q]").click();
  await page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>("#composer-body")?.value.includes("> We look for a **short** walk."),
  );
  expect(await field(page).inputValue()).toMatch(
    /^> \[Priya Raman \(example\), #1\]\(\/en\/posts\/[0-9a-f-]{36}\)\n>\n> We look for a \*\*short\*\* walk\.\n>\n> It must/,
  );

  await page.evaluate(() => {
    const words = document.querySelector("#post-1 .post-body p:last-of-type")?.firstChild as Text;
    getSelection()?.setBaseAndExtent(words, 0, words, 12);
    (document.activeElement as HTMLElement).blur();
  });
  await page.getByRole("button", { name: t("composer.form.quoteChosen"), exact: true }).waitFor();
  await page.keyboard.press("q");
  expect(await field(page).inputValue()).toMatch(/>\n> It must be n\n\n$/);

  await field(page).pressSequentially("The river walk does.");
  await page.keyboard.press("Control+Enter");
  const answer = page.locator("#post-2");
  await answer.waitFor();
  expect(await answer.locator("blockquote").count()).toBe(2);
  expect(await answer.locator("blockquote strong").first().textContent()).toBe("short");
});

test("names and titles are completed with the keyboard alone, and Escape leaves them alone", async () => {
  await thread("practitioner", "en", "Snowshoes for a winter group", "Where do you borrow them?");
  const { page } = await open("practitioner.b", await thread("practitioner", "en", "Who joins us on Friday?", "We meet at noon."));
  await field(page).pressSequentially("Ask @priy");
  await page.locator("[role=option]").first().waitFor();
  expect(await field(page).getAttribute("aria-activedescendant")).toBe("composer-option-0");
  await page.keyboard.press("Enter");
  expect(await field(page).inputValue()).toMatch(/^Ask @priya-raman[\w-]* $/);

  await field(page).pressSequentially("about #snowsh");
  await page.locator("[role=option]").first().waitFor();
  await page.keyboard.press("Tab");
  expect(await field(page).inputValue()).toMatch(/about \[Snowshoes for a winter group\]\(\/en\/threads\/[^)]+\) $/);

  await field(page).pressSequentially("and @sam");
  await page.locator("[role=option]").first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  expect(await field(page).inputValue()).toMatch(/and @sam\n$/);
});

test("what was typed is there again after the browser was closed, on any device", async () => {
  const place = await thread("practitioner", "en", "What do you tell doctors?", "One page, or more?");
  const first = await open("practitioner.b", place);
  await field(first.page).pressSequentially("One page is what they read.");
  await kept(first.page);
  expect(await status(first.page).textContent()).toMatch(/^Saved /);
  await first.page.context().close();

  const second = await open("practitioner.b", place);
  expect(await field(second.page).inputValue()).toBe("One page is what they read.");
  expect(await status(second.page).textContent()).toMatch(/^Your draft from /);
});

test("a form with words is not closed without a question: keep editing, keep the draft, or discard it", async () => {
  const path = await beginning("practitioner.b", "en");
  const { page, t } = desk(await newPage({ as: "practitioner.b" }), "en");
  await page.goto(path);
  await page.locator("[role=toolbar]").waitFor();
  await page.locator("[name=title]").fill("A title that waits");
  await field(page).fill("Words that wait.");
  const close = page.locator("[data-composer-close]");
  const dialog = page.getByRole("dialog", { name: t("composer.form.closeTitle") });

  await close.click();
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  expect(await field(page).inputValue()).toBe("Words that wait.");
  expect(await close.evaluate((link) => link === document.activeElement)).toBe(true);

  await close.click();
  await dialog.getByRole("button", { name: t("composer.form.keep") }).click();
  await page.waitForURL((url) => url.pathname !== path);
  await page.goto(pathTo("en", "forumDrafts"));
  await page
    .getByRole("link", { name: /A title that waits/ })
    .first()
    .click();
  expect(await field(page).inputValue()).toBe("Words that wait.");

  await close.click();
  await dialog.getByRole("button", { name: t("composer.form.discard") }).click();
  await dialog.waitFor({ state: "detached" });
  await page.waitForLoadState();
  await page.goto(pathTo("en", "forumDrafts"));
  expect(await page.getByText("A title that waits").count()).toBe(0);
});

test("a picture is pasted, stands in the preview, and another kind of file is refused in words", async () => {
  const { page, t } = await open("practitioner", await thread("practitioner", "en", "How does your poster look?", "Show us."));
  await field(page).pressSequentially("Like this:");
  await field(page).evaluate(async (area) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 30 });
    canvas.getContext("2d")?.fillRect(0, 0, 20, 30);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([picture as Blob], "poster.png", { type: "image/png" }));
    clipboardData.items.add(new File(["GIF89a"], "dance.gif", { type: "image/gif" }));
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByText(t("composer.form.wrongType")).first().waitFor();
  await page.waitForFunction(() =>
    /!\[[^\]]*\]\(\/files\//.test(document.querySelector<HTMLTextAreaElement>("#composer-body")?.value ?? ""),
  );
  expect(await field(page).inputValue()).toMatch(/^Like this:\n!\[\]\(\/files\/[^)]+\)\n$/);

  await page.getByRole("tab", { name: t("composer.form.preview") }).click();
  const picture = page.locator(".composer-drawn img");
  await picture.waitFor();
  await picture.evaluate((image: HTMLImageElement) => image.decode());
  await page.keyboard.press("ArrowLeft");
  expect(await field(page).isVisible()).toBe(true);
});

describe("keys", () => {
  test("lead from post to post, act on the one in hand, and are switched off where someone wants them off", async () => {
    const place = await thread("practitioner", "en", "Which songs do people sing?", "We begin with old ones.");
    await reply("practitioner", "en", place, "And with rounds.");
    const { page, t } = await open("practitioner.b", place);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("post-2");

    await page.keyboard.press("r");
    expect(await field(page).evaluate((area) => area === document.activeElement)).toBe(true);
    await page.keyboard.type("jk?");
    expect(await field(page).inputValue()).toBe("jk?");
    await field(page).fill("");
    await kept(page);

    await field(page).blur();
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: t("composer.quick.help.title") });
    await help.getByLabel(t("composer.quick.help.use")).uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.keyboard.press("/");
    expect(await help.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).not.toBe("search");

    await page.reload();
    await page.getByRole("button", { name: t("composer.quick.help.open") }).click();
    await help.getByLabel(t("composer.quick.help.use")).check();
    await help.getByRole("button", { name: t("composer.quick.close") }).click();
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");

    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await page.waitForURL(`**${pathTo("en", "forums")}`);
  });
});

test("thanks are given without leaving the page, and the focus stays where it was", async () => {
  const { page } = await open("practitioner.b", await thread("practitioner", "en", "Who brings the tea?", "I do."));
  await page.evaluate(() => {
    document.title = "still here";
  });
  const thanks = page.locator("#post-1 [data-key=l]");
  await thanks.focus();
  await page.keyboard.press("Enter");
  await page.locator("#post-1 [data-key=l][aria-pressed=true]").waitFor();

  expect(await page.title()).toBe("still here");
  expect(await thanks.evaluate((button) => button === document.activeElement)).toBe(true);
});

test("without a connection a copy stays in the browser, and is offered where it was typed", async () => {
  const place = await thread("practitioner", "en", "What if the line is down?", "It happens here.");
  const { page, t } = desk(await newPage({ as: "practitioner.b", expecting: /ERR_INTERNET_DISCONNECTED/ }), "en");
  await page.goto(pathTo("en", "thread", place));
  await page.locator("[role=toolbar]").waitFor();
  await page.context().setOffline(true);
  await field(page).pressSequentially("Typed in the mountains.");
  await status(page).getByText(t("composer.form.failed")).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByText(t("composer.form.offline")).waitFor();

  // What a page sends while it is being left may slip past the browser's offline switch: for this page the line stays dead.
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  });
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("about:blank");
  await page.context().setOffline(false);
  await page.goto(pathTo("en", "thread", place));
  await page.locator("[role=toolbar]").waitFor();
  await page.getByRole("button", { name: t("composer.form.copyTake") }).click();
  expect(await field(page).inputValue()).toBe("Typed in the mountains.");
});

test("in French too, the form completes, keeps and asks in French", async () => {
  const place = await thread("practitioner.b", "fr", "Où marchez-vous l’hiver ?", "Nous cherchons un sentier damé.");
  const { page, t } = await open("practitioner", place, "fr");
  await field(page).pressSequentially("Bonjour @élo");
  await page.getByRole("option", { name: /Éloïse Tremblay/ }).waitFor();
  await page.keyboard.press("Enter");
  expect(await field(page).inputValue()).toMatch(/^Bonjour @eloise-tremblay[\w-]* $/);
  await kept(page);
  expect(await status(page).textContent()).toMatch(/^Enregistré à \d{1,2}\s?h\s?\d{2}/);

  await page.locator("#post-1 [data-key=q]").click();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>("#composer-body")?.value.includes("> Nous cherchons"));
  expect(await field(page).inputValue()).toContain("(/fr/messages/");
  await field(page).blur();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: t("composer.quick.help.title") }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: t("composer.form.preview") }).click();
  await page.locator(".composer-drawn blockquote").waitFor();
});
