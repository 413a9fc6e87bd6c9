import { expect, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";

const paper = "getComputedStyle(document.body).backgroundColor";

test("the choice of appearance is kept from page to page, and follows the device again when asked", async () => {
  const { page, t } = desk(await newPage(), "en");
  await page.goto(pathTo("en", "home"));
  const light = await page.evaluate(paper);
  await page.getByRole("button", { name: t("site.theme.dark") }).click();
  const dark = await page.evaluate(paper);
  expect(dark).not.toBe(light);

  await page.goto(pathTo("en", "practices"));
  expect(await page.evaluate(paper)).toBe(dark);
  expect(await page.getByRole("button", { name: t("site.theme.dark") }).getAttribute("aria-pressed")).toBe("true");
  await page.getByRole("button", { name: t("site.theme.auto") }).click();
  expect(await page.evaluate(paper)).toBe(light);
});

test("without JavaScript nothing is offered that would do nothing", async () => {
  const { page, t } = desk(await newPage({ javaScript: false, language: "fr" }), "fr");
  await page.goto(pathTo("fr", "practice", { slug: "exemple-les-jeudis-the-et-marche" }));

  expect(await page.getByRole("button", { name: t("site.theme.dark") }).isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: t("site.copyLink.label") }).count()).toBe(0);
});

test("the address of a section is copied, and leads there", async () => {
  const { page, t } = desk(await newPage(), "en");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(pathTo("en", "practice", { slug: "example-tea-and-walk-thursdays" }));
  await page
    .getByRole("button", { name: t("site.copyLink.label") })
    .nth(1)
    .click();
  await page.getByRole("status").getByText(t("site.copyLink.done")).waitFor();

  const address = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("about:blank");
  await page.goto(address);
  expect(await page.locator(":target").evaluate((heading) => heading.getBoundingClientRect().top >= 0)).toBe(true);
  expect(await page.locator(":target").evaluate((heading) => heading.tagName)).toBe("H2");
});
