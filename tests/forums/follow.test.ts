import { expect, test } from "vitest";

import { followCategory, followThread, followTopic } from "~/features/forums/following.server";
import { listFollows } from "~/features/forums/follow-list.server";
import { followAtLeast } from "~/features/notifications/follow.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { organization, person } from "#tests/support/world";

const food = () => db.term.create({ data: { kind: "TOPIC", key: "food", en: "Food", fr: "Alimentation", position: 0 } });

test("one chooses how closely to follow a category, a topic and a thread, and finds all on one list", async () => {
  const amira = await person("Amira");
  const questions = await category();
  const talk = await thread({ by: amira, category: questions });
  await food();
  await followCategory(amira, "fr", questions.slug, "WATCHING_FIRST");
  await followTopic(amira, "food", "TRACKING");
  await followThread(amira, talk.id, "WATCHING");

  expect(await listFollows(amira, "fr", null)).toEqual({
    next: null,
    follows: [
      { type: "CATEGORY", id: questions.id, level: "WATCHING_FIRST", name: "Questions (fr)", slug: "questions", language: "fr" },
      { type: "TOPIC", id: expect.any(String), level: "TRACKING", name: "Alimentation", slug: "food", language: "fr" },
      { type: "THREAD", id: talk.id, level: "WATCHING", name: talk.title, slug: talk.slug, language: "en" },
    ],
  });
});

test("normal forgets a category and a topic, but stands in a thread, against what follows by itself", async () => {
  const amira = await person("Amira");
  const questions = await category();
  const talk = await thread({ by: amira, category: questions });
  await followCategory(amira, "en", questions.slug, "WATCHING");
  await followCategory(amira, "en", questions.slug, "NORMAL");
  await followThread(amira, talk.id, "NORMAL");
  await db.$transaction((tx) => followAtLeast(tx, amira.id, { type: "THREAD", id: talk.id }, "WATCHING"));

  expect(await db.follow.findMany()).toMatchObject([{ subjectType: "THREAD", level: "NORMAL", isChosen: true }]);
});

test("what is hidden, removed or nowhere cannot be followed", async () => {
  const [amira, farid] = [await person("Amira"), await person("Farid")];
  const riverside = await organization();
  const space = await category("Riverside", { seenBy: "ORGANIZATION", organizationId: riverside.id });
  const hidden = await thread({ by: farid, category: space });
  const removed = await thread({ by: farid, category: await category() });
  await db.thread.update({ where: { id: removed.id }, data: { removedAt: new Date() } });
  const tries = [
    followCategory(amira, "en", space.slug, "WATCHING"),
    followCategory(amira, "en", "nowhere", "WATCHING"),
    followTopic(amira, "nothing", "WATCHING"),
    followThread(amira, hidden.id, "WATCHING"),
    followThread(amira, removed.id, "WATCHING"),
    followThread(amira, newId(), "WATCHING"),
  ];

  for (const { reason } of (await Promise.allSettled(tries)) as PromiseRejectedResult[]) expect(reason).toMatchObject({ status: 404 });
  expect(await db.follow.count()).toBe(0);
});

test("nobody watches the first post of one thread", async () => {
  const amira = await person("Amira");
  const talk = await thread({ by: amira, category: await category() });

  await expect(followThread(amira, talk.id, "WATCHING_FIRST")).rejects.toMatchObject({ status: 422 });
});

test("the list does not name what someone no longer sees", async () => {
  const amira = await person("Amira");
  const questions = await category();
  const talk = await thread({ by: amira, category: questions });
  await followCategory(amira, "en", questions.slug, "WATCHING");
  await followThread(amira, talk.id, "WATCHING");
  await db.category.update({ where: { id: questions.id }, data: { seenBy: "STAFF" } });

  expect(await listFollows(amira, "en", null)).toEqual({ next: null, follows: [] });
});

test("a long list of threads goes on over pages, the latest choice first", async () => {
  const amira = await person("Amira");
  const questions = await category();
  for (let number = 0; number < 23; number += 1) {
    const { id } = await thread({ by: amira, category: questions, title: `Thread ${number}`, posts: [] });
    await followThread(amira, id, "WATCHING");
  }
  const first = await listFollows(amira, "en", null);
  const second = await listFollows(amira, "en", first.next);

  expect([first.follows.length, second.follows.length, second.next]).toEqual([20, 3, null]);
  expect(first.follows[0]?.name).toBe("Thread 22");
});
