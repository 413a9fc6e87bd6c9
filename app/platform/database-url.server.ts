import { env } from "./env.server";

let embedded: string | undefined;

/** Tells the address of the database that the portal started for itself. */
export function setEmbeddedDatabase(url: string) {
  embedded = url;
}

/** Where the database is: the one of the settings, else the portal's own, which must have been started by then. */
export function databaseUrl(): string {
  const url = env.DATABASE_URL ?? embedded;
  if (!url) throw new Error("The database was asked for before it was started.");
  return url;
}

/** The same database without a pooler in between, for migrations, locks and LISTEN. */
export const directDatabaseUrl = () => env.DATABASE_DIRECT_URL ?? databaseUrl();
