import type { Transaction } from "./db.server";

/** What open pages are told of: ids and numbers alone, never words. They then ask for what they may see. */
export type LiveMessage =
  | { what: "post"; thread: string; category: string; number: number }
  | { what: "changed"; thread: string; category: string; number: number }
  | { what: "notification"; account: string };

/** The channel of PostgreSQL on which all processes of the portal hear each other. */
export const LIVE_CHANNEL = "portal_live";

/** Tells open pages, in every process, when this transaction is committed. */
export async function announce(tx: Transaction, message: LiveMessage) {
  await tx.$queryRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(message)})::text`;
}
