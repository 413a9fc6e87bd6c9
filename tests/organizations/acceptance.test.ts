import { expect, test } from "vitest";

import { isTrusted } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { acceptInvitation, acceptWithNewAccount } from "~/features/organizations/acceptance.server";
import { invitePerson } from "~/features/organizations/invitation.server";
import { getInvitation } from "~/features/organizations/invitation-queries.server";
import type { Rights } from "~/features/organizations/membership-schema.server";
import { db } from "~/platform/db.server";
import { from, PASSWORD, tokenOf, whoIs } from "#tests/support/accounts";
import { queuedMails, tokenIn } from "#tests/support/mailbox";
import { organization, person } from "#tests/support/world";

const SLUG = "riverside-health-centre";
const visitor = { ...from(), language: "en" as const };
const newcomer = (token: string) => ({ token, name: "Ana Díaz", password: PASSWORD, language: "fr" as const });

async function setOut(rights: Rights = [], email = "ana@example.org") {
  const riverside = await organization();
  const steward = await person("Sam", { organizations: [riverside], steward: true, roles: ["PRACTITIONER"] });
  await invitePerson(steward, "en", SLUG, { email, name: "", language: "en", rights });
  const token = tokenIn((await queuedMails())[0]);
  return { riverside, steward, token };
}

const membershipsOf = (accountId: string) => db.membership.findMany({ where: { accountId } });

test("who has an account takes the place, is trusted at once, and the link is used up", async () => {
  const { riverside, token } = await setOut(["steward", "practitioner"]);
  const ana = await person("Ana");
  expect(isTrusted(await findActor(ana.id))).toBe(false);

  await acceptInvitation(ana, token);

  expect(await membershipsOf(ana.id)).toMatchObject([{ organizationId: riverside.id, isSteward: true, joinedBy: "INVITATION" }]);
  const actor = await findActor(ana.id);
  expect([isTrusted(actor), actor?.roles]).toEqual([true, ["PRACTITIONER"]]);
  await expect(acceptInvitation(ana, token)).rejects.toMatchObject({ status: 410 });
  expect(await getInvitation(actor, "en", token)).toMatchObject({ outcome: "used", isIn: true });

  await db.organization.update({ where: { id: riverside.id }, data: { status: "CLOSED" } });
  expect(isTrusted(await findActor(ana.id))).toBe(false);
});

test("whoever runs the organization no more makes no stewards of it by old invitations, but one without any takes the chosen one", async () => {
  const { riverside, steward, token } = await setOut(["steward", "practitioner"]);
  const other = await person("Olu", { organizations: [riverside], steward: true });
  await db.membership.deleteMany({ where: { accountId: steward.id } });
  const ana = await person("Ana");

  await acceptInvitation(ana, token);

  expect(await membershipsOf(ana.id)).toMatchObject([{ organizationId: riverside.id, isSteward: false }]);
  expect((await findActor(ana.id))?.roles).toEqual([]);

  await invitePerson(other, "en", SLUG, { email: "ben@example.org", name: "", language: "en", rights: ["steward"] });
  await db.account.update({ where: { id: other.id }, data: { deactivatedAt: new Date() } });
  const ben = await person("Ben");
  await acceptInvitation(ben, tokenIn((await queuedMails()).at(-1)));
  expect(await membershipsOf(ben.id)).toMatchObject([{ isSteward: true }]);
});

test("who has none makes one right there: no other mail, signed in, and consent is on record", async () => {
  const { riverside, token } = await setOut(["practitioner"], "new.person@example.net");
  expect(await getInvitation(null, "en", token)).toMatchObject({ outcome: "register", email: "new.person@example.net" });

  const cookie = await acceptWithNewAccount(newcomer(token), visitor);

  const viewer = await whoIs(tokenOf(cookie));
  expect(viewer).toMatchObject({ name: "Ana Díaz", language: "fr", roles: ["PRACTITIONER"], organizations: [{ id: riverside.id }] });
  const account = await db.account.findUniqueOrThrow({ where: { email: "new.person@example.net" }, include: { consents: true } });
  expect(account.consents.map(({ document }) => document).sort()).toEqual(["PRIVACY", "TERMS"]);
  expect((await queuedMails()).filter(({ to }) => to === account.email)).toHaveLength(1);
  await expect(acceptWithNewAccount(newcomer(token), visitor)).rejects.toMatchObject({ status: 410 });
});

test("a weak password is refused, and nothing is half done", async () => {
  const { token } = await setOut();

  for (const password of ["short", "password1234", "ana@example.org"])
    await expect(acceptWithNewAccount({ ...newcomer(token), password }, visitor)).rejects.toMatchObject({ status: 422 });

  expect([await db.account.count(), await db.membership.count()]).toEqual([1, 1]);
  expect(await getInvitation(null, "en", token)).toMatchObject({ outcome: "register" });
});

test("an address that has an account by now makes no second one", async () => {
  const { token } = await setOut();
  const ana = await person("Ana");

  await expect(acceptWithNewAccount(newcomer(token), visitor)).rejects.toMatchObject({ status: 409 });
  expect(await getInvitation(null, "en", token)).toMatchObject({ outcome: "signIn" });
  expect(await membershipsOf(ana.id)).toEqual([]);
});

test("another account is refused, and learns of the address only how it begins", async () => {
  const { token } = await setOut();
  const eve = await person("Eve");

  await expect(acceptInvitation(eve, token)).rejects.toMatchObject({ status: 403 });
  const page = await getInvitation(eve, "en", token);
  expect(page).toMatchObject({ outcome: "foreign", address: "a•••@e•••.org" });
  expect(JSON.stringify(page)).not.toContain("ana@");
  expect(await membershipsOf(eve.id)).toEqual([]);
});

test("a silenced account is refused", async () => {
  const { token } = await setOut();

  await expect(acceptInvitation(await person("Ana", { isSilenced: true }), token)).rejects.toMatchObject({ status: 403 });
  expect(await db.membership.count()).toBe(1);
});

test("what has run out, was taken back or never was is refused, each with its page", async () => {
  const { token } = await setOut();
  const ana = await person("Ana");

  expect(await getInvitation(ana, "en", "nonsense")).toEqual({ outcome: "unknown" });
  await expect(acceptInvitation(ana, "nonsense")).rejects.toMatchObject({ status: 410 });
  await db.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
  expect(await getInvitation(ana, "en", token)).toMatchObject({ outcome: "expired" });
  await expect(acceptInvitation(ana, token)).rejects.toMatchObject({ status: 410 });
  await expect(acceptWithNewAccount(newcomer(token), visitor)).rejects.toMatchObject({ status: 410 });
  await db.invitation.updateMany({ data: { revokedAt: new Date() } });
  expect(await getInvitation(ana, "en", token)).toMatchObject({ outcome: "revoked" });
  expect(await membershipsOf(ana.id)).toEqual([]);
});

test("an organization that is no member any more takes nobody in", async () => {
  const { riverside, token } = await setOut();
  const ana = await person("Ana");
  await db.organization.update({ where: { id: riverside.id }, data: { status: "CLOSED" } });

  await expect(acceptInvitation(ana, token)).rejects.toMatchObject({ status: 409 });
  expect(await getInvitation(ana, "en", token)).toMatchObject({ outcome: "closed" });
  expect(await membershipsOf(ana.id)).toEqual([]);
});

test("of several who take it at once, one does", async () => {
  const { token } = await setOut([], "new.person@example.net");

  const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptWithNewAccount(newcomer(token), visitor)));

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect([await db.account.count(), await db.membership.count(), await db.session.count()]).toEqual([2, 2, 1]);
});

test.each(["is no steward any more", "does not hold the role any more", "is suspended"])(
  "where the inviter %s, the place is given, and the role is not",
  async (what) => {
    const { steward, token } = await setOut(["practitioner"]);
    const ana = await person("Ana");
    if (what.startsWith("is no")) await db.membership.updateMany({ data: { isSteward: false } });
    else if (what.startsWith("does")) await db.roleGrant.deleteMany();
    else await db.account.update({ where: { id: steward.id }, data: { suspendedUntil: new Date(Date.now() + 1e9) } });

    await acceptInvitation(ana, token);

    expect(await findActor(ana.id)).toMatchObject({ roles: [], organizations: [{ isSteward: false }] });
  },
);
