import { expect, test } from "vitest";

import { closeOrganization } from "~/features/organizations/closing.server";
import { listStewardless } from "~/features/organizations/orphans.server";
import { entrustContribution, listOrphans } from "~/features/publishing/orphans.server";
import { PAGE_SIZE } from "~/platform/pagination";
import { db } from "~/platform/db.server";
import { listed } from "#tests/support/applications";
import { eventNames, guide, guideFields, organization, person } from "#tests/support/world";

const administrator = () => person("Anika", { roles: ["ADMINISTRATOR"] });

/** An organization whose steward stays, with a guide of someone who left. */
async function leftBehind() {
  const riverside = await organization();
  const sam = await person("Sam", { organizations: [riverside], steward: true, roles: ["PRACTITIONER"] });
  const amira = await person("Amira", { organizations: [riverside], roles: ["PRACTITIONER"] });
  const walk = await guide({ by: amira });
  await db.membership.delete({ where: { organizationId_accountId: { organizationId: riverside.id, accountId: amira.id } } });
  return { riverside, sam, amira, walk };
}

test("an organization without a steward is listed, and one whose steward is at rest; others are not", async () => {
  const anika = await administrator();
  const [alone, resting, run] = [await organization("Alone"), await organization("Resting"), await organization("Run")];
  await person("Plain", { organizations: [alone] });
  const rested = await person("Rested", { organizations: [resting], steward: true });
  await db.account.update({ where: { id: rested.id }, data: { deactivatedAt: new Date() } });
  await person("Sam", { organizations: [run], steward: true });
  await listed();

  const { organizations, next } = await listStewardless(anika, "en", null);

  expect(organizations.map(({ id, people }) => [id, people])).toEqual([
    [alone.id, 1],
    [resting.id, 1],
  ]);
  expect(next).toBeNull();
});

test("a guide is an orphan once everyone who began or wrote it has left, and no sooner", async () => {
  const anika = await administrator();
  const { riverside, sam, walk } = await leftBehind();

  expect((await listOrphans(anika, "en", "texts", null)).orphans).toMatchObject([{ id: walk.id, title: guideFields().title }]);
  expect((await listOrphans(sam, "fr", { organizationId: riverside.id }, null)).orphans).toMatchObject([
    { id: walk.id, organization: "Riverside Health Centre (fr)", language: "en", isPublished: false },
  ]);

  await db.revision.updateMany({ data: { authorId: sam.id } });
  expect((await listOrphans(anika, "en", "texts", null)).orphans).toEqual([]);
});

test("a guide of nobody at all is an orphan, and one that was put away is not", async () => {
  const anika = await administrator();
  const { walk } = await leftBehind();
  await db.contribution.update({ where: { id: walk.id }, data: { creatorId: null } });
  await db.authorship.updateMany({ data: { accountId: null } });
  await db.revision.updateMany({ data: { authorId: null } });
  expect((await listOrphans(anika, "en", "texts", null)).orphans).toHaveLength(1);

  await db.contribution.update({ where: { id: walk.id }, data: { discardedAt: new Date() } });
  expect((await listOrphans(anika, "en", "texts", null)).orphans).toEqual([]);
});

test("texts of a closed organization are listed apart", async () => {
  const anika = await administrator();
  const { riverside, walk } = await leftBehind();
  await closeOrganization(anika, riverside.id, "Over.");

  expect((await listOrphans(anika, "en", "closed", null)).orphans).toMatchObject([{ id: walk.id }]);
  expect((await listOrphans(anika, "en", "texts", null)).orphans).toEqual([]);
});

test("the list goes on where the last page ended, without a gap", async () => {
  const anika = await administrator();
  const { riverside } = await leftBehind();
  await db.organization.createMany({ data: Array.from({ length: PAGE_SIZE + 3 }, () => ({ kind: "other", status: "MEMBER" as const })) });

  const first = await listStewardless(anika, "en", null);
  const second = await listStewardless(anika, "en", first.next);

  expect([first.organizations.length, second.organizations.length, second.next]).toEqual([PAGE_SIZE, 3, null]);
  expect([...first.organizations, ...second.organizations].map(({ id }) => id)).not.toContain(riverside.id);
});

test("others than administrators and the stewards of the organization see no list", async () => {
  const { riverside, amira } = await leftBehind();
  const stranger = await person("Stranger", { organizations: [await organization("Bay")], steward: true, roles: ["EDITOR"] });

  for (const someone of [amira, stranger, null]) {
    await expect(listStewardless(someone, "en", null)).rejects.toMatchObject({ status: 403 });
    await expect(listOrphans(someone, "en", "texts", null)).rejects.toMatchObject({ status: 403 });
    await expect(listOrphans(someone, "en", { organizationId: riverside.id }, null)).rejects.toMatchObject({ status: 403 });
  }
});

test("a steward names someone of the organization who answers for an orphan; its author stays named", async () => {
  const { riverside, sam, amira, walk } = await leftBehind();
  const bea = await person("Bea", { organizations: [riverside] });

  await entrustContribution(sam, { contribution: walk.id, person: bea.id });

  expect(await db.contribution.findUniqueOrThrow({ where: { id: walk.id }, include: { authors: true } })).toMatchObject({
    creatorId: bea.id,
    authors: [{ accountId: amira.id }],
  });
  expect((await listOrphans(sam, "en", { organizationId: riverside.id }, null)).orphans).toEqual([]);
  expect((await eventNames()).at(-1)).toBe("practice.entrusted");
});

test("an orphan is given to nobody by strangers, to no stranger, and only once", async () => {
  const { riverside, sam, amira, walk } = await leftBehind();
  const bea = await person("Bea", { organizations: [riverside] });
  const other = await person("Other", { organizations: [await organization("Bay")], steward: true });
  const give = (actor: typeof sam, to: typeof sam) => entrustContribution(actor, { contribution: walk.id, person: to.id });

  await expect(give(other, bea)).rejects.toMatchObject({ status: 403 });
  await expect(give(bea, bea)).rejects.toMatchObject({ status: 403 });
  await expect(give(sam, amira)).rejects.toMatchObject({ status: 422 });
  const outcomes = await Promise.allSettled([give(sam, bea), give(sam, sam)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(give(sam, bea)).rejects.toMatchObject({ status: 409 });
});
