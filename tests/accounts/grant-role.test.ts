import { afterEach, expect, test } from "vitest";

import { grantRole, revokeRole } from "~/features/accounts/role-grants.server";
import { askForRole } from "~/features/accounts/role-requests.server";
import { findActor } from "~/features/accounts/session.server";
import type { Role } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { queuedMails, runQueued } from "#tests/support/mailbox";
import { eventNames, organization, person } from "#tests/support/world";

const asSet = { ...env };

afterEach(() => {
  Object.assign(env, asSet);
});

const grant = (role: Role, more: { endsOn?: string; reason?: string } = {}) => ({
  role,
  reason: "She reviews for us.",
  endsOn: null,
  ...more,
});

const removal = (role: Role) => ({ role, reason: "She has left the team." });

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a granted role is in force at once, with who, why and until when, and the person is told in their language", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const zoe = await person("Zoé", { language: "fr" });

  await grantRole(anika, zoe.id, grant("EDITOR", { endsOn: "2027-03-31" }));

  expect((await findActor(zoe.id))?.roles).toEqual(["EDITOR"]);
  const endsAt = new Date("2027-04-01T03:59:59.999Z"); // the end of the day in Toronto
  const written = { role: "EDITOR", endsAt };
  expect(await db.roleGrant.findMany({ where: { accountId: zoe.id } })).toMatchObject([
    { ...written, granterId: anika.id, reason: "She reviews for us." },
  ]);
  expect(await db.roleDecision.findMany()).toMatchObject([
    { ...written, accountId: zoe.id, deciderId: anika.id, verdict: "GRANTED", note: "She reviews for us." },
  ]);
  expect(await db.event.findMany()).toMatchObject([{ name: "role.granted", actorId: anika.id, subjectId: zoe.id }]);
  expect(JSON.stringify(await db.event.findMany())).not.toContain("reviews for us");

  await runQueued("fan-out");
  const [mail] = await queuedMails();
  expect(mail).toMatchObject({ to: "zoe@example.org", language: "fr" });
  expect(mail?.text).toMatch(/«.Édition.»[\s\S]*31 mars 2027[\s\S]*She reviews for us\.[\s\S]*\/fr\/parametres\/roles/);
});

test("a revoked role ends at once, with who and why on record, and the person is told", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const zoe = await person("Zoé", { roles: ["EDITOR"] });

  await revokeRole(anika, zoe.id, removal("EDITOR"));

  expect((await findActor(zoe.id))?.roles).toEqual([]);
  expect(await db.roleDecision.findMany()).toMatchObject([{ verdict: "REVOKED", deciderId: anika.id, note: "She has left the team." }]);
  expect(await eventNames()).toEqual(["role.revoked"]);
  await runQueued("fan-out");
  expect((await queuedMails())[0]?.text).toContain("She has left the team.");
});

test("nobody but an administrator grants or revokes, and nothing is written", async () => {
  const zoe = await person("Zoé", { roles: ["PRACTITIONER"] });
  const centre = await organization();
  const others = [
    await person("Member"),
    await person("Editor", { roles: ["EDITOR"] }),
    await person("Moderator", { roles: ["MODERATOR"] }),
    await person("Steward", { roles: ["PRACTITIONER"], organizations: [centre], steward: true }),
    await person("Silenced", { roles: ["ADMINISTRATOR"], isSilenced: true }),
  ];

  for (const other of others) {
    await expect(grantRole(other, zoe.id, grant("RESEARCHER"))).rejects.toMatchObject({ status: 403 });
    await expect(revokeRole(other, zoe.id, removal("PRACTITIONER"))).rejects.toMatchObject({ status: 403 });
  }
  expect([await db.roleDecision.count(), await db.event.count()]).toEqual([0, 0]);
});

test("nobody changes their own roles", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  await person("Other", { roles: ["ADMINISTRATOR"] });

  await expect(grantRole(anika, anika.id, grant("EDITOR"))).rejects.toMatchObject({ status: 403 });
  await expect(revokeRole(anika, anika.id, removal("ADMINISTRATOR"))).rejects.toMatchObject({ status: 403 });
});

test("an end that is past is refused, and so is a person whom there is not", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const zoe = await person("Zoé");

  await expect(grantRole(anika, zoe.id, grant("EDITOR", { endsOn: day(-2) }))).rejects.toMatchObject({ status: 422 });
  await expect(grantRole(anika, "0199aaaa-0000-7000-8000-000000000000", grant("EDITOR"))).rejects.toMatchObject({ status: 404 });
  await expect(revokeRole(anika, zoe.id, removal("EDITOR"))).rejects.toMatchObject({ status: 409 });
  expect(await db.roleGrant.count({ where: { accountId: zoe.id } })).toBe(0);
});

test("a role that has ended allows nothing any more", async () => {
  const zoe = await person("Zoé", { roles: ["EDITOR"] });

  await db.roleGrant.updateMany({ data: { endsAt: new Date(Date.now() - 1000) } });

  expect((await findActor(zoe.id))?.roles).toEqual([]);
});

test("the last administrator is neither revoked nor given an end", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const amina = await person("Amina", { roles: ["ADMINISTRATOR"] });

  await grantRole(anika, amina.id, grant("ADMINISTRATOR", { endsOn: day(30) }));
  await expect(grantRole(amina, anika.id, grant("ADMINISTRATOR", { endsOn: day(60) }))).rejects.toMatchObject({ status: 409 });
  await expect(revokeRole(amina, anika.id, removal("ADMINISTRATOR"))).rejects.toMatchObject({ status: 409 });

  expect((await findActor(anika.id))?.roles).toEqual(["ADMINISTRATOR"]);
});

test("an administrator at rest or suspended does not count as the one who is left", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const amina = await person("Amina", { roles: ["ADMINISTRATOR"] });
  for (const state of [
    { deactivatedAt: new Date() },
    { suspendedUntil: new Date(Date.now() + 86_400_000) },
    { erasureDueAt: new Date() },
  ]) {
    await db.account.update({ where: { id: anika.id }, data: state });
    await expect(revokeRole(anika, amina.id, removal("ADMINISTRATOR"))).rejects.toMatchObject({ status: 409 });
    await db.account.update({ where: { id: anika.id }, data: { deactivatedAt: null, suspendedUntil: null, erasureDueAt: null } });
  }
});

test("of two administrators who revoke each other at the same moment, one stays", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const amina = await person("Amina", { roles: ["ADMINISTRATOR"] });
  const third = await person("Third", { roles: ["ADMINISTRATOR"] });

  const outcomes = await Promise.allSettled([
    revokeRole(anika, amina.id, removal("ADMINISTRATOR")),
    revokeRole(amina, anika.id, removal("ADMINISTRATOR")),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [left] = await db.roleGrant.findMany({ where: { accountId: { not: third.id } } });

  const stayed = [anika, amina].find(({ id }) => id === left?.accountId) ?? anika;
  const last = await Promise.allSettled([
    revokeRole(third, stayed.id, removal("ADMINISTRATOR")),
    revokeRole(stayed, third.id, removal("ADMINISTRATOR")),
  ]);
  expect(last.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.roleGrant.count({ where: { role: "ADMINISTRATOR" } })).toBe(1);
});

test("two who grant each other a role at the same moment do not stop one another", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const amina = await person("Amina", { roles: ["ADMINISTRATOR"] });

  for (let round = 0; round < 5; round++)
    await Promise.all([grantRole(anika, amina.id, grant("EDITOR")), grantRole(amina, anika.id, grant("EDITOR"))]);

  expect(await db.roleGrant.count({ where: { role: "EDITOR" } })).toBe(2);
});

test("a role that is granted anew replaces what was held, and answers what was asked", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const zoe = await person("Zoé");
  await askForRole(zoe, { role: "EDITOR", reason: "I review a lot." });

  await grantRole(anika, zoe.id, grant("EDITOR", { endsOn: day(30) }));
  await grantRole(anika, zoe.id, grant("EDITOR", { reason: "For good." }));

  expect(await db.roleGrant.findMany({ where: { accountId: zoe.id } })).toMatchObject([{ reason: "For good.", endsAt: null }]);
  expect(await db.roleRequest.findMany()).toMatchObject([{ answer: "GRANTED", deciderId: anika.id }]);
  expect(await db.roleDecision.count()).toBe(2);
});

test("where a second factor is wanted, roles of staff rest until there is one; others do not", async () => {
  const zoe = await person("Zoé", { roles: ["PRACTITIONER", "EDITOR", "MODERATOR", "ADMINISTRATOR"] });
  const priya = await person("Priya", { roles: ["PRACTITIONER"] });

  env.REQUIRE_SECOND_FACTOR = true;
  expect(await findActor(zoe.id)).toMatchObject({ roles: ["PRACTITIONER"], owesSecondFactor: true });
  expect(await findActor(priya.id)).toMatchObject({ roles: ["PRACTITIONER"], owesSecondFactor: false });
  env.REQUIRE_SECOND_FACTOR = false;
  expect(await findActor(zoe.id)).toMatchObject({ owesSecondFactor: false });

  env.REQUIRE_SECOND_FACTOR = true;
  await db.authenticator.create({ data: { accountId: zoe.id, sealedSecret: "sealed" } });
  expect((await findActor(zoe.id))?.owesSecondFactor).toBe(true); // set up, but not confirmed
  await db.authenticator.updateMany({ data: { confirmedAt: new Date() } });
  expect(await findActor(zoe.id)).toMatchObject({
    roles: ["PRACTITIONER", "EDITOR", "MODERATOR", "ADMINISTRATOR"],
    owesSecondFactor: false,
  });
  await db.authenticator.deleteMany();
  await db.passkey.create({ data: { id: "key", accountId: zoe.id, publicKey: new Uint8Array(1), counter: 0, name: "Key" } });
  expect((await findActor(zoe.id))?.owesSecondFactor).toBe(false);
});
