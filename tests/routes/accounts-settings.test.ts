import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { afterEach, expect, test } from "vitest";

import { confirmationMail } from "~/features/accounts/mails.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { sendMail } from "~/platform/mail.server";
import { loader as outbox } from "~/routes/dev/mail";
import { loader as message } from "~/routes/dev/message";
import { action as saveProfile, loader as settings } from "~/routes/settings/account";
import { action as savePassword, loader as passwordPage } from "~/routes/settings/password";
import { account, PASSWORD, session, whoIs } from "#tests/support/accounts";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

const asSet = { ...env };

afterEach(() => {
  Object.assign(env, asSet);
});

test("a visitor is sent to sign in first, by every door of the settings", async () => {
  for (const door of [
    settings(visit(null, "/en/settings/account")),
    passwordPage(visit(null, "/en/settings/password")),
    saveProfile(submission(null, "/en/settings/account", {}, { name: "Eve", language: "en", timeZone: "America/Toronto" })),
    savePassword(submission(null, "/en/settings/password", {}, { currentPassword: "x", password: "nine boats in a bay" })),
  ])
    await expect(door).rejects.toMatchObject({ status: 302 });
});

test("name, language and time zone are saved, and a fault keeps what was typed", async () => {
  const amira = await person("Amira");

  const response = await saveProfile(
    submission(amira, "/en/settings/account", {}, { name: "Amira Haddad", language: "fr", timeZone: "America/St_Johns" }),
  );
  expect(response.headers.get("Location")).toBe("/en/settings/account");
  expect(await db.account.findUniqueOrThrow({ where: { id: amira.id } })).toMatchObject({
    name: "Amira Haddad",
    language: "fr",
    timeZone: "America/St_Johns",
  });

  const faulty = await saveProfile(
    submission(amira, "/en/settings/account", {}, { name: "x".repeat(101), language: "fr", timeZone: "Mars/Olympus" }),
  );
  expect([faulty.status, await faulty.json()]).toEqual([
    422,
    {
      errors: { name: ["accounts.errors.nameTooLong"], timeZone: ["settings.account.errors.timeZone"] },
      values: { name: "x".repeat(101), language: "fr", timeZone: "Mars/Olympus" },
    },
  ]);
});

test("the settings page holds no secret", async () => {
  const amira = await person("Amira");

  expect(await (await settings(visit(amira, "/en/settings/account"))).text()).not.toMatch(/password|hash/i);
});

test("a wrong current password is said at its field, and no password comes back", async () => {
  const { id } = await account("amira@example.org");
  const here = await session(id);
  const sent = submission(await whoIs(here), "/en/settings/password", {}, { currentPassword: "no", password: "nine boats in a bay" });

  const response = await savePassword({ ...sent, context: { ...sent.context, sessionToken: here } });

  expect([response.status, await response.json()]).toEqual([
    422,
    { errors: { currentPassword: ["accounts.errors.currentPassword"] }, values: {} },
  ]);
  const right = submission(await whoIs(here), "/en/settings/password", {}, { currentPassword: PASSWORD, password: "nine boats in a bay" });
  const saved = await savePassword({ ...right, context: { ...right.context, sessionToken: here } });
  expect(saved.headers.get("Location")).toBe("/en/settings/account");
});

test("the outbox can be read in the demo world, harmlessly, and elsewhere there is none", async () => {
  env.PORTAL_DATA = await mkdtemp(path.join(os.tmpdir(), "portal-outbox-"));
  await sendMail({ to: "zoe@example.org", messageId: "<20261122.one@example.org>", ...confirmationMail("fr", "jeton") });

  const page = await outbox(visit(null, "/dev/mail"));
  expect(await page.json()).toMatchObject({ mails: [{ path: "/dev/mail/20261122.one.eml", to: "zoe@example.org" }] });
  const mail = await message(visit(null, "/dev/mail/20261122.one.eml", { name: "20261122.one.eml" }));
  expect(await mail.text()).toContain("/fr/verification-du-courriel?token=jeton");
  expect(mail.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
  await expect(message(visit(null, "/dev/mail/x", { name: "../secret" }))).rejects.toMatchObject({ status: 404 });

  env.PORTAL_DEMO = false;
  await expect(outbox(visit(null, "/dev/mail"))).rejects.toMatchObject({ status: 404 });
  await expect(message(visit(null, "/dev/mail/x", { name: "20261122.one.eml" }))).rejects.toMatchObject({ status: 404 });
  await rm(env.PORTAL_DATA, { recursive: true });
});
