import { expect, inject, test } from "vitest";

import { raw, send } from "#tests/support/http";

const FORM = "application/x-www-form-urlencoded";
const url = inject("portalUrl");

test("no strange address, query or header makes the server fail", async () => {
  const statuses = await Promise.all([
    ...[
      "/%",
      "/%zz",
      "/%c0%ae",
      "/%ff%fe",
      "/en/practices/%ED%A0%80",
      "/en/practices?q=%zz",
      "/en/practices?page=-1&topic[]=x",
      "/%E0%A4%A",
      "/*",
    ].map(async (path) => (await send(url, path)).status),
    (await send(url, `/en?q=${"a".repeat(10_000)}`)).status,
    (await send(url, `/en/${"a/".repeat(4_000)}b`)).status,
    (await send(url, `/en?q=${"a".repeat(20_000)}`)).status,
    (await send(url, "/en", { headers: { "X-Flood": "a".repeat(20_000) } })).status,
    (await send(url, "/en", { headers: Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`X-${index}`, "a"])) })).status,
    (await send(url, "/en", { headers: { Cookie: "__Host-session=%zz; __Host-flash=%zz; a=\u00e9" } })).status,
    (await send(url, "/en", { headers: { "Accept-Language": ",;q=x,,*;;=" } })).status,
  ]);

  expect(statuses.filter((status) => status >= 500)).toEqual([]);
});

test.each([
  ["GET", `/en/${"/".repeat(15_000)}b`],
  ["GET", `/en/${"\\".repeat(15_000)}b`],
  ["GET", `/a${"/".repeat(15_000)}b/`],
  ["POST", `/nowhere/${"/".repeat(15_000)}b`],
])("%s with thousands of slashes costs no more than with one", async (method, path) => {
  const began = performance.now();
  for (let count = 0; count < 10; count += 1)
    expect((await send(url, path, { method, headers: { Origin: url } })).status).toBeLessThan(500);
  // Each took 0.7 s of the thread that answers everyone.
  expect(performance.now() - began).toBeLessThan(2_500);
});

test.each(["PUT", "PATCH", "DELETE", "POST"])("%s to a page without such a form is 405", async (method) => {
  expect((await send(url, "/en", { method, headers: { Origin: url } })).status).toBe(405);
});

test.each(["OPTIONS", "TRACE", "PROPFIND", "SEARCH"])("%s is 405 and says what is allowed", async (method) => {
  expect(await send(url, "/en", { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, POST" } });
});

test("a body over 1 MB is refused before it is read, and the connection closed", async () => {
  const post = { method: "POST", headers: { Origin: url, "Content-Type": FORM } };
  const body = Buffer.alloc(1_100_000, "a");

  for (const headers of [
    { ...post.headers, "Content-Length": String(body.length) },
    { ...post.headers, "Transfer-Encoding": "chunked" },
  ])
    expect(await send(url, "/en/sign-in", { ...post, headers, body })).toMatchObject({
      status: 413,
      headers: { connection: "close" },
      body: expect.stringContaining("This is too large"),
    });
  const asked = await raw(
    url,
    `POST /en/sign-in HTTP/1.1\r\nHost: x\r\nOrigin: ${url}\r\nExpect: 100-continue\r\nContent-Length: 2000000\r\n\r\n`,
  );
  expect(asked.text).toMatch(/^HTTP\/1\.1 413 /);
});

test("a body of just under 1 MB is read", async () => {
  const body = `email=${"a".repeat(990_000)}`;
  expect((await send(url, "/en/sign-in", { method: "POST", headers: { Origin: url, "Content-Type": FORM }, body })).status).toBe(422);
});

test.each([
  ["a multipart body without its boundary", "multipart/form-data", "--x\r\n", 400],
  [
    "a multipart body that is cut off",
    "multipart/form-data; boundary=x",
    '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na',
    400,
  ],
  [
    "a file where a word belongs",
    "multipart/form-data; boundary=x",
    '--x\r\nContent-Disposition: form-data; name="email"; filename="a"\r\n\r\na\r\n--x--\r\n',
    400,
  ],
  ["an unknown field", FORM, "email=a&isAdmin=1", 400],
  ["the same field twice", FORM, "email=a&email=b", 400],
  ["100,000 fields", FORM, Array.from({ length: 100_000 }, (_, index) => `f${index}=`).join("&"), 400],
  ["JSON", "application/json", "{", 415],
  ["plain text", "text/plain", "email=a", 415],
  ["nothing", FORM, "", 422],
])("%s is refused", async (_, type, body, status) => {
  const answer = await send(url, "/en/sign-in", { method: "POST", headers: { Origin: url, "Content-Type": type }, body });

  expect(answer.status).toBe(status);
});

test.each([
  ["no length and a chunk that is none", "POST /en HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
  ["two lengths", "POST /en HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\naa"],
  ["a length and chunks", "POST /en HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
  ["no host", "GET /en HTTP/1.1\r\nConnection: close\r\n\r\n"],
  ["a header with a line break in its name", "GET /en HTTP/1.1\r\nHost: x\r\nX Y: z\r\n\r\n"],
  ["nonsense", "\u0016\u0003\u0001\u0002\r\n\r\n"],
  ["an unknown method", "BREW /en HTTP/1.1\r\nHost: x\r\n\r\n"],
])("what is no sound HTTP (%s) is 400, and the connection closed", async (_, text) => {
  const answer = await raw(url, text);

  expect(answer.text).toMatch(/^HTTP\/1\.1 (400|403) /);
  expect(answer.text).toMatch(/Connection: close/i);
  expect(answer.text).toMatch(/X-Content-Type-Options: nosniff/i);
});
