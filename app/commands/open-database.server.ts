import { directDatabaseUrl, setEmbeddedDatabase } from "~/platform/database-url.server";
import { findEmbeddedDatabase, startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { env } from "~/platform/env.server";
import { DatabaseUnavailable } from "~/platform/postgres/unavailable.server";

/**
 * Opens the portal's database for a command: the one of DATABASE_URL, the one that a running portal has open,
 * or else the embedded one, which then runs as long as the command. Ends the process with one clear line when there is none.
 */
export async function openDatabase(): Promise<{ directUrl: string; close: () => Promise<void> }> {
  if (env.DATABASE_URL) return { directUrl: directDatabaseUrl(), close: async () => {} };

  const running = findEmbeddedDatabase(env.PORTAL_DATA);
  if (running) {
    setEmbeddedDatabase(running);
    return { directUrl: running, close: async () => {} };
  }
  try {
    const database = await startEmbeddedDatabase(env.PORTAL_DATA);
    setEmbeddedDatabase(database.url);
    return { directUrl: database.url, close: database.stop };
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
