import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { findEmbeddedDatabase } from "~/platform/embedded-database.server";
import { send } from "#tests/support/http";

const TIMES = 5;

/** How often each page asks the database: PostgreSQL itself is made to write down every statement for a while. */
export async function countStatements(url: string, data: string, paths: string[]): Promise<Map<string, number>> {
  const log = path.join(data, "postgres.log");
  const admin = (findEmbeddedDatabase(data) ?? "").replace("//portal:", "//postgres:").replace(/portal$/, "postgres");
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await set(client, { log_statement: "'all'", log_line_prefix: "'%a '" });

  const counts = new Map<string, number>();
  for (const page of paths) {
    await send(url, page);
    await sleep(200);
    const before = statSync(log).size;
    for (let time = 0; time < TIMES; time++) await send(url, page);
    await sleep(200);
    const written = readFileSync(log).subarray(before).toString();
    counts.set(page, (written.match(/^portal LOG: {2}(execute|statement)/gm) ?? []).length / TIMES);
  }
  await set(client, { log_statement: "DEFAULT", log_line_prefix: "DEFAULT" });
  await client.end();
  return counts;
}

async function set(client: pg.Client, settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) await client.query(`ALTER SYSTEM SET ${name} = ${value}`);
  await client.query("SELECT pg_reload_conf()");
  await sleep(300);
}
