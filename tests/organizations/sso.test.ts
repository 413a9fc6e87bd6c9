import { afterAll, beforeAll, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { changeSso, getSsoSettings, removeSso, ssoCallback } from "~/features/organizations/sso-connection.server";
import { arriveFromProvider, departToProvider } from "~/features/organizations/sso-sign-in.server";
import { db } from "~/platform/db.server";
import { loader as callback } from "~/routes/accounts/sso-callback";
import { action as depart } from "~/routes/accounts/organization-sign-in";
import { loader as refusalPage } from "~/routes/accounts/organization-refusal";
import { account, events, from, tokenOf, whoIs } from "#tests/support/accounts";
import { CLIENT, startImpostor, startProvider, visitProvider } from "#tests/support/oidc-provider";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

let provider: Awaited<ReturnType<typeof startProvider>>;
let impostor: Awaited<ReturnType<typeof startImpostor>>;

beforeAll(async () => {
  provider = await startProvider(ssoCallback, {
    amira: { email: "amira@clinic.example.com", email_verified: true, name: "Amira <b>Haddad</b>" },
    unverified: { email: "boss@clinic.example.com", email_verified: false, name: "Not the boss" },
    odd: { email: "o\u0000dd,x@clinic.example.com", email_verified: true, name: "Odd" },
    endless: { email: `${"e".repeat(300)}@clinic.example.com`, email_verified: true, name: "Endless" },
    noisy: { email: "noisy@clinic.example.com", email_verified: true, name: "No\u0000\u0007isy" },
    elsewhere: { email: "eve@other.example.com", email_verified: true, name: "Eve" },
  });
  impostor = await startImpostor(provider.issuer);
});

afterAll(() => {
  provider.close();
  impostor.close();
});

const settings = () => ({ issuer: provider.issuer, clientId: CLIENT.id, secret: CLIENT.secret, isActive: true });

/** An organization whose people sign in through the provider. */
async function clinic() {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const { id } = await organization("Clinic");
  await db.organizationDomain.create({ data: { domain: "clinic.example.com", organizationId: id } });
  await changeSso(anika, "en", "clinic", settings());
  return { anika, id };
}

const organizationAt = (slug: string) => db.organization.findFirstOrThrow({ where: { faces: { some: { slug } } } });

const leave = (email = "amira@clinic.example.com", browser: string | null = null) =>
  departToProvider({ email, returnTo: "/fr/pratiques", language: "fr" }, { clientAddress: "192.0.2.1", browser });

/** The whole way: there, signing in, and back. */
async function come(login: string, email?: string) {
  const { address, browser } = await leave(email);
  return arriveFromProvider(await visitProvider(address, login), browser, from());
}

const refused = (reason: string) => ({ reason, language: "fr" });

test("someone new comes through their organization: an account with a verified address, a place in it, and a session", async () => {
  const { id } = await clinic();

  const { step, returnTo, language } = await come("amira");

  expect([returnTo, language, step.next]).toEqual(["/fr/pratiques", "fr", "home"]);
  expect(await whoIs(tokenOf(step.cookies[0] ?? ""))).toMatchObject({
    name: "Amira b Haddad b",
    organizations: [{ id, isSteward: false }],
  });
  expect(await db.account.findUnique({ where: { email: "amira@clinic.example.com" }, omit: { passwordHash: false } })).toMatchObject({
    passwordHash: null,
    language: "fr",
  });
  expect(await events()).toEqual(
    expect.arrayContaining(["account.verified", "account.identity_linked", "organization.joined", "account.signed_in"]),
  );

  await come("amira");
  expect([await db.account.count(), await db.ssoIdentity.count(), await db.membership.count()]).toEqual([2, 1, 1]);
});

test("who has an account already keeps it, since both addresses are verified, and a second factor is still asked for", async () => {
  await clinic();
  const { id } = await account("amira@clinic.example.com");
  await db.authenticator.create({ data: { accountId: id, sealedSecret: "sealed", confirmedAt: new Date() } });

  const { step } = await come("amira");

  expect(step.next).toBe("secondFactor");
  expect(step.cookies.join()).not.toContain("__Host-session=");
  expect(await db.ssoIdentity.findFirst()).toMatchObject({ accountId: id });
});

test("who was removed from the organization signs in, but is not let in again by it", async () => {
  await clinic();
  await come("amira");
  await db.membership.deleteMany();

  expect((await come("amira")).step.next).toBe("home");
  expect(await db.membership.count()).toBe(0);
});

test("who left with an address of their own is opened neither by the organization, nor by another with the same provider", async () => {
  const { anika } = await clinic();
  await come("amira");
  await organization("Riverside");
  await db.organizationDomain.create({ data: { domain: "riverside.example.com", organizationId: (await organizationAt("riverside")).id } });
  await changeSso(anika, "en", "riverside", settings());
  await expect(come("amira", "someone@riverside.example.com")).rejects.toMatchObject(refused("domain"));

  const amira = { email: "amira@clinic.example.com" };
  await db.account.update({ where: amira, data: { email: "amira@example.org" } });
  expect((await come("amira")).step.next).toBe("home");
  await db.membership.deleteMany();
  await expect(come("amira")).rejects.toMatchObject(refused("domain"));
});

test("what is no address opens no account, whatever the provider says of it", async () => {
  await clinic();
  for (const login of ["odd", "endless"]) await expect(come(login)).rejects.toMatchObject(refused("unverified"));
  expect((await come("noisy")).step.next).toBe("home");
  expect(await db.account.findFirst({ where: { email: "noisy@clinic.example.com" } })).toMatchObject({ name: "No isy" });
});

test("an address that the provider did not verify, or that is of another domain, opens no account and links none", async () => {
  await clinic();
  await account("boss@clinic.example.com");
  await account("eve@other.example.com");

  await expect(come("unverified")).rejects.toMatchObject(refused("unverified"));
  await expect(come("elsewhere")).rejects.toMatchObject(refused("domain"));

  expect(await db.ssoIdentity.count()).toBe(0);
  expect(await db.membership.count()).toBe(0);
  expect(await db.session.count()).toBe(0);
});

test("a state works once, in the browser that began, and for ten minutes", async () => {
  await clinic();
  const { address, browser } = await leave();
  const back = await visitProvider(address, "amira");

  await expect(arriveFromProvider(back, "x".repeat(43), from())).rejects.toMatchObject(refused("foreign"));
  await expect(arriveFromProvider(back, null, from())).rejects.toMatchObject(refused("foreign"));
  expect((await arriveFromProvider(back, browser, from())).step.next).toBe("home");
  await expect(arriveFromProvider(back, browser, from())).rejects.toMatchObject({ reason: "unknown" });

  const late = await leave();
  const lateBack = await visitProvider(late.address, "amira");
  await db.ssoAttempt.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  await expect(arriveFromProvider(lateBack, late.browser, from())).rejects.toMatchObject(refused("expired"));
  expect(await db.session.count()).toBe(1);
});

test("of two arrivals with one state at the same moment, one opens a session", async () => {
  await clinic();
  const { address, browser } = await leave();
  const back = await visitProvider(address, "amira");

  const outcomes = await Promise.allSettled([arriveFromProvider(back, browser, from()), arriveFromProvider(back, browser, from())]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.session.count()).toBe(1);
});

test("a code of someone else, another state and another issuer are refused", async () => {
  const { anika } = await clinic();
  const first = await leave();
  const second = await leave(undefined, first.browser);
  const stolen = await visitProvider(first.address, "amira");
  const mixed = new URL(stolen);
  mixed.searchParams.set("state", new URL(second.address).searchParams.get("state") ?? "");
  await expect(arriveFromProvider(mixed, first.browser, from())).rejects.toMatchObject(refused("provider"));

  const foreign = await leave(undefined, first.browser);
  const answer = await visitProvider(foreign.address, "amira");
  answer.searchParams.set("iss", "https://evil.example.com");
  await expect(arriveFromProvider(answer, first.browser, from())).rejects.toMatchObject(refused("provider"));

  await changeSso(anika, "en", "clinic", { ...settings(), issuer: impostor.issuer });
  await expect(come("amira")).rejects.toMatchObject(refused("provider"));
  expect([await db.ssoIdentity.count(), await db.session.count()]).toEqual([0, 0]);
});

test("who turns back at the provider, a closed organization and a suspended account are each told", async () => {
  const { id } = await clinic();
  await come("amira");
  await db.account.updateMany({
    where: { email: "amira@clinic.example.com" },
    data: { suspendedUntil: new Date(Date.now() + 60_000) },
  });
  await expect(come("amira")).rejects.toMatchObject(refused("suspended"));

  const { address, browser } = await leave();
  const state = new URL(address).searchParams.get("state") ?? "";
  await expect(arriveFromProvider(new URL(`${ssoCallback}?error=access_denied&state=${state}`), browser, from())).rejects.toMatchObject(
    refused("denied"),
  );

  const last = await leave();
  await db.organization.update({ where: { id }, data: { status: "CLOSED" } });
  await expect(arriveFromProvider(await visitProvider(last.address, "amira"), last.browser, from())).rejects.toMatchObject(
    refused("closed"),
  );
  await expect(leave()).rejects.toMatchObject({ status: 422 });
});

test("the doors: a form leads on without a redirect, and every refusal has a page in the language of the person", async () => {
  await clinic();
  const sent = await depart(submission(null, "/fr/connexion/organisme", {}, { email: "amira@clinic.example.com" }));
  expect(sent.headers.get("Refresh")).toContain(`url=${provider.issuer}/auth?`);
  expect(sent.headers.get("Set-Cookie")).toMatch(/^__Host-sso=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; Secure; SameSite=Lax$/);
  const nobody = await depart(submission(null, "/fr/connexion/organisme", {}, { email: "eve@other.example.com" }));
  expect([nobody.status, await nobody.json()]).toEqual([422, expect.objectContaining({ errors: { email: ["sso.errors.noSignIn"] } })]);

  const lost = await callback(visit(null, "/sso/callback?state=unknown&code=x"));
  expect(lost.headers.get("Location")).toBe("/en/sign-in/organization/refusal?reason=unknown");
  const page = await refusalPage(visit(null, "/en/sign-in/organization/refusal?reason=<script>"));
  expect([page.status, await page.json()]).toEqual([422, { refusal: "unknown" }]);
});

test("only administrators see and change the sign-in of an organization, and its secret comes out nowhere", async () => {
  const { anika, id } = await clinic();
  const steward = await person("Sam", { organizations: [{ id }], steward: true });

  for (const actor of [steward, await person("Maya")] as Actor[]) {
    await expect(getSsoSettings(actor, "en", "clinic")).rejects.toMatchObject({ status: 404 });
    await expect(changeSso(actor, "en", "clinic", settings())).rejects.toMatchObject({ status: 404 });
    await expect(removeSso(actor, "en", "clinic")).rejects.toMatchObject({ status: 404 });
  }
  expect(JSON.stringify(await getSsoSettings(anika, "en", "clinic"))).not.toContain(CLIENT.secret);
  expect(JSON.stringify(await db.ssoConnection.findMany())).not.toContain(CLIENT.secret);

  await changeSso(anika, "en", "clinic", { ...settings(), secret: "" });
  expect((await come("amira")).step.next).toBe("home");
  await removeSso(anika, "en", "clinic");
  await expect(removeSso(anika, "en", "clinic")).rejects.toMatchObject({ status: 404 });
  expect(await db.account.count()).toBe(4);
});

test("a provider that is none, or an address of a machine, is refused and changes nothing", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const { id } = await organization("Clinic");
  const change = (issuer: string) => changeSso(anika, "en", "clinic", { ...settings(), issuer });

  for (const issuer of [
    "http://login.example.org",
    "https://10.0.0.1",
    "https://[fd00::1]",
    "https://printer.local",
    "https://x:y@login.example.org",
  ])
    await expect(change(issuer), issuer).rejects.toMatchObject({ status: 422 });
  await expect(change("http://127.0.0.1:9")).rejects.toMatchObject({ status: 422 });
  await expect(changeSso(anika, "en", "clinic", { ...settings(), secret: "" })).rejects.toMatchObject({ status: 422 });
  await db.organization.update({ where: { id }, data: { status: "LISTED" } });
  await expect(change(provider.issuer)).rejects.toMatchObject({ status: 409 });

  expect(await db.ssoConnection.count()).toBe(0);
});
