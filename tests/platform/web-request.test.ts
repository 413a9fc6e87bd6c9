import { expect, test } from "vitest";

import { loadOf } from "~/platform/picture-form.server";
import { bodyLimit, isFarTooLarge, loadIn } from "~/platform/web-request.server";

const SMALL = { "content-length": "1000000" };
const LARGE = { "content-length": "1000001" };

test.each([
  ["/en/settings/profile/photo", "picture"],
  ["/fr/organismes/riverside/logo", "picture"],
  ["/en/attachments", "files"],
  ["/fr/pieces-jointes", "files"],
  ["/en/forums/questions/new", "files"],
  ["/fr/fils/0190/un-fil/reponse", "files"],
  ["/en/posts/0190/edit", "files"],
  ["/fr/pratiques/marcher/discussion", "files"],
  ["/en/sign-in", null],
  ["/en/attachments/more", null],
  ["/de/attachments", null],
  ["/en/posts/0190/edit/x", null],
])("a form at %s carries %s", (path, load) => {
  expect(loadOf(path)).toBe(load);
});

test("a small form is words like any other, so that sending it often at once is no matter", () => {
  expect(loadIn({ headers: SMALL }, "/en/threads/0190/a/reply")).toBeNull();
  expect(loadIn({ headers: LARGE }, "/en/threads/0190/a/reply")).toBe("files");
  expect(loadIn({ headers: {} }, "/en/threads/0190/a/reply")).toBe("files");
  expect(loadIn({ headers: LARGE }, "/en/sign-in")).toBeNull();
});

test("files make 12 MB at most, a picture 8, a page 1", () => {
  const asks = (url: string, bytes: number) =>
    isFarTooLarge({ headers: { "content-length": String(bytes) }, url } as Parameters<typeof isFarTooLarge>[0]);

  expect([bodyLimit("files").bytes, bodyLimit("picture").bytes, bodyLimit(null).bytes]).toEqual([12_000_000, 8_200_000, 1_000_000]);
  expect([asks("/en/attachments?x", 12_000_000), asks("/en/attachments", 12_000_001), asks("/en/about", 1_000_001)]).toEqual([
    false,
    true,
    true,
  ]);
});
