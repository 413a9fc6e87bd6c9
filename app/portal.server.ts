import { DemoAccountsStand, openDemoWorld } from "~/features/accounts/demo.server";
import { importCategories } from "~/features/forums/imported.server";
import { ContentFaulty, importFirstContent } from "~/features/library/imported.server";
import { migrateQueue } from "~/jobs/worker.server";
import { env } from "~/platform/env.server";
import { directDatabaseUrl, setEmbeddedDatabase } from "~/platform/database-url.server";
import { disconnect } from "~/platform/db.server";
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { log } from "~/platform/log.server";
import { migrate, MigrationFailed } from "~/platform/migrations.server";
import { DatabaseUnavailable } from "~/platform/postgres/unavailable.server";

import { buildDemoWorld } from "../prisma/seed";

/**
 * Opens what the portal stands on: its database, with the migrations applied, and on the first start its content.
 * Ends the process with one clear line when that cannot be.
 */
export async function openPortal(): Promise<{ close: () => Promise<void> }> {
  let close = async () => {};
  try {
    if (!env.DATABASE_URL) {
      const database = await startEmbeddedDatabase(env.PORTAL_DATA);
      setEmbeddedDatabase(database.url);
      close = database.stop;
    }
    const applied = await migrate(directDatabaseUrl());
    if (applied.length > 0) log.info({ applied }, "migrations applied");
    await migrateQueue(directDatabaseUrl());
    const content = await importFirstContent("content", { importCategories });
    if (content) log.info(content, "content imported");
    if (await openDemoWorld()) await buildDemoWorld();
    return { close };
  } catch (error) {
    await disconnect();
    await close();
    const known = [DatabaseUnavailable, MigrationFailed, ContentFaulty, DemoAccountsStand];
    const isKnown = known.some((kind) => error instanceof kind);
    process.stderr.write(`The portal cannot start: ${isKnown ? (error as Error).message : ((error as Error).stack ?? error)}\n`);
    process.exit(1);
  }
}
