// npm run bench -- forums [plans]: how long the pages of the forums take with 1,000 to 1,000,000 posts, and how often each asks the database.
// With "plans", what PostgreSQL does for each statement at the largest size is printed as well. FORUM_POSTS limits the sizes.
import { runMigrations } from "graphile-worker";
import pg from "pg";

import { speakBothLanguages } from "~/i18n/both-languages.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { disconnect } from "~/platform/db.server";
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";
import { newFolder, removeFolder } from "#tests/support/portal-process";
import { planText, statementsOf } from "#tests/support/statements";

import { forumQuestions, type Question } from "./forum-questions";
import { fillForums } from "./forum-world";
import { type Cell, measure, printGrowth } from "./growth";

const MOST = Number(process.env.FORUM_POSTS ?? 1_000_000);
const SIZES = [1_000, 30_000, 1_000_000].filter((size) => size < MOST).concat(MOST);

/** Prints, for each page and size, the statements beside the session's own, the median and the 95th percentile, and the growth of the median. */
export async function benchForums() {
  speakBothLanguages();
  const folder = newFolder();
  const database = await startEmbeddedDatabase(folder, ["fsync=off", "max_wal_size=4GB"]);
  const client = new pg.Client({ connectionString: database.url });
  client.on("error", () => {}); // when the database is closed because of a fault, it is the fault that counts
  try {
    await migrate(database.url);
    await runMigrations({ connectionString: database.url });
    setEmbeddedDatabase(database.url);
    await client.connect();
    const rows = new Map<string, Cell[]>();
    for (const size of SIZES) {
      const started = performance.now();
      await fillForums(client, size);
      process.stdout.write(`${size} posts stand after ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
      for (const question of await forumQuestions()) rows.set(question.name, [...(rows.get(question.name) ?? []), await measure(question)]);
    }
    printGrowth(rows, SIZES);
    if (process.argv.includes("plans")) for (const question of await forumQuestions()) await explain(client, question);
  } finally {
    await client.end();
    await disconnect();
    await database.stop();
    removeFolder(folder);
  }
}

async function explain(client: pg.Client, { name, ask }: Question) {
  for (const statement of await statementsOf(ask)) process.stdout.write(`\n${name}\n${await planText(client, statement)}\n`);
}
