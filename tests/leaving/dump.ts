import pg from "pg";

import { databaseUrl } from "~/platform/database-url.server";

/** Every row of every table of the portal and of its queue as a line of JSON, with its table before it. Bytes stand there in hexadecimal. */
export async function dump(): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE' ORDER BY 1`);
    const lines: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
      lines.push(...rows.map(({ row }) => `${name}: ${row}`));
    }
    return lines;
  } finally {
    await client.end();
  }
}

/** The lines of a dump in which one of these words stands, in letters or inside of bytes. */
export const linesWith = (lines: string[], words: readonly string[]) =>
  lines.filter((line) => words.some((word) => [word, Buffer.from(word).toString("hex")].some((form) => holds(line, form))));

const holds = (line: string, form: string) => line.toLowerCase().includes(form.toLowerCase());
