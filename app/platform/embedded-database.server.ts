import type { ChildProcess } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { log } from "./log.server";
import { type Cluster, dataIn, openCluster, readPassword, SUPERUSER } from "./postgres/cluster.server";
import { findPostmaster, lastWords, spawnPostmaster, stopPostmaster } from "./postgres/postmaster.server";
import { DatabaseUnavailable } from "./postgres/unavailable.server";

const PORTAL = "portal"; // the database, and the role that owns it
const LOCK = 7_226_001;
const READY_WITHIN_MS = 60_000;
const LEFT_WITHIN_MS = 5_000;
const RETRY_MS = 100;

/** What a server says that will start when it is tried again. */
const PASSING = /shared memory block|lock file|Address already in use|could not bind|could not create any TCP/;

/**
 * Starts the PostgreSQL that comes with the portal, in `folder` (loopback only, random password), and keeps it running:
 * it is started again when it dies, and one that a killed portal left behind is taken over.
 * Throws DatabaseUnavailable with one clear line when the folder cannot be used.
 */
export async function startEmbeddedDatabase(folder: string, settings: string[] = []) {
  const cluster = await openCluster(folder);
  const stopping = new AbortController();
  let recovery: Promise<void> | undefined;

  const started = await runAndLock(cluster, settings, stopping.signal);
  let lock = started.lock;
  await createDatabase(lock, cluster.password);
  watch();

  return { url: urlOf(PORTAL, cluster.password, started.port), stop };

  function watch() {
    lock.once("end", () => {
      recovery = recover();
    });
  }

  async function recover(): Promise<void> {
    while (!stopping.signal.aborted) {
      log.warn("the database went away; starting it again");
      try {
        lock = (await runAndLock(cluster, settings, stopping.signal, started.port)).lock;
        log.info("the database is back");
        return watch();
      } catch (error) {
        if (!stopping.signal.aborted) log.error({ reason: String(error) }, "the database does not start");
        await sleep(1_000);
      }
    }
  }

  async function stop() {
    stopping.abort();
    await recovery;
    await lock.end().catch(() => {});
    await stopPostmaster(cluster.data);
  }
}

/** The address of the portal's own database where a portal already runs it; null where none does. */
export function findEmbeddedDatabase(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const root = realpathSync(folder);
  const postmaster = findPostmaster(dataIn(root));
  return postmaster && urlOf(PORTAL, readPassword(root), postmaster.port);
}

/** Runs PostgreSQL, or finds it running, and takes the lock that says "this portal, and no other". */
async function runAndLock(cluster: Cluster, settings: string[], signal: AbortSignal, fixedPort?: number) {
  const deadline = Date.now() + READY_WITHIN_MS;
  let child: ChildProcess | undefined;
  let port = fixedPort ?? 0;
  let failures = 0;
  let inUseSince = 0;

  while (Date.now() < deadline) {
    signal.throwIfAborted();
    const running = findPostmaster(cluster.data);
    if (!running && !isAlive(child)) {
      if (child && !PASSING.test(lastWords(cluster.folder)) && ++failures === 3) break;
      port = fixedPort ?? (await freePort());
      child = spawnPostmaster(cluster, port, settings);
    }
    if (running && fixedPort && running.port !== fixedPort) throw inUse(cluster);

    const lock = await takeLock(cluster, running?.port ?? port);
    if (lock instanceof pg.Client) return { lock, port: running?.port ?? port };
    if (lock === "refused")
      throw new DatabaseUnavailable(`The database in ${cluster.data} refuses the password in ${cluster.folder}/postgres-password.`);
    if (lock === "in use") {
      // A portal that is just closing is given a moment to leave.
      inUseSince ||= Date.now();
      if (Date.now() - inUseSince > LEFT_WITHIN_MS) throw inUse(cluster);
    }
    await sleep(RETRY_MS);
  }
  throw new DatabaseUnavailable(`The database in ${cluster.data} does not start: ${lastWords(cluster.folder)}`);
}

const inUse = ({ folder }: Cluster) =>
  new DatabaseUnavailable(`The folder ${folder} is in use by another portal; stop that one or set PORTAL_DATA to another folder.`);

async function takeLock(cluster: Cluster, port: number): Promise<pg.Client | "away" | "in use" | "refused"> {
  const client = new pg.Client({
    connectionString: urlOf(SUPERUSER, cluster.password, port),
    application_name: "portal-lock",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on("error", () => {}); // "end" follows
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1) AS held", [LOCK]);
    if (rows[0]?.held) return client;
    await client.end();
    return "in use";
  } catch (error) {
    await client.end().catch(() => {});
    return (error as { code?: string }).code === "28P01" ? "refused" : "away";
  }
}

/** The portal works as the owner of its database, and not as the one of the server, who may read files and run programs. */
async function createDatabase(client: pg.Client, password: string) {
  const { rows } = await client.query<{ role: boolean; database: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role, EXISTS (SELECT FROM pg_database WHERE datname = $1) AS database`,
    [PORTAL],
  );
  if (!rows[0]?.role) await client.query(`CREATE ROLE ${PORTAL} LOGIN CREATEDB PASSWORD ${client.escapeLiteral(password)}`);
  if (!rows[0]?.database) await client.query(`CREATE DATABASE ${PORTAL} OWNER ${PORTAL}`);
}

const isAlive = (child: ChildProcess | undefined) => child?.pid !== undefined && child.exitCode === null && child.signalCode === null;

const urlOf = (name: string, password: string, port: number) => `postgresql://${name}:${password}@127.0.0.1:${port}/${name}`;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
