import { expect, test } from "vitest";

import { claimCase, releaseCase } from "~/features/moderation/claim.server";
import { db } from "~/platform/db.server";
import { openedCase } from "#tests/support/cases";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { eventNames, organization, person } from "#tests/support/world";

async function world() {
  const author = await person("Ada");
  const { posts } = await thread({ by: author, category: await category() });
  const { id } = await openedCase({ type: "POST", id: posts[0] ?? "" });
  const [mona, marc] = [await person("Mona", { roles: ["MODERATOR"] }), await person("Marc", { roles: ["MODERATOR"] })];
  const one = () => db.case.findUniqueOrThrow({ where: { id } });
  return { id, author, mona, marc, one };
}

test("a moderator takes a case in hand, once however often they ask, and gives it back", async () => {
  const { id, mona, one } = await world();
  await claimCase(mona, id, 1);
  await claimCase(mona, id, 1);

  expect(await one()).toMatchObject({ assigneeId: mona.id, version: 2, closedAt: null });
  expect((await eventNames()).filter((name) => name === "case.claimed")).toHaveLength(1);

  await releaseCase(mona, id, 2);
  await releaseCase(mona, id, 2);
  expect(await one()).toMatchObject({ assigneeId: null, claimedAt: null, version: 3 });
  expect((await eventNames()).filter((name) => name === "case.released")).toHaveLength(1);
});

test("of two who take a case at once, one has it", async () => {
  const { id, mona, marc, one } = await world();
  const answers = await Promise.all([status(claimCase(mona, id, 1)), status(claimCase(marc, id, 1))]);

  expect(answers.sort()).toEqual([200, 409]);
  expect(await one()).toMatchObject({ version: 2 });
});

test("what another took is theirs for a day, and then free", async () => {
  const { id, mona, marc, one } = await world();
  await claimCase(mona, id, 1);
  expect(await status(claimCase(marc, id, 2))).toBe(409);
  expect(await status(releaseCase(marc, id, 2))).toBe(409);

  await db.case.update({ where: { id }, data: { claimedAt: new Date(Date.now() - 25 * 3_600_000) } });
  await claimCase(marc, id, 2);
  expect(await one()).toMatchObject({ assigneeId: marc.id, version: 3 });
});

test("members see no case, and who is concerned takes none", async () => {
  const { id, author } = await world();
  const home = await organization();
  const colleague = await person("Cora", { roles: ["MODERATOR"], organizations: [home] });
  await db.membership.create({ data: { organizationId: home.id, accountId: author.id } });

  expect(await status(claimCase(await person("Max"), id, 1))).toBe(404);
  expect(await status(claimCase(colleague, id, 1))).toBe(403);
  expect(await status(claimCase({ ...author, roles: ["MODERATOR"] }, id, 1))).toBe(403);
});

test("a closed case and one that has changed are not taken", async () => {
  const { id, mona } = await world();
  expect(await status(claimCase(mona, id, 7))).toBe(409);
  await db.case.update({ where: { id }, data: { closedAt: new Date(), outcome: "DECIDED" } });
  expect(await status(claimCase(mona, id, 1))).toBe(409);
});
