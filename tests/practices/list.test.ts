import { expect, test } from "vitest";

import { type Filters, filtersOf, queryOf } from "~/features/practices/filters";
import { noFilters } from "~/features/practices/filters";
import { listPractices } from "~/features/practices/list.server";
import { getPractice } from "~/features/practices/queries.server";
import { listPublishingOrganizations } from "~/features/publishing/listing.server";
import type { Viewer } from "~/features/accounts/actor";
import { guide, organization, person } from "#tests/support/world";

test("guides are found by each filter, and by several together", async () => {
  const { amira } = await published([
    { title: "Walking in the woods", topics: ["nature"], provinces: ["on"], maturity: "TRIED" },
    { title: "Cooking together", topics: ["food"] },
  ]);

  expect(await titles({ topic: "nature" })).toEqual(["Walking in the woods"]);
  expect(await titles({ province: "on", maturity: "TRIED" })).toEqual(["Walking in the woods"]);
  expect(await titles({ topic: "food", province: "on" })).toEqual([]);
  expect(await titles({ organization: "riverside-health-centre" })).toHaveLength(2);
  expect(await titles({ organization: "elsewhere" })).toEqual([]);
  expect(await listPublishingOrganizations("PRACTICE", "en")).toEqual([
    { slug: "riverside-health-centre", name: "Riverside Health Centre" },
  ]);
  expect(amira.organizations).toHaveLength(1);
});

test("words are found in their stem, without accents, in the language of the face", async () => {
  const { amira } = await published([{ title: "Walking in the woods" }]);
  await guide({ by: amira, language: "fr", state: "PUBLISHED", fields: { title: "Rompre l’isolement des aînés" } });

  expect(await titles({ q: "wood" })).toEqual(["Walking in the woods"]);
  expect(await titles({ q: "isolement aines" }, "fr")).toEqual(["Rompre l’isolement des aînés"]);
  expect(await titles({ q: "isolement -aînés" }, "fr")).toEqual([]);
  for (const q of ["", '"', "& | !", "'; DROP TABLE", "\u202e", "☃", "a".repeat(200)]) await titles({ q });
});

test("pages follow each other without gap or repetition, in every order, and say how many there are", async () => {
  await published(Array.from({ length: 7 }, (_, index) => ({ title: `Guide number ${String.fromCharCode(65 + index)}` })));

  for (const sort of ["newest", "modified", "title", "relevance"] as const) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listPractices(null, "en", { ...noFilters, sort, q: sort === "relevance" ? "walk" : "" }, after, 3);
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ title }) => title));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    if (sort === "title") expect(seen).toEqual([...seen].sort());
  }
});

test("what a viewer may not see is neither listed nor counted nor found", async () => {
  const { amira } = await published([
    { title: "For all" },
    { title: "For members", visibility: "MEMBERS" },
    { title: "For our people", visibility: "ORGANIZATION" },
  ]);
  await guide({ by: amira, fields: { title: "Not yet published" } });
  const member = await person("Benoit");

  const seenBy = async (viewer: Viewer) =>
    (await listPractices(viewer, "en", { ...noFilters, sort: "title" })).items.map(({ title }) => title);
  expect(await seenBy(null)).toEqual(["For all"]);
  expect(await seenBy(member)).toEqual(["For all", "For members"]);
  expect(await seenBy(amira)).toEqual(["For all", "For members", "For our people"]);
  expect((await listPractices(null, "en", { ...noFilters, q: "members" })).total).toBe(0);
  await expect(getPractice(null, "en", "for-members")).rejects.toMatchObject({ status: 404 });
  await expect(getPractice(member, "en", "for-our-people")).rejects.toMatchObject({ status: 404 });
});

test("an old address leads to the new one", async () => {
  const { amira } = await published([]);
  const walk = await guide({ by: amira, fields: { title: "A first title" } });
  expect(walk.slug).toBe("a-first-title");
  const { revisePractice, reviewPractice, submitPractice } = await import("#tests/support/practices");
  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: { ...walk.fields, title: "A second title" } });
  await submitPractice(amira, "en", walk.slug);
  const { openReview } = await import("#tests/support/world");
  await reviewPractice(await person("Éloïse", { roles: ["EDITOR"] }), "en", walk.slug, {
    review: (await openReview(walk.slug)).id,
    decision: "APPROVED",
    comment: "",
  });

  expect(await getPractice(null, "en", "a-first-title")).toEqual({ outcome: "moved", slug: "a-second-title" });
  expect(await getPractice(null, "en", "a-second-title")).toMatchObject({ outcome: "page" });
});

test("an address of filters is read leniently and written sparsely", () => {
  const filters = filtersOf(new URL("http://x/en/practices?q=%00a&topic=food&maturity=tried&sort=nonsense&language=de&province='--"));
  expect(filters).toMatchObject({ q: "a", topic: "food", maturity: "TRIED", sort: "relevance", language: "", province: "" });
  expect(queryOf(filters)).toEqual({ q: "a", topic: "food", maturity: "tried" });
});

const titles = async (filters: Partial<Filters>, language: "en" | "fr" = "en") =>
  (await listPractices(null, language, { ...noFilters, ...filters })).items.map(({ title }) => title);

async function published(guides: Parameters<typeof guide>[0]["fields"][]) {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  for (const fields of guides) await guide({ by: amira, state: "PUBLISHED", fields: fields ?? {} });
  return { amira };
}

test("a hidden draft does not stand before an open guide with the same slug in the other language", async () => {
  const { amira } = await published([{ title: "Walk and talk" }]);
  const zoe = await person("Zoé", { roles: ["PRACTITIONER"], organizations: [await organization("Ailleurs")] });
  await guide({ by: zoe, language: "fr", fields: { title: "Walk and talk" } });

  expect(await getPractice(null, "fr", "walk-and-talk")).toMatchObject({ outcome: "page", isMissingHere: true });
  expect(await getPractice(zoe, "fr", "walk-and-talk")).toMatchObject({ outcome: "page", isPublished: false });
  expect(await getPractice(amira, "en", "walk-and-talk")).toMatchObject({ outcome: "page", isPublished: true });
});
