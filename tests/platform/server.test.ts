import { readdirSync } from "node:fs";

import { expect, inject, test } from "vitest";

import { send } from "#tests/support/http";

const url = inject("portalUrl");

test("it says that it lives, and that it is ready", async () => {
  expect(await send(url, "/healthz")).toMatchObject({ status: 200, body: "ok\n" });
  expect(await send(url, "/readyz")).toMatchObject({ status: 200, body: "ready\n", headers: { "cache-control": "no-store" } });
});

const script = readdirSync("public/build").find((file) => /^root-.*\.js$/.test(file));

test.each([
  ["a page", "GET", "/en", 200],
  ["a page without its body", "HEAD", "/fr", 200],
  ["a missing page", "GET", "/en/nowhere", 404],
  ["a missing page of no language", "GET", "/nowhere", 404],
  ["a redirect", "GET", "/", 302],
  ["a malformed address", "GET", "/%zz", 400],
  ["a zero byte", "GET", "/en?q=%00", 400],
  ["a method nobody has", "PROPFIND", "/en", 405],
  ["a form from nowhere", "POST", "/en/sign-in", 403],
  ["a script", "GET", `/build/${script}`, 200],
  ["a missing script", "GET", "/build/missing.js", 404],
  ["a directory", "GET", "/build", 404],
  ["the health check", "GET", "/healthz", 200],
  ["a page as data", "GET", "/en?_data=root", 200],
  ["data of a page that does not exist", "GET", "/en?_data=nothing", 403],
])("%s has the headers that keep readers safe (%s %s)", async (_, method, path, status) => {
  const answer = await send(url, path, { method });

  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const policy = String(answer.headers["content-security-policy"]);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'( 'nonce-[\w+/=]+')?; style-src 'self';/);
  for (const rule of ["form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"])
    expect(policy).toContain(rule);
  expect(policy).not.toContain("unsafe");
  expect(answer.headers).not.toHaveProperty("x-powered-by");
  expect(answer.headers).not.toHaveProperty("server");
  expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
});

test("files of the build come compressed, to be kept for ever; there are no source maps", async () => {
  for (const encoding of ["br", "gzip"]) {
    const answer = await send(url, `/build/${script}`, { headers: { "Accept-Encoding": encoding } });
    expect(answer.headers).toMatchObject({
      "content-encoding": encoding,
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": expect.stringMatching(/javascript/),
      vary: expect.stringContaining("Accept-Encoding"),
    });
  }
  expect(readdirSync("public/build", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".map"))).toEqual([]);
  expect((await send(url, `/build/${script}.map`)).status).toBe(404);
});

test("pages come compressed, and are asked for again each time", async () => {
  const answer = await send(url, "/en", { headers: { "Accept-Encoding": "br" } });

  expect(answer.headers).toMatchObject({ "content-encoding": "br", "cache-control": "no-cache", vary: expect.stringContaining("Cookie") });
});

test("what is asked as data is kept by nobody", async () => {
  for (const path of ["/en?_data=root", "/en?_data=en%2Fhome", "/en?_data=nothing", "/en/nowhere?_data=en%2Fnot-found"])
    expect((await send(url, path)).headers["cache-control"]).toBe("no-store");
});

test.each([
  ["GET", "/en/", "/en"],
  ["HEAD", "/fr/pratiques///", "/fr/pratiques"],
  ["GET", "/en/practices/?q=a?b/", "/en/practices?q=a?b/"],
  ["GET", "//evil.example/", "/evil.example"],
  ["GET", "//evil.example/%2e%2e/", "/evil.example/%2e%2e"],
])("%s %s leads to %s", async (method, path, target) => {
  expect(await send(url, path, { method })).toMatchObject({ status: 301, headers: { location: target } });
});

test("an address in the request line is no other host, and a path outside the map is a plain 404", async () => {
  expect((await send(url, "http://evil.example/en")).status).toBe(200);
  for (const path of [
    "//evil.example/x",
    "/\\evil.example",
    "/en/../../etc/passwd",
    "/build/%2e%2e/%2e%2e/package.json",
    "/.env",
    "/__manifest",
  ])
    expect([path, (await send(url, path)).status]).toEqual([path, expect.toSatisfy((status) => status === 404 || status === 403)]);
});
