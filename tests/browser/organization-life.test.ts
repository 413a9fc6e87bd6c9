import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import { linkIn, mailTo } from "#tests/support/outbox";
import { emailOf } from "#tests/support/people";

const PASSWORD = "seven birds on a wire";
const NAME = "Noor Haddad";

test.each([
  { language: "en", javaScript: true },
  { language: "fr", javaScript: false },
] as const)(
  "someone applies for their organization, an administrator approves, and they run it ($language, JavaScript: $javaScript)",
  async ({ language, javaScript }) => {
    const applicant = desk(await newPage({ language, javaScript }), language);
    const { page } = applicant;
    const email = await comeIn(applicant);
    const name = `${language === "en" ? "Pine Street Kitchen" : "Cuisine de la rue des Pins"} ${randomUUID().slice(0, 8)}`;

    await page.goto(pathTo(language, "newOrganization"));
    await applicant.press("applications.new.submit");
    expect(await page.getByText(applicant.t("applications.errors.messageRequired")).count()).toBeGreaterThan(0);
    await applicant.field(language === "en" ? "applications.fields.nameEn" : "applications.fields.nameFr").fill(name);
    await page.getByLabel(applicant.t("applications.fields.kind")).selectOption("community-organization");
    await applicant.field("applications.fields.site").fill("www.kitchen.example.org");
    await applicant.field("applications.fields.message").fill(MESSAGE[language]);
    await applicant.press("applications.new.submit");
    await sayThatItIsAnother(applicant);
    await applicant.reads("applications.own.text.WAITING");

    const admin = desk(await newPage({ language: "en", javaScript, as: "admin" }), "en");
    await mailTo(emailOf("admin"), admin.t("applications.mail.applied.subject", { name }));
    await admin.page.goto(pathTo("en", "adminOrganizations"));
    await admin.page.getByRole("link", { name, exact: true }).click();
    await admin.page.getByText(MESSAGE[language]).waitFor();
    await admin.press("applications.decide.approve");
    await admin.reads("applications.flash.approved");

    const mail = await mailTo(email, applicant.t("applications.mail.approved.subject", { name }));
    await page.goto(linkIn(mail));
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.goto(pathTo(language, "organizationOrphans", { slug: applicant.slug() }));
    await applicant.reads("applications.orphans.empty");
  },
);

test("a listed organization is claimed, and the claim is declined with a reason that the claimant reads", async () => {
  const claimant = desk(await newPage({ language: "fr" }), "fr");
  const { page } = claimant;
  const email = await comeIn(claimant);
  await page.goto(pathTo("fr", "organizationClaim", { slug: "croix-rouge-canadienne" }));
  await claimant.field("applications.fields.message").fill(MESSAGE.fr);
  await claimant.press("applications.claim.submit");
  await claimant.reads("applications.own.text.WAITING");

  const admin = desk(await newPage({ as: "admin" }), "en");
  await admin.page.goto(pathTo("en", "adminOrganizations", { q: "Canadian Red Cross" }));
  await admin.page.locator("section").last().getByRole("link", { name: "Canadian Red Cross", exact: true }).click();
  await admin.page
    .getByRole("listitem")
    .filter({ hasText: MESSAGE.fr })
    .getByRole("link", { name: admin.t("applications.decide.decline") })
    .click();
  await admin.press("applications.refusal.submit");
  expect(await admin.page.getByText(admin.t("applications.errors.reasonRequired")).count()).toBeGreaterThan(0);
  const reason = `Personne ne vous y connaît (${randomUUID().slice(0, 8)}).`;
  await admin.page.getByRole("textbox", { name: admin.t("applications.refusal.reason") }).fill(reason);
  await admin.press("applications.refusal.submit");
  await admin.reads("applications.flash.declined");

  const mail = await mailTo(email, claimant.t("applications.mail.declined.subject", { name: "Croix-Rouge canadienne" }));
  await page.goto(linkIn(mail));
  await page.getByText(reason).waitFor();
});

const MESSAGE: Record<Language, string> = {
  en: "I cook there, and answer for the volunteers.",
  fr: "J’y cuisine, et je réponds des bénévoles.",
};

/** Other turns of this test may have left something of a similar name. */
async function sayThatItIsAnother({ page, press }: Desk) {
  await page.waitForLoadState();
  const box = page.locator("[name=isAnother]");
  if ((await box.count()) === 0) return;
  await box.check();
  await press("applications.new.submit");
}

/** Someone new, with an account of their own, who is signed in. */
async function comeIn({ page, language, ...at }: Desk): Promise<string> {
  const email = `noor.${randomUUID().slice(0, 8)}@example.org`;
  await page.goto(pathTo(language, "signUp"));
  await at.field("accounts.name").fill(NAME);
  await at.field("accounts.email").fill(email);
  await page.getByLabel(at.t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.signUp.submit");
  await page.goto(linkIn(await mailTo(email, at.t("accounts.mail.confirm.subject"))));
  await page.getByLabel(at.t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.verify.submit");
  await page.goto(pathTo(language, "signIn"));
  await at.field("accounts.email").fill(email);
  await page.getByLabel(at.t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.signIn.submit");
  await page.getByRole("banner").getByText(NAME).waitFor();
  return email;
}
