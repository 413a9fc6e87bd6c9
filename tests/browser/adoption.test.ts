import { expect, test } from "vitest";

import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";
import { guide } from "#tests/support/guides";

const names = {
  en: "La Baie Community Health Centre (example)",
  fr: "Centre de santé communautaire de la Baie (exemple)",
};

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test.each<{ language: Language; javaScript: boolean }>([
  { language: "en", javaScript: true },
  { language: "fr", javaScript: false },
])(
  "a practice is declared, found by those who look for it, changed, and shown as it was ($language, JavaScript: $javaScript)",
  async (how) => {
    const { language, javaScript } = how;
    const title = { en: "Ride to the market together", fr: "Aller au marché ensemble" }[language];
    const slug = await guide("practitioner", language, title, "published");
    const at = desk(await newPage({ as: "practitioner.b", language, javaScript, width: 390 }), language);
    const { page, t } = at;

    await page.goto(pathTo(language, "practice", { slug }));
    await at.follow("adoption.guide.declare");
    await page.getByRole("radio", { name: t("adoption.stages.PILOTING"), exact: true }).check();
    await page.getByLabel(t("adoption.form.on")).fill(daysAgo(90));
    await at.field("adoption.form.region").fill("Chaleur");
    await page.getByText(t("adoption.form.context"), { exact: true }).click();
    await page.locator("[name=settings][value=rural]").check();
    await page.locator("[name=languages][value=fr]").check();
    await at.field("adoption.form.peopleReached").fill("-1");
    await at.press("adoption.form.submit");
    await page.getByText(t("adoption.error.people")).first().waitFor();
    expect(await at.field("adoption.form.region").inputValue()).toBe("Chaleur");
    expect(await page.locator("[name=settings][value=rural]").isChecked()).toBe(true);
    await at.field("adoption.form.peopleReached").fill("30");
    await page.getByRole("radio", { name: t("adoption.form.me"), exact: true }).check();
    await at.press("adoption.form.submit");
    await at.reads("adoption.done.declared");
    const own = page.url();

    await at.follow("adoption.page.change");
    await page.getByRole("radio", { name: t("adoption.stages.RUNNING"), exact: true }).check();
    await at.field("adoption.form.note").fill("Snowshoes / raquettes");
    await at.press("adoption.form.submitChange");
    await at.reads("adoption.done.changed");

    // A visitor finds it where they look for it, and sees how it was.
    const visitor = desk(await newPage({ language, javaScript }), language);
    await visitor.page.goto(pathTo(language, "practice", { slug }));
    expect(await visitor.page.getByText(t("adoption.guide.runs", { names: names[language] })).isVisible()).toBe(true);
    await visitor.follow("adoption.guide.who");
    await visitor.page.locator("[name=setting]").selectOption("rural");
    await visitor.page.locator("[name=language]").selectOption("fr");
    await visitor.press("adoption.list.apply");
    const card = visitor.page.getByRole("article").filter({ hasText: title });
    expect(await card.getByText("Snowshoes / raquettes").isVisible()).toBe(true);
    await visitor.page.goto(`${own}?on=${daysAgo(30)}`);
    expect(await visitor.page.getByText(t("adoption.stages.PILOTING")).first().isVisible()).toBe(true);
    await visitor.page.goto(`${own}?on=${daysAgo(100)}`);
    await visitor.reads("adoption.page.notYet");

    await page.goto(own);
    await at.press("adoption.page.confirm");
    await at.reads("adoption.done.confirmed");
    await at.follow("adoption.page.withdraw");
    await at.press("adoption.withdrawal.submit");
    await at.reads("adoption.done.withdrawn");
    await visitor.page.goto(pathTo(language, "adoptions", { guide: slug }));
    expect(await visitor.page.getByText("Snowshoes / raquettes").count()).toBe(0);
  },
);
