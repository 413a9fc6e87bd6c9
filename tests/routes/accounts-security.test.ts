import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { action as challenge } from "~/routes/accounts/passkey-challenge";
import { action as passkeySignIn } from "~/routes/accounts/passkey";
import { action as secondFactor, loader as secondFactorPage } from "~/routes/accounts/second-factor";
import { action as signIn } from "~/routes/accounts/sign-in";
import { action as endSignIn } from "~/routes/accounts/sign-in-end";
import { action as wake, loader as returnPage } from "~/routes/accounts/return";
import { action as resetFactors, loader as factorsPage } from "~/routes/admin/factors";
import { loader as account } from "~/routes/settings/account";
import { action as addApp, loader as appPage } from "~/routes/settings/authenticator";
import { action as removeApp, loader as appRemoval } from "~/routes/settings/authenticator-removal";
import { action as addPasskey, loader as passkeyPage } from "~/routes/settings/new-passkey";
import { action as registration } from "~/routes/settings/new-passkey-challenge";
import { action as addPassword } from "~/routes/settings/new-own-password";
import { action as removePasskey, loader as passkeyRemoval } from "~/routes/settings/passkey-removal";
import { action as removePassword, loader as passwordRemoval } from "~/routes/settings/password-removal";
import { action as prove } from "~/routes/settings/proof";
import { action as makeCodes, loader as codesPage } from "~/routes/settings/recovery-codes";
import { loader as securityPage } from "~/routes/settings/security";
import { PASSWORD } from "#tests/support/accounts";
import { someone, withApp, withPasskey } from "#tests/support/factors";
import { submission, visit } from "#tests/support/request";
import "#tests/support/world";

const email = "amira@example.org";

test("signing in goes over the second step to the page that was wanted", async () => {
  const app = await withApp(await someone(email));

  const first = await signIn(submission(null, "/en/sign-in", {}, { email, password: PASSWORD, to: "/en/settings/account" }));
  expect(first.headers.get("Location")).toBe("/en/sign-in/second-factor?to=%2Fen%2Fsettings%2Faccount");
  const Cookie = first.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect(Cookie).toMatch(/^__Host-pending=/);

  const page = await secondFactorPage(withCookie(visit(null, "/en/sign-in/second-factor?to=/en/settings/account"), Cookie));
  expect(await page.json()).toEqual({ ways: { app: true, passkey: false }, to: "/en/settings/account" });
  const wrong = await secondFactor(withCookie(submission(null, "/en/sign-in/second-factor", {}, { code: "000000" }), Cookie));
  expect([wrong.status, (await wrong.json()).errors]).toEqual([422, { code: ["security.errors.code"] }]);

  const sent = submission(null, "/en/sign-in/second-factor", {}, { code: app.code(), to: "/en/settings/account" });
  const last = await secondFactor(withCookie(sent, Cookie));
  expect(last.headers.get("Location")).toBe("/en/settings/account");
  expect(last.headers.getSetCookie().map((cookie) => cookie.split("=")[0])).toEqual(["__Host-session", "__Host-pending"]);
});

test("without a sign-in that waits, the second step and the return lead to the beginning", async () => {
  for (const page of [secondFactorPage, returnPage]) {
    const refused = (await page(visit(null, "/fr/connexion/retour")).catch((response: Response) => response)) as Response;
    expect(refused.headers.get("Location")).toBe("/fr/connexion");
  }
  await expect(account(withCookie(visit(null, "/en/settings/account"), "__Host-pending=x"))).rejects.toMatchObject({ status: 302 });
  const late = await secondFactor(submission(null, "/en/sign-in/second-factor", {}, { code: "123456" }));
  expect((await late.json()).errors).toEqual({ "": ["security.errors.beginAgain"] });
});

test("an account at rest is shown its state, and can be woken or left", async () => {
  const { id } = await someone(email);
  await db.account.update({ where: { id }, data: { deactivatedAt: new Date("2026-11-20T12:00:00Z") } });
  const first = await signIn(submission(null, "/en/sign-in", {}, { email, password: PASSWORD }));
  expect(first.headers.get("Location")).toBe("/en/sign-in/return");
  const Cookie = first.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect(await (await returnPage(withCookie(visit(null, "/en/sign-in/return"), Cookie))).json()).toMatchObject({
    since: "November 20, 2026",
    due: null,
  });

  const left = await endSignIn(withCookie(submission(null, "/en/sign-in/end", {}), Cookie));
  expect([left.headers.get("Location"), await db.pendingSignIn.count()]).toEqual(["/en", 0]);

  const again = await signIn(submission(null, "/en/sign-in", {}, { email, password: PASSWORD }));
  const woken = await wake(withCookie(submission(null, "/en/sign-in/return", {}), again.headers.getSetCookie()[0]?.split(";")[0] ?? ""));
  expect([woken.headers.get("Location"), woken.headers.getSetCookie()[0]]).toEqual(["/en", expect.stringMatching(/^__Host-session=/)]);
  expect((await db.account.findUniqueOrThrow({ where: { id } })).deactivatedAt).toBeNull();
});

test("whatever changes a way in asks for a proof again, by page and by form; nothing is written before", async () => {
  const amira = await someone(email, { roles: ["ADMINISTRATOR"] });
  await withApp(amira);
  const { passkey } = await withPasskey(amira);
  const before = [await db.authenticator.findMany(), await db.passkey.findMany(), await db.recoveryCode.findMany()];
  const old = <Args extends { context: object }>(args: Args): Args => ({ ...args, context: { ...args.context, provenAt: new Date(0) } });
  const open = (path: string, params = {}) => old(visit(amira, path, params));
  const send = (path: string, params = {}, form = {}) => old(submission(amira, path, params, form));
  const id = { id: passkey.id };

  for (const door of [
    () => appPage(open("/en/settings/security/authenticator")),
    () => addApp(send("/en/settings/security/authenticator", {}, { setup: "x", code: "123456" })),
    () => appRemoval(open("/en/settings/security/authenticator/removal")),
    () => removeApp(send("/en/settings/security/authenticator/removal")),
    () => codesPage(open("/en/settings/security/recovery-codes")),
    () => makeCodes(send("/en/settings/security/recovery-codes")),
    () => passkeyPage(open("/en/settings/security/passkeys/new")),
    () => addPasskey(send("/en/settings/security/passkeys/new", {}, { name: "x", credential: "{}" })),
    () => registration(send("/en/settings/security/passkeys/challenge")),
    () => passkeyRemoval(open("/en/settings/security/passkeys/x/removal", id)),
    () => removePasskey(send("/en/settings/security/passkeys/x/removal", id)),
    () => addPassword(send("/en/settings/security/password", {}, { password: "nine boats in a bay" })),
    () => passwordRemoval(open("/en/settings/security/password/removal")),
    () => removePassword(send("/en/settings/security/password/removal")),
    () => factorsPage(open("/en/admin/people/x/factors", { id: amira.id })),
    () => resetFactors(send("/en/admin/people/x/factors", { id: amira.id })),
  ]) {
    const refused = (await door().catch((response: Response) => response)) as Response;
    expect(refused.headers.get("Location")).toMatch(/^\/en\/settings\/proof\?to=/);
  }
  expect([await db.authenticator.findMany(), await db.passkey.findMany(), await db.recoveryCode.findMany()]).toEqual(before);
  expect(await db.passkeyChallenge.count()).toBe(0);
});

test("a visitor comes to none of these pages", async () => {
  for (const page of [securityPage, appPage, appRemoval, codesPage, passkeyPage, passwordRemoval])
    await expect(page(visit(null, "/en/settings/security"))).rejects.toMatchObject({ status: 302 });
});

test("an administrator is shown whose factors they would remove; others, and their own, are refused", async () => {
  const admin = await someone("admin@example.org", { roles: ["ADMINISTRATOR"], name: "Anika" });
  const amira = await someone(email);
  const open = (viewer: Actor, id: string) => factorsPage(visit(viewer, "/en/admin/people/x/factors", { id }));
  expect(await (await open(admin, amira.id)).json()).toEqual({ id: amira.id, name: "Amira", hasFactors: false });
  await withApp(amira);
  expect(await (await open(admin, amira.id)).json()).toMatchObject({ hasFactors: true });

  await expect(open(admin, admin.id)).rejects.toMatchObject({ status: 403 });
  await expect(open(amira, admin.id)).rejects.toMatchObject({ status: 403 });
  const done = await resetFactors(submission(admin, "/en/admin/people/x/factors", { id: amira.id }));
  expect(done.headers.get("Location")).toBe(`/en/admin/people/${amira.id}`);
  expect(await db.authenticator.count()).toBe(0);
});

test("the page of one's security holds no secret and no key", async () => {
  const amira = await someone(email);
  const app = await withApp(amira);
  await withPasskey(amira);

  const text = await (await securityPage(visit(amira, "/en/settings/security"))).text();

  expect(text).not.toMatch(/publicKey|sealed|hash|counter/i);
  expect(text).not.toContain(app.secret);
  expect(JSON.parse(text)).toMatchObject({ security: { codesLeft: 10, hasPassword: true, passkeys: [{ name: "My phone" }] } });
});

test("a wrong code brings the same key back, and the right one shows the recovery codes, this once", async () => {
  const amira = await someone(email);
  const { setup } = (await (await appPage(visit(amira, "/en/settings/security/authenticator"))).json()) as {
    setup: { setup: string; key: string };
  };

  const wrong = await addApp(submission(amira, "/en/settings/security/authenticator", {}, { setup: setup.setup, code: "000000" }));
  const back = (await wrong.json()) as { setup: { key: string }; errors: object };
  expect([wrong.status, back.setup.key, back.errors]).toEqual([422, setup.key, { code: ["security.errors.setupCode"] }]);

  const { codes } = await withApp(amira);
  expect(codes).toHaveLength(10);
  expect(await (await codesPage(visit(amira, "/en/settings/security/recovery-codes"))).json()).toEqual({ codesLeft: 10 });
  const made = (await (await makeCodes(submission(amira, "/en/settings/security/recovery-codes", {}))).json()) as { codes: string[] };
  expect(made.codes).toHaveLength(10);
});

test("a passkey that is not right is said so, and too many challenges for one address are refused", async () => {
  const refused = await passkeySignIn(submission(null, "/en/sign-in/passkey", {}, { credential: "{}", to: "/en/practices" }));
  expect([refused.status, await refused.json()]).toEqual([
    422,
    { errors: { "": ["security.errors.passkey"] }, values: { to: "/en/practices" } },
  ]);

  const options = (await (await challenge(submission(null, "/en/sign-in/passkey/challenge", {}))).json()) as object;
  expect(options).toMatchObject({ userVerification: "required", rpId: "127.0.0.1" });
  expect(options).not.toHaveProperty("allowCredentials.0");
  for (let turn = 1; turn < 60; turn++) await challenge(submission(null, "/en/sign-in/passkey/challenge", {}));
  await expect(challenge(submission(null, "/en/sign-in/passkey/challenge", {}))).rejects.toMatchObject({ status: 429 });
});

test("proving oneself says where the fault is, and leads on", async () => {
  const amira: Actor = await someone(email);
  const give = (form: Record<string, string>) => prove(submission(amira, "/en/settings/proof", {}, form));

  const wrong = await give({ password: "something else", to: "/en/settings/security" });
  expect((await wrong.json()).errors).toEqual({ password: ["accounts.errors.currentPassword"] });
  const right = await give({ password: PASSWORD, to: "/en/settings/security" });
  expect(right.headers.get("Location")).toBe("/en/settings/security");

  await withApp(amira);
  expect((await (await give({ password: PASSWORD })).json()).errors).toEqual({ code: ["security.errors.codeRequired"] });
});

function withCookie<Args extends { request: Request }>(args: Args, Cookie: string): Args {
  const request = new Request(args.request);
  request.headers.set("Cookie", Cookie);
  return { ...args, request };
}
