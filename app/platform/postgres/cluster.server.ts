import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

import { type Binaries, findBinaries } from "./binaries.server";
import { findIdentity, type Identity, runAs } from "./identity.server";
import { DatabaseUnavailable } from "./unavailable.server";

/** The account that owns the server. The portal itself works with fewer rights. */
export const SUPERUSER = "postgres";

/** A database folder that is there, sound and ours to run. */
export type Cluster = { folder: string; data: string; password: string; binaries: Binaries; identity: Identity };

/**
 * Finds the database folder below `folder`, and makes it on the first start.
 * Throws DatabaseUnavailable when it is not writable, of another major version, or not a database at all.
 */
export async function openCluster(folder: string): Promise<Cluster> {
  const binaries = await findBinaries();
  makeWritable(folder);
  try {
    return openIn(realpathSync(folder), binaries);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable(`The folder ${path.resolve(folder)} cannot hold the database: ${(error as Error).message}.`);
  }
}

function openIn(folder: string, binaries: Binaries): Cluster {
  const data = dataIn(folder);
  const identity = findIdentity(binaries, folder, existsSync(data) ? statSync(data) : null);
  if (!existsSync(data)) initialize(folder, data, keepPassword(folder), binaries, identity);
  checkVersion(data, binaries);
  if (identity.account && statSync(data).uid === 0) handOver(data, identity.account);

  return { folder, data, password: readPassword(folder), binaries, identity };
}

/** Where the database stands below the folder of the portal. */
export const dataIn = (folder: string) => path.join(folder, "postgres");

export function readPassword(folder: string): string {
  try {
    return readFileSync(passwordFile(folder), "utf8").trim();
  } catch (error) {
    throw new DatabaseUnavailable(
      `The password of the database, ${passwordFile(folder)}, cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}

const passwordFile = (folder: string) => path.join(folder, "postgres-password");

function makeWritable(folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(mkdtempSync(path.join(folder, ".write-")), { recursive: true });
  } catch (error) {
    throw new DatabaseUnavailable(
      `The folder ${path.resolve(folder)} is not writable (${(error as NodeJS.ErrnoException).code}); set PORTAL_DATA or its permissions.`,
    );
  }
}

/** Linked into place whole, so that of two first starts at once both work with the same password. */
function keepPassword(folder: string): string {
  const draft = path.join(mkdtempSync(path.join(folder, ".password-")), "password");
  writeFileSync(draft, randomBytes(24).toString("base64url"), { mode: 0o600, flush: true });
  try {
    linkSync(draft, passwordFile(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  rmSync(path.dirname(draft), { recursive: true });

  return readPassword(folder);
}

/** Made beside its place and then moved there, so that a start that is cut off leaves no half database. */
function initialize(folder: string, data: string, password: string, binaries: Binaries, identity: Identity) {
  const unfinished = mkdtempSync(path.join(folder, ".postgres-"));
  const copy = path.join(unfinished, "password");
  const made = path.join(unfinished, "data");
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(copy, password, { mode: 0o600 });
  if (identity.account) for (const file of [unfinished, copy, made]) chownSync(file, identity.account.uid, identity.account.gid);

  try {
    const { status, stderr } = runAs(identity, binaries.initdb, [
      `--pgdata=${made}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${copy}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
    ]);
    if (status !== 0) throw new DatabaseUnavailable(`The database could not be made in ${data}: ${lastLine(stderr)}`);
    if (!existsSync(data)) renameSync(made, data);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY") throw error; // another start was faster
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function checkVersion(data: string, binaries: Binaries) {
  const versionFile = path.join(data, "PG_VERSION");
  if (!existsSync(versionFile)) throw new DatabaseUnavailable(`${data} is not a database folder; move it away or set PORTAL_DATA.`);
  const theirs = readFileSync(versionFile, "utf8").trim();
  const ours = /(\d+)\.\d+/.exec(spawnSync(binaries.postgres, ["--version"], { encoding: "utf8" }).stdout)?.[1];
  if (theirs !== ours)
    throw new DatabaseUnavailable(
      `${data} belongs to PostgreSQL ${theirs}, and this portal brings PostgreSQL ${ours}; set PORTAL_DATA to a new folder and restore a backup there.`,
    );
}

/** A folder that root copied back belongs to root, whom PostgreSQL refuses. */
function handOver(data: string, { uid, gid }: { uid: number; gid: number }) {
  spawnSync("chown", ["-R", `${uid}:${gid}`, data]);
  chmodSync(data, 0o700);
}

const lastLine = (text: string) => text.trim().split("\n").pop() ?? "";
