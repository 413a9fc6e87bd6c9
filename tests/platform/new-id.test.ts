import { expect, test } from "vitest";

import { newId } from "~/platform/new-id.server";

test("an id is a UUID of version 7, and later ones sort behind earlier ones", () => {
  const ids = [0, 1, 1_000, Date.UTC(2026, 10, 22), Date.UTC(2126, 10, 22)].map((at) => newId(at));

  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(Array.from({ length: 100 }, () => newId(0))).size).toBe(100);
});
