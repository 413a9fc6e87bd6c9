import { expect, test } from "vitest";

import { lockCase, openCase } from "~/features/moderation/case.server";
import { PRIORITY } from "~/features/moderation/rules";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { status } from "#tests/support/refusals";
import { organization, person } from "#tests/support/world";

const thing = (changes: object = {}) => ({
  subjectType: "POST" as const,
  subjectId: newId(),
  language: "en" as const,
  categoryId: null,
  organizationIds: [],
  ownerIds: [],
  authorId: null,
  title: "A thread",
  words: "Words",
  ...changes,
});

test("several reports of one thing are one case, which becomes more urgent", async () => {
  const post = thing();
  const flagged = { kind: "FLAG" as const, priority: PRIORITY.flag };
  const opened = await Promise.all([1, 2, 3].map(() => db.$transaction((tx) => openCase(tx, post, flagged))));

  expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await db.case.findMany()).toMatchObject([{ priority: PRIORITY.flag + 2 * PRIORITY.anotherFlag, version: 3 }]);
});

test("a case outside a moderator's scope does not exist for them, and one of their colleagues is no case of theirs", async () => {
  const home = await organization();
  const moderator = await person("Mona", { roles: ["MODERATOR"], organizations: [home] });
  const colleague = await person("Colin", { organizations: [home] });
  const { id } = await db.$transaction((tx) => openCase(tx, thing({ ownerIds: [colleague.id] }), { kind: "FLAG", priority: 1 }));
  const seen = await db.$transaction((tx) => lockCase(tx, moderator, id));
  await db.moderatorScope.create({ data: { accountId: moderator.id, kind: "LANGUAGE", value: "fr" } });

  expect(seen.subject.organizationIds).toEqual([home.id]);
  expect(await status(db.$transaction((tx) => lockCase(tx, moderator, id)))).toBe(404);
});
