import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { log } from "~/platform/log.server";

import type { Cluster } from "./cluster.server";
import { commandAs } from "./identity.server";

const STOPPED_WITHIN_MS = 20_000;
const LOG_LIMIT_BYTES = 5_000_000;

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=80",
  "jit=off",
  // Faults in statements are the portal's to log: here they would put people's texts and addresses into a file.
  "log_min_messages=log",
  "log_min_error_statement=panic",
  "log_checkpoints=off",
];

/** Starts PostgreSQL on a port of loopback. It outlives the portal when that is killed, and is then found again. */
export function spawnPostmaster(cluster: Cluster, port: number, settings: string[]): ChildProcess {
  removeForeignPidFile(cluster.data);
  const options = [...SETTINGS, ...settings].flatMap((setting) => ["-c", setting]);
  const {
    command,
    rest,
    options: identity,
  } = commandAs(cluster.identity, cluster.binaries.postgres, ["-D", cluster.data, "-p", String(port), ...options]);

  const file = logFile(cluster.folder);
  const output = openSync(file, existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES ? "w" : "a", 0o600);
  // Detached: Ctrl-C is for the portal, which then stops the database in its own time.
  const child = spawn(command, rest, { ...identity, stdio: ["ignore", output, output], detached: true });
  child.on("error", (error) => log.error({ reason: error.message }, "PostgreSQL cannot be run"));
  child.unref();
  closeSync(output);

  return child;
}

/** Stops the PostgreSQL of this folder as an orderly shutdown, whoever started it. */
export async function stopPostmaster(data: string) {
  const postmaster = findPostmaster(data);
  if (!postmaster) return;

  const deadline = Date.now() + STOPPED_WITHIN_MS;
  for (let signal: NodeJS.Signals | 0 = "SIGINT"; isPostmaster(postmaster.pid, data); signal = 0) {
    if (Date.now() > deadline) signal = "SIGQUIT";
    if (signal) sendSignal(postmaster.pid, signal);
    await sleep(50);
  }
}

/** The PostgreSQL that runs in this folder, whoever started it. */
export function findPostmaster(data: string): { pid: number; port: number } | null {
  const postmaster = readPidFile(data);
  return postmaster && isPostmaster(postmaster.pid, data) ? postmaster : null;
}

/** The last thing PostgreSQL said: why it does not start. */
export function lastWords(folder: string): string {
  const lines = existsSync(logFile(folder)) ? readFileSync(logFile(folder), "utf8").trim().split("\n").slice(-40) : [];
  return (lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "").replace(/^.*?(FATAL|PANIC):\s*/, "");
}

const logFile = (folder: string) => path.join(folder, "postgres.log");

/**
 * After a crash the number in postmaster.pid may belong to some other process by now. PostgreSQL would take that for a server
 * that still runs; where the number is free, it removes the file itself.
 */
function removeForeignPidFile(data: string) {
  const stale = readPidFile(data);
  if (stale && sendSignal(stale.pid, 0) && !isPostmaster(stale.pid, data)) rmSync(path.join(data, "postmaster.pid"), { force: true });
}

/** postmaster.pid: the process on the first line, the port on the fourth (PostgreSQL, src/include/utils/pidfile.h). */
function readPidFile(data: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** Whether that process is the server of this very folder, and not another one that got its number after a crash. */
function isPostmaster(pid: number, data: string): boolean {
  return /postgres/.test(commandLine(pid)) && commandLine(pid).includes(` -D ${data} `);
}

function commandLine(pid: number): string {
  if (os.platform() !== "linux") return spawnSync("ps", ["-ww", "-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/** Sends a signal; false where there is no such process. */
function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
