import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const OPEN_WITHIN_MS = 80_000;

export type Portal = {
  url: string;
  port: number;
  data: string;
  pid: number;
  /** What it has written until now. */
  log: () => string;
  /** Asks it to close, and gives its exit code. */
  stop: () => Promise<number | null>;
  /** Ends it at once, and PostgreSQL with it. */
  killAll: () => Promise<void>;
};

type Settings = Record<string, string | undefined>;

/** A folder for one portal, that the account of PostgreSQL can enter as well. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "portal-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** Starts the built portal as a process of its own, as `npm start` does, and waits until it is open. Throws with its log if it closes. */
export async function startPortal(settings: Settings = {}, data = newFolder()): Promise<Portal> {
  const portal = await beginPortal(settings, data);
  const deadline = Date.now() + OPEN_WITHIN_MS;
  while (!(await isOpen(portal.url))) {
    if (portal.hasEnded() || Date.now() > deadline) throw new Error(`The portal did not open:\n${portal.log()}`);
    await sleep(50);
  }
  return {
    ...portal,
    stop: async () => {
      portal.stop();
      return portal.ended;
    },
    killAll: async () => {
      const postmaster = postmasterOf(data);
      process.kill(portal.pid, "SIGKILL");
      if (postmaster) process.kill(postmaster, "SIGKILL");
      await portal.ended;
    },
  };
}

/** Runs the built portal until it closes by itself, which it should: gives its exit code and what it said. */
export async function runPortal(settings: Settings) {
  const { ended, log } = await beginPortal(settings, settings.PORTAL_DATA ?? "");
  return { code: await ended, said: log() };
}

/** Starts the built portal and does not wait until it is open. */
export async function beginPortal(settings: Settings, data: string) {
  const port = Number(settings.PORT ?? (await freePort()));
  const child = spawn(process.execPath, ["build/index.js"], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", RATE_LIMIT_SCALE: "1000", ...settings, PORT: String(port), PORTAL_DATA: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk;
    });
  // "close" and not "exit": everything it said has then arrived. What outlives it has no hold on these pipes.
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    data,
    pid: child.pid as number,
    log: () => said,
    ended,
    hasEnded: () => child.exitCode !== null,
    stop: () => child.kill("SIGTERM"),
  };
}

/** The process of the PostgreSQL that a portal runs in this folder. */
export function postmasterOf(data: string): number | null {
  try {
    return Number(readFileSync(path.join(data, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return null;
  }
}

export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function isOpen(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}
