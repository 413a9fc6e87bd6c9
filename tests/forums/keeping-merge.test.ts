import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { replyTo } from "~/features/forums/post.server";
import { archiveThread, lockThread } from "~/features/forums/thread-keeping.server";
import { mergeThread } from "~/features/forums/thread-merging.server";
import { splitThread } from "~/features/forums/thread-splitting.server";
import { follow } from "~/features/notifications/follow.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { organization, person } from "#tests/support/world";

let ada: Actor;
let bela: Actor;
let chen: Actor;
let moderator: Actor;
let questions: Awaited<ReturnType<typeof category>>;

beforeEach(async () => {
  ada = await person("Ada Marsh");
  bela = await person("Béla Roy");
  chen = await person("Chen Li");
  moderator = await person("Mo Keeper", { roles: ["MODERATOR"] });
  questions = await category();
});

const standing = async (threadId: string) =>
  (await db.post.findMany({ where: { threadId }, orderBy: { number: "asc" } })).map(
    ({ number, notice, body }) => `${number} ${notice ?? body}`,
  );
const two = async () => ({
  from: await thread({ by: bela, writers: [bela, chen], category: questions, title: "The same question", posts: ["b1", "c2"] }),
  into: await thread({ by: ada, category: questions, title: "A question", posts: ["a1"] }),
});
const threadRow = (id: string) => db.thread.findUniqueOrThrow({ where: { id } });

test("all posts of one thread stand at the end of the other; old places lead on, and everything is counted anew", async () => {
  const { from, into } = await two();
  await lockThread(moderator, from.id);
  await mergeThread(moderator, from.id, into.id);
  expect(await standing(into.id)).toEqual(["1 a1", "2 MERGED", "3 b1", "4 c2"]);
  expect(await standing(from.id)).toEqual(["3 LOCKED", "4 MERGED"]);
  expect(
    await db.postPlace.findMany({ where: { threadId: from.id }, orderBy: { number: "asc" }, select: { number: true, postId: true } }),
  ).toEqual([
    { number: 1, postId: from.posts[0] },
    { number: 2, postId: from.posts[1] },
  ]);
  expect(await threadRow(into.id)).toMatchObject({ postCount: 3, lastNumber: 4, lastPosterId: chen.id });
  expect(await threadRow(from.id)).toMatchObject({ mergedIntoId: into.id, postCount: 0 });
  expect(await db.participant.count({ where: { threadId: into.id } })).toBe(3);
  expect((await db.category.findUniqueOrThrow({ where: { id: questions.id } })).threadCount).toBe(1);
  await replyTo(ada, into.id, { id: newId(), language: "en", body: "Thank you both." });
  expect((await standing(into.id)).at(-1)).toBe("5 Thank you both.");
});

test("follows, readings, the answer, topics and drafts go along, and nothing points to the thread that is no more", async () => {
  const { from, into } = await two();
  const terms = await Promise.all(
    ["a", "b", "c", "d", "e", "f"].map((key, position) => db.term.create({ data: { kind: "TOPIC", key, en: key, fr: key, position } })),
  );
  const put = (threadId: string, some: typeof terms) =>
    db.threadTopic.createMany({ data: some.map(({ id }) => ({ threadId, termId: id, lastPostAt: new Date() })) });
  await put(into.id, terms.slice(0, 3));
  await put(from.id, terms.slice(2));
  await db.thread.update({ where: { id: from.id }, data: { acceptedPostId: from.posts[1] ?? null } });
  await db.$transaction(async (tx) => {
    await follow(tx, ada.id, { type: "THREAD", id: from.id }, "WATCHING");
    await follow(tx, bela.id, { type: "THREAD", id: from.id }, "WATCHING");
    await follow(tx, bela.id, { type: "THREAD", id: into.id }, "MUTED");
    await follow(tx, chen.id, { type: "THREAD", id: from.id }, "MUTED");
  });
  await db.reading.createMany({
    data: [
      { accountId: ada.id, threadId: into.id, lastNumber: 1 },
      { accountId: ada.id, threadId: from.id, lastNumber: 1 },
      { accountId: bela.id, threadId: from.id, lastNumber: 2 },
    ],
  });
  const notification = { kind: "posted", subjectType: "THREAD", actorId: null };
  await db.notification.createMany({
    data: [
      { ...notification, accountId: ada.id, subjectId: from.id },
      { ...notification, accountId: chen.id, subjectId: from.id },
      { ...notification, accountId: chen.id, subjectId: into.id },
    ],
  });
  await db.postDraft.create({ data: { id: newId(), accountId: chen.id, kind: "REPLY", threadId: from.id, fields: {} } });

  await mergeThread(moderator, from.id, into.id);
  expect(await db.threadTopic.count({ where: { threadId: into.id } })).toBe(5);
  expect(await threadRow(into.id)).toMatchObject({ acceptedPostId: from.posts[1] });
  const follows = await db.follow.findMany({ where: { subjectType: "THREAD" }, select: { accountId: true, subjectId: true, level: true } });
  expect(follows.sort((a, b) => (a.level < b.level ? -1 : 1))).toEqual([
    { accountId: bela.id, subjectId: into.id, level: "MUTED" },
    { accountId: ada.id, subjectId: into.id, level: "WATCHING" },
  ]);
  expect(await db.reading.findMany({ select: { accountId: true, threadId: true, lastNumber: true } })).toEqual([
    { accountId: ada.id, threadId: into.id, lastNumber: 3 },
  ]);
  expect(await db.notification.count({ where: { subjectId: from.id } })).toBe(0);
  expect(await db.notification.count({ where: { subjectId: into.id } })).toBe(2);
  expect(await db.postDraft.count({ where: { threadId: into.id } })).toBe(1);
});

test("a merger is refused to others, into itself, into what is at rest, over a border, and of the discussion of a guide", async () => {
  const { from, into } = await two();
  expect(await status(mergeThread(ada, from.id, into.id))).toBe(403);
  expect(await status(mergeThread(moderator, from.id, from.id))).toBe(422);
  const ours = await organization();
  const both = await person("Bo Both", { roles: ["MODERATOR"], organizations: [ours], steward: true });
  const space = await category("Our space", {
    organizationId: ours.id,
    seenBy: "ORGANIZATION",
    startedBy: "ORGANIZATION",
    repliedBy: "ORGANIZATION",
  });
  const inside = await thread({ by: both, category: space, title: "Among ourselves" });
  expect(await status(mergeThread(moderator, from.id, inside.id))).toBe(404);
  expect(await status(mergeThread(both, inside.id, into.id))).toBe(422);
  await archiveThread(moderator, into.id);
  expect(await status(mergeThread(moderator, from.id, into.id))).toBe(409);
});

test("of two mergers that cross one comes after the other, and is told", async () => {
  const { from, into } = await two();
  const both = [mergeThread(moderator, from.id, into.id), mergeThread(moderator, into.id, from.id)];
  expect((await Promise.all(both.map(status))).sort()).toEqual([200, 409]);
});

test("who replies while the thread is merged is told, and no post is lost", async () => {
  const { from, into } = await two();
  const reply = replyTo(ada, from.id, { id: newId(), language: "en", body: "Just in time?" });
  const answers = await Promise.all([status(reply), status(mergeThread(moderator, from.id, into.id))]);
  expect(answers[1]).toBe(200);
  expect((await standing(into.id)).length).toBe(answers[0] === 200 ? 5 : 4);
});

test("chosen posts get a thread of their own, whose starter wrote the first of them; both threads say so", async () => {
  const tools = await category("Tools");
  const { id, posts } = await thread({ by: ada, writers: [ada, bela, chen, bela], category: questions, posts: ["a1", "b2", "c3", "b4"] });
  await db.post.update({ where: { id: posts[2] ?? "" }, data: { replyToId: posts[0] ?? null } });
  await db.thread.update({ where: { id }, data: { acceptedPostId: posts[1] ?? null } });
  await db.reading.create({ data: { accountId: ada.id, threadId: id, lastNumber: 3 } });
  await db.$transaction((tx) => follow(tx, chen.id, { type: "THREAD", id }, "MUTED"));

  const made = await splitThread(moderator, id, {
    title: "Another matter",
    category: tools.id,
    posts: [posts[3], posts[1], posts[2]] as string[],
    rest: false,
  });
  expect(made.slug).toBe("another-matter");
  expect(await standing(made.id)).toEqual(["1 b2", "2 c3", "3 b4", "4 SPLIT_FROM"]);
  expect(await standing(id)).toEqual(["1 a1", "5 SPLIT_OFF"]);
  expect(await threadRow(made.id)).toMatchObject({ starterId: bela.id, postCount: 3, lastNumber: 4, categoryId: tools.id });
  expect(await threadRow(id)).toMatchObject({ postCount: 1, acceptedPostId: null, lastPosterId: ada.id });
  expect(await db.postPlace.count({ where: { threadId: id } })).toBe(3);
  expect((await db.post.findUniqueOrThrow({ where: { id: posts[2] ?? "" } })).replyToId).toBeNull();
  expect(await db.reading.findFirst({ where: { threadId: made.id } })).toMatchObject({ accountId: ada.id, lastNumber: 2 });
  expect(await db.follow.findMany({ where: { subjectId: made.id }, select: { accountId: true, level: true } })).toEqual([
    { accountId: bela.id, level: "WATCHING" },
  ]);
  expect((await db.category.findUniqueOrThrow({ where: { id: tools.id } })).threadCount).toBe(1);
});

test("all that follows goes along when asked; the start stays, and what has moved meanwhile is not moved twice", async () => {
  const { id, posts } = await thread({ by: ada, category: questions, posts: ["a1", "a2", "a3", "a4"] });
  const split = { title: "Another matter", category: questions.id, rest: false };
  expect(await status(splitThread(moderator, id, { ...split, posts: [posts[0] ?? ""] }))).toBe(422);
  expect(await status(splitThread(ada, id, { ...split, posts: [posts[1] ?? ""] }))).toBe(403);
  const made = await splitThread(moderator, id, { ...split, posts: [posts[2] ?? ""], rest: true });
  expect(await standing(made.id)).toEqual(["1 a3", "2 a4", "3 SPLIT_FROM"]);
  expect(await status(splitThread(moderator, id, { ...split, posts: [posts[2] ?? ""] }))).toBe(409);
  const back = await mergeThread(moderator, made.id, id);
  expect(back.slug).toBe("how-do-you-welcome-people");
  expect(await standing(id)).toEqual(["1 a1", "2 a2", "5 SPLIT_OFF", "6 MERGED", "7 a3", "8 a4"]);
});
