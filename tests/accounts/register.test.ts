import { expect, test } from "vitest";

import { signIn } from "~/features/accounts/account.server";
import { currentDocuments } from "~/features/accounts/consent.server";
import { confirmRegistration, findRegistration, forgetOldRegistrations, register } from "~/features/accounts/registration.server";
import { db } from "~/platform/db.server";
import { account, events, from, PASSWORD } from "#tests/support/accounts";
import { queuedMails, tokenIn } from "#tests/support/mailbox";
import "#tests/support/world";

const confirm = (token: string, password = PASSWORD) => confirmRegistration({ token, password }, "en");

const amira = { name: "Amira", email: "Amira@example.org", password: PASSWORD, language: "en" as const };

test("a sign-up is confirmed by the link in a mail, and only then there is an account", async () => {
  await register(amira, "192.0.2.1");
  expect(await db.account.count()).toBe(0);

  const [mail] = await queuedMails();
  expect(mail).toMatchObject({ to: "Amira@example.org", subject: "Confirm your address" });
  expect(await findRegistration(tokenIn(mail))).toEqual({ name: "Amira", email: "Amira@example.org" });
  await confirmRegistration({ token: tokenIn(mail), password: PASSWORD }, "fr");

  expect(await db.account.findMany({ include: { roles: true } })).toMatchObject([
    { email: "Amira@example.org", language: "en", roles: [] },
  ]);
  expect(await db.registration.count()).toBe(0);
  expect(await db.session.count()).toBe(0);
  expect(await db.consent.findMany({ orderBy: { document: "asc" } })).toMatchObject([
    { document: "TERMS", version: currentDocuments().TERMS.version, language: "fr" },
    { document: "PRIVACY", version: currentDocuments().PRIVACY.version, language: "fr" },
  ]);
  expect(await events()).toEqual(["account.registered", "account.verified"]);
});

test("neither the token nor the password stands in the table, and the token is long", async () => {
  await register(amira, "192.0.2.1");

  const token = tokenIn((await queuedMails())[0]);
  const row = JSON.stringify(await db.registration.findFirstOrThrow());
  expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
  expect(row).not.toContain(token);
  expect(row).not.toContain(PASSWORD);
  expect(row).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
});

test("who signs up with a known address gets a mail that says so, in the account's language, and nothing is changed", async () => {
  const known = await account("amira@example.org", { language: "fr" });

  await register({ ...amira, password: "another good password" }, "192.0.2.1");

  const mails = await queuedMails();
  expect(mails).toMatchObject([{ to: "amira@example.org", subject: "Vous avez déjà un compte", language: "fr" }]);
  expect(tokenIn(mails[0])).toBe("");
  expect(await db.account.findMany()).toEqual([known]);
  await signIn({ email: "amira@example.org", password: PASSWORD }, from());
});

test("a weak password is refused, and nothing is written", async () => {
  for (const [password, reason] of [
    ["Short one", "passwordTooShort"],
    ["P@ssword123", "passwordCommon"],
    ["Amira.Amira.2026", null],
    ["amira@example.org", "passwordIsYou"],
  ] as const) {
    const outcome = register({ ...amira, password }, "192.0.2.1");
    if (reason) await expect(outcome.catch((refusal: Response) => refusal.text())).resolves.toBe(`accounts.errors.${reason}`);
    else await outcome;
  }
  expect(await db.registration.count()).toBe(1);
});

test("a link works once, and not after 48 hours", async () => {
  await register(amira, "192.0.2.1");
  const token = tokenIn((await queuedMails())[0]);
  await confirm(token);
  await expect(confirm(token)).rejects.toMatchObject({ status: 422 });

  await register({ ...amira, email: "late@example.org" }, "192.0.2.2");
  await db.registration.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  const late = tokenIn((await queuedMails())[1]);
  await expect(confirm(late)).rejects.toMatchObject({ status: 422 });
  expect(await findRegistration(late)).toBeNull();
  expect(await db.account.count()).toBe(1);
  await forgetOldRegistrations();
  expect(await db.registration.count()).toBe(0);
});

test("who has the link alone gets no account: without the password it stays with who chose it", async () => {
  await register(amira, "192.0.2.1");
  const token = tokenIn((await queuedMails())[0]);

  const refusal = await confirm(token, "not the password").catch((response: Response) => response.text());

  expect(refusal).toBe("accounts.errors.signUpPassword");
  expect([await db.account.count(), await db.consent.count()]).toEqual([0, 0]);
  await confirm(token);
  await signIn({ email: amira.email, password: PASSWORD }, from());
});

test("after five guesses, even at the same moment, the link is dead", async () => {
  await register(amira, "192.0.2.1");
  const token = tokenIn((await queuedMails())[0]);

  const reasons = await Promise.all(
    Array.from({ length: 8 }, (_, turn) => confirm(token, `guess ${turn}`).catch((response: Response) => response.text())),
  );

  expect(reasons.filter((reason) => reason === "accounts.errors.signUpPassword").length).toBeLessThanOrEqual(5);
  await expect(confirm(token)).rejects.toMatchObject({ status: 422 });
  expect([await db.account.count(), await db.registration.count(), await findRegistration(token)]).toEqual([0, 0, null]);
});

test("a right password at the fifth try still counts, and guesses at one sign-up do not end another", async () => {
  await register(amira, "192.0.2.1");
  await register({ ...amira, email: "farid@example.org" }, "192.0.2.1");
  const [first = "", second = ""] = (await queuedMails()).map(tokenIn);

  for (let turn = 0; turn < 4; turn++) await expect(confirm(first, `guess ${turn}`)).rejects.toMatchObject({ status: 422 });
  await confirm(first);
  await confirm(second);

  expect(await db.account.count()).toBe(2);
});

test("of two sign-ups with one address at the same moment both are answered, and one account comes of them", async () => {
  await Promise.all([register(amira, "192.0.2.1"), register({ ...amira, email: "amira@EXAMPLE.org" }, "192.0.2.2")]);

  const tokens = (await queuedMails()).map(tokenIn);
  const outcomes = await Promise.allSettled([...tokens, ...tokens].map((token) => confirm(token)));

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome.status === "rejected" && (outcome.reason as Response).status !== 422)).toEqual([]);
  expect(await db.account.count()).toBe(1);
});

test("a seventh sign-up from one network within the hour has to wait; the same address gets five mails at most", async () => {
  for (let turn = 0; turn < 6; turn++) await register(amira, "192.0.2.1");

  const refusal = await register({ ...amira, email: "other@example.org" }, "192.0.2.1").catch((response: Response) => response);
  expect(refusal).toMatchObject({ status: 429 });
  expect(Number((refusal as Response).headers.get("Retry-After"))).toBeGreaterThan(3000);
  expect(await queuedMails()).toHaveLength(5);
  await register({ ...amira, email: "elsewhere@example.org" }, "192.0.2.9");
});
