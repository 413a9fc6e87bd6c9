import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { findActor } from "~/features/accounts/session.server";
import { closeOrganization, reopenOrganization } from "~/features/organizations/closing.server";
import { importOrganizations } from "~/features/organizations/imported.server";
import { mergeOrganization } from "~/features/organizations/merging.server";
import { handOverContributions } from "~/features/publishing/hand-over.server";
import { db } from "~/platform/db.server";
import { applied, listed, organizationAt } from "#tests/support/applications";
import { queuedMails } from "#tests/support/mailbox";
import { eventNames, guide, organization, person } from "#tests/support/world";

const administrator = () => person("Anika", { roles: ["ADMINISTRATOR"] });

const REASON = "Its programme has ended.";

const merge = (actor: Awaited<ReturnType<typeof person>>, from: string, into: string) =>
  mergeOrganization(actor, from, { into, reason: REASON }, handOverContributions);

const invitation = (organizationId: string, email: string) => ({
  organizationId,
  email,
  language: "en" as const,
  tokenHash: randomUUID(),
  expiresAt: new Date(Date.now() + 86_400_000),
});

test("a closed organization keeps its people and texts; what was open ends, and everyone is told why in their own language", async () => {
  const riverside = await organization();
  const sam = await person("Sam", { organizations: [riverside], steward: true, language: "fr", roles: ["PRACTITIONER"] });
  const noor = await person("Noor");
  const walk = await guide({ by: sam });
  await db.invitation.create({ data: invitation(riverside.id, "new@example.org") });
  await db.joinRequest.create({ data: { organizationId: riverside.id, accountId: noor.id, message: "May I?" } });

  await closeOrganization(await administrator(), riverside.id, REASON);

  expect(await organizationAt(riverside.id)).toMatchObject({
    status: "CLOSED",
    closedAt: expect.any(Date),
    members: [{ accountId: sam.id }],
  });
  expect(await findActor(sam.id)).toMatchObject({ organizations: [] });
  expect((await db.contribution.findUniqueOrThrow({ where: { id: walk.id } })).organizationId).toBe(riverside.id);
  expect(await db.invitation.findMany()).toMatchObject([{ revokedAt: expect.any(Date) }]);
  expect(await db.joinRequest.findMany()).toMatchObject([{ answer: "DECLINED" }]);
  const mails = await queuedMails();
  expect(mails.map(({ to, language }) => `${to} ${language}`).sort()).toEqual(["noor@example.org en", "sam@example.org fr"]);
  for (const { text } of mails) expect(text).toContain(REASON);
});

test("a closed organization is opened again with the stewards that it had", async () => {
  const riverside = await organization();
  const sam = await person("Sam", { organizations: [riverside], steward: true });
  const anika = await administrator();
  await closeOrganization(anika, riverside.id, REASON);

  await reopenOrganization(anika, riverside.id, "It was a mistake.");

  expect(await organizationAt(riverside.id)).toMatchObject({ status: "MEMBER", closedAt: null });
  expect(await findActor(sam.id)).toMatchObject({ organizations: [{ id: riverside.id, isSteward: true }] });
  expect(await eventNames()).toEqual(["organization.closed", "organization.reopened"]);
});

test("nobody but an administrator closes, opens or merges, not even a steward", async () => {
  const riverside = await organization();
  const bay = await organization("Bay");
  const sam = await person("Sam", { organizations: [riverside, bay], steward: true });

  await expect(closeOrganization(sam, riverside.id, REASON)).rejects.toMatchObject({ status: 403 });
  await expect(reopenOrganization(sam, riverside.id, REASON)).rejects.toMatchObject({ status: 403 });
  await expect(merge(sam, riverside.id, bay.id)).rejects.toMatchObject({ status: 403 });
  expect(await eventNames()).toEqual([]);
});

test("what is no member is not closed, and what is not closed is not opened again", async () => {
  const anika = await administrator();
  const { id } = await listed();
  const riverside = await organization();

  await expect(closeOrganization(anika, id, REASON)).rejects.toMatchObject({ status: 409 });
  await expect(reopenOrganization(anika, riverside.id, REASON)).rejects.toMatchObject({ status: 409 });
  const both = await Promise.allSettled([closeOrganization(anika, riverside.id, REASON), closeOrganization(anika, riverside.id, REASON)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a merger takes along people, texts, requests, invitations, domains, sign-in and addresses", async () => {
  const [riverside, bay] = [await organization(), await organization("Bay")];
  const sam = await person("Sam", { organizations: [riverside], steward: true, roles: ["PRACTITIONER"] });
  const both = await person("Both", { organizations: [riverside], steward: true });
  await db.membership.create({ data: { organizationId: bay.id, accountId: both.id } });
  const basil = await person("Basil", { organizations: [bay], steward: true });
  const noor = await person("Noor");
  const walk = await guide({ by: sam, state: "PUBLISHED" });
  await db.invitation.create({ data: invitation(riverside.id, "new@example.org") });
  await db.joinRequest.createMany({
    data: [
      { organizationId: riverside.id, accountId: noor.id, message: "May I?" },
      { organizationId: bay.id, accountId: noor.id, message: "Or here?" },
      { organizationId: riverside.id, accountId: basil.id, message: "Me too?" },
    ],
  });
  await db.organizationDomain.create({ data: { domain: "riverside.example.org", organizationId: riverside.id } });
  await db.ssoConnection.create({
    data: { organizationId: riverside.id, issuer: "https://id.example.org", clientId: "portal", sealedSecret: "sealed" },
  });

  await merge(await administrator(), riverside.id, bay.id);

  expect(await organizationAt(riverside.id)).toMatchObject({ status: "MERGED", mergedIntoId: bay.id, members: [], slugs: [] });
  const target = await organizationAt(bay.id);
  expect(target.status).toBe("MEMBER");
  expect(new Set(target.members.map(({ accountId, isSteward }) => `${accountId} ${isSteward}`))).toEqual(
    new Set([`${sam.id} true`, `${both.id} true`, `${basil.id} true`]),
  );
  expect(target.slugs.map(({ slug }) => slug).sort()).toEqual(["bay", "bay", "riverside-health-centre", "riverside-health-centre"]);
  expect((await db.contribution.findUniqueOrThrow({ where: { id: walk.id } })).organizationId).toBe(bay.id);
  expect(await db.invitation.findMany()).toMatchObject([{ organizationId: bay.id, revokedAt: null }]);
  expect(await db.joinRequest.findMany({ where: { answer: null } })).toMatchObject([{ organizationId: bay.id, accountId: noor.id }]);
  expect(await db.organizationDomain.findMany()).toMatchObject([{ organizationId: bay.id }]);
  expect(await db.ssoConnection.findMany()).toMatchObject([{ organizationId: bay.id }]);
  expect((await queuedMails()).map(({ to }) => to).sort()).toEqual(
    ["basil@example.org", "both@example.org", "noor@example.org", "sam@example.org"].sort(),
  );
});

test("where both have a sign-in of their own, that of the one that stays is kept", async () => {
  const [riverside, bay] = [await organization(), await organization("Bay")];
  for (const { id } of [riverside, bay])
    await db.ssoConnection.create({
      data: { organizationId: id, issuer: `https://${id}.example.org`, clientId: "portal", sealedSecret: "x" },
    });

  await merge(await administrator(), riverside.id, bay.id);

  expect(await db.ssoConnection.findMany()).toMatchObject([{ organizationId: bay.id, issuer: `https://${bay.id}.example.org` }]);
});

test("an organization is not merged into itself, nor into what is no member, nor twice", async () => {
  const anika = await administrator();
  const [riverside, bay, cove] = [await organization(), await organization("Bay"), await organization("Cove")];
  const museum = await listed();
  const pantry = await applied(await person("Maya"));

  await expect(merge(anika, riverside.id, riverside.id)).rejects.toMatchObject({ status: 422 });
  for (const { id } of [museum, pantry]) {
    await expect(merge(anika, riverside.id, id)).rejects.toMatchObject({ status: 409 });
    await expect(merge(anika, id, riverside.id)).rejects.toMatchObject({ status: 409 });
  }
  await expect(merge(anika, riverside.id, randomUUID())).rejects.toMatchObject({ status: 404 });
  await merge(anika, riverside.id, bay.id);
  await expect(merge(anika, riverside.id, cove.id)).rejects.toMatchObject({ status: 409 });
  await expect(merge(anika, cove.id, riverside.id)).rejects.toMatchObject({ status: 409 });
});

test("what is imported for an organization that was merged belongs to the one that stands at the end of its mergers", async () => {
  const anika = await administrator();
  const [riverside, bay, cove] = [await organization(), await organization("Bay"), await organization("Cove")];
  await db.organization.update({ where: { id: riverside.id }, data: { contentKey: "riverside" } });
  await merge(anika, riverside.id, bay.id);
  await merge(anika, bay.id, cove.id);
  const face = { name: "Riverside", slug: "riverside-health-centre", about: "", regions: "", site: null, at: { file: "x", line: 1 } };
  const shipped = { kind: "other", province: null, city: null, languages: [], populations: [], source: null };

  const { ids, faults } = await db.$transaction((tx) =>
    importOrganizations(tx, [{ key: "riverside", status: "MEMBER", ...shipped, faces: { en: face, fr: face } }]),
  );

  expect([ids.get("riverside"), faults]).toEqual([cove.id, []]);
  expect((await organizationAt(riverside.id)).status).toBe("MERGED");
});

test("of two organizations that are merged into each other at the same moment, one remains", async () => {
  const anika = await administrator();
  const [riverside, bay] = [await organization(), await organization("Bay")];

  const outcomes = await Promise.allSettled([merge(anika, riverside.id, bay.id), merge(anika, bay.id, riverside.id)]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await db.organization.findMany({ orderBy: { status: "asc" } })).map(({ status }) => status)).toEqual(["MEMBER", "MERGED"]);
});
