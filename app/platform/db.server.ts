import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { Prisma, PrismaClient } from "~/generated/prisma/client";

import { databaseUrl } from "./database-url.server";
import { log } from "./log.server";

/** What a verb gets inside `db.$transaction`. */
export type Transaction = Prisma.TransactionClient;

const MAX_CONNECTIONS = 10;

let client: PrismaClient | undefined;
let pool: pg.Pool | undefined;

function connect(): PrismaClient {
  pool = new pg.Pool({
    connectionString: databaseUrl(),
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: "portal",
  });
  // Without a listener a restart of PostgreSQL would end the portal (node-postgres emits on idle clients).
  pool.on("error", (error) => log.warn({ reason: error.message }, "a database connection was lost"));

  return new PrismaClient({
    adapter: new PrismaPg(pool, { onConnectionError: (error) => log.warn({ reason: error.message }, "a database connection was lost") }),
    omit: { account: { passwordHash: true } },
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
    log: [],
  });
}

/** The one door to the database. It connects at first use, when the embedded database is up. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, name) => {
    client ??= connect();
    const value = Reflect.get(client, name);
    return typeof value === "function" ? value.bind(client) : value;
  },
});

/** Ends all connections; the next use opens new ones. */
export async function disconnect() {
  await client?.$disconnect();
  await pool?.end().catch(() => {});
  client = undefined;
  pool = undefined;
}

/** What node-postgres says of a connection that is gone, or of a pool that was given up for that; it gives these no code. */
const LOST =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool after calling end)/;

/** How Prisma (P…), its adapter (words), PostgreSQL (08…, 53300, 57P0…) and the system (E…) say that there is no database to ask. */
const AWAY =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|P2037|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|08\w{3}|53300|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;

type Fault = { code?: unknown; kind?: unknown; message?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } };

/** True when the fault lies with the database being away, not with the request. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, kind, message, cause, meta } = error as Fault;

  return (
    AWAY.test(String(code)) || AWAY.test(String(kind)) || LOST.test(String(message)) || isDatabaseAway(cause ?? meta?.driverAdapterError)
  );
}

/** True when a unique index refused a row. */
export const isTaken = (error: unknown) => error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
