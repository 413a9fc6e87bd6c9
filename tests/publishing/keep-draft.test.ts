import { afterEach, expect, test, vi } from "vitest";

import { keepDraft } from "~/features/publishing/keep-draft";

afterEach(() => void vi.unstubAllGlobals());

test("what the server says of a draft is taken as it is", async () => {
  const saved = { outcome: "saved", sequence: 3, savedAt: "2026-11-22T20:38:00.000Z" };
  expect(await answered(Response.json(saved))).toEqual(saved);
  expect(await answered(Response.json({ outcome: "stale", sequence: 3 }, { status: 409 }))).toMatchObject({ outcome: "stale" });
  expect(await answered(Response.json({ outcome: "refused", errors: { title: ["x"] } }, { status: 422 }))).toMatchObject({
    outcome: "refused",
  });
});

test("whoever is led to the door is signed out", async () => {
  expect(await answered({ type: "opaqueredirect", status: 0 } as Response)).toEqual({ outcome: "signedOut" });
});

test("who may no longer write is told so, and so is who writes too much", async () => {
  for (const status of [403, 404, 410, 413]) expect(await answered(new Response("", { status }))).toMatchObject({ outcome: "refused" });
});

test("no answer, a strange one or a busy server is worth another try", async () => {
  for (const status of [429, 500, 502, 503]) expect(await answered(new Response("", { status }))).toEqual({ outcome: "failed" });
  expect(await answered(new Response("<html>", { status: 200 }))).toEqual({ outcome: "failed" });
  expect(await answered(new TypeError("network"))).toEqual({ outcome: "failed" });
});

function answered(answer: Response | Error) {
  vi.stubGlobal("fetch", async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return keepDraft("/en/practices/a/draft", new FormData());
}
