import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";

import { record } from "~/features/activity/record.server";
import { jobs } from "~/jobs/index.server";
import { startWorker } from "~/jobs/worker.server";
import { databaseUrl } from "~/platform/database-url.server";
import { db } from "~/platform/db.server";
import { enqueue, forgetDeadJobs, freeAbandonedJobs, type Jobs } from "~/platform/queue.server";
import { person } from "#tests/support/world";

let worker: Awaited<ReturnType<typeof startWorker>> | undefined;

afterEach(async () => {
  vi.restoreAllMocks();
  await worker?.stop();
  worker = undefined;
});

const mail: Jobs["send-mail"] = { to: "a@example.org", subject: "s", text: "t", html: "h", messageId: "<1@example.org>", language: "en" };

const waiting = async () => Number((await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM graphile_worker._private_jobs`)[0]?.count);

test("a job that is put into the queue is done soon, and once", async () => {
  const sent = vi.spyOn(jobs, "send-mail").mockResolvedValue();
  worker = await startWorker();

  await db.$transaction((tx) => enqueue(tx, "send-mail", mail));

  await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 5_000 });
  expect(sent.mock.calls.map(([payload]) => payload)).toEqual([mail]);
});

test("a job that fails is tried again", async () => {
  const sent = vi.spyOn(jobs, "send-mail").mockRejectedValueOnce(new Error("550 <a@example.org> not now")).mockResolvedValue();
  worker = await startWorker();

  await db.$transaction((tx) => enqueue(tx, "send-mail", mail));

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(2), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 5_000 });
});

test("an event goes to the fan-out", async () => {
  const fanOut = vi.spyOn(jobs, "fan-out");
  worker = await startWorker();
  const amira = await person("Amira");

  await db.$transaction((tx) => record(tx, amira, "account.changed", { type: "ACCOUNT", id: amira.id }));

  const { id } = await db.event.findFirstOrThrow();
  await vi.waitFor(() => expect(fanOut).toHaveBeenCalledWith({ eventId: id }), { timeout: 5_000 });
});

test("when the database drops all connections, the worker comes back by itself", { timeout: 40_000 }, async () => {
  const sent = vi.spyOn(jobs, "send-mail").mockResolvedValue();
  worker = await startWorker();
  await vi.waitFor(async () => expect((await poolNames()).length).toBe(1), { timeout: 5_000 });

  await dropConnections();
  await db.$transaction((tx) => enqueue(tx, "send-mail", mail)).catch(() => db.$transaction((tx) => enqueue(tx, "send-mail", mail)));

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1), { timeout: 25_000, interval: 100 });
  await vi.waitFor(async () => expect((await poolNames()).length).toBe(1), { timeout: 10_000 });
});

test("a job that a killed worker had in hand is given back, one of a living worker is not", async () => {
  await db.$transaction((tx) => enqueue(tx, "send-mail", mail));
  await db.$transaction((tx) => enqueue(tx, "clean-up", {}));
  const living = new pg.Client({ connectionString: databaseUrl(), application_name: "pool-living" });
  await living.connect();
  await lock("send-mail", "pool-dead");
  await lock("clean-up", "pool-living");

  await freeAbandonedJobs();

  expect(await db.$queryRaw`SELECT locked_by FROM graphile_worker._private_jobs ORDER BY id`).toEqual([
    { locked_by: null },
    { locked_by: "pool-living" },
  ]);
  await living.end();
});

test("a job that failed for the last time is forgotten after a week", async () => {
  await db.$transaction((tx) => enqueue(tx, "send-mail", mail));
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts, updated_at = now() - interval '6 days'`;
  await forgetDeadJobs();
  expect(await waiting()).toBe(1);

  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '8 days'`;
  await forgetDeadJobs();
  expect(await waiting()).toBe(0);
});

test("the worker that is stopped lets its job finish", async () => {
  let finished = false;
  const sent = vi.spyOn(jobs, "send-mail").mockImplementation(async () => {
    await sleep(500);
    finished = true;
  });
  worker = await startWorker();
  await db.$transaction((tx) => enqueue(tx, "send-mail", mail));
  await vi.waitFor(() => expect(sent).toHaveBeenCalled(), { timeout: 5_000 });

  await worker.stop();

  expect(finished).toBe(true);
});

const poolNames = () =>
  db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'pool-%'`;

async function lock(task: keyof Jobs, by: string) {
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs j SET locked_by = ${by}, locked_at = now() - interval '1 minute'
    FROM graphile_worker._private_tasks t WHERE t.id = j.task_id AND t.identifier = ${task}`;
}

async function dropConnections() {
  const admin = new pg.Client({ connectionString: databaseUrl() });
  await admin.connect();
  await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await admin.end();
}
