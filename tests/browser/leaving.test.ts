import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import { linkIn, mailTo } from "#tests/support/outbox";

const PASSWORD = "seven birds on a wire";
const NAME = "Odile Karpinski";

test.each(["en", "fr"] as const)("someone downloads all that the portal holds about them, and reads it (%s)", async (language) => {
  const at = desk(await newPage({ language, javaScript: language === "en" }), language);
  const { page, t } = at;
  const email = await join(at);

  await page.goto(pathTo(language, "ownData"));
  await at.follow("leaving.ownData.download.action");
  await at.press("leaving.export.ask");
  await at.reads("leaving.flash.exportAsked");

  await mailTo(email, t("leaving.mail.exportMade.subject"));
  await page.goto("/dev/mail");
  await page
    .getByRole("row", { name: email })
    .getByRole("link", { name: t("leaving.mail.exportMade.subject") })
    .click();
  await page.getByRole("link", { name: t("leaving.mail.exportMade.action"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: t("leaving.export.title") }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("cell").getByRole("link").click()]);

  expect(download.suggestedFilename()).toMatch(/^[a-z-]+-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(readFileSync(await download.path()));
  const data = JSON.parse(strFromU8(files["data.json"] ?? new Uint8Array()));
  expect(data.account).toMatchObject({ name: NAME, email, language });
  expect(data.sessions).toHaveLength(1);
  await read(language, files["index.html"], [t("leaving.archive.title", { name: NAME }), email, t("leaving.events.account.verified")]);
});

test("someone takes a break, and comes back by signing in", async () => {
  const at = desk(await newPage({ language: "fr", javaScript: false }), "fr");
  const { page, t } = at;
  const email = await join(at);

  await page.goto(pathTo("fr", "ownData"));
  await at.follow("leaving.ownData.deactivate.action");
  await at.press("leaving.deactivation.submit");
  await at.reads("leaving.errors.confirm");
  await page.getByRole("checkbox").check();
  await at.press("leaving.deactivation.submit");
  await at.reads("leaving.flash.deactivated");
  await mailTo(email, t("leaving.mail.deactivated.subject"));
  await page.goto(pathTo("fr", "account"));
  expect(new URL(page.url()).pathname).toBe(pathTo("fr", "signIn"));

  await signIn(at, email);
  await at.press("security.return.wake");
  await page.getByRole("banner").getByText(NAME).waitFor();
  await mailTo(email, t("leaving.mail.kept.subject"));
});

test("someone asks for the deletion of their account, is told until when, and changes their mind", async () => {
  const at = desk(await newPage(), "en");
  const { page, t } = at;
  const email = await join(at);

  await page.goto(pathTo("en", "ownData"));
  await at.follow("leaving.ownData.delete.action");
  await page.getByRole("checkbox").check();
  await at.press("leaving.deletion.submit");
  await at.reads("leaving.flash.erasureAsked");
  const mail = await mailTo(email, t("leaving.mail.erasureAsked.subject"));
  expect(mail.text).toMatch(/Until \w+\.? \d+, \d{4}, .* you can change your mind/);

  await page.goto(linkIn(mail));
  await signIn(at, email);
  await at.press("security.return.wake");
  await page.getByRole("banner").getByText(NAME).waitFor();
  await mailTo(email, t("leaving.mail.kept.subject"));
});

/** Opens a page of the archive as someone does who has unpacked it: from a file. */
async function read(language: Language, bytes: Uint8Array | undefined, words: string[]) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "portal-archive-"));
  try {
    writeFileSync(path.join(folder, "index.html"), bytes ?? "");
    const page = await newPage({ language });
    await page.goto(`file://${folder}/index.html`);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    for (const text of words) await page.getByText(text).first().waitFor();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A new account, signed in: nobody else's sessions end with it. */
async function join(at: Desk): Promise<string> {
  const { page, language, t } = at;
  const email = `odile.${randomUUID().slice(0, 8)}@example.org`;
  await page.goto(pathTo(language, "signUp"));
  await at.field("accounts.name").fill(NAME);
  await at.field("accounts.email").fill(email);
  await page.getByLabel(t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.signUp.submit");
  await page.goto(linkIn(await mailTo(email, t("accounts.mail.confirm.subject"))));
  await page.getByLabel(t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.verify.submit");
  await at.reads("accounts.flash.verified");
  await signIn(at, email);
  await page.getByRole("banner").getByText(NAME).waitFor();
  return email;
}

async function signIn({ page, language, ...at }: Desk, email: string) {
  await page.goto(pathTo(language, "signIn"));
  await at.field("accounts.email").fill(email);
  await page.getByLabel(at.t("accounts.password")).fill(PASSWORD);
  await at.press("accounts.signIn.submit");
}
