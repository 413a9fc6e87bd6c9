import { expect, test } from "vitest";

import { createDemoAccounts } from "~/features/accounts/demo.server";
import { importCategories } from "~/features/forums/imported.server";
import { importFirstContent } from "~/features/library/imported.server";
import { db } from "~/platform/db.server";
import "#tests/support/database";

import { buildDemoWorld } from "../../prisma/seed";

test("the demo world shows every kind of case, and is built once", { timeout: 120_000 }, async () => {
  await importFirstContent("content", { importCategories });
  await createDemoAccounts();
  await buildDemoWorld();
  await buildDemoWorld();

  const cases = await db.case.findMany({ include: { flags: true, decision: true, notices: true } });
  const open = cases.filter(({ closedAt }) => closedAt === null);
  const kinds = open.map(({ kind, subjectType, flags, hiddenAt }) => [kind, subjectType, flags.length, hiddenAt !== null].join(" ")).sort();
  expect(kinds).toEqual([
    "APPEAL DECISION 0 false",
    "FLAG CONTRIBUTION 1 false",
    "FLAG POST 1 true",
    "FLAG POST 2 false",
    "HELD HELD_POST 0 false",
  ]);

  const decided = cases.filter(({ closedAt }) => closedAt !== null);
  expect(decided.map(({ decision }) => `${decision?.content} ${decision?.person}`).sort()).toEqual(["NONE NONE", "REMOVE WARN"]);
  for (const { notices } of decided) expect(notices.map(({ role }) => role).sort()).toEqual(["AUTHOR", "REPORTER"]);
  expect(await db.watchedWord.count()).toBe(2);
  expect(await db.moderatorScope.count()).toBe(0);
});
