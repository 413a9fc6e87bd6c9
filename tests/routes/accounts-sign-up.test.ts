import { expect, test } from "vitest";

import { db } from "~/platform/db.server";
import { action as forget } from "~/routes/accounts/forgotten-password";
import { action as setPassword, loader as newPassword } from "~/routes/accounts/new-password";
import { action as signUp, loader as signUpPage } from "~/routes/accounts/sign-up";
import { action as verify, loader as verifyPage } from "~/routes/accounts/verify-email";
import { account, PASSWORD } from "#tests/support/accounts";
import { queuedMails, runQueued, tokenIn } from "#tests/support/mailbox";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

const amira = { name: "Amira", email: "amira@example.org", password: PASSWORD, language: "fr" };

test("sign-up answers the same for a new and for a known address", async () => {
  await account("known@example.org");
  const answer = async (email: string) => {
    const response = await signUp(submission(null, "/en/sign-up", {}, { ...amira, email }));
    return [response.status, [...response.headers], await response.text()];
  };

  expect(await answer("known@example.org")).toEqual(await answer("new@example.org"));
  const page = await signUpPage(visit(null, "/en/sign-up?sent=1"));
  expect(await page.json()).toMatchObject({ isSent: true });
});

test("the forgotten password is answered the same for a known and for an unknown address", async () => {
  await account("known@example.org");
  const answer = async (email: string) => {
    const response = await forget(submission(null, "/en/forgotten-password", {}, { email }));
    return [response.status, [...response.headers], await response.text()];
  };

  expect(await answer("known@example.org")).toEqual(await answer("nobody@example.org"));
});

test("a form with faults comes back with all of them by field, with what was typed, and without the password", async () => {
  const response = await signUp(submission(null, "/en/sign-up", {}, { name: " ", email: "nonsense", password: "", language: "de" }));

  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    errors: {
      name: ["accounts.errors.nameRequired"],
      email: ["accounts.errors.email"],
      password: ["accounts.errors.passwordRequired"],
      language: ["accounts.errors.language"],
    },
    values: { name: " ", email: "nonsense", language: "de" },
  });
  const weak = await signUp(submission(null, "/en/sign-up", {}, { ...amira, password: "password123" }));
  expect(await weak.json()).toMatchObject({ errors: { password: ["accounts.errors.passwordCommon"] } });
});

test("fields that no page of ours sends are refused", async () => {
  for (const extra of [{ isDemo: "1" }, { roles: "ADMINISTRATOR" }, { id: "1" }] as Record<string, string>[])
    await expect(signUp(submission(null, "/en/sign-up", {}, { ...amira, ...extra }))).rejects.toMatchObject({ status: 400 });
  expect(await db.registration.count()).toBe(0);
});

test("the link of the mail asks for the password, and only with it the account is made", async () => {
  await signUp(submission(null, "/fr/inscription", {}, amira));
  const token = tokenIn((await queuedMails())[0]);

  const page = await verifyPage(visit(null, `/fr/verification-du-courriel?token=${token}`));
  expect([page.status, await page.json()]).toEqual([200, { token, registration: { name: "Amira", email: "amira@example.org" } }]);
  expect(await db.account.count()).toBe(0);

  const wrong = await verify(submission(null, "/fr/verification-du-courriel", {}, { token, password: "something else" }));
  expect([wrong.status, await wrong.json()]).toEqual([
    422,
    { errors: { password: ["accounts.errors.signUpPassword"] }, values: { token } },
  ]);
  expect(await db.account.count()).toBe(0);
  const response = await verify(submission(null, "/fr/verification-du-courriel", {}, { token, password: PASSWORD }));
  expect(response.headers.get("Location")).toBe("/fr/connexion");
  expect(response.headers.get("Set-Cookie")).toMatch(/^__Host-flash=/);
  expect(response.headers.get("Set-Cookie")).not.toMatch(/__Host-session/);
  expect(await db.account.count()).toBe(1);
  expect((await verify(submission(null, "/fr/verification-du-courriel", {}, { token, password: PASSWORD }))).status).toBe(422);
  expect((await verifyPage(visit(null, "/fr/verification-du-courriel?token=made-up"))).status).toBe(410);
});

test("the link to a new password works once, and signs nobody in", async () => {
  await account("amira@example.org");
  await forget(submission(null, "/en/forgotten-password", {}, { email: "amira@example.org" }));
  await runQueued("offer-new-password");
  const token = tokenIn((await queuedMails())[0]);
  const page = await newPassword(visit(null, `/en/new-password?token=${token}`));
  expect([page.status, await page.json()]).toEqual([
    200,
    { token, reset: { email: "amira@example.org", isStaff: false, ways: { app: false, passkey: false } } },
  ]);

  const weak = await setPassword(submission(null, "/en/new-password", {}, { token, password: "short" }));
  expect([weak.status, await weak.json()]).toEqual([
    422,
    { errors: { password: ["accounts.errors.passwordTooShort"] }, values: { token } },
  ]);
  const response = await setPassword(submission(null, "/en/new-password", {}, { token, password: "nine boats in a bay" }));
  expect(response.headers.get("Location")).toBe("/en/sign-in");
  expect(response.headers.get("Set-Cookie")).not.toMatch(/__Host-session/);
  expect((await newPassword(visit(null, `/en/new-password?token=${token}`))).status).toBe(410);
});

test("who is signed in needs no second account", async () => {
  await expect(signUpPage(visit(await person("Amira"), "/en/sign-up"))).rejects.toMatchObject({ status: 302 });
});
