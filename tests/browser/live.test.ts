import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

import { findActor } from "~/features/accounts/session.server";
import type { Language } from "~/i18n/languages";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db, disconnect } from "~/platform/db.server";
import { findEmbeddedDatabase } from "~/platform/embedded-database.server";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";
import { category, thread } from "#tests/support/forums";
import { emailOf, type Person } from "#tests/support/people";

let place: { id: string; slug: string };

beforeAll(async () => {
  setEmbeddedDatabase(findEmbeddedDatabase(inject("portalData")) ?? "");
  place = await category("Side by side");
});

afterAll(disconnect);

test("a reply appears for who reads the thread, without a reload, and takes nothing from them", async () => {
  const talk = await begun("practitioner", "How do you begin a first visit?");
  const priya = desk(await newPage({ as: "practitioner" }), "en");
  const eloise = desk(await newPage({ as: "editor", language: "fr" }), "fr");
  const visitor = desk(await newPage(), "en");
  for (const { page, language } of [priya, eloise, visitor]) await open(page, address(language, talk));
  await priya.page.locator("#composer-body").fill("Half a sentence of m");
  const before = await standing(priya.page);

  await write(eloise.page, "We begin with a cup of tea.");

  for (const { page, t } of [priya, visitor]) {
    await page.locator(".post").getByText("We begin with a cup of tea.").waitFor();
    await page
      .getByRole("status")
      .getByText(t("notifications.live.replies", { count: 1 }))
      .waitFor();
  }
  expect(await standing(priya.page)).toEqual(before);
  expect(await priya.page.locator("#composer-body").inputValue()).toBe("Half a sentence of m");
});

test("a mention rings the bell of who is somewhere else in the forums, and reading it stills the bell", async () => {
  const talk = await begun("member", "Who could show us the garden?");
  const { slug } = await db.profile.findFirstOrThrow({ where: { account: { email: emailOf("steward") } }, select: { slug: true } });
  const steward = desk(await newPage({ as: "steward" }), "en");
  await db.notification.updateMany({ where: { account: { email: emailOf("steward") } }, data: { readAt: new Date() } });
  await open(steward.page, pathTo("en", "threads"));
  const bell = steward.page.locator("#bell");
  expect(await bell.getAttribute("data-unread")).toBe("0");

  const maya = await newPage({ as: "member" });
  await open(maya, address("en", talk));
  await write(maya, `Perhaps @${slug} could?`);

  await steward.page.locator("#bell[data-unread='1']").waitFor();
  await bell.click();
  await steward.page.getByRole("link", { name: talk.title }).first().click();
  await steward.page.locator("#post-2").waitFor();
  await steward.page.locator("#bell[data-unread='0']").waitFor();
});

test("who reads a list is told of new threads, and sees them when they ask for it", async () => {
  const { page, t } = desk(await newPage({ language: "fr" }), "fr");
  await open(page, pathTo("fr", "threads"));
  const talk = await begun("editor", "What grows on your balcony?");
  expect(await page.getByRole("link", { name: talk.title }).count()).toBe(0);

  await page.getByRole("link", { name: t("notifications.live.threads", { count: 1 }) }).click();
  await page.getByRole("link", { name: talk.title }).waitFor();
});

test("without a script one says by a button that one has read", async () => {
  const talk = await begun("member", "What do you read in the evening?");
  const { page, press, reads } = desk(await newPage({ as: "practitioner.b", javaScript: false }), "en");
  await page.goto(address("en", talk));
  await press("notifications.reading.here");
  await reads("notifications.reading.noted");

  expect(await db.reading.count({ where: { threadId: talk.id, lastNumber: 1 } })).toBe(1);
});

async function begun(person: Person, title: string) {
  const { id } = await db.account.findUniqueOrThrow({ where: { email: emailOf(person) }, select: { id: true } });
  const by = await findActor(id);
  if (!by) throw new Error(`${person} is not there`);
  return thread({ by, category: place, title });
}

const address = (language: Language, { id, slug }: { id: string; slug: string }) => pathTo(language, "thread", { id, slug });

/** Opens a page, and waits until it hears. */
async function open(page: Page, path: string) {
  const hears = page.waitForResponse((response) => response.url().includes("/live?") && response.ok());
  await page.goto(path);
  await hears;
}

async function write(page: Page, words: string) {
  const form = page.locator("form.composer");
  await form.locator("#composer-body").fill(words);
  await form.locator("button[type=submit]:not([formaction])").click();
  await page
    .locator(".post")
    .getByText(words.replace(/@\S+/, "").trim().split(" ")[0] ?? "")
    .first()
    .waitFor();
}

const standing = (page: Page) =>
  page.evaluate(() => ({ focus: document.activeElement?.id, top: Math.round(scrollY), loaded: Math.round(performance.timeOrigin) }));
