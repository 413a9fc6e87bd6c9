import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { acceptAnswer, withdrawAnswer } from "~/features/forums/acceptance.server";
import { reactTo } from "~/features/forums/reaction.server";
import { openToAll } from "~/features/forums/wiki.server";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { eventNames, organization, person } from "#tests/support/world";

const on = { kind: "THANKS", value: "on" } as const;
const off = { kind: "THANKS", value: "off" } as const;

const postAt = (id: string) => db.post.findUniqueOrThrow({ where: { id }, select: { reactions: true, isWiki: true } });
const threadAt = (id: string) =>
  db.thread.findUniqueOrThrow({ where: { id }, select: { reactionCount: true, heat: true, acceptedPostId: true } });

/** A question by Noor, answered by Émile and Sam. */
async function question(changes: Parameters<typeof category>[1] = {}) {
  const noor = await person("Noor");
  const emile = await person("Émile");
  const sam = await person("Sam");
  const begun = await thread({
    by: noor,
    category: await category("Questions", changes),
    posts: ["How?", "Like this.", "Or like that."],
    writers: [noor, emile, sam],
  });
  const [first = "", second = "", third = ""] = begun.posts;
  return { noor, emile, sam, id: begun.id, first, second, third };
}

const moderator = () => person("Mod", { roles: ["MODERATOR"] });

test("a reaction is counted at the post and in its thread, makes it hotter, and can be taken back", async () => {
  const { noor, sam, id, second } = await question();
  const before = await threadAt(id);

  await reactTo(noor, second, on);
  await reactTo(sam, second, { kind: "CURIOUS", value: "on" });

  expect((await postAt(second)).reactions).toEqual({ THANKS: 1, CURIOUS: 1 });
  const hot = await threadAt(id);
  expect(hot.reactionCount).toBe(2);
  expect(hot.heat).toBeGreaterThan(before.heat);

  await reactTo(noor, second, off);
  await reactTo(sam, second, { kind: "CURIOUS", value: "off" });
  expect((await postAt(second)).reactions).toEqual({});
  expect(await threadAt(id)).toEqual(before);
  expect(await eventNames()).toEqual(["post.reacted", "post.reacted", "post.reaction_withdrawn", "post.reaction_withdrawn"]);
});

test("the same reaction sent twice counts once, and taking back what is not there changes nothing", async () => {
  const { noor, second } = await question();

  await Promise.all([reactTo(noor, second, on), reactTo(noor, second, on)]);
  expect((await postAt(second)).reactions).toEqual({ THANKS: 1 });
  await reactTo(noor, second, { kind: "HELPFUL", value: "off" });

  expect((await postAt(second)).reactions).toEqual({ THANKS: 1 });
  expect(await db.event.count()).toBe(1);
});

test("of twenty people who react at once, each counts", async () => {
  const { id, second } = await question();
  const crowd: Actor[] = [];
  for (let each = 0; each < 20; each += 1) crowd.push(await person(`Person ${"abcdefghijklmnopqrst"[each]}`));

  await Promise.all(crowd.map((one) => reactTo(one, second, on)));

  expect((await postAt(second)).reactions).toEqual({ THANKS: 20 });
  expect((await threadAt(id)).reactionCount).toBe(20);
});

test("nobody reacts to their own post, nor while silenced, nor where they do not see", async () => {
  const org = await organization();
  const { emile, second } = await question();
  await expect(reactTo(emile, second, on)).rejects.toMatchObject({ status: 403 });
  await expect(reactTo(await person("Zed", { isSilenced: true }), second, on)).rejects.toMatchObject({ status: 403 });

  await db.category.updateMany({ data: { seenBy: "ORGANIZATION", organizationId: org.id } });
  await expect(reactTo(await person("Kim"), second, on)).rejects.toMatchObject({ status: 404 });
  expect(await db.reaction.count()).toBe(0);
  expect(await db.event.count()).toBe(0);
});

test("a post that was removed, or whose thread is locked, takes no more reactions", async () => {
  const { noor, sam, id, second } = await question();
  await db.thread.update({ where: { id }, data: { lockedAt: new Date() } });
  await expect(reactTo(noor, second, on)).rejects.toMatchObject({ status: 409 });
  await db.thread.update({ where: { id }, data: { lockedAt: null } });
  await db.post.update({ where: { id: second }, data: { removedAt: new Date() } });

  await expect(reactTo(sam, second, on)).rejects.toMatchObject({ status: 409 });
});

test("who asked says which post is the answer; another one takes its place; and it can be taken back", async () => {
  const { noor, id, second, third } = await question();

  await acceptAnswer(noor, second);
  await acceptAnswer(noor, second);
  expect((await threadAt(id)).acceptedPostId).toBe(second);
  await acceptAnswer(noor, third);
  expect((await threadAt(id)).acceptedPostId).toBe(third);
  await withdrawAnswer(noor, second);
  expect((await threadAt(id)).acceptedPostId).toBe(third);
  await withdrawAnswer(noor, third);

  expect((await threadAt(id)).acceptedPostId).toBeNull();
  expect(await eventNames()).toEqual(["thread.answered", "thread.answered", "thread.answer_withdrawn"]);
});

test("neither the first post nor a removed one answers, and nobody but who asked or keeps the place says so", async () => {
  const { noor, emile, id, first, second, third } = await question();

  await expect(acceptAnswer(noor, first)).rejects.toMatchObject({ status: 422 });
  await expect(acceptAnswer(emile, third)).rejects.toMatchObject({ status: 403 });
  await db.post.update({ where: { id: third }, data: { removedAt: new Date() } });
  await expect(acceptAnswer(noor, third)).rejects.toMatchObject({ status: 409 });
  expect((await threadAt(id)).acceptedPostId).toBeNull();

  await acceptAnswer(await moderator(), second);
  await expect(withdrawAnswer(emile, second)).rejects.toMatchObject({ status: 403 });
  expect((await threadAt(id)).acceptedPostId).toBe(second);
});

test("of two answers at the same moment one stands in the end", async () => {
  const { noor, id, second, third } = await question();

  await Promise.all([acceptAnswer(noor, second), acceptAnswer(noor, third)]);

  expect([second, third]).toContain((await threadAt(id)).acceptedPostId);
});

test("its author opens a post to all and closes it again; others may not, and a locked thread refuses", async () => {
  const { noor, emile, id, second } = await question();

  await openToAll(emile, second, true);
  await openToAll(emile, second, true);
  expect((await postAt(second)).isWiki).toBe(true);
  await expect(openToAll(noor, second, false)).rejects.toMatchObject({ status: 403 });
  await openToAll(emile, second, false);
  expect((await postAt(second)).isWiki).toBe(false);
  expect(await eventNames()).toEqual(["post.opened_to_all", "post.closed_to_others"]);

  await db.thread.update({ where: { id }, data: { lockedAt: new Date() } });
  await expect(openToAll(emile, second, true)).rejects.toMatchObject({ status: 409 });
  await openToAll(await moderator(), second, true);
  expect((await postAt(second)).isWiki).toBe(true);
});
