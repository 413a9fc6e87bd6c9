import { expect, test } from "vitest";

import type { Actor, Viewer } from "~/features/accounts/actor";
import { getCategory, listCategories } from "~/features/forums/categories.server";
import { listThreads } from "~/features/forums/list.server";
import type { List } from "~/features/forums/lists";
import type { FollowLevel, FollowSubject } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { guide, organization, person } from "#tests/support/world";

const DAY = 86_400_000;

const titles = async (viewer: Viewer, scope: { list: List; categoryId?: string; topic?: string }, after: string | null = null) =>
  (await listThreads(viewer, "en", scope, after)).items.map(({ title }) => title);

test("the latest list goes by the last post, across the categories that one sees", async () => {
  const { mia, questions } = await place();
  const stories = await category("Stories");
  const old = await thread({ by: mia, category: questions, title: "Old question" });
  await thread({ by: mia, category: stories, title: "A story" });
  const staff = await category("Staff", { seenBy: "STAFF" });
  await thread({ by: mia, category: staff, title: "Hidden" });
  await setThread(old.id, { lastPostAt: new Date(Date.now() + DAY) });

  expect(await titles(null, { list: "latest" })).toEqual(["Old question", "A story"]);
  expect(await titles(await person("Ed", { roles: ["EDITOR"] }), { list: "latest" })).toEqual(["Old question", "Hidden", "A story"]);
});

test("pages follow one another without a gap or a double, also where times are the same", async () => {
  const { mia, questions } = await place();
  const stories = await category("Stories");
  for (let number = 0; number < 45; number++)
    await thread({ by: mia, category: number % 2 ? questions : stories, title: `Thread ${number}` });
  await db.thread.updateMany({ data: { lastPostAt: new Date() } });

  const seen: string[] = [];
  const sizes: number[] = [];
  for (let after: string | null = null, first = true; first || after; first = false) {
    const { items, next }: Awaited<ReturnType<typeof listThreads>> = await listThreads(null, "en", { list: "latest" }, after);
    seen.push(...items.map(({ id }) => id));
    sizes.push(items.length);
    after = next;
  }

  expect(sizes).toEqual([20, 20, 5]);
  expect(new Set(seen).size).toBe(45);
});

test("in its category what is pinned stands on top of the first page, and nowhere twice", async () => {
  const { mia, questions } = await place();
  const welcome = await thread({ by: mia, category: questions, title: "Welcome" });
  for (let number = 0; number < 21; number++) await thread({ by: mia, category: questions, title: `Thread ${number}` });
  await setThread(welcome.id, { pinnedAt: new Date() });

  const first = await listThreads(null, "en", { list: "latest", categoryId: questions.id });
  expect(first.items).toHaveLength(21);
  expect(first.items[0]).toMatchObject({ title: "Welcome", isPinned: true });
  expect(await titles(null, { list: "latest", categoryId: questions.id }, first.next)).toEqual(["Thread 0"]);
  expect((await titles(null, { list: "latest" }))[0]).toBe("Thread 20");
});

test("unanswered are those with the first post alone, and top those most answered", async () => {
  const { mia, questions } = await place();
  await thread({ by: mia, category: questions, title: "Alone" });
  const many = await thread({ by: mia, category: questions, title: "Answered", posts: ["Question?", "One.", "Two.", "Three."] });
  await thread({ by: mia, category: questions, title: "Alone again" });

  expect(await titles(null, { list: "unanswered" })).toEqual(["Alone again", "Alone"]);
  expect(await titles(null, { list: "top" })).toContain("Answered");
  await setThread(many.id, { heat: 1_000_000 });
  expect((await titles(null, { list: "top" }))[0]).toBe("Answered");
});

test("new to a member is what others began lately and they never opened; visitors get the newest", async () => {
  const { mia, questions } = await place();
  const dan = await person("Dan");
  const opened = await thread({ by: mia, category: questions, title: "Opened" });
  const old = await thread({ by: mia, category: questions, title: "Old" });
  await thread({ by: dan, category: questions, title: "Dan’s own" });
  await thread({ by: mia, category: questions, title: "Fresh" });
  await read(dan, opened.id, 1);
  await setThread(old.id, { createdAt: new Date(Date.now() - 15 * DAY) });

  expect(await titles(dan, { list: "new" })).toEqual(["Fresh"]);
  expect(await titles(null, { list: "new" })).toEqual(["Fresh", "Dan’s own", "Opened", "Old"]);
});

test("unread is what one follows, and has not read to its end", async () => {
  const { mia, questions } = await place();
  const dan = await person("Dan");
  const stories = await category("Stories");
  const posts = ["One.", "Two.", "Three."];
  const half = await thread({ by: mia, category: questions, title: "Half read", posts });
  const whole = await thread({ by: mia, category: questions, title: "Read", posts });
  await thread({ by: mia, category: questions, title: "Not followed", posts });
  await follow(dan, "THREAD", half.id, "TRACKING");
  await follow(dan, "THREAD", whole.id, "WATCHING");
  await read(dan, half.id, 1);
  await read(dan, whole.id, 3);
  await follow(dan, "CATEGORY", stories.id, "WATCHING");
  const left = await thread({ by: mia, category: stories, title: "Left aside", posts });
  await thread({ by: mia, category: stories, title: "In a watched category", posts });
  await follow(dan, "THREAD", left.id, "NORMAL");

  const { items } = await listThreads(dan, "en", { list: "unread" });
  expect(items.map(({ title, unread, isNew }) => [title, unread, isNew])).toEqual([
    ["In a watched category", 0, true],
    ["Half read", 2, false],
  ]);
  expect(await titles(dan, { list: "unread", categoryId: questions.id })).toEqual(["Half read"]);
});

test("what someone muted is in no general list, but still in its own place", async () => {
  const { mia, questions } = await place();
  const dan = await person("Dan");
  const stories = await category("Stories");
  const food = await db.term.create({ data: { kind: "TOPIC", key: "food", en: "Food", fr: "Alimentation", position: 0 } });
  await thread({ by: mia, category: stories, title: "Muted category" });
  const muted = await thread({ by: mia, category: questions, title: "Muted thread" });
  const topical = await thread({ by: mia, category: questions, title: "Muted topic" });
  await thread({ by: mia, category: questions, title: "Heard" });
  await db.threadTopic.create({ data: { threadId: topical.id, termId: food.id, lastPostAt: new Date() } });
  await follow(dan, "CATEGORY", stories.id, "MUTED");
  await follow(dan, "THREAD", muted.id, "MUTED");
  await follow(dan, "TOPIC", food.id, "MUTED");

  for (const list of ["latest", "new", "top", "unanswered"] as const) expect(await titles(dan, { list })).toEqual(["Heard"]);
  expect(await titles(dan, { list: "latest", categoryId: stories.id })).toEqual(["Muted category"]);
  expect(await titles(dan, { list: "latest", topic: "food" })).toEqual(["Muted topic"]);
  expect(await titles(mia, { list: "latest" })).toHaveLength(4);
});

test("the list of a topic has what is seen of it, in all categories, page by page", async () => {
  const { mia, questions } = await place();
  const food = await db.term.create({ data: { kind: "TOPIC", key: "food", en: "Food", fr: "Alimentation", position: 0 } });
  const staff = await category("Staff", { seenBy: "STAFF" });
  for (let number = 0; number < 22; number++) {
    const { id } = await thread({ by: mia, category: number === 3 ? staff : questions, title: `Thread ${number}` });
    const { lastPostAt } = await db.thread.findUniqueOrThrow({ where: { id } });
    await db.threadTopic.create({ data: { threadId: id, termId: food.id, lastPostAt } });
  }

  const first = await listThreads(null, "fr", { list: "latest", topic: "food" });
  expect(first.items).toHaveLength(20);
  expect(first.items[0]).toMatchObject({
    title: "Thread 21",
    topics: [{ key: "food", label: "Alimentation" }],
    category: { name: "Questions (fr)" },
  });
  expect(await titles(null, { list: "latest", topic: "food" }, first.next)).toEqual(["Thread 0"]);
});

test("removed threads, and discussions of guides that one does not see, are in no list and no count", async () => {
  const { mia, questions } = await place();
  const removed = await thread({ by: mia, category: questions, title: "Removed" });
  await setThread(removed.id, { removedAt: new Date() });
  const ana = await person("Ana", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  await guide({ by: ana, state: "PUBLISHED" });
  const { id: contributionId } = await db.contribution.findFirstOrThrow();
  const discussions = await category("Discussions");
  await db.category.update({ where: { id: discussions.id }, data: { kind: "DISCUSSIONS" } });
  const talk = await thread({ by: mia, category: discussions, title: "About a guide" });
  await setThread(talk.id, { contributionId });

  expect(await titles(null, { list: "latest" })).toEqual(["About a guide"]);
  await db.contribution.update({ where: { id: contributionId }, data: { visibility: "ORGANIZATION" } });
  expect(await titles(null, { list: "latest" })).toEqual([]);
  expect((await listCategories(null, "en")).map(({ name, threads, latest }) => [name, threads, latest?.title])).toEqual([
    ["Discussions", null, undefined],
    ["Questions", 1, undefined],
  ]);
  expect((await listCategories(ana, "en"))[0]?.latest?.title).toBe("About a guide");
});

test("hidden categories are nowhere: not among the categories, not at their address", async () => {
  await place();
  const riverside = await organization();
  const ana = await person("Ana", { organizations: [riverside] });
  await category("Our room", {
    seenBy: "ORGANIZATION",
    startedBy: "ORGANIZATION",
    repliedBy: "ORGANIZATION",
    organizationId: riverside.id,
  });

  expect((await listCategories(null, "en")).map(({ name }) => name)).toEqual(["Questions"]);
  expect((await listCategories(ana, "fr")).map(({ name, organization, mayStart }) => [name, organization, mayStart])).toEqual([
    ["Questions (fr)", null, true],
    ["Our room (fr)", "Riverside Health Centre (fr)", true],
  ]);
  await expect(getCategory(null, "en", "our-room")).rejects.toMatchObject({ status: 404 });
  expect(await getCategory(ana, "en", "our-room")).toMatchObject({ name: "Our room", mayStart: true, level: "NORMAL" });
});

async function place() {
  return { mia: await person("Mia"), questions: await category("Questions") };
}

const setThread = (id: string, data: Parameters<typeof db.thread.update>[0]["data"]) => db.thread.update({ where: { id }, data });

const read = (reader: Actor, threadId: string, lastNumber: number) =>
  db.reading.create({ data: { accountId: reader.id, threadId, lastNumber } });

const follow = (reader: Actor, subjectType: FollowSubject, subjectId: string, level: FollowLevel) =>
  db.follow.create({ data: { accountId: reader.id, subjectType, subjectId, level, changedAt: new Date(Date.now() - DAY) } });
