import { existsSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { raw, send } from "#tests/support/http";
import { beginPortal, newFolder, type Portal, postmasterOf, removeFolder, runPortal, startPortal } from "#tests/support/portal-process";

const FORM = "application/x-www-form-urlencoded";
let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
}, 90_000);

afterAll(async () => {
  await portal.stop();
  removeFolder(portal.data);
});

test("slow senders are cut: headers after 10 seconds, bodies after 30", { timeout: 120_000 }, async () => {
  const [silent, headers, body] = await Promise.all([
    raw(portal.url, ""),
    raw(portal.url, "GET /en HTTP/1.1\r\nHost: x\r\nX-Slow: "),
    raw(
      portal.url,
      `POST /en/sign-in HTTP/1.1\r\nHost: x\r\nOrigin: ${portal.url}\r\nContent-Type: ${FORM}\r\nContent-Length: 100\r\n\r\nemail=`,
    ),
  ]);

  expect(silent.ms).toBeLessThan(20_000);
  expect(headers.text).toMatch(/^HTTP\/1\.1 408 /);
  expect(headers.ms).toBeLessThan(20_000);
  expect(body.text).toMatch(/^HTTP\/1\.1 408 /);
  expect(body.ms).toBeLessThan(45_000);
});

test("the log is lines of JSON, without queries, addresses or what was typed", async () => {
  await send(portal.url, "/en/practices?q=canary-query", {
    headers: { "User-Agent": "canary-agent", Cookie: "canary=cookie", Referer: "http://canary-referer" },
  });
  await send(portal.url, "/en/people/canary.person@example.org");
  await send(portal.url, "/en/people/canary.person%40example.org%0a%7b%22forged%22:1%7d");
  await send(portal.url, "/en/sign-in", {
    method: "POST",
    headers: { Origin: portal.url, "Content-Type": FORM },
    body: "email=canary%40example.org&password=canary-password",
  });
  await sleep(100);

  const said = portal
    .log()
    .replace(/^[\s\S]*The portal is open at .*\n/, "")
    .trim()
    .split("\n");
  for (const line of said) expect(() => JSON.parse(line)).not.toThrow();
  expect(said.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({
      level: "info",
      msg: "request",
      method: "GET",
      path: "/en/practices",
      id: expect.any(String),
      ms: expect.any(Number),
    }),
  );
  expect(portal.log()).not.toMatch(/canary|forged/);
});

test("a second portal at the same address says so and leaves, before it touches anything", async () => {
  const data = `${portal.data}-second`;
  const { code, said } = await runPortal({ PORT: String(portal.port), PORTAL_DATA: data });

  expect(code).toBe(1);
  expect(said).toBe(`The portal cannot listen on 127.0.0.1:${portal.port}: something else listens there.\n`);
  expect(existsSync(data)).toBe(false);
});

test("a portal that is still opening says so, and can be told to leave", { timeout: 90_000 }, async () => {
  const data = newFolder();
  const { url, ended, stop } = await beginPortal({}, data);
  await expect
    .poll(
      () =>
        send(url, "/healthz").then(
          ({ status }) => status,
          () => null,
        ),
      { timeout: 20_000 },
    )
    .toBe(200);
  expect(await send(url, "/en")).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
  expect(await send(url, "/readyz")).toMatchObject({ status: 503 });

  stop();
  expect(await ended).toBe(0);
  expect(postmasterOf(data)).toBeNull();
  removeFolder(data);
});

test("a database that cannot be reached is told in one line, without its password", async () => {
  const { code, said } = await runPortal({
    DATABASE_URL: "postgresql://portal:hunter2@127.0.0.1:9/portal",
    PORTAL_URL: "https://portal.example.org",
    PORTAL_SECRET: "0123456789abcdef0123456789abcdef",
  });

  expect(code).toBe(1);
  expect(said).toMatch(/^The portal cannot start: The database at 127\.0\.0\.1:9\/portal cannot be used: .*ECONNREFUSED.*\n$/);
  expect(said).not.toContain("hunter2");
});

test("on SIGTERM the requests in flight finish, new ones are refused, and it ends with code 0", { timeout: 120_000 }, async () => {
  const leaving = await startPortal();
  const body = "email=a&password=b";
  const socket = connect(leaving.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.write(
    `POST /en/sign-in HTTP/1.1\r\nHost: 127.0.0.1:${leaving.port}\r\nOrigin: ${leaving.url}\r\nContent-Type: ${FORM}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  await sleep(300);

  const started = Date.now();
  const ended = leaving.stop();
  await sleep(300);
  await expect(send(leaving.url, "/en")).rejects.toThrow(/ECONNREFUSED/);
  socket.write(body.slice(5));

  expect(await ended).toBe(0);
  expect(answer).toMatch(/^HTTP\/1\.1 422 /);
  expect(answer.trimEnd()).toMatch(/<\/html>(\r\n0)?$/);
  expect(Date.now() - started).toBeLessThan(10_000);
  removeFolder(leaving.data);
});
