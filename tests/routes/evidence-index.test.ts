import { beforeEach, expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { forgetVocabulary } from "~/features/vocabularies/vocabulary.server";
import { loader, meta } from "~/routes/evidence/index";
import { loader as home } from "~/routes/home";
import { visit } from "#tests/support/request";
import { statementsOf } from "#tests/support/statements";
import { summary, summaryFields } from "#tests/support/summaries";
import { organization, person } from "#tests/support/world";

const { own = {} } = summaryFields();

beforeEach(forgetVocabulary);

test("a visitor gets the summaries that fit, their number, and what each filter offers in the words of the page", async () => {
  await published("Walking in the woods", "Cooking together");

  const { list, filters, options } = await shown("/fr/donnees-probantes?topic=nature");

  expect(list.items.map(({ title }) => title)).toEqual(["Walking in the woods"]);
  expect(list).toMatchObject({ total: 1, next: null });
  expect(filters.topic).toBe("nature");
  expect(options.topic).toContainEqual({ value: "nature", label: "Prescription de nature" });
  expect(options.organization).toEqual([{ value: "riverside-health-centre", label: "Riverside Health Centre (fr)" }]);
  expect(options.certainty.map(({ value }) => value)).toEqual(["high", "moderate", "low", "very-low", "none"]);
  expect(options.certainty.at(-1)).toEqual({ value: "none", label: "Non évaluée" });
  expect(options.study[0]).toEqual({ value: "systematic-review", label: "Revue systématique" });
  expect(options.since[0]?.value).toBe(String(new Date().getUTCFullYear()));
});

test("a list with all its filters asks the database no more than four times", async () => {
  await published("Walking in the woods");
  const query = "q=walking&topic=nature&organization=riverside-health-centre&study=systematic-review&certainty=none&since=2020&language=en";

  const asked = await statementsOf(async () => expect((await shown(`/en/evidence?${query}`)).list.total).toBe(1));

  expect(asked.length).toBeLessThanOrEqual(4);
});

test("what a form sends empty is taken out of the address", async () => {
  const response = await loader(visit(null, "/en/evidence?q=walk&topic=&sort=&certainty=low&since=")).catch((thrown: Response) => thrown);

  expect(response.status).toBe(302);
  expect(response.headers.get("Location")).toBe("/en/evidence?q=walk&certainty=low");
});

test("a page that begins nowhere leads back to the start", async () => {
  await published("Walking in the woods");

  for (const sort of ["newest", "evidence"]) {
    const nowhere = `/en/evidence?sort=${sort}&after=019aab00-0000-7000-8000-000000000000`;
    const response = await loader(visit(null, nowhere)).catch((thrown: Response) => thrown);
    expect(response.headers.get("Location")).toBe(sort === "newest" ? "/en/evidence" : "/en/evidence?sort=evidence");
  }
});

test("an address that makes no sense shows the whole list", async () => {
  await published("Walking in the woods");

  for (const query of ["?topic=%00", "?sort=worst", "?after=1", "?certainty=sure&language=de&since=soon&study=magic", "?q=%E2%80%AE"]) {
    const { list } = await shown(`/en/evidence${query}`);
    expect(list.total, query).toBe(query.startsWith("?q") ? 0 : 1);
  }
});

test("members are listed what is for members", async () => {
  const { zoe } = await published("For everyone to read");
  await summary({ by: zoe, state: "PUBLISHED", fields: { title: "For members to read", visibility: "MEMBERS" } });

  expect((await shown("/en/evidence")).list.total).toBe(1);
  expect((await shown("/en/evidence", await person("Benoit"))).list.total).toBe(2);
});

test("the home page leads to the latest summaries", async () => {
  await published("Walking in the woods", "Cooking together");

  const { summaries } = await (await home(visit(null, "/en"))).json();

  expect(summaries.map(({ title }) => title)).toEqual(["Cooking together", "Walking in the woods"]);
});

test("the title of the page is in its language", () => {
  const titled = meta({ location: { pathname: "/fr/donnees-probantes" } } as Parameters<typeof meta>[0]);

  expect(titled?.[0]).toEqual({ title: "Synthèses de données probantes — Le Carrefour des pratiques" });
});

const shown = async (path: string, viewer: Viewer = null) => (await loader(visit(viewer, path))).json();

async function published(...titles: string[]) {
  const zoe = await person("Zoé", { roles: ["RESEARCHER"], organizations: [await organization()] });
  for (const title of titles)
    await summary({ by: zoe, state: "PUBLISHED", fields: { title, own, topics: title.startsWith("Walking") ? ["nature"] : ["food"] } });
  return { zoe };
}
