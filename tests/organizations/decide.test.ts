import { expect, test } from "vitest";

import { claimOrganization } from "~/features/organizations/application.server";
import { approveOrganization, declineOrganization } from "~/features/organizations/approval.server";
import { findActor } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { applicationAt, applied, listed, organizationAt } from "#tests/support/applications";
import { eventNames, person } from "#tests/support/world";

const administrator = (name = "Anika") => person(name, { roles: ["ADMINISTRATOR"] });

test("an approved organization is a member, and whoever applied is its steward and may write guides", async () => {
  const maya = await person("Maya");
  const anika = await administrator();
  const { id, application } = await applied(maya);

  await approveOrganization(anika, id, application);

  expect(await organizationAt(id)).toMatchObject({
    status: "MEMBER",
    joinedAt: expect.any(Date),
    members: [{ accountId: maya.id, isSteward: true, joinedBy: "FOUNDING" }],
  });
  expect(await applicationAt(application)).toMatchObject({ answer: "GRANTED", deciderId: anika.id });
  expect(await findActor(maya.id)).toMatchObject({ roles: ["PRACTITIONER"], organizations: [{ id, isSteward: true }] });
  expect(await db.roleGrant.findFirst({ where: { accountId: maya.id } })).toMatchObject({
    granterId: anika.id,
    reason: "Came with the approval of Maple Street Pantry.",
  });
  expect(await eventNames()).toEqual(["organization.applied", "role.granted", "organization.approved"]);
});

test("a role that someone holds already stays as it was granted", async () => {
  const maya = await person("Maya", { roles: ["PRACTITIONER"] });
  const { id, application } = await applied(maya);

  await approveOrganization(await administrator(), id, application);

  expect(await db.roleGrant.findMany({ where: { accountId: maya.id } })).toMatchObject([{ granterId: null, reason: "" }]);
});

test("when a claim is approved, the other claims of the same organization are declined, each with a note in its own language", async () => {
  const { id, slug } = await listed();
  const first = { id: newId(), message: "I am its director." };
  const second = { id: newId(), message: "Je suis bénévole." };
  await claimOrganization(await person("Maya"), "en", slug, first);
  await claimOrganization(await person("Noémie", { language: "fr" }), "en", slug, second);

  await approveOrganization(await administrator(), id, first.id);

  expect(await organizationAt(id)).toMatchObject({ status: "MEMBER", members: [{ isSteward: true }] });
  expect(await applicationAt(second.id)).toMatchObject({ answer: "DECLINED", note: expect.stringContaining("Demandez une invitation") });
  expect((await eventNames()).slice(-2)).toEqual(["organization.approved", "organization.declined"]);
});

test("an application that is declined says why; a new organization is put away, a listed one stays listed", async () => {
  const anika = await administrator();
  const pantry = await applied(await person("Maya"));
  const museum = await listed();
  const claim = { id: newId(), message: "Mine." };
  await claimOrganization(await person("Noor"), "en", museum.slug, claim);

  await declineOrganization(anika, pantry.id, { application: pantry.application, reason: "We could not find it." });
  await declineOrganization(anika, museum.id, { application: claim.id, reason: "The museum does not know you." });

  expect(await organizationAt(pantry.id)).toMatchObject({ status: "DECLINED", members: [] });
  expect(await organizationAt(museum.id)).toMatchObject({ status: "LISTED", members: [] });
  expect(await applicationAt(pantry.application)).toMatchObject({ answer: "DECLINED", note: "We could not find it.", deciderId: anika.id });
});

test("nobody but an administrator decides: to others a hidden organization does not exist, and a listed one is refused", async () => {
  const maya = await person("Maya");
  const pantry = await applied(maya);
  const museum = await listed();
  const claim = { id: newId(), message: "Mine." };
  await claimOrganization(maya, "en", museum.slug, claim);

  for (const roles of [[], ["EDITOR"], ["MODERATOR"], ["HOST"]] as const) {
    const someone = await person(`Someone ${roles}`, { roles: [...roles] });
    await expect(approveOrganization(someone, pantry.id, pantry.application)).rejects.toMatchObject({ status: 404 });
    await expect(declineOrganization(someone, pantry.id, { application: pantry.application, reason: "No" })).rejects.toMatchObject({
      status: 404,
    });
    await expect(approveOrganization(someone, museum.id, claim.id)).rejects.toMatchObject({ status: 403 });
  }
  await expect(approveOrganization(maya, pantry.id, pantry.application)).rejects.toMatchObject({ status: 403 });
  expect(await db.organizationApplication.count({ where: { answer: null } })).toBe(2);
});

test("an administrator does not decide about their own application", async () => {
  const anika = await administrator();
  const { id, application } = await applied(anika);

  await expect(approveOrganization(anika, id, application)).rejects.toMatchObject({ status: 403 });
  await expect(declineOrganization(anika, id, { application, reason: "No" })).rejects.toMatchObject({ status: 403 });
  expect((await organizationAt(id)).status).toBe("APPLIED");
});

test("of two administrators at the same moment, one is told that it is decided", async () => {
  const [anika, bela] = [await administrator(), await administrator("Bela")];
  const { id, application } = await applied(await person("Maya"));

  const outcomes = await Promise.allSettled([
    approveOrganization(anika, id, application),
    declineOrganization(bela, id, { application, reason: "We do not know it." }),
  ]);

  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find((outcome) => outcome.status === "rejected")).toMatchObject({ reason: { status: 409 } });
  const events = await eventNames();
  expect(events.filter((name) => name === "organization.approved" || name === "organization.declined")).toHaveLength(1);
});

test("what is decided, or whose applicant is gone, is not approved", async () => {
  const anika = await administrator();
  const pantry = await applied(await person("Maya"));
  await declineOrganization(anika, pantry.id, { application: pantry.application, reason: "No." });
  await expect(approveOrganization(anika, pantry.id, pantry.application)).rejects.toMatchObject({ status: 409 });

  const noor = await person("Noor");
  const kitchen = await applied(noor, { nameEn: "Cedar Kitchen" });
  await db.account.delete({ where: { id: noor.id } });
  await expect(approveOrganization(anika, kitchen.id, kitchen.application)).rejects.toMatchObject({ status: 409 });
  await declineOrganization(anika, kitchen.id, { application: kitchen.application, reason: "Nobody is left to ask." });
  expect((await organizationAt(kitchen.id)).status).toBe("DECLINED");
});

test("an organization is not given to someone who is taking a break", async () => {
  const maya = await person("Maya");
  const { id, application } = await applied(maya);
  await db.account.update({ where: { id: maya.id }, data: { deactivatedAt: new Date() } });

  await expect(approveOrganization(await administrator(), id, application)).rejects.toMatchObject({ status: 409 });
  expect(await organizationAt(id)).toMatchObject({ status: "APPLIED", members: [] });
});

test("an application of one organization approves no other", async () => {
  const pantry = await applied(await person("Maya"));
  const museum = await listed();

  await expect(approveOrganization(await administrator(), museum.id, pantry.application)).rejects.toMatchObject({ status: 409 });
  expect((await organizationAt(museum.id)).status).toBe("LISTED");
});
