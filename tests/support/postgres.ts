import { runMigrations } from "graphile-worker";
import pg from "pg";
import type { TestProject } from "vitest/node";

import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";

const TEMPLATE = "portal_template";

/** Starts the portal's own PostgreSQL once for all tests, with a migrated template that each worker copies. */
export default async function setup(project: TestProject) {
  const database = await startEmbeddedDatabase(`.cache/test-database-${process.env.TEST_DATABASE ?? project.name}`);
  const template = Object.assign(new URL(database.url), { pathname: `/${TEMPLATE}` }).href;
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  // Tests lose nothing that matters when the machine fails.
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) await admin.query(`ALTER SYSTEM SET ${setting} = off`);
  await admin.query("SELECT pg_reload_conf()");
  await admin.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(template);
  await runMigrations({ connectionString: template });
  await admin.end();
  project.provide("databaseUrl", database.url);

  return database.stop;
}

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
    portalUrl: string;
    portalData: string;
  }
}
