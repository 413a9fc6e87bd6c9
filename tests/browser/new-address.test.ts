import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import { linkIn, mailTo } from "#tests/support/outbox";

const PASSWORD = "seven birds on a wire";

test.each([
  { language: "en", javaScript: false },
  { language: "fr", javaScript: true },
] as const)(
  "someone changes their address through both mails, chooses a time zone and ends a session ($language, JavaScript: $javaScript)",
  async ({ language, javaScript }) => {
    const here = desk(await newPage({ language, javaScript }), language);
    const there = desk(await newPage({ language, javaScript }), language);
    const [email, next] = [address("noor"), address("noor.new")];
    await begin(here, email);
    await signIn(here, email);
    await signIn(there, email);

    await here.page.goto(pathTo(language, "emailChange"));
    await here.page.getByLabel(here.t("settings.email.newEmail")).fill(next);
    await here.press("settings.email.submit");
    await here.reads("settings.email.waiting.title");

    await there.page.goto(linkIn(await mailTo(next, here.t("settings.mail.newAddress.subject"))));
    await there.press("settings.confirmation.newSubmit");
    await there.reads("settings.confirmation.halfTitle");
    await here.page.goto(linkIn(await mailTo(email, here.t("settings.mail.oldAddress.subject"))));
    await here.reads("settings.confirmation.oldText", { address: next });
    await here.press("settings.confirmation.oldSubmit");
    await here.reads("settings.confirmation.changedTitle");
    await mailTo(email, here.t("settings.mail.changedOld.subject"));
    await mailTo(next, here.t("settings.mail.changedNew.subject"));

    await there.page.goto(pathTo(language, "account"));
    expect(new URL(there.page.url()).pathname).toBe(pathTo(language, "signIn"));
    await signIn(there, next);
    await here.page.goto(pathTo(language, "account"));
    expect(await here.page.getByText(next).isVisible()).toBe(true);
    await here.page.getByLabel(here.t("settings.account.timeZone")).selectOption("America/St_Johns");
    await here.press("accounts.settings.saveProfile");
    await here.reads("accounts.flash.saved");

    await here.page.goto(pathTo(language, "sessions"));
    await here.page
      .getByText(/\b(NST|NDT|HNT|HAT)\b/)
      .first()
      .waitFor();
    await here.page
      .getByRole("list", { name: here.t("settings.sessions.list") })
      .getByRole("button")
      .click();
    await here.reads("settings.sessions.ended");
    await here.reads("settings.sessions.onlyThis");
    await there.page.goto(pathTo(language, "account"));
    expect(new URL(there.page.url()).pathname).toBe(pathTo(language, "signIn"));
  },
);

const address = (name: string) => `${name}.${randomUUID().slice(0, 8)}@example.org`;

/** Signs up and confirms. */
async function begin({ page, language, ...at }: Desk, email: string) {
  await page.goto(pathTo(language, "signUp"));
  await at.field("accounts.name").fill("Noor Haddad");
  await at.field("accounts.email").fill(email);
  await page.getByLabel(at.t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.signUp.submit");
  await at.reads("accounts.checkMail.title");
  await page.goto(linkIn(await mailTo(email, at.t("accounts.mail.confirm.subject"))));
  await page.getByLabel(at.t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.verify.submit");
  await at.reads("accounts.flash.verified");
}

async function signIn({ page, language, ...at }: Desk, email: string) {
  await page.goto(pathTo(language, "signIn"));
  await at.field("accounts.email").fill(email);
  await page.getByLabel(at.t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.signIn.submit");
  await page.getByRole("banner").getByText("Noor Haddad").waitFor();
}
