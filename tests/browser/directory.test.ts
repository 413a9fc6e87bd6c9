import { expect, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";
import { tabTo } from "#tests/support/keyboard";

test("someone without a mouse finds the organizations of a province on the map, and the list says the same", async () => {
  const { page, t } = desk(await newPage({ language: "fr" }), "fr");
  await page.goto(pathTo("fr", "organizations"));
  const map = page.getByRole("navigation", { name: t("organizations.map.label") });
  const list = page.getByRole("navigation", { name: t("organizations.map.list") });
  const ontario = map.getByRole("link", { name: /^Ontario/ });
  const name = (await ontario.getAttribute("aria-label")) ?? "";
  const count = Number(/\d+/.exec(name)?.[0]);

  expect(await map.getByRole("link").count()).toBe(13);
  expect(count).toBeGreaterThan(0);
  expect(
    await list
      .getByRole("link", { name: /^Ontario/ })
      .locator(".place-count")
      .textContent(),
  ).toBe(String(count));
  expect(await list.getByRole("link").count()).toBe(15);

  await tabTo(page, ontario);
  await page.keyboard.press("Enter");
  await page.waitForURL(/province=on#results$/);
  await page.getByRole("heading", { level: 2, name: t("organizations.list.count", { count }) }).waitFor();
  expect(await ontario.getAttribute("aria-current")).toBe("true");

  await page.getByRole("link", { name: t("site.filters.clear") }).click();
  await page.waitForURL(/organismes$/);
});

test("a steward changes the page of the organization, and everyone reads it", async () => {
  const steward = desk(await newPage({ as: "steward", language: "fr" }), "fr");
  await steward.page.goto(pathTo("fr", "organization", { slug: "centre-de-sante-communautaire-riverside-exemple" }));
  await steward.follow("organizations.page.edit");
  await steward.field("organizations.edit.aboutFr").fill("Un centre inventé qui marche avec ses voisins.");
  await steward.press("organizations.edit.save");
  await steward.reads("organizations.flash.saved");

  const visitor = desk(await newPage({ language: "fr", javaScript: false }), "fr");
  await visitor.page.goto(pathTo("fr", "organizations", { q: "inventé voisins" }));
  await visitor.page
    .getByRole("main")
    .getByRole("link", { name: /Riverside/ })
    .click();
  await visitor.page.getByText("Un centre inventé qui marche avec ses voisins.").waitFor();
});
