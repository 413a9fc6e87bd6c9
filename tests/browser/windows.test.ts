import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import { guide } from "#tests/support/guides";

const OFFLINE = /ERR_INTERNET_DISCONNECTED/;

const saved = (page: Page) => page.locator(".save-state[data-state=saved]").waitFor();
/** Opens the form and waits until it keeps what is typed by itself. */
async function open({ page }: Desk, address: string) {
  await page.goto(address);
  await page.locator(".save-state").waitFor();
}

const body = ({ field }: Desk) => field("publishing.field.body");

/** Writes this line under the heading of a section. */
async function writeUnder(at: Desk, section: string, line: string) {
  const text = await body(at).inputValue();
  await body(at).fill(text.replace(`{#${section}}\n`, `{#${section}}\n\n${line}\n`));
}

test("of two windows of one person the older is told, and the merge loses nothing of either", async () => {
  const page = await newPage({ as: "practitioner", expecting: /409/ });
  const address = pathTo("en", "practiceEdit", { slug: await guide("practitioner", "en", "Two windows on one text") });
  const first = desk(page, "en");
  const second = desk(await page.context().newPage(), "en");
  await open(first, address);
  await open(second, address);

  await writeUnder(first, "purpose", "Written in the first window.");
  await saved(first.page);
  await writeUnder(second, "purpose", "Written in the second window.");
  await writeUnder(second, "steps", "A step of the second window.");
  await second.page.getByRole("alert").getByText(second.t("writing.autosave.stale")).waitFor();

  await second.press("writing.edit.save");
  await second.reads("writing.merge.title");
  const texts = ["Written in the first window.", "Written in the second window.", "A step of the second window."];
  const merged = await body(second).inputValue();
  for (const text of texts) expect(merged).toContain(text);

  await second.press("writing.merge.save");
  await second.reads("writing.flash.saved");
  await open(first, address);
  for (const text of texts) expect(await body(first).inputValue()).toContain(text);
});

test.each([true, false])("of two people the second to save is shown both texts, and loses nothing (JavaScript: %s)", async (javaScript) => {
  const address = pathTo("fr", "practiceEdit", { slug: await guide("practitioner", "fr", "Deux personnes, un seul texte") });
  const priya = desk(await newPage({ as: "practitioner", language: "fr", javaScript }), "fr");
  const eloise = desk(await newPage({ as: "editor", language: "fr", javaScript }), "fr");
  await priya.page.goto(address);
  await eloise.page.goto(address);

  await writeUnder(priya, "steps", "Une étape de Priya.");
  await priya.press("writing.edit.save");
  await priya.reads("writing.flash.saved");
  await writeUnder(eloise, "steps", "Une étape d’Éloïse.");
  await eloise.field("publishing.field.title").fill("Deux personnes, un texte");
  await eloise.press("writing.edit.save");

  await eloise.reads("writing.merge.title");
  const merged = await body(eloise).inputValue();
  expect(merged).toContain("Une étape de Priya.");
  expect(merged).toContain("Une étape d’Éloïse.");
  expect(await eloise.field("publishing.field.title").inputValue()).toBe("Deux personnes, un texte");
});

test("without a connection the form says loudly that nothing is saved, and saves as soon as there is one", async () => {
  const at = desk(await newPage({ as: "practitioner", expecting: OFFLINE }), "en");
  const { page } = at;
  const address = pathTo("en", "practiceEdit", { slug: await guide("practitioner", "en", "Written on a train") });
  await open(at, address);

  await page.context().setOffline(true);
  await writeUnder(at, "steps", "Written in a tunnel.");
  const alarm = page.getByRole("alert").getByText(at.t("writing.autosave.failed"));
  await alarm.waitFor();
  await at.press("writing.edit.save");
  expect(await body(at).inputValue()).toContain("Written in a tunnel.");

  await page.context().setOffline(false);
  await alarm.waitFor({ state: "detached" });
  await saved(page);
  await page.reload();
  expect(await body(at).inputValue()).toContain("Written in a tunnel.");
});

test("what never reached the portal is offered again when the page is opened anew", async () => {
  const at = desk(await newPage({ as: "practitioner", expecting: OFFLINE }), "en");
  const { page } = at;
  const address = pathTo("en", "practiceEdit", { slug: await guide("practitioner", "en", "Written on a ferry") });
  await open(at, address);
  await page.context().setOffline(true);
  await writeUnder(at, "steps", "Written at sea.");
  await page.getByRole("alert").getByText(at.t("writing.autosave.failed")).waitFor();
  await page.close();

  await page.context().setOffline(false);
  const again = desk(await page.context().newPage(), "en");
  await again.page.goto(address);
  expect(await body(again).inputValue()).not.toContain("Written at sea.");
  await again.press("writing.notice.copyRestore");
  expect(await body(again).inputValue()).toContain("Written at sea.");
  await saved(again.page);
});

test("who was signed out meanwhile is told so, and goes on after signing in in another window", async () => {
  const at = desk(await newPage({ as: "practitioner" }), "en");
  const { page } = at;
  await open(at, pathTo("en", "practiceEdit", { slug: await guide("practitioner", "en", "Written after hours") }));
  const cookies = await page.context().cookies();
  await page.context().clearCookies();

  await writeUnder(at, "steps", "Written too late.");
  await page.getByRole("alert").getByText(at.t("writing.autosave.signedOut")).waitFor();
  await page.context().addCookies(cookies);
  await at.press("writing.autosave.again");
  await saved(page);
});

test("what is typed before the page is awake is kept, and saved", async () => {
  const at = desk(await newPage({ as: "practitioner" }), "en");
  const { page } = at;
  let wake = () => {};
  const slowLine = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route("**/build/entry.client*", async (route) => {
    await slowLine;
    await route.continue();
  });
  const address = pathTo("en", "practiceEdit", { slug: await guide("practitioner", "en", "Written on a slow line") });
  await page.goto(address, { waitUntil: "commit" });
  await at.field("publishing.field.sources").waitFor();
  await writeUnder(at, "steps", "Written early.");
  await page.locator("[name=topics][value=food]").check();

  wake();
  await saved(page);
  await page.reload();
  expect(await body(at).inputValue()).toContain("Written early.");
  expect(await page.locator("[name=topics][value=food]").isChecked()).toBe(true);
});
