import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { type Answer, send } from "#tests/support/http";
import { type Portal, postmasterOf, removeFolder, startPortal } from "#tests/support/portal-process";

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
}, 90_000);

afterAll(async () => {
  await portal.stop();
  removeFolder(portal.data);
});

test("while PostgreSQL keeps dying, pages say 503 and never 500; then all is well again, without a restart", {
  timeout: 60_000,
}, async () => {
  expect(await statusesOf(everything())).toEqual(new Set([200, 422]));

  const answers: Answer[] = [];
  const until = Date.now() + 3_000;
  while (Date.now() < until) {
    killDatabase();
    answers.push(...(await Promise.all(everything())));
  }
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(10);
  expect(answers.filter(({ status }) => ![200, 422, 503].includes(status))).toEqual([]);
  expect(refused.every(({ headers }) => headers["retry-after"] === "5")).toBe(true);
  expect(refused.some(({ body }) => body.includes("The portal is catching its breath"))).toBe(true);

  const killed = Date.now();
  killDatabase();
  while ((await statusesOf(everything())).has(503)) await sleep(50);
  expect(Date.now() - killed).toBeLessThan(15_000);
  expect(await statusesOf(everything())).toEqual(new Set([200, 422]));
  const faults = portal
    .log()
    .split("\n")
    .filter((line) => /"level":"error".*"(a request failed|drawing a page failed|unhandled rejection)"/.test(line));
  expect(faults).toEqual([]);
});

test("while the database is away the portal lives, and says that it is not ready", { timeout: 60_000 }, async () => {
  const seen = new Set<number>();
  for (let round = 0; round < 200 && !seen.has(503); round++) {
    killDatabase();
    seen.add((await send(portal.url, "/readyz")).status);
    expect((await send(portal.url, "/healthz")).status).toBe(200);
  }
  expect(seen).toContain(503);

  await expect.poll(async () => (await send(portal.url, "/readyz")).status, { timeout: 15_000 }).toBe(200);
});

/** A page, the same as data, one in French, one for someone signed in, and a form. */
function everything(): Promise<Answer>[] {
  return [
    send(portal.url, "/en/practices"),
    send(portal.url, "/en/practices?_data=en%2Fpractices%2Findex"),
    send(portal.url, "/fr"),
    send(portal.url, "/en", { headers: { Cookie: `__Host-session=${"a".repeat(40)}` } }),
    send(portal.url, "/en/sign-in", {
      method: "POST",
      headers: { Origin: portal.url, "Content-Type": "application/x-www-form-urlencoded" },
      body: "email=nobody%40example.org&password=wrong",
    }),
  ];
}

const statusesOf = async (answers: Promise<Answer>[]) => new Set((await Promise.all(answers)).map(({ status }) => status));

function killDatabase() {
  const postmaster = postmasterOf(portal.data);
  try {
    if (postmaster) process.kill(postmaster, "SIGKILL");
  } catch {
    // It is dead already.
  }
}
