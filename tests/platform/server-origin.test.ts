import { describe, expect, inject, test } from "vitest";

import { send } from "#tests/support/http";

const url = inject("portalUrl");
const { host, port } = new URL(url);

/** Where a page of someone else may send a form from, and how it may try to look like ours. */
const strangers: Record<string, Record<string, string>> = {
  "another site": { Origin: "https://evil.example" },
  "another site that names ours as referrer": { Origin: "https://evil.example", Referer: `${url}/en/sign-in` },
  "an origin that is kept secret": { Origin: "null" },
  "no origin at all": {},
  "no origin, with our referrer": { Referer: `${url}/en/sign-in` },
  "no origin, with a foreign referrer": { Referer: "https://evil.example/" },
  "no origin, from another site": { "Sec-Fetch-Site": "cross-site" },
  "no origin, from a sibling site": { "Sec-Fetch-Site": "same-site" },
  "no origin, typed by hand": { "Sec-Fetch-Site": "none" },
  "a sibling of ours": { Origin: `http://sub.127.0.0.1:${port}` },
  "a name that begins like ours": { Origin: `${url}.evil.example` },
  "a name that ends like ours": { Origin: `http://evil-${host}` },
  "a user name like ours": { Origin: `http://${host}@evil.example` },
  "another port": { Origin: `http://127.0.0.1:${Number(port) + 1}` },
  "no port": { Origin: "http://127.0.0.1" },
  "another scheme": { Origin: `https://${host}` },
  "our origin with a path": { Origin: `${url}/` },
  "a list with ours in it": { Origin: `https://evil.example, ${url}` },
  "another site, as a forwarded host": { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" },
  "another site, as a standard forwarded host": { Origin: "https://evil.example", Forwarded: "host=evil.example;proto=https" },
  "another site, as the host itself": { Origin: "https://evil.example", Host: "evil.example" },
  "another of this machine's names": { Origin: `http://localhost:${port}`, Host: `evil.localhost:${port}` },
  "plain text, which needs no permission": { Origin: "https://evil.example", "Content-Type": "text/plain" },
  "a method in a header": { Origin: "https://evil.example", "X-HTTP-Method-Override": "GET" },
};

/** A page with a form, one without, one that is a resource only, one that does not exist, and the same as data. */
const places = [
  "/en/sign-in",
  "/fr/deconnexion",
  "/en",
  "/en/practices/preview",
  "/en/nowhere",
  "/readyz",
  "/en/sign-in?_data=en%2Faccounts%2Fsign-in",
];

describe.each(Object.entries(strangers))("a form from %s", (_, headers) => {
  test.each(["POST", "PUT", "PATCH", "DELETE"])("is refused (%s)", async (method) => {
    for (const place of places) {
      const answer = await send(url, place, {
        method,
        headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
        body: "email=a%40example.org&password=b",
      });
      expect([place, answer.status, answer.headers["set-cookie"]]).toEqual([place, 403, undefined]);
    }
  });
});

test.each<Record<string, string>>([
  { Origin: url },
  { "Sec-Fetch-Site": "same-origin" },
  { Origin: `http://localhost:${port}`, Host: `localhost:${port}` },
])("a form of our own pages is taken (%j)", async (headers) => {
  const sent = {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: "email=a&password=b",
  };

  expect((await send(url, "/en/sign-in", sent)).status).toBe(422);
});

test("reading needs no origin", async () => {
  for (const method of ["GET", "HEAD"])
    expect((await send(url, "/en", { method, headers: { Origin: "https://evil.example" } })).status).toBe(200);
});

test("no header of a stranger gets into a page or a redirect", async () => {
  const headers = {
    Host: "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Server": "evil.example",
    "X-Host": "evil.example",
    "X-Original-URL": "/evil.example",
    "X-Rewrite-URL": "/evil.example",
    Forwarded: "host=evil.example",
  };
  for (const path of ["/", "/en", "/fr/pratiques", "/en/practices/", "/en/sign-in", "/en/practices/new", "/nowhere", "/robots.txt"]) {
    const answer = await send(url, path, { headers });
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(answer)).not.toContain("evil.example");
  }
});

test("a harvester may ask by POST from anywhere: it changes nothing", async () => {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const ask = (path: string, method: string) =>
    send(url, path, { method, headers, body: "verb=ListRecords&metadataPrefix=oai_dc&set=language:fr" });
  const answer = await ask("/oai", "POST");

  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/xml; charset=utf-8"]);
  expect(answer.body).toContain("<ListRecords><record>");
  expect((await ask("/oai", "PUT")).status).toBe(403);
  expect((await ask("/oai/", "POST")).status).toBe(403);
});
