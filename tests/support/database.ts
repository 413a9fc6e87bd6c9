import pg from "pg";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";

import { forgetGlossary } from "~/features/terminology/glossary.server";
import { forgetVocabulary } from "~/features/vocabularies/vocabulary.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db, disconnect } from "~/platform/db.server";

const name = `portal_worker_${process.env.VITEST_POOL_ID ?? "0"}_${process.pid}`;
const server = inject("databaseUrl");

// Each worker works on a database of its own; each test begins with empty tables.
beforeAll(async () => {
  await dropDatabase();
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE portal_template`);
  setEmbeddedDatabase(Object.assign(new URL(server), { pathname: `/${name}` }).href);
});

beforeEach(async () => {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS name FROM pg_tables
    WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations') OR (schemaname = 'graphile_worker' AND tablename IN ('_private_jobs'))`;
  // Only so that a test begins with none: the audit log refuses to be emptied.
  const audit = (change: string) => `ALTER TABLE "AuditEntry" ${change} TRIGGER "AuditEntry_append_only"`;
  const empty = () => asAdmin(`${audit("DISABLE")}; TRUNCATE ${tables[0]?.name} CASCADE; ${audit("ENABLE")}`, name);
  // Of a loader that was refused another question may still be on its way, and embrace this one: the second time it is over.
  await empty().catch((error: pg.DatabaseError) => {
    if (error.code !== "40P01") throw error;
    return empty();
  });
  forgetVocabulary();
  forgetGlossary();
});

afterAll(async () => {
  await disconnect();
  await dropDatabase();
});

/** By force, since a test may have left a connection; but a vacuum that runs at that moment is the server's own, and goes for the plain word only. */
async function dropDatabase() {
  const drop = `DROP DATABASE IF EXISTS ${name}`;
  await asAdmin(`${drop} WITH (FORCE)`).catch((error: pg.DatabaseError) => {
    if (error.code !== "42501") throw error;
    return asAdmin(drop);
  });
}

async function asAdmin(sql: string, database = "portal") {
  const client = new pg.Client({ connectionString: Object.assign(new URL(server), { pathname: `/${database}` }).href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
