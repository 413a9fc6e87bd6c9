import { expect, test } from "vitest";

import { isLongAgo, lastDayOf } from "~/features/evidence/up-to";
import { db } from "~/platform/db.server";
import { ratings, summary, summaryFields, summaryTranslation } from "#tests/support/summaries";
import { organization, person } from "#tests/support/world";

const { own = {} } = summaryFields();

test("the evidence goes up to the last day of what is told", () => {
  expect(lastDayOf("2024")).toBe("2024-12-31");
  expect(lastDayOf("2024-02")).toBe("2024-02-29");
  expect(lastDayOf("2024-05-17")).toBe("2024-05-17");
  for (const told of ["", "May 2024", "2024-13", "2024-02-30", "24", "2024-5", " 2024"]) expect(lastDayOf(told), told).toBeNull();
});

test("evidence is old when its last day is more than five years ago", () => {
  const now = new Date("2026-11-23");

  expect(isLongAgo("2021-11-23", now)).toBe(false);
  expect(isLongAgo("2021-11-22", now)).toBe(true);
  expect(isLongAgo("2021", now)).toBe(false);
  expect(isLongAgo("2020", now)).toBe(true);
  expect(isLongAgo("", now)).toBe(false);
});

test("a summary that is published stands in lists with its date, its studies, its levels and all that it is about", async () => {
  const { zoe } = await world();
  const rated = ratings(
    { Finding: "f1", Level: "LOW", By: "Kiely and others" },
    { Finding: "f1", Level: "HIGH", By: "Zoé" },
    { Finding: "f2", Level: "LOW", By: "Zoé" },
  );
  const { id } = await summary({
    by: zoe,
    state: "PUBLISHED",
    fields: { topics: ["food", "nature"], populations: ["seniors"], settings: ["library"], provinces: ["on"], own: { ...own, ...rated } },
  });

  expect(await db.summary.findUniqueOrThrow({ where: { contributionId: id } })).toEqual({
    contributionId: id,
    evidenceUpTo: new Date("2024-05-31"),
    evidenceTold: "2024-05",
    certainties: ["HIGH", "LOW"],
    isRated: true,
    studyTypes: ["systematic-review"],
    facets: [
      "topic:food",
      "topic:nature",
      "population:seniors",
      "setting:library",
      "province:on",
      "study:systematic-review",
      "certainty:HIGH",
      "certainty:LOW",
      "language:en",
    ],
  });
});

test("without ratings a summary counts as not rated, and what is no date as none", async () => {
  const { zoe } = await world();
  const { id } = await summary({ by: zoe, fields: { own: { ...own, evidenceUpTo: ["recently"] } } });

  expect(await db.summary.findUniqueOrThrow({ where: { contributionId: id } })).toMatchObject({
    evidenceUpTo: null,
    evidenceTold: "",
    certainties: [],
    isRated: false,
    facets: ["topic:food", "study:systematic-review", "certainty:none"],
  });
});

test("a face that is published adds its language; one that is being written does not", async () => {
  const { zoe } = await world();
  const { id, slug } = await summary({ by: zoe, state: "PUBLISHED" });
  const languagesOf = async () =>
    (await db.summary.findUniqueOrThrow({ where: { contributionId: id } })).facets.filter((facet) => facet.startsWith("language:"));

  const french = await summaryTranslation({ by: zoe, slug, state: "IN_REVIEW" });
  expect(french).toBeTruthy();
  expect(await languagesOf()).toEqual(["language:en"]);

  const other = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "A second summary of the same" } });
  await summaryTranslation({ by: zoe, slug: other.slug });
  expect((await db.summary.findUniqueOrThrow({ where: { contributionId: other.id } })).facets).toEqual(
    expect.arrayContaining(["language:en", "language:fr"]),
  );
});

async function world() {
  return { zoe: await person("Zoé", { roles: ["RESEARCHER"], organizations: [await organization()] }) };
}
