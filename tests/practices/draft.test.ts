import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { draftPractice } from "#tests/support/practices";
import { db } from "~/platform/db.server";
import { eventNames, faceAt, organization, person } from "#tests/support/world";

test("a practitioner begins a guide for her organization, with the sections of the template", async () => {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });

  const slug = await draftPractice(amira, "en", input(amira, "Start a walking group"));

  const face = await faceAt(slug);
  expect(slug).toBe("start-a-walking-group");
  expect(face).toMatchObject({
    state: "DRAFT",
    latestNumber: 1,
    publishedRevisionId: null,
    contribution: { creatorId: amira.id, sourceLanguage: "en" },
  });
  expect(face.revisions[0]?.body).toContain("## Steps {#steps}");
  expect(await eventNames()).toEqual(["practice.drafted"]);
});

test("a guide begun in French has French sections and a French address", async () => {
  const zoe = await person("Zoé", { roles: ["PRACTITIONER"], organizations: [await organization()] });

  const slug = await draftPractice(zoe, "fr", input(zoe, "Lancer un groupe de marche à l’œuvre"));

  expect(slug).toBe("lancer-un-groupe-de-marche-a-l-oeuvre");
  expect((await faceAt(slug, "fr")).revisions[0]?.body).toContain("## Étapes {#steps}");
});

test("nobody can use up the addresses of a title", async () => {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const first = await draftPractice(amira, "en", input(amira, "ᐃᓄᐃᑦ ᐱᓕᕆᖃᑎᒌᑦ"));
  const { id: faceId } = await faceAt(first);
  await db.faceSlug.createMany({
    data: Array.from({ length: 300 }, (_, index) => ({
      kind: "PRACTICE" as const,
      language: "en" as const,
      slug: `practice-${index}`,
      faceId,
    })),
  });
  const another = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

  expect(await draftPractice(another, "en", input(another, "ᐊᓯᖓ ᐅᖃᓕᒫᒐᖅ"))).toMatch(/^practice-\d{4,9}$/);
});

test("the same form sent eight times at once begins one guide, and all eight are led to it", async () => {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const form = input(amira, "Start a walking group");

  const slugs = await Promise.all(Array.from({ length: 8 }, () => draftPractice(amira, "en", form)));

  expect(new Set(slugs)).toEqual(new Set(["start-a-walking-group"]));
  expect(await db.contribution.count()).toBe(1);
  expect(await eventNames()).toEqual(["practice.drafted"]);
});

test("two guides of the same title have two addresses, and no title takes the address of a page", async () => {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const slugs = [];
  for (const title of ["Walking", "Walking", "New !!", "漢字漢字漢字"]) slugs.push(await draftPractice(amira, "en", input(amira, title)));

  expect(slugs).toEqual(["walking", "walking-2", "new-2", "practice"]);
});

test("nobody begins a guide for another organization, and a member without the role for none", async () => {
  const [ours, theirs] = [await organization("Ours"), await organization("Theirs")];
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] });
  const member = await person("Benoit", { organizations: [ours] });

  await expect(draftPractice(amira, "en", { ...input(amira, "A guide"), organization: theirs.id })).rejects.toMatchObject({ status: 403 });
  await expect(draftPractice(member, "en", input(member, "A guide"))).rejects.toMatchObject({ status: 403 });
  expect(await db.contribution.count()).toBe(0);
});

test("an id that belongs to someone else's guide leads nowhere", async () => {
  const ours = await organization();
  const [amira, chloe] = [
    await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] }),
    await person("Chloé", { roles: ["PRACTITIONER"], organizations: [ours] }),
  ];
  const form = input(amira, "Start a walking group");
  await draftPractice(amira, "en", form);

  await expect(draftPractice(chloe, "en", form)).rejects.toMatchObject({ status: 404 });
});

const input = (actor: { organizations: { id: string }[] }, title: string) => ({
  id: randomUUID(),
  title,
  organization: actor.organizations[0]?.id ?? "",
});
