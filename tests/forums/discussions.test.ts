import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { discuss, discussionsCategory, findDiscussed } from "~/features/forums/discussion.server";
import { archiveCategory } from "~/features/forums/category.server";
import { removeThread } from "~/features/forums/thread-keeping.server";
import { mergeThread } from "~/features/forums/thread-merging.server";
import { moveThread } from "~/features/forums/thread-moving.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { guide, organization, person } from "#tests/support/world";

let ada: Actor;
let bela: Actor;
let author: Actor;
let moderator: Actor;
let slug: string;

beforeEach(async () => {
  ada = await person("Ada Marsh");
  bela = await person("Béla Roy");
  moderator = await person("Mo Keeper", { roles: ["MODERATOR"] });
  const ours = await organization();
  author = await person("Au Thor", { roles: ["PRACTITIONER"], organizations: [ours] });
  ({ slug } = await guide({ by: author, state: "PUBLISHED" }));
});

const words = (body: string, language: Language = "en") => ({ id: newId(), language, body });
const say = (who: Actor, body: string, language: Language = "en") => discuss(who, "PRACTICE", "en", slug, words(body, language));
const contribution = () => db.contribution.findFirstOrThrow();

test("the first post makes the thread, with the name and topics of the guide; the next ones are replies", async () => {
  await say(ada, "How long did this take you?");
  await say(bela, "Three months in our place.");
  const made = await db.thread.findFirstOrThrow({ include: { category: true, topics: true } });
  const face = await db.face.findFirstOrThrow();
  expect(made).toMatchObject({ contributionId: (await contribution()).id, title: face.title, postCount: 2, starterId: ada.id });
  expect(made.topics.length).toBeGreaterThan(0);
  expect(made.category).toMatchObject({ kind: "DISCUSSIONS", seenBy: "EVERYONE", repliedBy: "MEMBERS", threadCount: 1 });
  expect(await findDiscussed(null, "PRACTICE", "en", slug)).toMatchObject({ thread: { id: made.id, posts: 2, isRemoved: false } });
});

test("of two first posts at once one makes the thread, and the other is a reply", async () => {
  await Promise.all([say(ada, "I begin."), say(bela, "No, I do.")]);
  expect(await db.thread.count()).toBe(1);
  expect((await db.post.findMany({ orderBy: { number: "asc" } })).map(({ number }) => number)).toEqual([1, 2]);
  expect(await db.category.count()).toBe(1);
});

test("sent twice it is one post", async () => {
  const once = words("How long did this take you?");
  await Promise.all([discuss(ada, "PRACTICE", "en", slug, once), discuss(ada, "PRACTICE", "en", slug, once)]);
  await discuss(ada, "PRACTICE", "en", slug, once);
  expect(await db.post.count()).toBe(1);
});

test("who is silenced may not begin, and nobody sees the discussion of a guide that they do not see", async () => {
  const silent = await person("Si Lent", { isSilenced: true });
  expect(await status(say(silent, "May I?"))).toBe(403);
  await say(author, "Among ourselves.");
  await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });
  expect(await status(say(ada, "May I?"))).toBe(404);
  expect(await findDiscussed(ada, "PRACTICE", "en", slug)).toBeNull();
  expect((await findDiscussed(author, "PRACTICE", "en", slug))?.thread?.posts).toBe(1);
});

test("a retired guide, a category at rest and a removed discussion each say so", async () => {
  const admin = await person("Al Admin", { roles: ["ADMINISTRATOR"] });
  const { id } = await db.$transaction((tx) => discussionsCategory(tx));
  await archiveCategory(admin, id);
  expect(await status(say(ada, "Is this open?"))).toBe(409);
  await db.category.updateMany({ data: { archivedAt: null } });
  await db.contribution.updateMany({ data: { retiredAt: new Date() } });
  expect(await status(say(ada, "Is this open?"))).toBe(409);
  await db.contribution.updateMany({ data: { retiredAt: null } });
  await say(ada, "Now it is.");
  const { id: threadId } = await db.thread.findFirstOrThrow();
  expect(await status(removeThread(ada, threadId))).toBe(403);
  expect(await status(removeThread(moderator, threadId))).toBe(403);
  await db.thread.update({ where: { id: threadId }, data: { removedAt: new Date() } });
  expect(await status(say(ada, "Is it still?"))).toBe(410);
});

test("it stays with its guide, and other threads can be merged into it", async () => {
  await say(ada, "How long did this take you?");
  const { id } = await db.thread.findFirstOrThrow();
  const questions = await category();
  const other = await thread({ by: bela, category: questions });
  expect(await status(moveThread(moderator, id, questions.id))).toBe(409);
  expect(await status(mergeThread(moderator, id, other.id))).toBe(409);
  expect(await status(mergeThread(moderator, other.id, id))).toBe(200);
  expect((await db.thread.findUniqueOrThrow({ where: { id } })).postCount).toBe(2);
});
