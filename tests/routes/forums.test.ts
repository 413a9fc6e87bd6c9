import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { loader as category } from "~/routes/forums/category";
import { loader as index } from "~/routes/forums/index";
import { loader as post } from "~/routes/forums/post";
import { loader as postPlace } from "~/routes/forums/post-place";
import { loader as thread } from "~/routes/forums/thread";
import { loader as threads } from "~/routes/forums/threads";
import { loader as topic } from "~/routes/forums/topic";
import { loader as unread } from "~/routes/forums/unread";
import { loader as home } from "~/routes/home";
import { category as newCategory, thread as newThread } from "#tests/support/forums";
import { visit } from "#tests/support/request";
import { person } from "#tests/support/world";

const posts = Array.from({ length: 25 }, (_, number) => `Post ${number + 1}.`);

beforeEach(async () => {
  await db.term.create({ data: { kind: "TOPIC", key: "food", en: "Food prescribing", fr: "Prescription alimentaire", position: 0 } });
});

const place = async () => {
  const mia = await person("Mia");
  const questions = await newCategory("Questions");
  const { id, slug, posts: ids } = await newThread({ by: mia, category: questions, title: "First visit", posts });
  return { mia, questions, id, slug, ids, path: `/en/threads/${id}/${slug}` };
};

const open = (viewer: Viewer, { id, slug }: { id: string; slug: string }, query = "", language = "en") =>
  thread(visit(viewer, `/${language}/${language === "en" ? "threads" : "fils"}/${id}/${slug}${query}`, { id, slug }));

test("the forums show their categories and what is latest, and ask visitors in", async () => {
  const { mia } = await place();
  await newCategory("Staff room", { seenBy: "STAFF" });

  const seen = await (await index(visit(null, "/en/forums"))).json();
  expect(seen).toMatchObject({ isVisitor: true, categories: [{ name: "Questions", mayStart: false, latest: { title: "First visit" } }] });
  expect(seen.categories).toHaveLength(1);
  expect(seen.latest).toMatchObject([{ title: "First visit", replies: 24, starter: "Mia", lastPoster: "Mia" }]);
  expect(await (await index(visit(mia, "/fr/forums"))).json()).toMatchObject({
    isVisitor: false,
    categories: [{ name: "Questions (fr)", mayStart: true }],
  });
});

test("a thread opens at its first page; an unknown page leads to the last one", async () => {
  const { id, slug, path } = await place();

  const first = await (await open(null, { id, slug })).json();
  expect(first.thread).toMatchObject({ page: 1, pages: 2, title: "First visit" });
  expect(first.alternates).toEqual({ en: path, fr: `/fr/fils/${id}/${slug}` });
  expect((await (await open(null, { id, slug }, "?page=2")).json()).alternates.en).toBe(`${path}?page=2`);
  await expect(open(null, { id, slug }, "?page=9")).rejects.toMatchObject({ status: 302, headers: locationOf(`${path}?page=2`) });
  expect((await (await open(null, { id, slug }, "?page=none")).json()).thread.page).toBe(1);
});

test("an old title in the address leads to the one of now, with its query", async () => {
  const { id, path } = await place();

  await expect(open(null, { id, slug: "old-title" }, "?page=2")).rejects.toMatchObject({
    status: 301,
    headers: locationOf(`${path}?page=2`),
  });
  await expect(open(null, { id: "none", slug: "x" })).rejects.toMatchObject({ status: 404 });
});

test("a merged thread leads to the other one, a removed one is gone, a hidden one is not there", async () => {
  const { mia, questions, id, slug, path } = await place();
  const merged = await newThread({ by: mia, category: questions, title: "Twice" });
  await db.thread.update({ where: { id: merged.id }, data: { removedAt: new Date(), mergedIntoId: id } });
  await expect(open(null, merged)).rejects.toMatchObject({ status: 301, headers: locationOf(path) });

  await db.thread.update({ where: { id }, data: { removedAt: new Date() } });
  await expect(open(mia, { id, slug })).rejects.toMatchObject({ status: 410 });
  await db.category.update({ where: { id: questions.id }, data: { seenBy: "STAFF" } });
  await expect(open(mia, { id, slug })).rejects.toMatchObject({ status: 404 });
  await expect(open(mia, merged)).rejects.toMatchObject({ status: 404 });
});

test("who may write finds the form, with their draft; others are told why not", async () => {
  const { mia, id, slug } = await place();
  await db.postDraft.create({
    data: {
      id: "01934567-89ab-7def-8123-456789abcdef",
      accountId: mia.id,
      kind: "REPLY",
      threadId: id,
      sequence: 2,
      fields: { body: "Half a", language: "fr" },
    },
  });

  const own = await (await open(mia, { id, slug })).json();
  expect(own.reply).toMatchObject({
    values: { id: "01934567-89ab-7def-8123-456789abcdef", thread: id, sequence: 2, body: "Half a", language: "fr" },
  });
  expect(own.thread.closed).toBe(null);
  const closedTo = async (viewer: Viewer) => {
    const { reply, thread } = await (await open(viewer, { id, slug })).json();
    expect(reply).toBe(null);
    return thread.closed;
  };
  expect(await closedTo(null)).toBe("visitor");
  expect(await closedTo(await person("Sil", { isSilenced: true }))).toBe("silenced");
  await db.thread.update({ where: { id }, data: { lockedAt: new Date() } });
  expect(await closedTo(mia)).toBe("locked");
  await db.thread.update({ where: { id }, data: { archivedAt: new Date() } });
  expect(await closedTo(mia)).toBe("archived");
});

test("search engines read of a public thread, and of no other", async () => {
  const { mia, questions, id, slug } = await place();

  expect((await (await open(null, { id, slug })).json()).structured).toMatchObject({
    "@type": "DiscussionForumPosting",
    headline: "First visit",
    text: "Post 1.",
  });
  await db.category.update({ where: { id: questions.id }, data: { seenBy: "MEMBERS" } });
  expect(await (await open(mia, { id, slug })).json()).toMatchObject({ structured: null, thread: { isPublic: false } });
});

test("a post is reached by its number, by its own address, and by what is not read yet", async () => {
  const { mia, id, slug, ids, path } = await place();
  await db.reading.create({ data: { accountId: mia.id, threadId: id, lastNumber: 20 } });
  const at = `${path}?page=2#post-21`;

  expect((await post(visit(null, `${path}/21`, { id, slug, number: "21" }))).headers.get("Location")).toBe(at);
  expect((await post(visit(null, `${path}/3`, { id, slug, number: "3" }))).headers.get("Location")).toBe(`${path}#post-3`);
  expect((await postPlace(visit(null, `/en/posts/${ids[20]}`, { id: ids[20] as string }))).headers.get("Location")).toBe(at);
  expect((await unread(visit(mia, `${path}/unread`, { id, slug }))).headers.get("Location")).toBe(at);
  await expect(post(visit(null, `${path}/26`, { id, slug, number: "26" }))).rejects.toMatchObject({ status: 404 });
  await expect(post(visit(null, `${path}/0`, { id, slug, number: "0" }))).rejects.toMatchObject({ status: 404 });
});

test("a category answers at its address, leads on from old ones, and is nothing to who does not see it", async () => {
  const { questions } = await place();
  const at = (viewer: Viewer, slug: string, query = "") => category(visit(viewer, `/en/forums/${slug}${query}`, { slug }));
  await db.categorySlug.create({ data: { categoryId: questions.id, language: "en", slug: "old-questions" } });

  expect(await (await at(null, "questions")).json()).toMatchObject({
    category: { name: "Questions" },
    threads: { items: [{ title: "First visit" }] },
    alternates: { en: "/en/forums/questions", fr: "/fr/forums/questions" },
  });
  await expect(at(null, "old-questions", "?list=top")).rejects.toMatchObject({
    status: 301,
    headers: locationOf("/en/forums/questions?list=top"),
  });
  await db.category.update({ where: { id: questions.id }, data: { seenBy: "STAFF" } });
  await expect(at(null, "questions")).rejects.toMatchObject({ status: 404 });
});

test("the lists open by name; visitors have nothing unread, and an end that is passed leads back", async () => {
  const { mia, id } = await place();
  const listed = async (viewer: Viewer, query: string) => (await (await threads(visit(viewer, `/en/threads${query}`))).json()).list;

  expect(await listed(null, "")).toBe("latest");
  expect(await listed(null, "?list=top")).toBe("top");
  expect(await listed(null, "?list=unread")).toBe("latest");
  expect(await listed(mia, "?list=unread")).toBe("unread");
  expect(await listed(mia, "?list=nonsense")).toBe("latest");
  await expect(threads(visit(null, `/en/threads?after=${id}`))).rejects.toMatchObject({ status: 302 });
});

test("a topic has a page of its own; one that there is not has none", async () => {
  const { id } = await place();
  const food = await db.term.findFirstOrThrow();
  await db.threadTopic.create({ data: { threadId: id, termId: food.id, lastPostAt: new Date() } });

  expect(await (await topic(visit(null, "/fr/forums/themes/food", { key: "food" }))).json()).toMatchObject({
    topic: { label: "Prescription alimentaire" },
    threads: { items: [{ title: "First visit" }] },
  });
  await expect(topic(visit(null, "/en/forums/topics/none", { key: "none" }))).rejects.toMatchObject({ status: 404 });
});

test("no page asks the database more than twice, and the home page once for each of its three lists; who looks and what they were told apart", async () => {
  const { mia, id, slug, ids, path } = await place();
  const visits = (viewer: Viewer) => ({
    home: () => home(visit(viewer, "/en")),
    forums: () => index(visit(viewer, "/en/forums")),
    category: () => category(visit(viewer, "/en/forums/questions", { slug: "questions" })),
    threads: () => threads(visit(viewer, "/en/threads?list=new")),
    unread: () => threads(visit(viewer, "/en/threads?list=unread")),
    topic: () => topic(visit(viewer, "/en/forums/topics/food", { key: "food" })),
    thread: () => open(viewer, { id, slug }),
    post: () => post(visit(viewer, `${path}/21`, { id, slug, number: "21" })),
    place: () => postPlace(visit(viewer, `/en/posts/${ids[20]}`, { id: ids[20] as string })),
  });
  for (const viewer of [null, mia, await person("Mo", { roles: ["MODERATOR"] })])
    for (const [name, look] of Object.entries(visits(viewer))) {
      await look();
      const asked = vi.spyOn(pg.Client.prototype, "query");
      await look();
      expect([name, asked.mock.calls.length <= (name === "home" ? 3 : 2)]).toEqual([name, true]);
      asked.mockRestore();
    }
});

const locationOf = (path: string) => expect.toSatisfy((headers: Headers) => headers.get("Location") === path, path);
