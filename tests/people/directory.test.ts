import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { listPeople, listPeopleOf } from "~/features/people/directory.server";
import type { Filters } from "~/features/people/filters";
import { MOST_COUNTED } from "~/features/people/limits";
import { audiences, seesField } from "~/features/people/policy";
import { db } from "~/platform/db.server";
import { organization, person } from "#tests/support/world";

import { show, words } from "./cast";

const all: Filters = { q: "", topic: "", language: "", province: "", organization: "" };

const namesFor = async (viewer: Viewer, filters: Partial<Filters> = {}) =>
  (await listPeople(viewer, "en", { ...all, ...filters })).items.map(({ name }) => name);

test("the directory says in SQL what the policy says, for every audience of profile and field, and every viewer", {
  timeout: 60_000,
}, async () => {
  const [ours, theirs] = [await organization("Ours"), await organization("Theirs")];
  const viewers = {
    visitor: null,
    member: await person("Mo"),
    stranger: await person("Stella", { organizations: [theirs] }),
    colleague: await person("Colin", { organizations: [ours, theirs] }),
  };
  await words();
  const people = audiences.flatMap((listing) =>
    audiences.flatMap((field) => [[ours], []].map((organizations) => ({ listing, field, organizations }))),
  );
  for (const [index, { listing, field, organizations }] of people.entries()) {
    const each = await person(`Someone ${String(index).padStart(2, "0")}`, { organizations });
    await show(each, { listing, topicsAudience: field, languagesAudience: field, provinceAudience: field });
  }

  for (const viewer of Object.values(viewers)) {
    const expected = (isFound: (one: (typeof people)[number]) => boolean) =>
      people.flatMap((one, index) => (isFound(one) ? [`Someone ${String(index).padStart(2, "0")}`] : []));
    const sees = ({ organizations }: (typeof people)[number], audience: (typeof audiences)[number]) =>
      seesField(viewer, { organizationIds: organizations.map(({ id }) => id) }, audience);
    const listed = expected((one) => sees(one, one.listing));
    const shown = expected((one) => sees(one, one.listing) && sees(one, one.field));

    const found = await everyone(viewer, { ...all, q: "someone" });
    expect(found.map(({ name }) => name)).toEqual(listed);
    expect(found.filter(({ topics }) => topics.length > 0).map(({ name }) => name)).toEqual(shown);
    for (const filters of [{ topic: "food" }, { language: "fr" }, { province: "nb" }, { topic: "food", language: "fr", province: "nb" }])
      expect((await everyone(viewer, { ...all, ...filters })).map(({ name }) => name)).toEqual(shown);
  }
});

test("who can talk about food, in French, in New Brunswick, is found by that and not by anything else", async () => {
  await show(await person("Amira"), {});
  await show(await person("Benoît"), { topics: ["nature"] });
  await show(await person("Chloé"), { languages: ["en"] });
  await show(await person("Daniel"), { province: "on" });
  await show(await person("Éloïse"), { topics: ["nature", "food"], languages: ["en", "fr"] });

  expect(await namesFor(null, { topic: "food", language: "fr", province: "nb" })).toEqual(["Amira", "Éloïse"]);
  expect(await namesFor(null, { topic: "food" })).toEqual(["Amira", "Chloé", "Daniel", "Éloïse"]);
  expect(await namesFor(null, { language: "en", topic: "nature" })).toEqual(["Éloïse"]);
  expect(await namesFor(null, { topic: "alchemy" })).toEqual([]);
});

test("a name is found by the beginnings of its words, with or without accents and capitals", async () => {
  await show(await person("Hélène d’Entremont-Œuvrard"));
  await show(await person("Marc Doucet"));

  for (const q of ["hélène", "HELENE", "entre", "oeuv hel", "d’entr", "Œuv"])
    expect(await namesFor(null, { q })).toEqual(["Hélène d’Entremont-Œuvrard"]);
  for (const q of ["lene", "helene doucet", "%", "' OR 1=1 --", ":*", "!!", "&"]) expect(await namesFor(null, { q })).toEqual([]);
});

test("the people of an organization are found by its address, its stewards first on its own page; one that is no member has none", async () => {
  const [ours, theirs] = [await organization("Ours"), await organization("Theirs")];
  await show(await person("Amira", { organizations: [ours] }));
  await show(await person("Zoé", { organizations: [ours], steward: true }), { listing: "MEMBERS" });
  await show(await person("Farid", { organizations: [theirs] }));

  expect(await namesFor(await person("Mo"), { organization: "ours" })).toEqual(["Amira", "Zoé"]);
  expect((await listPeopleOf(await person("Max"), "en", ours.id)).map(({ name, isSteward }) => [name, isSteward])).toEqual([
    ["Zoé", true],
    ["Amira", false],
  ]);
  expect((await listPeopleOf(null, "en", ours.id)).map(({ name }) => name)).toEqual(["Amira"]);

  await db.organization.update({ where: { id: theirs.id }, data: { status: "CLOSED" } });
  expect(await namesFor(null, { organization: "theirs" })).toEqual([]);
  expect((await listPeople(null, "en", { ...all, q: "farid" })).items[0]?.organizations).toEqual([]);
});

test("who is suspended or at rest is not in it, at once", async () => {
  const amira = await person("Amira");
  await show(amira);
  for (const away of [{ suspendedUntil: new Date(Date.now() + 60_000) }, { suspendedUntil: null, deactivatedAt: new Date() }]) {
    await db.account.update({ where: { id: amira.id }, data: away });
    expect(await namesFor(await person(`Mo ${Object.keys(away).length}`))).toEqual([]);
  }
  await db.account.update({ where: { id: amira.id }, data: { deactivatedAt: null, suspendedUntil: new Date(Date.now() - 60_000) } });
  expect(await namesFor(null)).toEqual(["Amira"]);
});

test("pages follow each other by name without a gap or a double, though people of one name stand there and others come in between", async () => {
  await words();
  for (let index = 0; index < 9; index++) {
    const { id } = await db.account.create({ data: { name: "Marie Roy", language: "fr", email: `${index}@example.org` } });
    await db.profile.create({
      data: { accountId: id, slug: `p-${index}`, sortName: "marie roy", listing: "EVERYONE", languages: [], topics: [] },
    });
  }
  const first = await listPeople(null, "fr", all, null, 4);
  await show(await person("Aaron"));
  const second = await listPeople(null, "fr", all, first.next, 4);
  const third = await listPeople(null, "fr", all, second.next, 4);

  const slugs = [first, second, third].flatMap(({ items }) => items.map(({ slug }) => slug));
  expect([new Set(slugs).size, slugs.length, third.next, first.total, third.total]).toEqual([9, 9, null, 9, 10]);
  expect(await listPeople(null, "fr", all, "00000000-0000-7000-8000-00000000000a", 4)).toMatchObject({ items: [] });
});

test("counting stops where more would say nothing", async () => {
  await db.$executeRaw`INSERT INTO "Account" (id, email, name, language) SELECT gen_random_uuid(), i || '@example.org', 'Person ' || i, 'en' FROM generate_series(1, 130) i`;
  await db.$executeRaw`INSERT INTO "Profile" ("accountId", slug, "sortName", listing) SELECT id, id::text, lower(name), 'EVERYONE' FROM "Account"`;

  expect((await listPeople(null, "en", all)).total).toBe(MOST_COUNTED + 1);
});

async function everyone(viewer: Viewer, filters: Filters) {
  const found = [];
  for (let after: string | null = null, isMore = true; isMore; isMore = after !== null) {
    const page = await listPeople(viewer, "en", filters, after);
    found.push(...page.items);
    after = page.next;
  }
  return found;
}
