import { expect, test } from "vitest";

import { noFilters as noSummaryFilters } from "~/features/evidence/filters";
import { listSummaries } from "~/features/evidence/list.server";
import { noFilters } from "~/features/practices/filters";
import { listPractices } from "~/features/practices/list.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getForEdit } from "~/features/publishing/queries.server";
import { pairSchema } from "~/features/terminology/schema.server";
import { addPair, removePair } from "~/features/terminology/term-pair.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { translatePractice } from "#tests/support/practices";
import { statementsOf } from "#tests/support/statements";
import { summary } from "#tests/support/summaries";
import { guide, organization, person } from "#tests/support/world";

const keepTerm = async () => {
  const editor = await person("Edith Editor", { roles: ["EDITOR"] });
  const input = pairSchema.parse({
    ...{ en: "link worker", fr: "navigatrice communautaire", enOthers: "community connector", frOthers: "agente de liaison" },
    frNote: "Au Canada, on dit surtout « navigatrice ».",
  });
  const { id } = await addPair(editor, input);
  return { editor, id };
};

const guidesBy = async (q: string, language: Language) =>
  (await listPractices(null, language, { ...noFilters, q, sort: "relevance" })).items.map(({ title }) => title);

const summariesBy = async (q: string, language: Language) =>
  (await listSummaries(null, language, { ...noSummaryFilters, q, sort: "relevance" })).items.length;

test("a guide is found by the other words of a term, in the language of the page and in the other, until the pair is removed", async () => {
  const by = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  await guide({ by, state: "PUBLISHED", fields: { title: "What a link worker does" } });
  await guide({ by, state: "PUBLISHED", language: "fr", fields: { title: "Le rôle de la navigatrice communautaire" } });
  const { editor, id } = await keepTerm();
  const english = "What a link worker does";
  const french = "Le rôle de la navigatrice communautaire";

  const found: [string, Language, string[]][] = [
    ["community connectors", "en", [english, french]],
    ["link worker", "fr", [english, french]],
    ["agente de liaison", "fr", [english, french]],
    ["role link worker", "fr", [french]],
    ['"community connector"', "en", []],
    ["connector", "en", []],
    ["community connector -link", "en", [french]],
    ["community connector unicorn", "en", []],
  ];
  for (const [q, language, expected] of found) expect([q, (await guidesBy(q, language)).sort()]).toEqual([q, [...expected].sort()]);

  const { changedAt } = await db.termPair.findUniqueOrThrow({ where: { id } });
  await removePair(editor, id, { changedAt: changedAt.toISOString() });
  expect(await guidesBy("community connectors", "en")).toEqual([]);
});

test("a summary is found so too; signs of a search query do no harm, and a search asks no more of the database than before", async () => {
  const by = await person("Rosa", { roles: ["RESEARCHER"], organizations: [await organization()] });
  await summary({ by, state: "PUBLISHED" });
  expect(await summariesBy("community connector", "en")).toBe(0);
  await keepTerm();

  expect(await summariesBy("community connector", "en")).toBe(1);
  expect(await summariesBy("agentes de liaison", "fr")).toBe(1);
  expect(await summariesBy("unicorn community connector", "en")).toBe(0);
  for (const odd of [
    "link worker & | ! ( ) :* <-> '",
    "'link worker\\'",
    'link worker "',
    "-link -worker",
    "OR link worker",
    "link worker & !*",
  ])
    expect(await summariesBy(odd, "en")).toBeGreaterThanOrEqual(0);
  const asked = await statementsOf(() => summariesBy("community connector", "en"));
  expect(asked.length).toBe((await statementsOf(() => summariesBy("weekly", "en"))).length);
});

test("whoever translates is told how the terms of the text are said in their language", async () => {
  const by = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const { slug } = await guide({ by, state: "PUBLISHED", fields: { title: "What a link worker does" } });
  await keepTerm();
  const french = await translatePractice(by, "en", slug);
  const { source } = await getForEdit(practiceKind, by, "fr", french);

  expect(source?.hints).toMatchObject([
    {
      term: "link worker",
      word: "navigatrice communautaire",
      others: ["agente de liaison"],
      note: "Au Canada, on dit surtout « navigatrice ».",
    },
  ]);
  expect((await getForEdit(practiceKind, by, "en", slug)).source?.hints).toEqual([]);
});
