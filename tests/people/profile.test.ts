import { expect, test } from "vitest";

import { changeProfile, keepProfile } from "~/features/people/profile.server";
import { getOwnProfile } from "~/features/people/queries.server";
import { fanOutJob } from "~/jobs/fan-out.server";
import { db } from "~/platform/db.server";
import { eventNames, person } from "#tests/support/world";

import { openProfile, show, words } from "./cast";

const profileOf = (accountId: string) => db.profile.findUniqueOrThrow({ where: { accountId } });

test("a profile is made when its owner first looks: for members to find, and with nothing in it", async () => {
  const amira = await person("Amira Haddad");

  expect(await getOwnProfile(amira)).toMatchObject({
    slug: "amira-haddad",
    listing: "MEMBERS",
    emailAudience: "NOBODY",
    topics: [],
    languages: [],
  });
  await getOwnProfile(amira);
  expect(await db.profile.count()).toBe(1);
});

test("what someone tells of themselves is kept, and the change is on record without a word of it", async () => {
  const amira = await person("Amira");
  await words();
  await changeProfile(amira, openProfile({ topics: ["food", "food", "nature"], languages: ["fr", "fr"] }));

  expect(await profileOf(amira.id)).toMatchObject({
    position: "Link worker",
    province: "nb",
    topics: ["food", "nature"],
    languages: ["fr"],
  });
  expect(await db.event.findMany()).toMatchObject([{ name: "profile.changed", actorId: amira.id, subjectId: amira.id, details: {} }]);
});

test("a silenced account changes nothing, and neither does whoever names a topic or a province that there is not", async () => {
  await words();
  const silenced = await person("Silke", { isSilenced: true });
  await expect(changeProfile(silenced, openProfile())).rejects.toMatchObject({ status: 403 });

  const amira = await person("Amira");
  await expect(changeProfile(amira, openProfile({ topics: ["alchemy"] }))).rejects.toMatchObject({ status: 422 });
  await expect(changeProfile(amira, openProfile({ province: "xx" }))).rejects.toMatchObject({ status: 422 });
  expect([await db.profile.count(), await eventNames()]).toEqual([0, []]);
});

test("of many of one name each has an address of their own, also at the same moment", async () => {
  const people = await Promise.all(
    ["a", "b", "c", "d"].map((each) => db.account.create({ data: { name: "Marie Roy", language: "fr", email: `${each}@example.org` } })),
  );
  await Promise.all(people.flatMap(({ id }) => [keepProfile(id), keepProfile(id)]));

  const slugs = (await db.profile.findMany({ orderBy: { slug: "asc" } })).map(({ slug }) => slug);
  expect(slugs).toEqual(["marie-roy", "marie-roy-2", "marie-roy-3", "marie-roy-4"]);
});

test("another name is followed by the directory and by the address; at rest there is none to be found", async () => {
  const zoe = await person("Zoé Œuvrard");
  await show(zoe);
  expect(await profileOf(zoe.id)).toMatchObject({ slug: "zoe-oeuvrard", sortName: "zoe oeuvrard" });

  await db.account.update({ where: { id: zoe.id }, data: { name: "Zachary D’Œuvrard" } });
  await hear("account.changed", zoe.id);
  expect(await profileOf(zoe.id)).toMatchObject({ slug: "zachary-d-oeuvrard", sortName: "zachary d oeuvrard" });

  await db.account.update({ where: { id: zoe.id }, data: { deactivatedAt: new Date() } });
  await hear("account.deactivated", zoe.id);
  expect(await profileOf(zoe.id)).toMatchObject({ slug: "zachary-d-oeuvrard", sortName: "" });

  await db.account.update({ where: { id: zoe.id }, data: { deactivatedAt: null } });
  await hear("account.reactivated", zoe.id);
  expect(await profileOf(zoe.id)).toMatchObject({ sortName: "zachary d oeuvrard" });
});

test("whoever confirms an address or joins an organization has a profile; an account that is gone gets none", async () => {
  const [amira, farid] = [await person("Amira"), await person("Farid")];
  await hear("account.verified", amira.id);
  await hear("organization.joined", "00000000-0000-7000-8000-00000000000a", farid.id);
  await keepProfile("00000000-0000-7000-8000-00000000000b");

  expect((await db.profile.findMany({ orderBy: { slug: "asc" } })).map(({ slug }) => slug)).toEqual(["amira", "farid"]);
});

async function hear(name: string, subjectId: string, account?: string) {
  const subjectType = account ? "ORGANIZATION" : "ACCOUNT";
  const { id } = await db.event.create({ data: { name, subjectType, subjectId, details: account ? { account } : {} } });
  await fanOutJob({ eventId: id });
}
