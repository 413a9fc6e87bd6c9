import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { type Filters, filtersOf, noFilters, queryOf, sorts } from "~/features/evidence/filters";
import { listNewestSummaries, listSummaries } from "~/features/evidence/list.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { retireContribution } from "~/features/publishing/contribution.server";
import type { Fields } from "~/features/publishing/fields";
import { hideContribution } from "~/features/publishing/hiding.server";
import { listPublishingOrganizations } from "~/features/publishing/listing.server";
import { db } from "~/platform/db.server";
import { statementsOf } from "#tests/support/statements";
import { ratings, summary, summaryFields, summaryTranslation } from "#tests/support/summaries";
import { guide, organization, person } from "#tests/support/world";

const { own = {} } = summaryFields();

test("summaries are found by each filter, and by several together", async () => {
  await published([
    {
      title: "Walking in the woods",
      topics: ["nature"],
      populations: ["seniors"],
      settings: ["library"],
      provinces: ["on"],
      own: { ...own, ...ratings({ Finding: "f1", Level: "VERY_LOW", By: "Zoé" }), evidenceUpTo: ["2019"] },
    },
    { title: "Cooking together", own: { ...own, studyTypes: ["scoping-review"] } },
  ]);

  for (const filter of [
    { topic: "nature" },
    { population: "seniors" },
    { setting: "library" },
    { province: "on" },
    { study: "systematic-review" },
    { certainty: "very-low" },
    { topic: "nature", province: "on", certainty: "very-low", study: "systematic-review", organization: "riverside-health-centre" },
  ])
    expect(await titles(filter), JSON.stringify(filter)).toEqual(["Walking in the woods"]);
  expect(await titles({ certainty: "none" })).toEqual(["Cooking together"]);
  expect(await titles({ since: "2024" })).toEqual(["Cooking together"]);
  expect(await titles({ since: "2019" })).toHaveLength(2);
  expect(await titles({ since: "2025" })).toEqual([]);
  expect(await titles({ topic: "food", province: "on" })).toEqual([]);
  expect(await titles({ organization: "riverside-health-centre" })).toHaveLength(2);
  expect(await titles({ organization: "elsewhere" })).toEqual([]);
});

test("a list is narrowed to the languages that a summary can be read in", async () => {
  const { zoe } = await published([{ title: "In English alone" }]);
  const both = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "In both languages" } });
  await summaryTranslation({ by: zoe, slug: both.slug, fields: { title: "Dans les deux langues" } });

  expect(await titles({ language: "fr" })).toEqual(["In both languages"]);
  expect(await titles({ language: "fr" }, "fr")).toEqual(["Dans les deux langues"]);
  expect(await titles({ language: "en" }, "fr")).toEqual(["Dans les deux langues", "In English alone"]);
});

test("words are found in their stem, without accents, in the language of the face, best first", async () => {
  const { zoe } = await published([
    { title: "Walking in the woods" },
    { title: "A thing of libraries", summary: `${"x".repeat(40)} a wood` },
  ]);
  await summary({ by: zoe, language: "fr", state: "PUBLISHED", fields: { title: "Rompre l’isolement des aînés" } });

  expect(await titles({ q: "wood", sort: "relevance" })).toEqual(["Walking in the woods", "A thing of libraries"]);
  expect(await titles({ q: "isolement aines", sort: "relevance" }, "fr")).toEqual(["Rompre l’isolement des aînés"]);
  for (const q of ['"', "& | !", "'; DROP TABLE", "\u202e", "☃", "a".repeat(200)]) await titles({ q, sort: "relevance" });
});

test("pages follow each other without gap or repetition, in every order, and say how many there are", async () => {
  await published(
    Array.from({ length: 7 }, (_, index) => ({
      title: `Summary number ${String.fromCharCode(65 + index)}`,
      own: { ...own, evidenceUpTo: [`${2020 + (index % 3)}`] },
    })),
  );

  for (const sort of sorts) {
    const seen: { title: string; evidenceUpTo: string }[] = [];
    let after: string | null = null;
    do {
      const page = await listSummaries(null, "en", { ...noFilters, sort, q: sort === "relevance" ? "people" : "" }, after, 3);
      expect(page.total).toBe(7);
      seen.push(...page.items);
      after = page.next;
    } while (after);
    expect(new Set(seen.map(({ title }) => title)).size, sort).toBe(7);
    expect(seen).toHaveLength(7);
    const years = seen.map(({ evidenceUpTo }) => evidenceUpTo);
    if (sort === "evidence") expect(years).toEqual([...years].sort().reverse());
  }
});

test("what a viewer may not see is neither listed nor counted nor found", async () => {
  const { zoe, editor } = await published([
    { title: "For all of us" },
    { title: "For members", visibility: "MEMBERS" },
    { title: "For our people", visibility: "ORGANIZATION" },
  ]);
  await summary({ by: zoe, fields: { title: "Not yet published" } });
  const hidden = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "Hidden by moderation" } });
  await db.$transaction((tx) => hideContribution(tx, hidden.id, null));
  const retired = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "Out of use" } });
  await retireContribution(summaryKind, editor, "en", retired.slug, { reason: "It is out of date.", successor: "" });
  const cook = await person("Amira", { roles: ["PRACTITIONER"], organizations: zoe.organizations });
  await guide({ by: cook, state: "PUBLISHED", fields: { title: "A guide" } });
  const member = await person("Benoit");

  const seenBy = async (viewer: Viewer) => {
    const { items, total } = await listSummaries(viewer, "en", noFilters);
    expect(total).toBe(items.length);
    return items.map(({ title }) => title).reverse();
  };
  expect(await seenBy(null)).toEqual(["For all of us"]);
  expect(await seenBy(member)).toEqual(["For all of us", "For members"]);
  expect(await seenBy(zoe)).toEqual(["For all of us", "For members", "For our people"]);
  expect(await seenBy(editor)).toEqual(["For all of us", "For members", "For our people"]);
  expect((await listSummaries(null, "en", { ...noFilters, q: "members", sort: "relevance" })).total).toBe(0);
  expect(await listPublishingOrganizations("SUMMARY", "en")).toEqual([
    { slug: "riverside-health-centre", name: "Riverside Health Centre" },
  ]);
});

test("a card says what a summary is worth, and a list is one question to the database", async () => {
  await published([
    { title: "Walking in the woods", own: { ...own, ...ratings({ Finding: "f1", Level: "LOW" }, { Finding: "f2", Level: "HIGH" }) } },
  ]);

  const asked = await statementsOf(() => listSummaries(null, "en", noFilters));
  const [card] = await listNewestSummaries(null, "fr", 3);

  expect(asked).toHaveLength(1);
  expect(card).toMatchObject({
    title: "Walking in the woods",
    language: "en",
    evidenceUpTo: "2024-05",
    certainties: ["HIGH", "LOW"],
    studyTypes: ["systematic-review"],
    organization: "Riverside Health Centre (fr)",
    topics: [{ key: "food", label: "Prescription alimentaire" }],
  });
});

test("an address of filters is read leniently and written sparsely", () => {
  const filters = filtersOf(
    new URL("http://x/en/evidence?q=%00a&topic=food&certainty=very-low&study=magic&since=3000&sort=nonsense&language=de&province='--"),
  );
  expect(filters).toMatchObject({
    q: "a",
    topic: "food",
    certainty: "very-low",
    study: "",
    since: "",
    sort: "relevance",
    language: "",
    province: "",
  });
  expect(queryOf(filters)).toEqual({ q: "a", topic: "food", certainty: "very-low" });
  expect(filtersOf(new URL("http://x/?sort=relevance"))).toMatchObject({ sort: "newest" });
  expect(queryOf({ ...noFilters, sort: "evidence" })).toEqual({ sort: "evidence" });
});

const titles = async (filters: Partial<Filters>, language: "en" | "fr" = "en") =>
  (await listSummaries(null, language, { ...noFilters, ...filters })).items.map(({ title }) => title);

async function published(summaries: Partial<Fields>[]) {
  const zoe = await person("Zoé", { roles: ["RESEARCHER"], organizations: [await organization()] });
  for (const fields of summaries) await summary({ by: zoe, state: "PUBLISHED", fields });
  return { zoe, editor: await person("Éloïse", { roles: ["EDITOR"] }) };
}
