import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";
import { guide } from "#tests/support/guides";
import { lostStops, tabTo } from "#tests/support/keyboard";
import { emailOf, PASSWORD } from "#tests/support/people";

const focused = (page: Page) => page.locator(":focus");

test.each(["en", "fr"] as const)("the first stops on a page lead past the head of it (%s)", async (language) => {
  const { page, t } = desk(await newPage({ language }), language);
  for (const [skip, place] of [
    ["site.skipToContent", "#main"],
    ["site.skipToFooter", "#footer"],
  ] as const) {
    await page.goto(pathTo(language, "practices"));
    const link = page.getByRole("link", { name: t(skip) });
    await tabTo(page, link);
    await page.waitForFunction(() => (document.activeElement?.getBoundingClientRect().top ?? -1) >= 0);
    await page.keyboard.press("Enter");
    expect(await page.locator(place).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Tab");
    expect(await focused(page).evaluate((element, place) => element.closest(place) !== null, place)).toBe(true);
  }
});

test("someone without a mouse signs in, begins a guide, formats it and saves it", async () => {
  const { page, t, field, reads } = desk(await newPage(), "en");
  const { keyboard } = page;
  await page.goto(pathTo("en", "signIn"));
  await tabTo(page, field("accounts.email"));
  await keyboard.type(emailOf("practitioner"));
  await keyboard.press("Tab");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");

  const share = page.getByRole("main").getByRole("link", { name: t("home.share") });
  await share.waitFor();
  await tabTo(page, share);
  await keyboard.press("Enter");
  await field("publishing.field.title").waitFor();
  await tabTo(page, field("publishing.field.title"));
  await keyboard.type("Written without a mouse");
  await keyboard.press("Enter");
  await reads("writing.flash.begun");
  expect(await focused(page).textContent()).toContain(t("writing.flash.begun"));

  const toolbar = page.getByRole("toolbar", { name: t("writing.toolbar.label") });
  await toolbar.waitFor();
  await tabTo(page, toolbar.getByRole("button", { name: t("writing.toolbar.bold") }));
  await keyboard.press("Tab");
  expect(await focused(page).getAttribute("name")).toBe("body");
  await keyboard.press("Control+Home");
  await keyboard.press("Shift+Tab");
  for (const key of ["ArrowRight", "ArrowRight", "End", "Home"]) await keyboard.press(key);
  expect(await focused(page).getAttribute("aria-label")).toBe(t("writing.toolbar.bold"));
  await keyboard.press("Enter");
  expect(await focused(page).getAttribute("name")).toBe("body");
  await keyboard.type("Bring a friend");
  expect(await field("publishing.field.body").inputValue()).toMatch(/^\*\*Bring a friend\*\*/);
  await keyboard.press("Control+z");
  expect(await field("publishing.field.body").inputValue()).not.toContain("Bring a friend");
  await keyboard.type("Bring a neighbour");

  await tabTo(page, page.getByRole("button", { name: t("writing.edit.save"), exact: true }));
  await keyboard.press("Enter");
  await reads("writing.flash.saved");
  expect(await field("publishing.field.body").inputValue()).toContain("Bring a neighbour");
});

test("when a form comes back, its faults are read first, and each leads to its field", async () => {
  const visitor = desk(await newPage(), "en");
  const author = desk(await newPage({ as: "practitioner", language: "fr" }), "fr");
  const forms = [
    { at: visitor, path: pathTo("en", "signUp"), send: "accounts.signUp.submit", fields: ["name", "email", "password"] },
    { at: author, path: pathTo("fr", "practiceNew"), send: "writing.new.begin", fields: ["title"] },
  ] as const;
  for (const { at, path, send, fields } of forms) {
    for (const name of fields) {
      await at.page.goto(path);
      await at.page.locator("main form [type=text], main form [type=email], main form [type=password]").last().press("Enter");
      const summary = at.page.getByRole("alert", { name: at.t("site.error.summary") });
      await summary.waitFor();
      expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await at.page.getByRole("button", { name: at.t(send) }).isEnabled()).toBe(true);

      await tabTo(at.page, summary.locator(`a[href="#field-${name}"]`));
      await at.page.keyboard.press("Enter");
      const field = focused(at.page);
      expect(await field.getAttribute("name")).toBe(name);
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      const reason = at.page.locator(`#field-${name}-errors`);
      expect(await field.getAttribute("aria-describedby")).toContain("-errors");
      expect(await reason.isVisible()).toBe(true);
    }
  }
});

test.each([
  { width: 1280, height: 900, what: "at full size" },
  { width: 320, height: 256, what: "at 400 % zoom" },
])("the focus is seen at every stop $what", async ({ width, height }) => {
  const visitor = await newPage({ width, height });
  const author = await newPage({ width, height, as: "practitioner" });
  const draft = pathTo("en", "practiceEdit", { slug: await guide("practitioner", "en", "Seen at every stop") });
  const stops = [
    [visitor, pathTo("en", "home")],
    [visitor, pathTo("en", "practices")],
    [visitor, pathTo("en", "practice", { slug: "example-tea-and-walk-thursdays" })],
    [visitor, pathTo("en", "signIn")],
    [author, pathTo("en", "practiceMine")],
    [author, draft],
  ] as const;
  const found: string[] = [];
  for (const [page, path] of stops) {
    await page.goto(path);
    const { count, lost } = await lostStops(page);
    expect(count).toBeGreaterThan(8);
    found.push(...lost.map((stop) => `${path}: ${stop}`));
  }
  expect(found).toEqual([]);
});

test("at 400 % zoom the menu opens, leads on, and closes with Escape", async () => {
  const { page, t } = desk(await newPage({ width: 320, height: 256 }), "en");
  await page.goto(pathTo("en", "home"));
  const menu = page.getByText(t("site.menu"), { exact: true });
  await tabTo(page, page.locator("summary", { hasText: t("site.menu") }));
  await page.keyboard.press("Enter");
  const guides = page.getByRole("banner").getByRole("link", { name: t("site.pages.guides") });
  await guides.waitFor();
  await page.keyboard.press("Escape");
  await guides.waitFor({ state: "hidden" });
  expect(await menu.evaluate((element) => element.closest("summary") === document.activeElement)).toBe(true);

  await page.keyboard.press("Enter");
  await tabTo(page, guides);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: t("practices.list.title") }).waitFor();
});

test("nothing moves for those who asked for less motion", async () => {
  const page = await newPage();
  for (const path of [pathTo("en", "home"), pathTo("en", "practices"), pathTo("fr", "practices")]) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].flatMap((element) =>
        [undefined, "::before", "::after"]
          .map((part) => getComputedStyle(element, part))
          .filter(({ transitionDuration, animationName, animationDuration, scrollBehavior }) => {
            const seconds = (durations: string) => Math.max(...durations.split(",").map(Number.parseFloat));
            return (
              seconds(transitionDuration) > 0.01 ||
              (animationName !== "none" && seconds(animationDuration) > 0.01) ||
              scrollBehavior === "smooth"
            );
          })
          .map(() => element.outerHTML.slice(0, 80)),
      ),
    );
    expect(moving).toEqual([]);
  }
});
