import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

import { Logger, run, runMigrations, type TaskList, type WorkerEvents } from "graphile-worker";
import pg from "pg";

import { directDatabaseUrl } from "~/platform/database-url.server";
import { log } from "~/platform/log.server";
import { freeAbandonedJobs, type Jobs } from "~/platform/queue.server";

import { jobs, timetable } from "./index.server";

const AT_ONCE = 3;
const SWEEP_EVERY_MS = 10_000;
const STOP_WITHIN_MS = 15_000;

/** Makes the tables of the queue, or brings them up to date. Done before the portal takes requests, since verbs put jobs there. */
export async function migrateQueue(url: string) {
  await runMigrations({ connectionString: url, logger });
}

/** Claims and runs the jobs of the queue, in this process, until stopped. When the database was away it goes on by itself. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const stopped = keepWorking(stopping.signal);

  return {
    stop: () => {
      stopping.abort();
      return stopped;
    },
  };
}

async function keepWorking(stopping: AbortSignal) {
  while (!stopping.aborted) {
    try {
      await work(stopping);
    } catch (error) {
      log.warn({ reason: withoutAddresses(String(error)) }, "the queue is away");
    }
    await sleep(1_000, undefined, { signal: stopping }).catch(() => {});
  }
}

/** Works until told to stop, or until the database goes away. */
async function work(stopping: AbortSignal) {
  const connection = { connectionString: directDatabaseUrl(), connectionTimeoutMillis: 5_000 };
  const pgPool = new pg.Pool({ ...connection, max: AT_ONCE + 2, application_name: "portal-worker" });
  const presence = new pg.Client({ ...connection, keepAlive: true });
  const say = (error: Error) => log.warn({ reason: error.message }, "the queue lost a connection");
  pgPool.on("error", say);
  pgPool.on("connect", (client) => client.on("error", say));
  presence.on("error", say);
  const sweep = setInterval(() => void freeAbandonedJobs().catch(() => {}), SWEEP_EVERY_MS);
  try {
    await presence.connect();
    const lost = new Promise<void>((resolve) => presence.once("end", resolve));
    const told = new Promise<void>((resolve) => stopping.addEventListener("abort", () => resolve(), { once: true }));
    const events: WorkerEvents = new EventEmitter();
    // Jobs are locked under the pool's name. Whoever finds a lock without such a connection knows that its holder is dead.
    events.once(
      "pool:create",
      ({ workerPool }) => void presence.query("SELECT set_config('application_name', $1, false)", [workerPool.id]),
    );
    const runner = await run({ pgPool, events, taskList, crontab: timetable, concurrency: AT_ONCE, noHandleSignals: true, logger });
    await freeAbandonedJobs();
    if (!stopping.aborted) await Promise.race([lost, told, runner.promise]);
    await Promise.race([runner.stop().catch(() => {}), sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
  } finally {
    clearInterval(sweep);
    await Promise.allSettled([presence.end(), pgPool.end()]);
  }
}

const taskList: TaskList = Object.fromEntries(
  (Object.keys(jobs) as (keyof Jobs)[]).map((name) => [name, (payload) => (jobs[name] as (payload: unknown) => Promise<void>)(payload)]),
);

/** What the queue has to say goes into our log, when it is a worry. Payloads are never in it; addresses could be, in errors of others. */
const logger = new Logger((scope) => (level, message) => {
  if (level === "error" || level === "warning")
    log[level === "error" ? "error" : "warn"]({ job: scope.jobId, task: scope.taskIdentifier }, withoutAddresses(message));
});

const withoutAddresses = (text: string) => text.replace(/[^\s@<>"']+@[^\s@<>"']+/g, "<address>").slice(0, 2_000);
