// npm run bench -- moderation [plans]: how long the queue and a case take with 100 to 10,000 open cases, and how often each asks the database.
import { runMigrations } from "graphile-worker";
import pg from "pg";

import { speakBothLanguages } from "~/i18n/both-languages.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { disconnect } from "~/platform/db.server";
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";
import { newFolder, removeFolder } from "#tests/support/portal-process";
import { planText, statementsOf } from "#tests/support/statements";

import { type Cell, measure, printGrowth } from "./growth";
import { moderationQuestions } from "./moderation-questions";
import { fillCases } from "./moderation-world";

const SIZES = [100, 1_000, 10_000];

/** Prints, for each page and size, the statements beside the session's own, the median and the 95th percentile, and the growth of the median. */
export async function benchModeration() {
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
    const rows = new Map<string, Cell[]>();
    for (const size of SIZES) {
      await fillCases(client, size);
      for (const question of await moderationQuestions())
        rows.set(question.name, [...(rows.get(question.name) ?? []), await measure(question)]);
    }
    printGrowth(rows, SIZES);
    if (process.argv.includes("plans"))
      for (const { name, ask } of await moderationQuestions())
        for (const statement of await statementsOf(ask)) process.stdout.write(`\n${name}\n${await planText(client, statement)}\n`);
  } finally {
    await client.end();
    await disconnect();
    await database.stop();
    removeFolder(folder);
  }
}
