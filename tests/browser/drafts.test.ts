import { expect, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk, submit } from "#tests/support/desk";
import { guide } from "#tests/support/guides";
import { guideText, post } from "#tests/support/people";

test("a draft is left, found again, and discarded; what was saved before stays", async () => {
  const at = desk(await newPage({ as: "practitioner", language: "fr" }), "fr");
  const { page, t } = at;
  const title = "Laisser un brouillon de côté";
  const typed = "Laisser un brouillon pour plus tard";
  await page.goto(pathTo("fr", "practiceEdit", { slug: await guide("practitioner", "fr", title) }));
  await page.locator(".save-state").waitFor();
  await at.field("publishing.field.title").fill(typed);
  await page.locator(".save-state[data-state=saved]").waitFor();

  await page.goto(pathTo("fr", "practiceMine"));
  const card = page.getByRole("article").filter({ hasText: typed });
  expect(await card.getByText(t("writing.mine.hasDraft")).isVisible()).toBe(true);
  await card.getByRole("link", { name: typed, exact: true }).click();
  await at.reads("writing.notice.draftFound");
  expect(await at.field("publishing.field.title").inputValue()).toBe(typed);

  await page.getByText(t("writing.discard.open")).click();
  await at.press("writing.discard.confirm");
  await at.reads("writing.flash.discarded");
  expect(await at.field("publishing.field.title").inputValue()).toBe(title);
});

test.each([true, false])("a guide is put away and brought back, submitted and withdrawn (JavaScript: %s)", async (javaScript) => {
  const at = desk(await newPage({ as: "practitioner", javaScript }), "en");
  const { page } = at;
  const title = `Put away for a while (${javaScript})`;
  const slug = await guide("practitioner", "en", title);

  await page.goto(pathTo("en", "practiceMine"));
  await page.getByRole("button", { name: `${at.t("writing.mine.putAway")} ${at.t("writing.mine.named", { title })}` }).click();
  await at.reads("writing.flash.putAway");
  await page.getByRole("button", { name: `${at.t("writing.mine.bringBack")} ${at.t("writing.mine.named", { title })}` }).click();
  await at.reads("writing.flash.broughtBack");

  await page.goto(pathTo("en", "practiceEdit", { slug }));
  await submit(at);
  await at.press("practices.work.withdraw");
  await at.reads("writing.flash.withdrawn");
  expect(await at.field("publishing.field.title").inputValue()).toBe(title);
});

test("an earlier revision is compared word by word, and becomes the latest again", async () => {
  const at = desk(await newPage({ as: "practitioner", javaScript: false }), "en");
  const { page, t } = at;
  const title = "Back to an earlier text";
  const slug = await guide("practitioner", "en", title);
  const { body, ...text } = guideText("en", title);
  await post(
    pathTo("en", "practiceEdit", { slug }),
    { ...text, body: body.replace("someone who knows the way", "a neighbour"), base: "2", sequence: "0" },
    "practitioner",
  );

  await page.goto(pathTo("en", "practiceHistory", { slug }));
  await at.follow("reviews.history.revision", { number: 3 });
  expect((await page.locator("del").allTextContents()).join(" ")).toContain("who knows the way");
  expect((await page.locator("ins").allTextContents()).join(" ")).toContain("neighbour");

  await page.goto(pathTo("en", "practiceRevision", { slug, number: 2 }));
  await at.press("reviews.revision.restore");
  await at.reads("reviews.history.restored");
  await at.reads("reviews.history.restoredFrom", { number: 2 });
  await at.follow("reviews.history.revision", { number: 4 });
  expect(await page.getByText("someone who knows the way").first().isVisible()).toBe(true);
  expect(await page.getByText(t("reviews.revision.restore")).count()).toBe(0);
});
