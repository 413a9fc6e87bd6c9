import { expect, test } from "vitest";

import { copyToOffer, dropCopy, forgetCopies, keepCopy } from "~/browser/composer/kept-copy";

const typed: [string, string][] = [["body", "Words that never arrived"]];
const shown: [string, string][] = [["body", ""]];
const at = "2026-11-22T15:00:00.000Z";

function newStore() {
  const kept = new Map<string, string>();
  return () => ({
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  });
}

test("what a window left behind is offered where it was typed, until it is dropped", () => {
  const store = newStore();
  expect(keepCopy("ana:REPLY:1", { fields: typed, at }, store)).toBe(true);

  expect(copyToOffer("ana:REPLY:1", shown, null, store)?.fields).toEqual(typed);
  expect(copyToOffer("ben:REPLY:1", shown, null, store)).toBeNull();
  dropCopy("ana:REPLY:1", store);
  expect(copyToOffer("ana:REPLY:1", shown, null, store)).toBeNull();
});

test("a copy is not offered that says what the form says, or is older than the draft of the portal", () => {
  const store = newStore();
  keepCopy("ana:REPLY:1", { fields: typed, at }, store);

  expect(copyToOffer("ana:REPLY:1", typed, null, store)).toBeNull();
  expect(copyToOffer("ana:REPLY:1", shown, "2026-11-22T15:00:01.000Z", store)).toBeNull();
  expect(copyToOffer("ana:REPLY:1", shown, "2026-11-22T14:59:00.000Z", store)).not.toBeNull();
});

test("copies of what became a post, and very old ones, are forgotten; others are not", () => {
  const store = newStore();
  const now = Date.parse(at);
  store().setItem("theme", "dark");
  keepCopy("posted", { fields: typed, at, sent: "post-1" }, store);
  keepCopy("sent", { fields: typed, at, sent: "post-2" }, store);
  keepCopy("typed", { fields: typed, at }, store);
  keepCopy("old", { fields: typed, at: "2026-10-01T00:00:00.000Z" }, store);
  store().setItem("unsaved-post:broken", "{");
  forgetCopies((id) => id === "post-1", now, store);

  const left = ["posted", "sent", "typed", "old"].filter((name) => copyToOffer(name, shown, null, store));
  expect(left).toEqual(["sent", "typed"]);
  expect(store().length).toBe(3);
});

test("a browser that keeps nothing is no fault", () => {
  const refusing = () => {
    throw new Error("not allowed");
  };
  expect(keepCopy("ana:REPLY:1", { fields: typed, at }, refusing)).toBe(false);
  expect(copyToOffer("ana:REPLY:1", shown, null, refusing)).toBeNull();
  forgetCopies(() => true, 0, refusing);
});
