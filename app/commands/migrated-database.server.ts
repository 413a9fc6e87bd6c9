import { Logger, runMigrations } from "graphile-worker";

import { disconnect } from "~/platform/db.server";
import { migrate } from "~/platform/migrations.server";

import { openDatabase } from "./open-database.server";

/** Opens the portal's database for a command that works with what is in it, brought up to date with its queue. */
export async function openMigratedDatabase(): Promise<{ close: () => Promise<void> }> {
  const database = await openDatabase();
  await migrate(database.directUrl);
  await runMigrations({ connectionString: database.directUrl, logger: new Logger(() => () => {}) });

  return {
    close: async () => {
      await disconnect();
      await database.close();
    },
  };
}
