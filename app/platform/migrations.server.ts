import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";

import { DatabaseUnavailable } from "./postgres/unavailable.server";

/** The number that `prisma migrate deploy` locks, so that it and the portal wait for each other. */
const LOCK = 72_707_369;

/** The record that Prisma's own `migrate deploy` keeps, so that either may apply the next migration. */
const RECORD = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Which migration stopped, and what PostgreSQL said. */
export class MigrationFailed extends Error {}

/**
 * Applies the migrations that the database does not have yet, in order, each whole in one transaction, and gives their names.
 * Of several portals that start at once, one does it. Throws MigrationFailed, and the faulty migration
 * has then changed nothing; or DatabaseUnavailable.
 */
export async function migrate(databaseUrl: string, folder = "prisma/migrations"): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "portal-migrations" });
  client.on("error", () => {}); // a query in flight is rejected as well
  try {
    await connect(client, databaseUrl);
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(RECORD);
    const pending = await findPending(client, migrationsIn(folder));
    for (const migration of pending) await apply(client, migration);

    return pending.map(({ name }) => name);
  } finally {
    await client.end().catch(() => {});
  }
}

async function connect(client: pg.Client, databaseUrl: string) {
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(databaseUrl);
    const { message, code } = error as NodeJS.ErrnoException;
    throw new DatabaseUnavailable(`The database at ${host}${pathname} cannot be used: ${message || code}.`);
  }
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const begun = rows.find(({ finished }) => !finished);
  if (begun)
    throw new MigrationFailed(`Migration ${begun.name} was begun with Prisma's own command and not finished; see prisma migrate resolve.`);

  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const changed = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (changed) throw new MigrationFailed(`Migration ${changed.name} was changed after it was applied.`);

  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    const { message, position } = error as pg.DatabaseError;
    const line = position && ` (line ${sql.slice(0, Number(position) - 1).split("\n").length})`;
    throw new MigrationFailed(`Migration ${name} failed and changed nothing: ${message}${line ?? ""}`);
  }
}

type Migration = { name: string; sql: string; checksum: string };

/** The migrations on disk, oldest first. */
function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const bytes = readFileSync(file);
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
}
