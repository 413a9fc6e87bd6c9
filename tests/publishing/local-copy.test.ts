import { expect, test } from "vitest";

import { type Fields, noDetails } from "~/features/publishing/fields";
import { copyToOffer, dropLocalCopy, keepLocalCopy } from "~/features/publishing/local-copy";

const shown: Fields = { ...noDetails, title: "Walk", summary: "", body: "Text", sources: "" };
const typed = { ...shown, body: "Text, and more" };
const noon = new Date("2026-11-22T12:00:00Z");

test("text that the server never got is offered again", () => {
  const store = memory();
  keepLocalCopy("a", typed, { at: noon, store });

  expect(copyToOffer("practice", "a", shown, null, store)).toEqual({ fields: typed, at: noon.toISOString() });
  expect(copyToOffer("practice", "a", shown, "2026-11-22T11:59:00Z", store)).not.toBeNull();
  expect(copyToOffer("practice", "b", shown, null, store)).toBeNull();
});

test("a copy that is older than the draft, or says the same as the form, is not offered", () => {
  const store = memory();
  keepLocalCopy("a", typed, { at: noon, store });

  expect(copyToOffer("practice", "a", shown, "2026-11-22T12:00:01Z", store)).toBeNull();
  expect(copyToOffer("practice", "a", typed, null, store)).toBeNull();
});

test("a copy that was dropped is gone", () => {
  const store = memory();
  keepLocalCopy("a", typed, { store });
  dropLocalCopy("a", store);

  expect(copyToOffer("practice", "a", shown, null, store)).toBeNull();
});

test("a browser that keeps nothing, or keeps rubbish, hinders nobody", () => {
  const none = () => {
    throw new Error("denied");
  };
  keepLocalCopy("a", typed, { store: none });
  dropLocalCopy("a", none);
  expect(copyToOffer("practice", "a", shown, null, none)).toBeNull();

  for (const rubbish of ["", "{", "null", "[]", '{"fields":{}}', '{"fields":{"title":"x"},"at":"never"}'])
    expect(copyToOffer("practice", "a", shown, null, memory({ "unsaved:a": rubbish }))).toBeNull();
});

function memory(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept));
  const store = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  return () => store;
}
