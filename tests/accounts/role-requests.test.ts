import { expect, test } from "vitest";

import { listRoleRequests } from "~/features/accounts/role-queries.server";
import { askForRole, decideRoleRequest, withdrawRoleRequest } from "~/features/accounts/role-requests.server";
import { findActor } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";
import { queuedMails, runQueued } from "#tests/support/mailbox";
import { eventNames, person } from "#tests/support/world";

const wish = { role: "RESEARCHER", reason: "I write evidence summaries." } as const;
const granted = { answer: "GRANTED", note: "", endsOn: null } as const;
const declined = { answer: "DECLINED", note: "Please ask your steward first.", endsOn: null } as const;

const openId = async () => (await db.roleRequest.findFirstOrThrow({ where: { answer: null } })).id;

test("a role that is asked for waits, and is in force when it is granted, with the reason of who asked", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const rowan = await person("Rowan");

  await askForRole(rowan, wish);
  expect((await findActor(rowan.id))?.roles).toEqual([]);
  await decideRoleRequest(anika, await openId(), granted);

  expect((await findActor(rowan.id))?.roles).toEqual(["RESEARCHER"]);
  expect(await db.roleGrant.findMany({ where: { accountId: rowan.id } })).toMatchObject([{ granterId: anika.id, reason: wish.reason }]);
  expect(await db.roleRequest.findMany()).toMatchObject([{ answer: "GRANTED", deciderId: anika.id }]);
  expect(await eventNames()).toEqual(["role.asked", "role.granted"]);
});

test("a declined request says why, to the person too, and gives nothing", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const rowan = await person("Rowan", { language: "fr" });
  await askForRole(rowan, wish);

  await decideRoleRequest(anika, await openId(), declined);

  expect((await findActor(rowan.id))?.roles).toEqual([]);
  expect(await db.roleRequest.findMany()).toMatchObject([{ answer: "DECLINED", deciderId: anika.id, note: declined.note }]);
  expect(await db.roleDecision.findMany()).toMatchObject([{ verdict: "DECLINED", deciderId: anika.id, note: declined.note }]);
  await runQueued("fan-out");
  expect(await queuedMails()).toMatchObject([{ to: "rowan@example.org", language: "fr", text: expect.stringContaining(declined.note) }]);
});

test("whoever declines says why", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  await askForRole(await person("Rowan"), wish);

  await expect(decideRoleRequest(anika, await openId(), { ...declined, note: "" })).rejects.toMatchObject({ status: 422 });
  expect(await db.roleRequest.count({ where: { answer: null } })).toBe(1);
});

test("an end that is past is refused, and the request still waits", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  await askForRole(await person("Rowan"), wish);

  await expect(decideRoleRequest(anika, await openId(), { ...granted, endsOn: "2020-01-01" })).rejects.toMatchObject({ status: 422 });
  expect(await db.roleRequest.count({ where: { answer: null } })).toBe(1);
});

test("one asks once for a role, and not for what one holds", async () => {
  const rowan = await person("Rowan", { roles: ["PRACTITIONER"] });

  const twice = await Promise.allSettled([askForRole(rowan, wish), askForRole(rowan, wish)]);
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(askForRole(rowan, wish)).rejects.toMatchObject({ status: 422 });
  await expect(askForRole(rowan, { ...wish, role: "PRACTITIONER" })).rejects.toMatchObject({ status: 422 });
  expect(await db.roleRequest.count()).toBe(1);
});

test("a silenced account asks for nothing", async () => {
  await expect(askForRole(await person("Rowan", { isSilenced: true }), wish)).rejects.toMatchObject({ status: 403 });
  expect(await db.roleRequest.count()).toBe(0);
});

test("a request is withdrawn by who asked, and by nobody else", async () => {
  const rowan = await person("Rowan");
  await askForRole(rowan, wish);
  const id = await openId();

  await expect(withdrawRoleRequest(await person("Eve"), id)).rejects.toMatchObject({ status: 404 });
  await withdrawRoleRequest(rowan, id);
  await expect(withdrawRoleRequest(rowan, id)).rejects.toMatchObject({ status: 409 });

  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  await expect(decideRoleRequest(anika, id, granted)).rejects.toMatchObject({ status: 409 });
  expect(await db.roleGrant.count({ where: { accountId: rowan.id } })).toBe(0);
  await askForRole(rowan, wish); // and may ask anew
});

test("nobody but an administrator decides, and no administrator about themselves", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  await askForRole(anika, { role: "EDITOR", reason: "I review." });
  const id = await openId();

  await expect(decideRoleRequest(anika, id, granted)).rejects.toMatchObject({ status: 403 });
  for (const role of ["PRACTITIONER", "RESEARCHER", "HOST", "EDITOR", "MODERATOR"] as const) {
    const other = await person(`Of ${role}`, { roles: [role] });
    await expect(decideRoleRequest(other, id, granted)).rejects.toMatchObject({ status: 403 });
    await expect(listRoleRequests(other, null)).rejects.toMatchObject({ status: 403 });
  }
  expect(await db.roleGrant.count({ where: { accountId: anika.id } })).toBe(1);
});

test("of two answers at the same moment, one is told that the other was faster", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const amina = await person("Amina", { roles: ["ADMINISTRATOR"] });
  const rowan = await person("Rowan");
  await askForRole(rowan, wish);
  const id = await openId();

  const outcomes = await Promise.allSettled([decideRoleRequest(anika, id, granted), decideRoleRequest(amina, id, declined)]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.roleDecision.count()).toBe(1);
});

test("requests are listed oldest first, a page at a time", async () => {
  const anika = await person("Anika", { roles: ["ADMINISTRATOR"] });
  for (let number = 0; number < 23; number++) await askForRole(await person(`Person ${number}`), wish);

  const first = await listRoleRequests(anika, null);
  const second = await listRoleRequests(anika, first.next);

  const names = [...first.requests, ...second.requests].map(({ account }) => account.name);
  expect([first.requests.length, second.next, names]).toEqual([20, null, Array.from({ length: 23 }, (_, number) => `Person ${number}`)]);
});
