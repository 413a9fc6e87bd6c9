import { expect, test } from "vitest";

import { crashWhileWriting } from "#tests/support/crash";

test("25 times kill -9 of everything in the middle of saves: every acknowledged change is served", async () => {
  const { acknowledged, revisions, slowestReturnMs, faults } = await crashWhileWriting(25);

  process.stdout.write(`${acknowledged} changes acknowledged, ${revisions} revisions; back after at most ${slowestReturnMs} ms\n`);
  expect(faults).toEqual([]);
  expect(acknowledged).toBeGreaterThanOrEqual(300);
});
