import { expect, test } from "vitest";

import { hideMeanwhile, showMeanwhile } from "~/features/moderation/hiding.server";
import { db } from "~/platform/db.server";
import { openedCase, toldOf } from "#tests/support/cases";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { eventNames, organization, person } from "#tests/support/world";

async function world() {
  const author = await person("Aline", { language: "fr" });
  const { posts } = await thread({ by: author, category: await category(), posts: ["First words.", "Second words."] });
  const postId = posts[1] ?? "";
  const { id } = await openedCase({ type: "POST", id: postId });
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const one = () => db.case.findUniqueOrThrow({ where: { id } });
  const post = () => db.post.findUniqueOrThrow({ where: { id: postId } });
  return { id, author, postId, mona, one, post };
}

test("a moderator hides a post while they look at it, and shows it again; its author is told both times in their language", async () => {
  const { id, mona, one, post } = await world();
  await hideMeanwhile(mona, id, 1);
  await hideMeanwhile(mona, id, 1);
  expect(await one()).toMatchObject({ hiddenAt: expect.any(Date), version: 2 });
  expect(await post()).toMatchObject({ hiddenAt: expect.any(Date), removedAt: expect.any(Date) });

  await showMeanwhile(mona, id, 2);
  await showMeanwhile(mona, id, 2);
  expect(await one()).toMatchObject({ hiddenAt: null, version: 3 });
  expect(await post()).toMatchObject({ hiddenAt: null, removedAt: null });

  expect(await toldOf(id)).toEqual(["Aline AUTHOR HIDDEN", "Aline AUTHOR SHOWN"]);
  expect((await eventNames()).filter((name) => name.startsWith("case."))).toEqual(["case.opened", "case.hidden", "case.shown"]);
  const [hidden] = await db.caseNotice.findMany({ where: { caseId: id }, orderBy: { id: "asc" } });
  expect(hidden).toMatchObject({ language: "fr", subject: "Votre message\u00a0: masquage pendant l’examen par la modération" });
});

test("the stewards of an organization are told of its page", async () => {
  const home = await organization();
  await person("Stella", { organizations: [home], steward: true });
  await person("Pat", { organizations: [home] });
  const { id } = await openedCase({ type: "ORGANIZATION", id: home.id });
  await hideMeanwhile(await person("Mona", { roles: ["MODERATOR"] }), id, 1);

  expect(await toldOf(id)).toEqual(["Stella AUTHOR HIDDEN"]);
  expect(await db.organization.findUniqueOrThrow({ where: { id: home.id } })).toMatchObject({ hiddenAt: expect.any(Date) });
});

test("members and those concerned hide nothing, and what is gone, closed or changed is not hidden", async () => {
  const { id, author, mona, postId } = await world();
  expect(await status(hideMeanwhile(await person("Max"), id, 1))).toBe(404);
  expect(await status(hideMeanwhile({ ...author, roles: ["MODERATOR"] }, id, 1))).toBe(403);
  expect(await status(hideMeanwhile(mona, id, 2))).toBe(409);

  await db.post.update({ where: { id: postId }, data: { removedAt: new Date(), removerId: author.id } });
  expect(await status(hideMeanwhile(mona, id, 1))).toBe(409);
  expect(await toldOf(id)).toEqual([]);
});
