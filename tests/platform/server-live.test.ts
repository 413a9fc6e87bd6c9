import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";
import { expect, inject, test } from "vitest";

import { findEmbeddedDatabase } from "~/platform/embedded-database.server";
import { LIVE_CHANNEL } from "~/platform/live.server";
import { send } from "#tests/support/http";
import { removeFolder, startPortal } from "#tests/support/portal-process";

const url = inject("portalUrl");

test("what is live comes piece by piece, as it is, and is kept by nobody", async () => {
  const { answer, lines } = await open(url, "/live?lists=1");

  expect(answer.headers).toMatchObject({ "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform" });
  expect(answer.headers).not.toHaveProperty("content-encoding");
  expect(answer.headers).not.toHaveProperty("content-length");
  await sleep(200);
  expect(lines()).toMatch(/^retry: 3000\n\n/);
  answer.destroy();
});

test("what is announced in the database reaches an open page", async () => {
  const client = new pg.Client({ connectionString: findEmbeddedDatabase(inject("portalData")) ?? "" });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM "Category" WHERE "seenBy" = 'EVERYONE' LIMIT 1`);
  const { answer, lines } = await open(url, "/live?lists=1");
  await sleep(500);
  const message = { what: "post", thread: rows[0]?.id, category: rows[0]?.id, number: 2 };
  await client.query("SELECT pg_notify($1, $2)", [LIVE_CHANNEL, JSON.stringify(message)]);
  await client.end();

  await expect.poll(lines, { timeout: 5_000 }).toContain('data: {"what":"lists"}\n\n');
  answer.destroy();
});

test("who only asks for the headers, or for nothing, has their answer at once", async () => {
  expect((await send(url, "/live?lists=1", { method: "HEAD" })).status).toBe(200);
  expect((await send(url, "/live")).status).toBe(404);
  expect((await send(url, "/live?own=1")).status).toBe(404);
  expect((await send(url, "/live?thread=019abcde-0000-7000-8000-000000000000")).status).toBe(404);
});

test("a visitor opens twenty at most, and a portal that closes ends what is open", { timeout: 120_000 }, async () => {
  const portal = await startPortal({ RATE_LIMIT_SCALE: "1" });
  const streams = await Promise.all(Array.from({ length: 20 }, () => open(portal.url, "/live?lists=1")));
  const refused = await send(portal.url, "/live?lists=1");
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "30"]);
  streams.pop()?.answer.destroy();
  await sleep(300);
  streams.push(await open(portal.url, "/live?lists=1"));

  const ends = streams.map(({ ended }) => ended);
  const started = Date.now();
  expect(await portal.stop()).toBe(0);
  await Promise.all(ends);
  expect(Date.now() - started).toBeLessThan(10_000);
  removeFolder(portal.data);
});

/** Opens a stream, and keeps what comes. */
function open(portal: string, path: string): Promise<{ answer: IncomingMessage; lines: () => string; ended: Promise<void> }> {
  return new Promise((resolve, reject) => {
    get(portal + path, { agent: false, headers: { "Accept-Encoding": "gzip, br" } }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`refused with ${answer.statusCode}`));
      let lines = "";
      answer.on("data", (bytes: Buffer) => {
        lines += bytes;
      });
      answer.on("error", () => {});
      resolve({ answer, lines: () => lines, ended: new Promise((end) => answer.once("close", () => end())) });
    }).on("error", reject);
  });
}
