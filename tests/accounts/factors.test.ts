import { afterEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { signIn } from "~/features/accounts/account.server";
import { resetFactors } from "~/features/accounts/factors.server";
import { findReset, forgetPassword, setNewPassword } from "~/features/accounts/password-reset.server";
import { findPending, giveSecondFactor, pendingTokenOf, returnToAccount } from "~/features/accounts/pending-sign-in.server";
import { getWaysOfProof, prove } from "~/features/accounts/proof.server";
import { getSecurity } from "~/features/accounts/security-queries.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { events, from, PASSWORD, session, tokenOf, whoIs } from "#tests/support/accounts";
import { answer, ORIGIN, someone, withApp, withPasskey } from "#tests/support/factors";
import { queuedMails, runQueued, tokenIn } from "#tests/support/mailbox";
import "#tests/support/world";

const email = "amira@example.org";
const password = "nine boats in a bay";
const browser = { sessionToken: null, device: "" };
const asSet = { ...env };

afterEach(() => {
  Object.assign(env, asSet);
});

test("who has a second factor proves by it, not by the password; who has none by the password", async () => {
  const amira = await someone(email);
  const token = await oldSession(amira);
  expect(await getWaysOfProof(amira)).toEqual({ app: false, passkey: false, password: true });
  await prove(amira, { ...nothing, password: PASSWORD }, ORIGIN, token);
  expect(await provenAgo()).toBeLessThan(60_000);

  const app = await withApp(amira);
  const { passkey } = await withPasskey(amira);
  const again = await oldSession(amira);
  expect(await getWaysOfProof(amira)).toEqual({ app: true, passkey: true, password: false });
  await expect(prove(amira, { ...nothing, password: PASSWORD }, ORIGIN, again)).rejects.toMatchObject({ status: 422 });
  await expect(prove(amira, { ...nothing, code: "000000" }, ORIGIN, again)).rejects.toMatchObject({ status: 422 });
  expect(await provenAgo()).toBeGreaterThan(3_000_000);

  await prove(amira, { ...nothing, code: app.code() }, ORIGIN, again);
  expect(await provenAgo()).toBeLessThan(60_000);
  await oldSession(amira);
  await prove(amira, { ...nothing, credential: await answer(passkey) }, ORIGIN, await oldSession(amira));
  expect(await provenAgo()).toBeLessThan(60_000);
  expect(await events()).toContain("account.proven");
});

test("a role that wants a second factor rests without one: its holder is led to the settings, and told before the last one goes", async () => {
  env.REQUIRE_SECOND_FACTOR = true;
  const amira = await someone(email, { roles: ["EDITOR", "PRACTITIONER"] });
  expect(amira).toMatchObject({ roles: ["PRACTITIONER"], owesSecondFactor: true });
  expect((await signIn({ email, password: PASSWORD }, from())).next).toBe("security");
  expect(await getSecurity(amira)).toMatchObject({ owes: true, restsWithout: false });

  const app = await withApp(amira);
  const next = (await signIn({ email, password: PASSWORD }, from())).cookies;
  const step = await giveSecondFactor(pendingIn(next), { code: app.code(), credential: "" }, ORIGIN, browser);
  expect(step.next).toBe("home");
  const awake = (await whoIs(tokenOf(step.cookies[0] ?? ""))) as Actor;
  expect(awake).toMatchObject({ roles: expect.arrayContaining(["EDITOR", "PRACTITIONER"]), owesSecondFactor: false });
  expect(await getSecurity(awake)).toMatchObject({ owes: false, restsWithout: true });

  await withPasskey(amira);
  expect(await getSecurity(awake)).toMatchObject({ restsWithout: false });
});

test("a forgotten password is set with the second factor only, and five codes are answered for one link", async () => {
  const amira = await someone(email);
  const app = await withApp(amira);
  const token = await forgotten();
  expect(await findReset(token)).toMatchObject({ ways: { app: true, passkey: false } });

  await expect(setNewPassword({ token, password }, ORIGIN)).rejects.toMatchObject({ status: 422 });
  for (let turn = 0; turn < 5; turn++)
    await expect(setNewPassword({ token, password, code: "000000" }, ORIGIN)).rejects.toMatchObject({ status: 422 });
  await expect(setNewPassword({ token, password, code: app.code() }, ORIGIN)).rejects.toMatchObject({ status: 429 });
  expect((await signIn({ email, password: PASSWORD }, from())).next).toBe("secondFactor");

  await setNewPassword({ token: await forgotten(), password, code: app.code() }, ORIGIN);
  expect((await signIn({ email, password }, from())).next).toBe("secondFactor");
});

test("a forgotten password is also set with a passkey", async () => {
  const { passkey } = await withPasskey(await someone(email));
  const token = await forgotten();

  await expect(setNewPassword({ token, password, credential: "{}" }, ORIGIN)).rejects.toMatchObject({ status: 422 });
  await setNewPassword({ token, password, credential: await answer(passkey) }, ORIGIN);

  expect((await signIn({ email, password }, from())).next).toBe("secondFactor");
});

test("an administrator removes all factors of someone who lost them, who is told and signed out everywhere", async () => {
  const admin = await someone("admin@example.org", { roles: ["ADMINISTRATOR"] });
  const amira = await someone(email, { language: "fr" });
  await withApp(amira);
  await withPasskey(amira);
  const token = await session(amira.id);

  await resetFactors(admin, amira.id);

  expect(await whoIs(token)).toBeNull();
  expect([await db.authenticator.count(), await db.passkey.count(), await db.recoveryCode.count()]).toEqual([0, 0, 0]);
  expect((await queuedMails()).at(-1)).toMatchObject({ to: email, subject: "Vos seconds facteurs ont été retirés" });
  expect(await db.event.findFirst({ where: { name: "account.factors_reset" } })).toMatchObject({
    actorId: admin.id,
    subjectId: amira.id,
    details: {},
  });
  expect((await signIn({ email, password: PASSWORD }, from())).next).toBe("home");
  await expect(resetFactors(admin, amira.id)).rejects.toMatchObject({ status: 409 });
});

test("nobody but an administrator resets factors, and nobody their own", async () => {
  const admin = await someone("admin@example.org", { roles: ["ADMINISTRATOR"] });
  const amira = await someone(email, { roles: ["EDITOR", "MODERATOR"] });
  await withApp(admin);
  await withApp(amira);

  await expect(resetFactors(amira, admin.id)).rejects.toMatchObject({ status: 403 });
  await expect(resetFactors(admin, admin.id)).rejects.toMatchObject({ status: 403 });
  await expect(resetFactors(admin, "01a204d3-5ac4-772b-baef-30883602c14d")).rejects.toMatchObject({ status: 404 });
  expect(await db.authenticator.count()).toBe(2);
});

test("an account at rest is entered only by waking it, after the second factor", async () => {
  const amira = await someone(email);
  const app = await withApp(amira);
  await db.account.update({
    where: { id: amira.id },
    data: { deactivatedAt: new Date(), erasureDueAt: new Date(Date.now() + 86_400_000) },
  });
  await db.session.deleteMany();

  const first = pendingIn((await signIn({ email, password: PASSWORD }, from())).cookies);
  await expect(returnToAccount(first, browser)).rejects.toMatchObject({ status: 422 });
  const step = await giveSecondFactor(first, { code: app.code(), credential: "" }, ORIGIN, browser);
  expect(step).toMatchObject({ next: "return", cookies: [expect.stringMatching(/^__Host-pending=[\w-]{43};/)] });
  const second = pendingIn(step.cookies);
  expect([second === first, await db.session.count(), await findPending(second, "secondFactor")]).toEqual([false, 0, null]);
  expect(await findPending(second, "return")).toMatchObject({ erasureDueAt: expect.any(Date) });

  const back = await returnToAccount(second, browser);

  expect(await whoIs(tokenOf(back.cookies[0] ?? ""))).toMatchObject({ id: amira.id });
  expect(await db.account.findUniqueOrThrow({ where: { id: amira.id } })).toMatchObject({ deactivatedAt: null, erasureDueAt: null });
  await expect(returnToAccount(second, browser)).rejects.toMatchObject({ status: 422 });
});

test("an account whose grace is over is answered like one that never was", async () => {
  const amira = await someone(email);
  await db.account.update({ where: { id: amira.id }, data: { deactivatedAt: new Date(), erasureDueAt: new Date(Date.now() - 1) } });

  const refusal = (await signIn({ email, password: PASSWORD }, from()).catch((response: Response) => response)) as Response;

  expect([refusal.status, await refusal.text()]).toEqual([422, "accounts.errors.signIn"]);
});

const nothing = { password: "", code: "", credential: "" };

async function forgotten(): Promise<string> {
  await forgetPassword(email, "192.0.2.1");
  await runQueued("offer-new-password");
  return tokenIn((await queuedMails()).at(-1));
}

/** The one session of this person, in which they proved who they are an hour ago. */
async function oldSession({ id }: Actor) {
  await db.session.deleteMany();
  const token = await session(id);
  await db.session.updateMany({ data: { provenAt: new Date(Date.now() - 3_600_000) } });
  return token;
}

const provenAgo = async () => Date.now() - (await db.session.findFirstOrThrow()).provenAt.getTime();

const pendingIn = ([cookie = ""]: string[]) =>
  pendingTokenOf(new Request("http://127.0.0.1/en", { headers: { Cookie: cookie.split(";")[0] ?? "" } }));
