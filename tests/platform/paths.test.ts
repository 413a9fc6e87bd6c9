import { expect, test } from "vitest";

import { counterpartOf, ownPath, pathTo } from "~/platform/paths";

test("an address is built in the words of its language", () => {
  expect(pathTo("en", "home")).toBe("/en");
  expect(pathTo("fr", "practice", { slug: "marcher-ensemble" })).toBe("/fr/pratiques/marcher-ensemble");
  expect(pathTo("fr", "practiceRevision", { slug: "a", number: 2 })).toBe("/fr/pratiques/a/historique/2");
});

test("what an address does not name goes into its query; what is not set is left out", () => {
  expect(pathTo("en", "practices", { q: "social isolation", after: undefined })).toBe("/en/practices?q=social+isolation");
  expect(pathTo("en", "practice", { slug: "a", notice: "x" }, "sources")).toBe("/en/practices/a?notice=x#sources");
});

test("a slug cannot break out of its place", () => {
  expect(pathTo("en", "practice", { slug: "../admin?x=1#y" })).toBe("/en/practices/..%2Fadmin%3Fx%3D1%23y");
});

test("an address that is no page leads to the home page of the other language", () => {
  expect(counterpartOf("/en/nowhere", "?q=1")).toBe("/fr");
  expect(counterpartOf("/dev/mail")).toBe("/");
});

test.each(["/en", "/fr/pratiques", "/en/practices/a?tab=x#y", "/fr?q=%C3%A9t%C3%A9", "/en/practices?to=/fr//x"])(
  "%s is a place to go back to",
  (path) => {
    expect(ownPath(path, "/en")).toBe(path);
  },
);

test.each([
  ["/en/日本", "/en/%E6%97%A5%E6%9C%AC"],
  ["/fr/pratiques/é?q=œ#ß", "/fr/pratiques/%C3%A9?q=%C5%93#%C3%9F"],
  ["/en/\ud800", "/en/%EF%BF%BD"],
  ["/en/../fr", "/fr"],
])("%s is sent as a header can hold it", (path, address) => {
  expect(ownPath(path, "/en")).toBe(address);
  expect(new Headers({ Location: ownPath(path, "/en") }).get("Location")).toBe(address);
});

test.each([
  "https://evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/en//evil.example",
  "/en/\\evil.example",
  "/en\\..\\evil",
  "/english",
  "/en.evil.example",
  "/en@evil.example",
  "/en/../dev/mail",
  "/en/%2e%2e/dev/mail",
  "/healthz",
  "/dev/mail",
  "javascript:alert(1)",
  "data:text/html,x",
  " /en",
  "/en\n",
  "/en\r\nLocation: https://evil.example",
  "/en\t/x",
  "/en\u0000",
  "en/practices",
  "",
  "?",
  "/",
  `/en/${"a".repeat(3000)}`,
  null,
  undefined,
  7,
  ["/en"],
  { toString: () => "/en" },
])("%j is not", (target) => {
  expect(ownPath(target, "/en")).toBe("/en");
});
