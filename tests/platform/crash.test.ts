import { expect, test } from "vitest";

import { crashWhileWriting } from "#tests/support/crash";

test("after kill -9 of everything in the middle of a save, the next start serves every acknowledged change", {
  timeout: 120_000,
}, async () => {
  const { acknowledged, faults } = await crashWhileWriting(3);

  expect(faults).toEqual([]);
  expect(acknowledged).toBeGreaterThanOrEqual(36);
});
