import { setTimeout as sleep } from "node:timers/promises";

import { expect, test } from "vitest";

import { lockAdministrators } from "~/features/accounts/administrators.server";
import { askForErasure, deactivateAccount, GRACE_DAYS, reactivateAccount } from "~/features/accounts/closing.server";
import { db, type Transaction } from "~/platform/db.server";
import { account, events, session, whoIs } from "#tests/support/accounts";
import { queuedMails } from "#tests/support/mailbox";
import { organization, person } from "#tests/support/world";

const DAY = 86_400_000;

const wake = (accountId: string) => db.$transaction((tx) => reactivateAccount(tx, accountId));

const stateOf = (id: string) => db.account.findUniqueOrThrow({ where: { id }, select: { deactivatedAt: true, erasureDueAt: true } });

test("who deactivates their account is signed out everywhere, told so by mail, and can come back", async () => {
  const { id } = await account("amira@example.org", { language: "fr" });
  const [here, elsewhere] = [await session(id), await session(id)];
  const amira = await whoIs(here);
  if (!amira) throw new Error("Amira is signed in");

  expect(await deactivateAccount(amira, here)).toMatch(/^__Host-session=;/);

  expect([await whoIs(here), await whoIs(elsewhere)]).toEqual([null, null]);
  expect(await stateOf(id)).toEqual({ deactivatedAt: expect.any(Date), erasureDueAt: null });
  expect((await queuedMails()).map(({ to, subject }) => [to, subject])).toEqual([["amira@example.org", "Votre compte est désactivé"]]);

  await wake(id);
  expect(await stateOf(id)).toEqual({ deactivatedAt: null, erasureDueAt: null });
  expect(await events()).toEqual(["account.deactivated", "account.reactivated"]);
});

test("who asks for the erasure of their account has 14 days, and asking twice changes nothing", async () => {
  const amira = await person("Amira");

  const outcomes = await Promise.all([askForErasure(amira, null), askForErasure(amira, null)]);

  expect(outcomes).toHaveLength(2);
  const { deactivatedAt, erasureDueAt } = await stateOf(amira.id);
  expect(deactivatedAt).not.toBeNull();
  expect(((erasureDueAt?.getTime() ?? 0) - Date.now()) / DAY).toBeCloseTo(GRACE_DAYS, 1);
  expect(await events()).toEqual(["account.erasure_asked"]);
  const [mail, ...more] = await queuedMails();
  expect([mail?.to, mail?.subject, more]).toEqual(["amira@example.org", "Your account will be deleted", []]);
});

test("on day 13 an account can still be woken, on day 15 it is gone", async () => {
  const amira = await person("Amira");
  await askForErasure(amira, null);
  const passed = (days: number) =>
    db.account.update({ where: { id: amira.id }, data: { erasureDueAt: new Date(Date.now() + (GRACE_DAYS - days) * DAY) } });

  await passed(15);
  await expect(wake(amira.id)).rejects.toMatchObject({ status: 422 });
  expect((await stateOf(amira.id)).deactivatedAt).not.toBeNull();

  await passed(13);
  await wake(amira.id);
  expect(await stateOf(amira.id)).toEqual({ deactivatedAt: null, erasureDueAt: null });
  await wake(amira.id);
  expect(await events()).toEqual(["account.erasure_asked", "account.reactivated"]);
});

test("the last administrator stays, and of two who leave at once one is told", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  for (const leave of [deactivateAccount, askForErasure]) await expect(leave(anika, null)).rejects.toMatchObject({ status: 409 });
  expect(await stateOf(anika.id)).toEqual({ deactivatedAt: null, erasureDueAt: null });

  const boris = await person("Boris", { roles: ["ADMINISTRATOR"] });
  const outcomes = await Promise.allSettled([deactivateAccount(anika, null), askForErasure(boris, null)]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.account.count({ where: { deactivatedAt: null } })).toBe(1);
});

test("the last steward of an organization with other people hands it over first, and of two who leave at once one is told", async () => {
  const riverside = await organization();
  const sam = await person("Sam", { organizations: [riverside], steward: true });
  await person("Priya", { organizations: [riverside] });
  await expect(deactivateAccount(sam, null)).rejects.toMatchObject({ status: 409 });

  const tess = await person("Tess", { organizations: [riverside], steward: true });
  const outcomes = await Promise.allSettled([deactivateAccount(sam, null), askForErasure(tess, null)]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.account.count({ where: { deactivatedAt: null } })).toBe(2);
});

test("the last person of an organization may leave, and administrators are told in their language", async () => {
  const riverside = await organization("Riverside");
  const sam = await person("Sam", { organizations: [riverside], steward: true });
  await person("Anika", { roles: ["ADMINISTRATOR"], language: "fr" });

  await askForErasure(sam, null);

  const mails = await queuedMails();
  expect(mails.map(({ to }) => to).sort()).toEqual(["anika@example.org", "sam@example.org"]);
  const told = mails.find(({ to }) => to === "anika@example.org");
  expect(told?.text).toContain("Riverside (fr)");
  expect(told?.text).not.toContain("Sam");
});

test("who changes roles, or runs an organization, and who leaves in the same moment never wait for each other", async () => {
  const { id } = await organization();
  const amira = await person("Amira", { roles: ["ADMINISTRATOR"], organizations: [{ id }], steward: true });
  await person("Ben", { roles: ["ADMINISTRATOR"], organizations: [{ id }], steward: true });
  const locks = [
    (tx: Transaction) => lockAdministrators(tx),
    (tx: Transaction) => tx.$queryRaw`SELECT 1 FROM "Organization" WHERE id = ${id}::uuid FOR UPDATE`,
  ];
  for (const lock of locks) {
    let leaving: Promise<string> | undefined;
    await db.$transaction(async (tx) => {
      await lock(tx);
      leaving = deactivateAccount(amira, null);
      leaving.catch(() => {});
      await sleep(300);
      await tx.$queryRaw`SELECT 1 FROM "Account" WHERE id = ${amira.id}::uuid FOR NO KEY UPDATE`;
    });
    await leaving;
    await wake(amira.id);
  }
});
