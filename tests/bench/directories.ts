// npm run bench -- directories [organizations | people]: how long the directories take, and that many rows do not make them slower.
import { runMigrations } from "graphile-worker";
import pg from "pg";

import { speakBothLanguages } from "~/i18n/both-languages.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { disconnect } from "~/platform/db.server";
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";
import { newFolder, removeFolder } from "#tests/support/portal-process";

import { organizationDirectory } from "./organization-directory";
import { peopleDirectory } from "./people-directory";
import { printTable } from "./table";

/** A directory to be measured: how it is filled up to a size, and what is asked of it then. */
export type Directory = {
  name: string;
  sizes: number[];
  fill: (client: pg.Client, size: number) => Promise<void>;
  questions: () => Promise<Record<string, () => Promise<unknown>>>;
};

const directories: Directory[] = [organizationDirectory, peopleDirectory];
const TIMES = 60;

/** Prints the median and the 95th percentile of each question at each size, and how the medians grow. */
export async function benchDirectories() {
  speakBothLanguages();
  const folder = newFolder();
  const database = await startEmbeddedDatabase(folder);
  try {
    await migrate(database.url);
    await runMigrations({ connectionString: database.url });
    setEmbeddedDatabase(database.url);
    const named = directories.filter(({ name }) => process.argv.includes(name));
    for (const directory of named.length > 0 ? named : directories) await measure(directory, database.url);
  } finally {
    await disconnect();
    await database.stop();
    removeFolder(folder);
  }
}

async function measure({ name, sizes, fill, questions }: Directory, url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rows = new Map<string, string[]>();
  const first = new Map<string, number>();
  client.on("error", () => {}); // when the database is closed because of a fault, it is the fault that counts
  for (const size of sizes) {
    await fill(client, size);
    await client.query("VACUUM ANALYZE");
    for (const [question, ask] of Object.entries(await questions())) {
      const { median, p95 } = await timesOf(ask);
      const growth = median / (first.get(question) ?? median);
      if (!first.has(question)) first.set(question, median);
      rows.set(question, [...(rows.get(question) ?? []), `${median.toFixed(1)} / ${p95.toFixed(1)} (${growth.toFixed(2)}×)`]);
    }
  }
  await client.end();
  printTable([[`${name}: median / p95 in ms`, ...sizes.map(String)], ...[...rows].map(([question, cells]) => [question, ...cells])]);
}

async function timesOf(ask: () => Promise<unknown>) {
  for (let time = 0; time < 10; time++) await ask();
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: times[TIMES / 2] ?? 0, p95: times[Math.floor(TIMES * 0.95)] ?? 0 };
}
