import { expect, test } from "vitest";

import {
  invitePeople,
  invitePerson,
  forgetOldInvitations,
  resendInvitation,
  revokeInvitation,
} from "~/features/organizations/invitation.server";
import { getInvitation } from "~/features/organizations/invitation-queries.server";
import { inviteList, previewInvitations } from "~/features/organizations/invitation-preview.server";
import type { Invitee } from "~/features/organizations/membership-schema.server";
import { db } from "~/platform/db.server";
import { queuedMails, tokenIn } from "#tests/support/mailbox";
import { eventNames, organization, person } from "#tests/support/world";

const SLUG = "riverside-health-centre";
const ana: Invitee = { email: "ana@example.net", name: "Ana Díaz", language: "en", rights: [] };

async function setOut() {
  const riverside = await organization();
  const steward = await person("Sam", { organizations: [riverside], steward: true, roles: ["PRACTITIONER"] });
  return { riverside, steward, invite: (invitee: Partial<Invitee> = {}) => invitePerson(steward, "en", SLUG, { ...ana, ...invitee }) };
}

test("a steward invites someone: a mail in their language says who, where, until when, and that nothing must be done", async () => {
  const { invite } = await setOut();

  await invite({ language: "fr", rights: ["steward"] });

  const [mail] = await queuedMails();
  expect(mail).toMatchObject({ to: "ana@example.net", language: "fr" });
  expect(mail?.subject).toMatch(/^Sam vous invite.*Riverside Health Centre \(fr\)/);
  for (const words of [/Ana Díaz/, /responsable/, /jusqu’au \d+ \p{L}+ \d{4}/u, /Ne faites rien/, /\/fr\/invitation\?token=/])
    expect(mail?.text).toMatch(words);
  const row = await db.invitation.findFirstOrThrow();
  expect(row).toMatchObject({ isSteward: true, isPractitioner: false, acceptedAt: null });
  expect(JSON.stringify(row)).not.toContain(tokenIn(mail));
  expect(row.expiresAt.getTime() - Date.now()).toBeGreaterThan(27.9 * 86_400_000);
  expect(await eventNames()).toEqual(["organization.invited"]);
  expect(JSON.stringify(await db.event.findMany())).not.toMatch(/ana|Díaz/);
});

test("whether the address has an account makes no difference to the steward", async () => {
  const { invite } = await setOut();
  await person("Ana", {});

  await expect(invite({ email: "ana@example.org" })).resolves.toBeUndefined();
  await expect(invite({ email: "nobody@example.org" })).resolves.toBeUndefined();
  const [one, other] = await db.invitation.findMany({ select: { name: true, language: true, isSteward: true, acceptedAt: true } });
  expect(one).toEqual(other);
});

test("who is in already, or invited already, is told at the field, whatever the capitals", async () => {
  const { invite } = await setOut();

  await expect(invite({ email: "SAM@example.org" }).catch((refusal: Response) => refusal.text())).resolves.toBe("membership.errors.isIn");
  await invite();
  await expect(invite({ email: "Ana@Example.net" }).catch((refusal: Response) => refusal.text())).resolves.toBe(
    "membership.errors.isInvited",
  );
  expect(await db.invitation.count()).toBe(1);
});

test("strangers find nothing, and who belongs without being a steward, or is silenced, is refused", async () => {
  const { riverside } = await setOut();
  const elsewhere = await organization("Elsewhere");
  const people = [
    [await person("Stranger"), 404],
    [await person("Other", { organizations: [elsewhere], steward: true }), 404],
    [await person("Mate", { organizations: [riverside] }), 403],
    [await person("Silent", { organizations: [riverside], steward: true, isSilenced: true }), 403],
  ] as const;

  for (const [actor, status] of people) {
    await expect(invitePerson(actor, "en", SLUG, ana)).rejects.toMatchObject({ status });
    await expect(invitePeople(actor, "en", SLUG, [ana])).rejects.toMatchObject({ status });
    await expect(previewInvitations(actor, "en", SLUG, { text: ana.email, language: "en", rights: [] })).rejects.toMatchObject({ status });
    await expect(resendInvitation(actor, "en", SLUG, riverside.id)).rejects.toMatchObject({ status });
    await expect(revokeInvitation(actor, "en", SLUG, riverside.id)).rejects.toMatchObject({ status });
  }
  expect([await db.invitation.count(), (await queuedMails()).length]).toEqual([0, 0]);
});

test("an administrator invites too; a steward who was dismissed a moment ago does not any more", async () => {
  const { riverside, steward, invite } = await setOut();

  await invitePerson(await person("Anika", { roles: ["ADMINISTRATOR"] }), "en", SLUG, ana);
  await db.membership.update({
    where: { organizationId_accountId: { organizationId: riverside.id, accountId: steward.id } },
    data: { isSteward: false },
  });
  await expect(invite({ email: "luc@example.net" })).rejects.toMatchObject({ status: 403 });
});

test("nobody offers a role that they do not hold", async () => {
  const { riverside } = await setOut();
  const plain = await person("Plain", { organizations: [riverside], steward: true });

  await expect(invitePerson(plain, "en", SLUG, { ...ana, rights: ["practitioner"] })).rejects.toMatchObject({ status: 403 });
  expect(await db.invitation.count()).toBe(0);
});

test("an organization that is no member invites nobody", async () => {
  const { riverside, invite } = await setOut();
  await db.organization.update({ where: { id: riverside.id }, data: { status: "CLOSED" } });

  await expect(invite()).rejects.toMatchObject({ status: 409 });
});

test("sent again it has another link, and the old one is dead; taken back it is dead too", async () => {
  const { steward, invite } = await setOut();
  await invite();
  const { id } = await db.invitation.findFirstOrThrow();

  await resendInvitation(steward, "en", SLUG, id);
  const [first, second] = (await queuedMails()).map(tokenIn);
  expect(await getInvitation(null, "en", first ?? "")).toMatchObject({ outcome: "replaced" });
  expect(await getInvitation(null, "en", second ?? "")).toMatchObject({ outcome: "register", email: ana.email });
  await expect(resendInvitation(steward, "en", SLUG, id)).rejects.toMatchObject({ status: 409 });

  const open = await db.invitation.findFirstOrThrow({ where: { revokedAt: null } });
  await revokeInvitation(steward, "en", SLUG, open.id);
  expect(await getInvitation(null, "en", second ?? "")).toMatchObject({ outcome: "revoked" });
  await expect(revokeInvitation(steward, "en", SLUG, open.id)).rejects.toMatchObject({ status: 409 });
  expect(await eventNames()).toEqual(["organization.invited", "organization.invited", "organization.invitation_revoked"]);
});

test("an invitation of another organization is not found", async () => {
  const { invite } = await setOut();
  await invite();
  const { id } = await db.invitation.findFirstOrThrow();
  const elsewhere = await organization("Elsewhere");
  const other = await person("Other", { organizations: [elsewhere], steward: true });

  await expect(revokeInvitation(other, "en", "elsewhere", id)).rejects.toMatchObject({ status: 404 });
  expect(await db.invitation.count({ where: { revokedAt: null } })).toBe(1);
});

test("of two who invite the same address at once, one does", async () => {
  const { invite } = await setOut();

  const outcomes = await Promise.allSettled([invite(), invite(), invite()]);

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect([await db.invitation.count(), (await queuedMails()).length]).toEqual([1, 1]);
});

test("one address is written to five times a day by an organization, by whatever way, and others go on", async () => {
  const { steward, invite } = await setOut();
  await invite();
  for (let count = 1; count < 5; count += 1) {
    const { id } = await db.invitation.findFirstOrThrow({ where: { revokedAt: null } });
    await resendInvitation(steward, "en", SLUG, id);
  }
  const { id } = await db.invitation.findFirstOrThrow({ where: { revokedAt: null } });

  await expect(resendInvitation(steward, "en", SLUG, id)).rejects.toMatchObject({ status: 422 });
  await revokeInvitation(steward, "en", SLUG, id);
  await expect(invite({ email: "Ana@Example.net" })).rejects.toMatchObject({ status: 422 });
  await expect(invitePeople(steward, "en", SLUG, [ana])).rejects.toMatchObject({ status: 422 });
  expect(await queuedMails()).toHaveLength(5);

  await invite({ email: "ben@example.net" });
  await db.invitation.updateMany({ data: { invitedAt: new Date(Date.now() - 25 * 3_600_000) } });
  await invite();
});

test("200 a day are sent, and no more, resent ones included", async () => {
  const { riverside, steward, invite } = await setOut();
  await db.invitation.createMany({
    data: Array.from({ length: 199 }, (_, index) => ({
      ...{ organizationId: riverside.id, email: `p${index}@example.net`, language: "en" as const, tokenHash: `${index}` },
      expiresAt: new Date(Date.now() + 1e9),
    })),
  });
  await invite();

  await expect(invite({ email: "one.more@example.net" }).catch((refusal: Response) => refusal.text())).resolves.toBe(
    "membership.errors.tooManyToday",
  );
  const { id } = await db.invitation.findFirstOrThrow();
  await expect(resendInvitation(steward, "en", SLUG, id)).rejects.toMatchObject({ status: 422 });
  await db.invitation.updateMany({ data: { invitedAt: new Date(Date.now() - 25 * 3_600_000) } });
  await invite({ email: "one.more@example.net" });
});

test("a list invites all that are new, passes over who is in or invited, and sends nothing where a row is faulty", async () => {
  const { steward, invite } = await setOut();
  await invite();
  const form = {
    text: "sam@example.org\nana@example.net\nluc@example.net,Luc,fr,yes\nmia@example.net",
    language: "en" as const,
    rights: [],
  };

  const preview = await previewInvitations(steward, "en", SLUG, form);
  expect(preview).toMatchObject({
    outcome: "sound",
    people: [{ email: "luc@example.net", isSteward: true }, { email: "mia@example.net" }],
    skipped: [
      { line: 1, reason: "skippedIn" },
      { line: 2, reason: "skippedInvited" },
    ],
    ...{ stewards: 1, inEnglish: 1, inFrench: 1, left: 199 },
  });
  expect(await db.invitation.count()).toBe(1);

  await expect(inviteList(steward, "en", SLUG, { ...form, text: `${form.text}\nno address` })).rejects.toMatchObject({ status: 422 });
  expect([await db.invitation.count(), (await queuedMails()).length]).toEqual([1, 1]);

  expect(await inviteList(steward, "en", SLUG, form)).toBe(2);
  expect((await queuedMails()).map(({ to, language }) => [to, language])).toEqual([
    ["ana@example.net", "en"],
    ["luc@example.net", "fr"],
    ["mia@example.net", "en"],
  ]);
  await expect(inviteList(steward, "en", SLUG, form)).rejects.toMatchObject({ status: 409 });
  const tooMany = Array.from({ length: 198 }, (_, index) => `p${index}@example.net`).join("\n");
  await expect(inviteList(steward, "en", SLUG, { ...form, text: tooMany })).rejects.toMatchObject({ status: 422 });
  expect(await db.invitation.count()).toBe(3);
});

test("invitations are forgotten two months after their end", async () => {
  const { invite } = await setOut();
  await invite();
  await invite({ email: "luc@example.net" });
  await db.invitation.updateMany({ where: { email: ana.email }, data: { expiresAt: new Date(Date.now() - 61 * 86_400_000) } });

  await forgetOldInvitations();
  expect((await db.invitation.findMany()).map(({ email }) => email)).toEqual(["luc@example.net"]);
});
