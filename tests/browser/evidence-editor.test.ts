import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { faultsIn } from "#tests/support/axe";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";
import { summaryBegun } from "#tests/support/summary-forms";

const outcomes = (page: Page) => page.locator("[name=findingOutcome]");

const values = (page: Page, name: string) =>
  page.locator(`[name=${name}]`).evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

/** Waits until the portal has what was typed. */
const kept = (page: Page) => page.locator(".save-state[data-state=saved]").waitFor();

async function open(title: string, { language = "en" as Language, javaScript = true, width = 1280 } = {}) {
  const slug = await summaryBegun("researcher", language, title);
  const at = desk(await newPage({ as: "researcher", language, javaScript }), language);
  await at.page.setViewportSize({ width, height: 800 });
  await at.page.goto(pathTo(language, "summaryEdit", { slug }));
  if (javaScript) await at.page.locator("[data-add]").first().waitFor();
  return { ...at, slug };
}

test("rows are added, filled in, moved and removed with the keyboard alone, and kept as a draft", async () => {
  const { page, t } = await open("Rows by keyboard");
  expect(await values(page, "findingOutcome")).toEqual(["Loneliness", "Cost"]);

  await page.getByRole("button", { name: t("evidence.edit.addFinding"), exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("name") === "findingOutcome");
  expect(await page.getByText(t("evidence.edit.added.findings", { number: 3 })).count()).toBe(1);
  await page.keyboard.type("Sleep");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Somewhat better");
  expect(await values(page, "findingKey")).toEqual(["f1", "f2", "f3"]);
  await page.locator("[name=ratingFinding] option", { hasText: "3. Sleep" }).first().waitFor({ state: "attached" });

  for (const then of [2, 1]) {
    await page
      .locator("[data-row]", { has: page.locator("[name=findingKey][value=f3]") })
      .locator("[data-up]")
      .focus();
    await page.keyboard.press("Enter");
    await page.getByText(t("evidence.edit.moved.findings", { number: then })).waitFor({ state: "attached" });
  }
  expect(await values(page, "findingOutcome")).toEqual(["Sleep", "Loneliness", "Cost"]);
  expect(await page.evaluate(() => document.activeElement?.closest("[data-row]")?.querySelector("legend")?.textContent)).toBe(
    t("evidence.edit.finding", { number: 1 }),
  );

  await page.getByRole("button", { name: `${t("writing.rows.remove")} ${t("evidence.edit.named.findings", { number: 3 })}` }).focus();
  await page.keyboard.press("Enter");
  await page.getByText(t("evidence.edit.removed.findings", { number: 3 })).waitFor({ state: "attached" });
  expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-remove"))).toBe(true);

  await kept(page);
  await page.reload();
  await page.locator("[data-add]").first().waitFor();
  expect(await values(page, "findingOutcome")).toEqual(["Sleep", "Loneliness"]);
  expect(await values(page, "findingEffect")).toEqual(["Somewhat better", "Somewhat less"]);
  expect(await values(page, "ratingFinding")).toEqual(["f1"]);
});

test("rows that never reached the portal are put back, however many they are", async () => {
  const { page, t } = await open("Rows that were kept here");
  await page.route("**/draft", (route) => route.abort());
  await page.getByRole("button", { name: t("evidence.edit.addFinding"), exact: true }).click();
  await outcomes(page).nth(2).fill("Sleep");
  await page.getByLabel(t("publishing.field.evidenceUpTo")).first().fill("2023");
  await page.waitForFunction(() => Object.values(localStorage).some((copy) => copy.includes("Sleep") && copy.includes('"2023"')));

  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole("button", { name: t("writing.notice.copyRestore") }).click();
  await outcomes(page).nth(2).waitFor();

  expect(await values(page, "findingOutcome")).toEqual(["Loneliness", "Cost", "Sleep"]);
  expect(await values(page, "evidenceUpTo")).toEqual(["2023"]);
  expect(await values(page, "ratingLevel")).toEqual(["LOW"]);
  await page.unroute("**/draft");
  await outcomes(page).nth(2).fill("Sleep at night");
  await kept(page);
});

test("without JavaScript there are two empty rows, and more after each save", async () => {
  const { page, t, press, reads } = await open("Rows without scripts", { javaScript: false });
  expect(await values(page, "findingOutcome")).toEqual(["Loneliness", "Cost", "", ""]);
  await outcomes(page).nth(1).fill("");
  await page.locator("[name=findingEffect]").nth(1).fill("");
  await outcomes(page).nth(2).fill("Sleep");
  await page.locator("[name=findingEffect]").nth(2).fill("Better");
  await page
    .locator("[name=ratingFinding]")
    .nth(1)
    .selectOption({ label: t("evidence.edit.finding", { number: 3 }) });
  await page.locator("[name=ratingLevel]").nth(1).selectOption("HIGH");
  await press("writing.edit.save");
  await reads("writing.flash.saved");

  expect(await values(page, "findingKey")).toEqual(["f1", "f3", "f4", "f5"]);
  expect(await values(page, "findingOutcome")).toEqual(["Loneliness", "Sleep", "", ""]);
  expect(await values(page, "ratingFinding")).toEqual(["f1", "f3", "", ""]);
});

test("what is seen beside the form has the findings and their certainty", async () => {
  const { page, t, press } = await open("A preview of findings");
  await outcomes(page).first().fill("Loneliness after a year");
  await press("writing.edit.preview");
  const preview = page.locator(".preview");
  await preview.getByText("Loneliness after a year").waitFor();
  expect(await preview.getByText(t("evidence.show.rated.LOW")).count()).toBe(1);
  expect(await preview.getByText(t("evidence.show.notRated"), { exact: true }).count()).toBe(1);
});

test.each(["en", "fr"] as const)(
  "the form is without faults for axe, with all that unfolds, and fits a narrow phone (%s)",
  async (language) => {
    const { page } = await open(language === "en" ? "A form for everyone" : "Un formulaire pour toutes et tous", { language, width: 320 });
    await page.locator("details:not([open]) > summary").evaluateAll((summaries) => {
      for (const summary of summaries) (summary as HTMLElement).click();
    });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await faultsIn(page)).toEqual([]);
  },
);
