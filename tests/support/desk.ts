import type { ParseKeys } from "i18next";
import type { Page } from "playwright-core";
import { expect } from "vitest";

import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pathTo } from "~/platform/paths";

import { dayIn } from "./one-language";
import { guideText } from "./people";

type Blanks = Record<string, string | number>;

export type Desk = ReturnType<typeof desk>;

/** A page as someone uses it who reads this language: things are found by what they are called there. */
export function desk(page: Page, language: Language) {
  const t = translator(language) as unknown as (key: ParseKeys, blanks?: Blanks) => string;
  const beginning = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+")}`);

  return {
    page,
    language,
    t,
    press: (key: ParseKeys, blanks?: Blanks) => page.getByRole("button", { name: beginning(t(key, blanks)) }).click(),
    follow: (key: ParseKeys, blanks?: Blanks) =>
      page
        .getByRole("link", { name: t(key, blanks), exact: true })
        .first()
        .click(),
    field: (key: ParseKeys) => page.getByRole("textbox", { name: beginning(t(key)) }),
    /** Waits until the page says this. */
    reads: (key: ParseKeys, blanks?: Blanks) => page.getByText(t(key, blanks)).first().waitFor(),
    slug: () => new URL(page.url()).pathname.split("/")[3] ?? "",
  };
}

/** Begins a guide, from the home page on. */
export async function begin({ page, language, ...at }: Desk, title: string) {
  await page.goto(pathTo(language, "home"));
  await at.follow("home.share");
  await at.field("publishing.field.title").fill(title);
  await at.press("writing.new.begin");
  await at.reads("writing.flash.begun");
}

/** Writes what a guide needs into the form. */
export async function write({ page, language, ...at }: Desk, title: string) {
  const text = guideText(language, title);
  await at.field("publishing.field.title").fill(title);
  await at.field("publishing.field.summary").fill(text.summary);
  await at.field("publishing.field.body").fill(text.body);
  await at.field("publishing.field.sources").fill(text.sources);
  await page.locator(`[name=topics][value=${text.topics}]`).check();
}

export async function save({ press, reads }: Desk) {
  await press("writing.edit.save");
  await reads("writing.flash.saved");
}

/** Asks for a review, from the form on. */
export async function submit({ page, press, follow, field, reads, t }: Desk) {
  await follow("writing.edit.submit");
  await page.getByRole("heading", { level: 1, name: t("writing.submission.title") }).waitFor();
  const without = page.getByRole("link", { name: t("parity.gate.waive") });
  if (await without.isVisible()) {
    await without.click();
    await field("parity.waiver.reason").fill("The other language follows, la suite viendra.");
    await page.getByLabel(t("parity.waiver.until")).fill(dayIn(90));
    await press("parity.waiver.submit");
    await reads("parity.waiver.done");
  }
  await press("writing.submission.submit", { number: "" });
  await reads("writing.flash.submitted");
}

/** Takes what waits for a review out of the queue, and decides it. */
export async function decide({ page, language, ...at }: Desk, title: string, decision: "APPROVED" | "CHANGES_REQUESTED", comment = "") {
  await page.goto(pathTo(language, "reviews"));
  await at.follow("reviews.queue.openNamed", { title });
  await at.press("reviews.review.claim");
  await at.reads("reviews.review.claimDone");
  await page.getByRole("radio", { name: at.t(`reviews.review.${decision}`) }).check();
  await at.field("reviews.review.comment").fill(comment);
  await at.press("reviews.review.submit");
  await at.reads(`reviews.review.done.${decision}`);
}

/** Looks for a guide with the search of the site and with a filter, and opens it. */
export async function find({ page, language, ...at }: Desk, title: string) {
  await page.goto(pathTo(language, "home"));
  const search = page.getByRole("banner").getByRole("searchbox");
  await search.fill(title);
  await search.press("Enter");
  const card = page.getByRole("main").getByRole("link", { name: title, exact: true });
  await card.waitFor();

  await page.getByLabel(at.t("practices.list.filter.topic")).selectOption(guideText(language, title).topics);
  await at.press("practices.list.apply");
  await page.waitForURL(/topic=/);
  await card.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(page.url()).toContain(pathTo(language, "practice", { slug: at.slug() }));
}
