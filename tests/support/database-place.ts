import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

import pg from "pg";
import { afterEach } from "vitest";

import { findBinaries } from "~/platform/postgres/binaries.server";
import { findIdentity } from "~/platform/postgres/identity.server";

import { newFolder, postmasterOf, removeFolder } from "./portal-process";

export const NOBODY = { uid: 65_534, gid: 65_534 };
export const isRoot = process.getuid?.() === 0;
export const tsx = pathToFileURL("node_modules/tsx/dist/loader.mjs").href;

const folders: string[] = [];
const owners: ChildProcess[] = [];

afterEach(async () => {
  for (const owner of owners.splice(0)) if (owner.exitCode === null) owner.kill("SIGKILL");
  for (const folder of folders.splice(0)) {
    const postmaster = postmasterOf(folder);
    if (postmaster && postmaster !== process.pid) kill(postmaster, "SIGQUIT");
    removeFolder(folder);
  }
});

/** An empty folder for a database, that is cleared away after the test. */
export function place(): string {
  const folder = newFolder();
  folders.push(folder);
  return folder;
}

type Command = { prefix: string[]; uid?: number; gid?: number };

/** A process that runs the database of this folder; what it says is the address, or why not. */
export async function own(folder: string, { prefix, ...account }: Command = { prefix: [] }) {
  const [command = "", ...rest] = [...prefix, process.execPath, "--import", tsx, path.resolve("tests/support/database-owner.ts"), folder];
  const owner = spawn(command, rest, {
    ...account,
    stdio: ["ignore", "pipe", "inherit"],
    env: { NODE_ENV: "test", PATH: process.env.PATH },
  });
  owners.push(owner);
  return { process: owner, said: await said(owner) };
}

/** How to run something without the rights of root: as whoever we are, if that is not root. */
export async function asPlainUser(): Promise<Command> {
  if (!isRoot) return { prefix: [] };
  const { account, prefix } = findIdentity(await findBinaries(), process.cwd(), NOBODY);
  return { prefix, ...(prefix.length === 0 ? account : {}) };
}

/** The first line that a process says. */
export async function said(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes("\n")) break;
  }
  return text.trim();
}

/** Sends a signal to a process that may be gone already. */
export function kill(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch {}
}

/** Asks a database one thing. */
export async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
