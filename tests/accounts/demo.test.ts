import { afterEach, expect, test } from "vitest";

import { signIn } from "~/features/accounts/account.server";
import { createDemoAccounts, DEMO_PASSWORD, demoAccountsStand, isDemoWorld, openDemoWorld } from "~/features/accounts/demo.server";
import { hashPassword } from "~/features/accounts/password.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { from, tokenOf, whoIs } from "#tests/support/accounts";
import { person } from "#tests/support/world";

const asSet = { ...env };
const nothingSet = { PORTAL_DEMO: undefined, PORTAL_URL: undefined, DATABASE_URL: undefined };

afterEach(() => {
  Object.assign(env, nothingSet, asSet);
});

test("the demo accounts can be used, and have the roles and organizations of the demo world", async () => {
  await createDemoAccounts();

  for (const [name, roles, stewardship] of [
    ["member", [], null],
    ["practitioner", ["PRACTITIONER"], false],
    ["editor", ["EDITOR"], null],
    ["admin", ["ADMINISTRATOR"], null],
    ["researcher", ["RESEARCHER"], false],
    ["researcher.b", ["RESEARCHER"], false],
    ["steward", ["PRACTITIONER"], true],
    ["steward.b", ["PRACTITIONER"], true],
  ] as const) {
    const viewer = await whoIs(tokenOf((await signIn({ email: `${name}@example.org`, password: DEMO_PASSWORD }, from())).cookies[0] ?? ""));
    expect(viewer).toMatchObject({ roles, organizations: stewardship === null ? [] : [{ isSteward: stewardship }] });
  }
  expect(await db.account.count({ where: { isDemo: true } })).toBe(11);
  const organizations = await db.organization.findMany({ include: { faces: true, members: true } });
  expect(organizations.map(({ contentKey, members }) => [contentKey, members.length]).sort()).toEqual([
    ["demo-baie", 3],
    ["demo-riverside", 3],
  ]);
  for (const { faces } of organizations) for (const { name } of faces) expect(name).toMatch(/\((example|exemple)\)$/);
});

test("making them again changes nothing, even where a password was changed", async () => {
  await createDemoAccounts();
  const passwordHash = await hashPassword("four tin drums");
  await db.account.update({ where: { email: "admin@example.org" }, data: { passwordHash } });

  await createDemoAccounts();

  expect(await db.account.count()).toBe(11);
  expect(await db.membership.count()).toBe(6);
  await signIn({ email: "admin@example.org", password: "four tin drums" }, from());
});

test("a new embedded portal gets them; one that has accounts, a DATABASE_URL or PORTAL_DEMO=0 does not", async () => {
  await openDemoWorld();
  expect(await db.account.count()).toBe(11);

  await db.account.deleteMany();
  await person("Amira");
  await openDemoWorld();
  expect(await db.account.count()).toBe(1);

  await db.account.deleteMany();
  env.PORTAL_DEMO = false;
  await openDemoWorld();
  expect([await db.account.count(), isDemoWorld()]).toEqual([0, false]);

  Object.assign(env, { PORTAL_DEMO: undefined, DATABASE_URL: "postgresql://elsewhere/portal" });
  await openDemoWorld();
  expect([await db.account.count(), isDemoWorld()]).toEqual([0, false]);
});

test("mail is shown to all only where all are on this machine, or where PORTAL_DEMO says so", () => {
  expect(isDemoWorld()).toBe(true);
  for (const setting of [
    { HOST: "0.0.0.0" },
    { PORTAL_URL: "https://portal.example.org" },
    { DATABASE_URL: "postgresql://elsewhere/portal" },
  ]) {
    Object.assign(env, nothingSet, asSet, setting);
    expect(isDemoWorld()).toBe(false);
    env.PORTAL_DEMO = true;
    expect(isDemoWorld()).toBe(true);
  }
});

test("the portal does not open to others while a demo account has the password that everyone knows", async () => {
  env.HOST = "0.0.0.0";
  await expect(openDemoWorld()).rejects.toThrow(/PORTAL_DEMO=0/);
  expect(await db.account.count()).toBe(0);

  await createDemoAccounts();
  env.PORTAL_DEMO = false;
  await expect(openDemoWorld()).rejects.toThrow(/known password/);

  await db.account.updateMany({ data: { passwordHash: await hashPassword("four tin drums") } });
  await openDemoWorld();
  expect(await demoAccountsStand()).toBe(false);
});
