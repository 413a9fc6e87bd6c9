import { randomUUID } from "node:crypto";

import { beforeEach, expect, test } from "vitest";

import { forgetVocabulary } from "~/features/vocabularies/vocabulary.server";
import { db } from "~/platform/db.server";
import { loader, meta } from "~/routes/practices/index";
import { visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

beforeEach(forgetVocabulary);

test("a visitor gets the guides that fit, their number, and what each filter offers in the words of the page", async () => {
  await published("Walking in the woods", "Cooking together");

  const { list, filters, options } = await shown("/fr/pratiques?topic=nature");

  expect(list.items.map(({ title }) => title)).toEqual(["Walking in the woods"]);
  expect(list).toMatchObject({ total: 1, next: null });
  expect(filters.topic).toBe("nature");
  expect(options.topic).toContainEqual({ value: "nature", label: "Prescription de nature" });
  expect(options.organization).toEqual([{ value: "riverside-health-centre", label: "Riverside Health Centre (fr)" }]);
  expect(options.maturity[0]).toEqual({ value: "idea", label: "Idée" });
});

test("what a form sends empty is taken out of the address", async () => {
  await expect(loader(visit(null, "/en/practices?q=walk&topic=&sort=&maturity=tried"))).rejects.toMatchObject({ status: 302 });

  const response = await loader(visit(null, "/en/practices?q=walk&topic=&sort=&maturity=tried")).catch((thrown: Response) => thrown);
  expect(response.headers.get("Location")).toBe("/en/practices?q=walk&maturity=tried");
});

test("pages follow each other, and one that begins nowhere leads back to the start", async () => {
  await published("Guide of a");
  await copyOften("Guide of a", 20);

  const first = await shown("/en/practices?sort=title");
  expect(first).toMatchObject({ isFirst: true, list: { total: 21 } });
  expect(first.list.items).toHaveLength(20);
  const second = await shown(`/en/practices?sort=title&after=${first.list.next}`);
  expect(second).toMatchObject({ isFirst: false, list: { total: 21, next: null } });
  expect(second.list.items.map(({ title }) => title)).toEqual(["Guide of u"]);

  const nowhere = "/en/practices?sort=title&after=019aab00-0000-7000-8000-000000000000";
  const response = await loader(visit(null, nowhere)).catch((thrown: Response) => thrown);
  expect(response.headers.get("Location")).toBe("/en/practices?sort=title");
});

test("an address that makes no sense shows the whole list", async () => {
  await published("Walking in the woods");

  for (const query of ["?topic=%00", "?sort=worst", "?after=1", "?maturity=perfect&language=de", "?q=%E2%80%AE"]) {
    const { list } = await shown(`/en/practices${query}`);
    expect(list.total, query).toBe(query.startsWith("?q") ? 0 : 1);
  }
});

test("the title of the page is in its language", () => {
  const titled = meta({ location: { pathname: "/fr/pratiques" } } as Parameters<typeof meta>[0]);

  expect(titled?.[0]).toEqual({ title: "Guides de pratique — Le Carrefour des pratiques" });
});

const shown = async (path: string) => (await loader(visit(null, path))).json();

async function published(...titles: string[]) {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  for (const title of titles) {
    const topics = title.startsWith("Walking") ? ["nature"] : ["food"];
    await guide({ by: amira, state: "PUBLISHED", fields: { title, topics } });
  }
}

/** Many guides at once, by hand: the verbs would take their time. They are called “Guide of b”, “Guide of c” and so on. */
async function copyOften(title: string, times: number) {
  const { id: _, contributionId, publishedRevisionId, ...face } = await db.face.findFirstOrThrow({ where: { title } });
  const { id: _id, ...contribution } = await db.contribution.findUniqueOrThrow({ where: { id: contributionId } });
  const { id: _revision, ...revision } = await db.revision.findUniqueOrThrow({ where: { id: publishedRevisionId ?? "" } });
  const copies = Array.from({ length: times }, (_, index) => ({
    id: randomUUID(),
    face: randomUUID(),
    revision: randomUUID(),
    letter: String.fromCharCode(98 + index),
  }));
  await db.contribution.createMany({ data: copies.map(({ id }) => ({ ...contribution, id })) });
  await db.practice.createMany({ data: copies.map(({ id }) => ({ contributionId: id })) });
  await db.face.createMany({
    data: copies.map((copy) => ({
      ...face,
      id: copy.face,
      contributionId: copy.id,
      title: `Guide of ${copy.letter}`,
      slug: `guide-of-${copy.letter}`,
    })),
  });
  await db.revision.createMany({
    data: copies.map((copy) => ({ ...revision, details: {}, sections: [], id: copy.revision, faceId: copy.face })),
  });
  await db.$executeRaw`UPDATE "Face" f SET "publishedRevisionId" = r.id FROM "Revision" r WHERE r."faceId" = f.id AND f."publishedRevisionId" IS NULL`;
}
