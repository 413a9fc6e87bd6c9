import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { appointSteward, dismissSteward, leaveOrganization, removePerson } from "~/features/organizations/membership.server";
import { revisePractice } from "#tests/support/practices";
import { getPractice } from "~/features/practices/queries.server";
import { db } from "~/platform/db.server";
import { queuedMails, runQueued } from "#tests/support/mailbox";
import { eventNames, guide, guideFields, organization, person } from "#tests/support/world";

const SLUG = "riverside-health-centre";

async function setOut() {
  const riverside = await organization();
  const steward = await person("Sam", { organizations: [riverside], steward: true });
  const mate = await person("Maya", { organizations: [riverside], roles: ["PRACTITIONER"], language: "fr" });
  return { riverside, steward, mate };
}

const stewards = async () =>
  (await db.membership.findMany({ where: { isSteward: true }, select: { account: { select: { name: true } } } }))
    .map(({ account }) => account.name)
    .sort();

test("a steward makes another one, and can then step down", async () => {
  const { steward, mate } = await setOut();

  await appointSteward(steward, "en", SLUG, mate.id);
  expect(await stewards()).toEqual(["Maya", "Sam"]);
  await expect(appointSteward(steward, "en", SLUG, mate.id)).rejects.toMatchObject({ status: 409 });
  await dismissSteward(steward, "fr", SLUG, steward.id);

  expect(await stewards()).toEqual(["Maya"]);
  expect(await findActor(steward.id)).toMatchObject({ organizations: [{ isSteward: false }] });
  expect(await eventNames()).toEqual(["organization.steward_appointed", "organization.steward_dismissed"]);
});

test("the last steward cannot step down, be removed or leave, and is told what to do", async () => {
  const { steward } = await setOut();
  const admin = await person("Anika", { roles: ["ADMINISTRATOR"] });

  for (const step of [
    () => dismissSteward(steward, "en", SLUG, steward.id),
    () => dismissSteward(admin, "en", SLUG, steward.id),
    () => removePerson(admin, "en", SLUG, steward.id),
    () => leaveOrganization(steward, "en", SLUG),
  ]) {
    const refusal = await step().catch((response: Response) => response);
    expect([(refusal as Response).status, await (refusal as Response).text()]).toEqual([409, "membership.conflict.lastSteward"]);
  }
  expect([await stewards(), await db.membership.count(), await eventNames()]).toEqual([["Sam"], 2, []]);
});

test("a steward at rest does not count as a successor", async () => {
  const { riverside, steward } = await setOut();
  const resting = await person("Rest", { organizations: [riverside], steward: true });
  await db.account.update({ where: { id: resting.id }, data: { deactivatedAt: new Date() } });

  await expect(leaveOrganization(steward, "en", SLUG)).rejects.toMatchObject({ status: 409 });
});

test("two last stewards who leave at once leave one", async () => {
  const { riverside, steward } = await setOut();
  const second = await person("Second", { organizations: [riverside], steward: true });

  const outcomes = await Promise.allSettled([leaveOrganization(steward, "en", SLUG), leaveOrganization(second, "en", SLUG)]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await stewards()).toHaveLength(1);
});

test("two stewards who dismiss each other at once leave one", async () => {
  const { riverside, steward } = await setOut();
  const second = await person("Second", { organizations: [riverside], steward: true });

  await Promise.allSettled([dismissSteward(steward, "en", SLUG, second.id), dismissSteward(second, "en", SLUG, steward.id)]);

  expect(await stewards()).toHaveLength(1);
});

test("who is removed is told by mail in their language, and keeps account and roles", async () => {
  const { steward, mate } = await setOut();

  await removePerson(steward, "en", SLUG, mate.id);
  await runQueued("fan-out");

  expect(await findActor(mate.id)).toMatchObject({ organizations: [], roles: ["PRACTITIONER"] });
  expect(await queuedMails()).toMatchObject([
    { to: "maya@example.org", language: "fr", subject: expect.stringContaining("Vous ne faites plus partie") },
  ]);
  await expect(removePerson(steward, "en", SLUG, mate.id)).rejects.toMatchObject({ status: 404 });
});

test("strangers find nothing, and only who runs the people changes anything about them", async () => {
  const { riverside, steward, mate } = await setOut();
  const elsewhere = await organization("Elsewhere");
  const people: [Actor, number][] = [
    [await person("Stranger"), 404],
    [await person("Other", { organizations: [elsewhere], steward: true }), 404],
    [mate, 403],
    [await person("Silent", { organizations: [riverside], steward: true, isSilenced: true }), 403],
  ];

  for (const [actor, status] of people)
    for (const verb of [appointSteward, dismissSteward, removePerson])
      await expect(verb(actor, "en", SLUG, verb === appointSteward ? mate.id : steward.id)).rejects.toMatchObject({ status });
  await expect(leaveOrganization(people[0]?.[0] as Actor, "en", SLUG)).rejects.toMatchObject({ status: 404 });
  await expect(leaveOrganization(people[3]?.[0] as Actor, "en", SLUG)).rejects.toMatchObject({ status: 403 });
  expect([await db.membership.count(), await eventNames()]).toEqual([4, []]);
});

test("a steward does nothing to people of elsewhere, nor makes or removes themselves", async () => {
  const { steward } = await setOut();
  const stranger = await person("Stranger");

  for (const verb of [appointSteward, dismissSteward, removePerson])
    await expect(verb(steward, "en", SLUG, stranger.id)).rejects.toMatchObject({ status: 404 });
  await expect(removePerson(steward, "en", SLUG, steward.id)).rejects.toMatchObject({ status: 403 });
  await expect(appointSteward(steward, "en", SLUG, steward.id)).rejects.toMatchObject({ status: 403 });
});

test("who leaves takes nothing away: the guide stays under the organization's name, and colleagues can write on", async () => {
  const { riverside, mate } = await setOut();
  const colleague = await person("Carla", { organizations: [riverside], roles: ["PRACTITIONER"] });
  const { slug } = await guide({ by: mate, state: "PUBLISHED" });

  await leaveOrganization(mate, "fr", SLUG);

  const left = await findActor(mate.id);
  expect(left).toMatchObject({ organizations: [], roles: ["PRACTITIONER"] });
  const page = await getPractice(null, "en", slug);
  expect(page).toMatchObject({ outcome: "page", organization: expect.objectContaining({ name: "Riverside Health Centre" }) });
  const base = 2;
  await revisePractice(colleague, "en", slug, {
    base,
    sequence: 0,
    fields: guideFields({ summary: "Another summary, by a colleague who stays here." }),
  });
  expect(await db.revision.count()).toBe(base + 1);
  expect(await db.contribution.findFirstOrThrow()).toMatchObject({ organizationId: riverside.id, creatorId: mate.id });
});
