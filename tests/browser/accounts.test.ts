import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import { linkIn, mailTo } from "#tests/support/outbox";

const PASSWORD = "seven birds on a wire";

test.each([
  { language: "en", javaScript: true },
  { language: "fr", javaScript: false },
] as const)(
  "someone signs up, confirms by the link in the outbox, and signs in ($language, JavaScript: $javaScript)",
  async ({ language, javaScript }) => {
    const at = desk(await newPage({ language, javaScript }), language);
    const { page, t } = at;
    const email = await signUp(at);

    await page.getByRole("link", { name: t("accounts.checkMail.demoLink") }).click();
    await page
      .getByRole("row", { name: email })
      .getByRole("link", { name: t("accounts.mail.confirm.subject") })
      .click();
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await page.getByRole("link", { name: t("accounts.mail.confirm.action"), exact: true }).click();
    await page.getByLabel(t("accounts.password")).fill(PASSWORD);
    await at.press("accounts.verify.submit");
    await at.reads("accounts.flash.verified");

    await signIn(at, email);
    await page.getByRole("banner").getByText("Noor Haddad").waitFor();
    await page.goto(pathTo(language, "account"));
    expect(await page.getByText(email).isVisible()).toBe(true);

    await page.getByRole("banner").getByText("Noor Haddad").click();
    await at.press("site.signOut");
    await at.reads("accounts.flash.signedOut");
    await page.goto(pathTo(language, "account"));
    expect(new URL(page.url()).pathname).toBe(pathTo(language, "signIn"));
  },
);

test("a forgotten password is set anew by mail, and ends every session that there was", async () => {
  const elsewhere = desk(await newPage(), "en");
  const email = await signUp(elsewhere);
  await elsewhere.page.goto(linkIn(await mailTo(email, elsewhere.t("accounts.mail.confirm.subject"))));
  await elsewhere.page.getByLabel(elsewhere.t("accounts.password")).fill(PASSWORD);
  await elsewhere.press("accounts.verify.submit");
  await elsewhere.reads("accounts.flash.verified");
  await signIn(elsewhere, email);
  await elsewhere.page.getByRole("banner").getByText("Noor Haddad").waitFor();

  const here = desk(await newPage(), "en");
  await here.page.goto(pathTo("en", "signIn"));
  await here.follow("accounts.signIn.forgotten");
  await here.field("accounts.email").fill(email);
  await here.press("accounts.forgotten.submit");
  await here.reads("accounts.checkMail.title");
  const link = linkIn(await mailTo(email, here.t("accounts.mail.reset.subject")));
  await here.page.goto(link);
  await here.page.getByLabel(here.t("accounts.newPassword")).fill("eight geese on a lake");
  await here.press("accounts.reset.submit");
  await here.reads("accounts.flash.passwordSet");
  await mailTo(email, here.t("accounts.mail.changed.subject"));

  await elsewhere.page.goto(pathTo("en", "account"));
  expect(new URL(elsewhere.page.url()).pathname).toBe(pathTo("en", "signIn"));
  await signIn(here, email);
  await here.reads("accounts.errors.signIn");
  await signIn(here, email, "eight geese on a lake");
  await here.page.getByRole("banner").getByText("Noor Haddad").waitFor();

  const used = await here.page.goto(link);
  expect(used?.status()).toBe(410);
});

test("who must sign in first comes back to the page that they wanted", async () => {
  const at = desk(await newPage({ language: "fr" }), "fr");
  await at.page.goto(pathTo("fr", "practiceNew"));
  await at.reads("accounts.signIn.needed");
  await at.field("accounts.email").fill("practitioner.b@example.org");
  await at.page.getByLabel(at.t("accounts.password")).fill("portal-demo-2026");
  await at.press("accounts.signIn.submit");

  await at.page.getByRole("heading", { level: 1, name: at.t("writing.new.title") }).waitFor();
  expect(new URL(at.page.url()).pathname).toBe(pathTo("fr", "practiceNew"));
});

/** Fills the form, and gives the address that it was filled with. */
async function signUp({ page, language, ...at }: Desk): Promise<string> {
  const email = `noor.${randomUUID().slice(0, 8)}@example.org`;
  await page.goto(pathTo(language, "signUp"));
  await at.field("accounts.name").fill("Noor Haddad");
  await at.field("accounts.email").fill(email);
  await page.getByLabel(at.t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.signUp.submit");
  await at.reads("accounts.checkMail.title");
  await mailTo(email, at.t("accounts.mail.confirm.subject"));
  return email;
}

async function signIn({ page, language, ...at }: Desk, email: string, password = PASSWORD) {
  await page.goto(pathTo(language, "signIn"));
  await at.field("accounts.email").fill(email);
  await page.getByLabel(at.t("accounts.password")).fill(password);
  await at.press("accounts.signIn.submit");
}
