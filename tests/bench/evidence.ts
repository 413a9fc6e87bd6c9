// npm run bench -- evidence [plans]: how long the list of summaries and a summary take with 1,000 and 20,000 of them, and how often they ask the database.
import { runMigrations } from "graphile-worker";
import pg from "pg";

import { speakBothLanguages } from "~/i18n/both-languages.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db, disconnect } from "~/platform/db.server";
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";
import { pathTo } from "~/platform/paths";
import { loader as list } from "~/routes/evidence/index";
import { loader as show } from "~/routes/evidence/show";
import { newFolder, removeFolder } from "#tests/support/portal-process";
import { visit } from "#tests/support/request";
import { planText, statementsOf } from "#tests/support/statements";

import { fillSummaries } from "./evidence-world";
import type { Question } from "./forum-questions";
import { type Cell, measure, printGrowth } from "./growth";

const SIZES = [1_000, 20_000];

/** Prints, for each question and size, the statements, the median and the 95th percentile, and the growth of the median. */
export async function benchEvidence() {
  speakBothLanguages();
  const folder = newFolder();
  const database = await startEmbeddedDatabase(folder, ["fsync=off"]);
  const client = new pg.Client({ connectionString: database.url });
  client.on("error", () => {}); // when the database is closed because of a fault, it is the fault that counts
  try {
    await migrate(database.url);
    await runMigrations({ connectionString: database.url });
    setEmbeddedDatabase(database.url);
    await client.connect();
    await db.termPair.create({
      data: { en: "garden plots", fr: "jardins communautaires", enOthers: ["gardens", "allotments"], frOthers: ["jardins"] },
    });
    const rows = new Map<string, Cell[]>();
    for (const size of SIZES) {
      await fillSummaries(client, size);
      for (const question of await questions()) rows.set(question.name, [...(rows.get(question.name) ?? []), await measure(question)]);
    }
    printGrowth(rows, SIZES);
    if (process.argv.includes("plans"))
      for (const { name, ask } of await questions())
        for (const statement of await statementsOf(ask)) process.stdout.write(`\n${name}\n${await planText(client, statement)}\n`);
  } finally {
    await client.end();
    await disconnect();
    await database.stop();
    removeFolder(folder);
  }
}

async function questions(): Promise<Question[]> {
  const [deep] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Contribution" WHERE visibility = 'PUBLIC' ORDER BY "publishedAt" DESC, id DESC OFFSET 400 LIMIT 1`;
  const asked: [string, Record<string, string>][] = [
    ["all", {}],
    ["a later page", { after: deep?.id ?? "" }],
    ["by their evidence", { sort: "evidence" }],
    ["by their evidence, a later page", { sort: "evidence", after: deep?.id ?? "" }],
    ["a topic", { topic: "topic-c" }],
    ["a topic and a province", { topic: "topic-c", province: "province-d" }],
    [
      "a topic, a population, a setting, a province and a study",
      { topic: "topic-c", population: "population-b", setting: "setting-d", province: "province-d", study: "qualitative" },
    ],
    ["a rare type of study", { study: "consensus" }],
    ["a level", { certainty: "low" }],
    ["not rated", { certainty: "none" }],
    ["a language", { language: "fr" }],
    ["evidence since", { since: "2025" }],
    ["an organization", { organization: "organization-7" }],
    ["a rare word", { q: "museum" }],
    ["a word of some", { q: "gardens" }],
    ["a word of all", { q: "people" }],
    ["the same, as what a term is called otherwise", { q: "garden plots" }],
    ["a word and a topic", { q: "gardens", topic: "topic-c" }],
    ["a word of none", { q: "zzzz" }],
  ];
  return [
    ...asked.map(([name, query]) => ({ name, ask: async () => (await list(visit(null, pathTo("en", "summaries", query)))).json() })),
    { name: "a summary", ask: async () => (await show(visit(null, "/en/evidence/summary-7", { slug: "summary-7" }))).json() },
  ];
}
