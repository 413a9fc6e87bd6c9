import { expect, test } from "vitest";

import { askForRole } from "~/features/accounts/role-requests.server";
import { findActor } from "~/features/accounts/session.server";
import {
  decidePractitioner,
  grantPractitioner,
  listPractitionerRequests,
  revokePractitioner,
} from "~/features/organizations/practitioner.server";
import { db } from "~/platform/db.server";
import { organization, person } from "#tests/support/world";

const SLUG = "riverside-health-centre";
const grant = { reason: "He leads our walks.", endsOn: null };
const removal = { reason: "He has changed posts." };
const granted = { answer: "GRANTED", note: "", endsOn: null } as const;

/** An organization, its steward, one of its people, and a steward of elsewhere. */
async function riverside() {
  const centre = await organization();
  const elsewhere = await organization("Elsewhere");
  return {
    centre,
    elsewhere,
    sam: await person("Sam", { roles: ["PRACTITIONER"], organizations: [centre], steward: true }),
    paul: await person("Paul", { organizations: [centre] }),
    sylvie: await person("Sylvie", { roles: ["PRACTITIONER"], organizations: [elsewhere], steward: true }),
  };
}

const rolesOf = async ({ id }: { id: string }) => (await findActor(id))?.roles;

test("a steward makes someone of their organization a practitioner, and ends it again", async () => {
  const { sam, paul } = await riverside();

  await grantPractitioner(sam, "en", SLUG, paul.id, grant);
  expect(await rolesOf(paul)).toEqual(["PRACTITIONER"]);
  await revokePractitioner(sam, "en", SLUG, paul.id, removal);

  expect(await rolesOf(paul)).toEqual([]);
  expect(await db.roleDecision.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    { verdict: "GRANTED", deciderId: sam.id, note: grant.reason },
    { verdict: "REVOKED", deciderId: sam.id, note: removal.reason },
  ]);
});

test("a steward has no say over people of elsewhere, nor elsewhere over theirs", async () => {
  const { sam, paul, sylvie } = await riverside();

  await expect(grantPractitioner(sylvie, "en", SLUG, paul.id, grant)).rejects.toMatchObject({ status: 403 });
  await expect(revokePractitioner(sam, "en", SLUG, sylvie.id, removal)).rejects.toMatchObject({ status: 404 });
  await expect(grantPractitioner(sam, "en", "elsewhere", paul.id, grant)).rejects.toMatchObject({ status: 403 });
  expect([await rolesOf(paul), await rolesOf(sylvie)]).toEqual([[], ["PRACTITIONER"]]);
});

test("nobody makes others what they are not, nor changes their own role", async () => {
  const { centre, sam, paul } = await riverside();
  const bare = await person("Bare", { organizations: [centre], steward: true });

  await expect(grantPractitioner(bare, "en", SLUG, paul.id, grant)).rejects.toMatchObject({ status: 403 });
  await expect(grantPractitioner(sam, "en", SLUG, sam.id, grant)).rejects.toMatchObject({ status: 403 });
  await expect(revokePractitioner(sam, "en", SLUG, sam.id, removal)).rejects.toMatchObject({ status: 403 });
  await expect(grantPractitioner(paul, "en", SLUG, sam.id, grant)).rejects.toMatchObject({ status: 403 });
});

test("in an organization that has closed nobody is made a practitioner", async () => {
  const { centre, sam, paul } = await riverside();
  await db.organization.update({ where: { id: centre.id }, data: { status: "CLOSED" } });

  await expect(grantPractitioner(sam, "en", SLUG, paul.id, grant)).rejects.toMatchObject({ status: 409 });
});

test("a steward sees and answers what their own people ask for, and nothing else", async () => {
  const { sam, paul, sylvie } = await riverside();
  await askForRole(paul, { role: "PRACTITIONER", reason: "I lead walks." });
  await askForRole(paul, { role: "EDITOR", reason: "I edit." });
  await askForRole(await person("Outsider"), { role: "PRACTITIONER", reason: "I am elsewhere." });
  const idOf = async (role: "PRACTITIONER" | "EDITOR") =>
    (await db.roleRequest.findFirstOrThrow({ where: { accountId: paul.id, role } })).id;

  const { requests } = await listPractitionerRequests(sam, "en", SLUG, null);
  expect(requests.map(({ account, role }) => [account.name, role])).toEqual([["Paul", "PRACTITIONER"]]);
  await expect(listPractitionerRequests(sylvie, "en", SLUG, null)).rejects.toMatchObject({ status: 403 });
  await expect(decidePractitioner(sylvie, "en", "elsewhere", await idOf("PRACTITIONER"), granted)).rejects.toMatchObject({ status: 404 });
  await expect(decidePractitioner(sam, "en", SLUG, await idOf("EDITOR"), granted)).rejects.toMatchObject({ status: 404 });

  await decidePractitioner(sam, "en", SLUG, await idOf("PRACTITIONER"), granted);
  expect(await rolesOf(paul)).toEqual(["PRACTITIONER"]);
  await expect(decidePractitioner(sam, "en", SLUG, await idOf("PRACTITIONER"), granted)).rejects.toMatchObject({ status: 409 });
});
