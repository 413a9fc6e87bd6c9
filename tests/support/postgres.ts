import { runMigrations } from "graphile-worker";
import pg from "pg";
import type { TestProject } from "vitest/node";

import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";

const TEMPLATE = "portal_template";

/** Starts the portal's own PostgreSQL once for all tests, with a migrated template that each worker copies. */
export default async function setup(project: TestProject) {
  // Tests lose nothing that matters when the machine fails.
  const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const database = await startEmbeddedDatabase(`.cache/test-postgres-${process.env.TEST_DATABASE ?? project.name}`, careless);
  const template = Object.assign(new URL(database.url), { pathname: `/${TEMPLATE}` }).href;
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
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
