import { expect, test } from "vitest";

import { getDirectory } from "~/features/organizations/directory.server";
import { type Filters, filtersOf, noFilters, queryOf } from "~/features/organizations/filters";
import { listOrganizations } from "~/features/organizations/list.server";
import type { Language } from "~/i18n/languages";
import "#tests/support/database";

import { made, words } from "./places";

test("organizations are found by each filter, and by several together", async () => {
  await made({ en: "Alpha", languages: ["en", "fr"], populations: ["caregivers"], kind: "funder" });
  await made({ en: "Beta", province: "qc", languages: ["fr"], status: "LISTED" });
  await made({ en: "Gamma", province: null, languages: ["en"] });

  expect(await names({ province: "qc" })).toEqual(["Beta"]);
  expect(await names({ province: "national" })).toEqual(["Gamma"]);
  expect(await names({ language: "fr" })).toEqual(["Alpha", "Beta"]);
  expect(await names({ population: "caregivers" })).toEqual(["Alpha"]);
  expect(await names({ kind: "funder" })).toEqual(["Alpha"]);
  expect(await names({ standing: "listed" })).toEqual(["Beta"]);
  expect(await names({ standing: "member", language: "fr", province: "on" })).toEqual(["Alpha"]);
  expect(await names({ standing: "member", province: "qc" })).toEqual([]);
});

test("who waits, was declined, closed or merged is not in the directory, nor counted", async () => {
  for (const status of ["MEMBER", "LISTED", "APPLIED", "DECLINED", "CLOSED", "MERGED"] as const) await made({ en: status, status });

  expect(await names({})).toEqual(["LISTED", "MEMBER"]);
  expect((await getDirectory("en", noFilters, null)).everywhere.count).toBe(2);
  expect(await names({ q: "closed" })).toEqual([]);
});

test("a name is found by its beginning or a part, in either language, whatever its accents and capitals", async () => {
  await made({ en: "Santé pour tous", fr: "Santé pour tous" });
  await made({ en: "Friends of L’Érablière", fr: "Les Ami·e·s de L’Érablière", city: "Trois-Rivières" });

  for (const q of ["sante", "SANTÉ P", "tous pour", "anté"]) expect(await names({ q }), q).toEqual(["Santé pour tous"]);
  for (const q of ["l'erabl", "erabliere friends", "ami", "trois-riv"]) expect(await names({ q }), q).toEqual(["Friends of L’Érablière"]);
  for (const q of ["%", "_", "\\", '"', "' OR 1=1", "☃", "a".repeat(200), "- - -"]) await names({ q });
  expect(await names({ q: "100%" })).toEqual([]);
});

test("words of what an organization does, and of the regions it serves, find it too, behind those that are called so", async () => {
  await made({ en: "Alpha", about: { en: "It walks with older adults." }, regions: "Kawartha Lakes" });
  await made({ en: "Walking Club" });
  await made({ en: "The long Walk" });
  await made({ en: "Bêta", about: { fr: "Il accompagne des personnes aînées." } });

  expect(await names({ q: "walk" })).toEqual(["Walking Club", "The long Walk", "Alpha"]);
  expect(await names({ q: "kawartha" })).toEqual(["Alpha"]);
  expect(await names({ q: "accompagner ainée" }, "fr")).toEqual(["Bêta"]);
});

test("names stand in the order of the alphabet, and pages follow each other without gap or repetition", async () => {
  for (const en of ["Zèbre", "école", "Ebony", "Élan", "eagle", "Ocean", "Œuvre", "Same (2)", "Same"]) await made({ en });

  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await listOrganizations("en", noFilters, after, 2);
    expect(page.total).toBe(9);
    seen.push(...page.items.map(({ name }) => name));
    after = page.next;
  } while (after);

  expect(seen).toEqual(["eagle", "Ebony", "école", "Élan", "Ocean", "Œuvre", "Same", "Same (2)", "Zèbre"]);
});

test("each place says how many there are, as the other filters have it", async () => {
  await words();
  await made({ en: "Alpha", languages: ["en"] });
  await made({ en: "Beta", languages: ["fr", "en"] });
  await made({ en: "Gamma", province: null, languages: ["fr"] });

  const { places, everywhere, options, map } = await getDirectory("fr", { ...noFilters, language: "fr", province: "on" }, null);

  expect(places.map(({ key, count, isChosen }) => [key, count, isChosen])).toEqual([
    ["on", 1, true],
    ["qc", 0, false],
    ["national", 1, false],
  ]);
  expect(everywhere).toMatchObject({ count: 2, isChosen: false, href: "/fr/organismes?language=fr#results" });
  expect(places[1]?.href).toBe("/fr/organismes?province=qc&language=fr#results");
  expect(options.language.map(({ value }) => value)).toEqual(["fr", "en"]);
  expect(map.shapes).toHaveLength(13);
});

test("an address of filters is read leniently and written sparsely", () => {
  const filters = filtersOf(
    new URL("http://x/en/organizations?q=%00a&province='--&language=klingon&population=caregivers&kind=castle&standing=x"),
  );
  expect(filters).toEqual({ ...noFilters, q: "a", population: "caregivers" });
  expect(queryOf(filters)).toEqual({ q: "a", population: "caregivers" });
});

const names = async (filters: Partial<Filters>, language: Language = "en") =>
  (await listOrganizations(language, { ...noFilters, ...filters })).items.map(({ name }) => name);
