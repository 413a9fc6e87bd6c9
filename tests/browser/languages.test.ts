import { expect, test } from "vitest";

import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";

test("the entrance leads each reader to their own language", async () => {
  const english = await newPage({ language: "en" });
  const home = await english.goto("/");
  expect(home?.status()).toBe(200);
  expect(new URL(english.url()).pathname).toBe("/en");
  expect(await english.locator("html").getAttribute("lang")).toBe("en");

  const french = await newPage({ language: "fr" });
  const accueil = await french.goto("/");
  expect(accueil?.status()).toBe(200);
  expect(new URL(french.url()).pathname).toBe("/fr");
  expect(await french.locator("html").getAttribute("lang")).toBe("fr");
});

test.each([true, false])(
  "the language switch leads to the same page in the other language and back (JavaScript: %s)",
  async (javaScript) => {
    const page = await newPage({ javaScript });
    await page.goto("/en/practices");

    await page.getByRole("banner").getByRole("link", { name: "Français" }).click();
    expect(new URL(page.url()).pathname).toBe("/fr/pratiques");
    expect(await page.locator("html").getAttribute("lang")).toBe("fr");

    await page.getByRole("banner").getByRole("link", { name: "English" }).click();
    expect(new URL(page.url()).pathname).toBe("/en/practices");
  },
);

test("a guide that is missing in a language is offered in the other one, openly, and marked as such", async () => {
  const page = await newPage();
  const title = "Exemple : jardiner ensemble en français";
  const { t } = desk(page, "en");
  await page.goto("/en/practices");
  const card = page.getByRole("main").getByRole("link", { name: title, exact: true });
  expect(await card.evaluate((link) => link.closest("[lang]")?.getAttribute("lang"))).toBe("fr");
  await card.click();

  await page.getByText(t("practices.guide.missing")).waitFor();
  const heading = page.getByRole("heading", { level: 1, name: title });
  expect(await heading.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"))).toBe("fr");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");

  await page.getByRole("banner").getByRole("link", { name: "Français" }).click();
  await heading.waitFor();
  expect(await heading.evaluate((element) => element.closest("[lang]")?.tagName)).toBe("HTML");
});
