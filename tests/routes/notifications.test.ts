import { expect, test } from "vitest";

import { notify } from "~/features/notifications/notify.server";
import { db } from "~/platform/db.server";
import { action as followCategory } from "~/routes/forums/category-follow";
import { action as followThread } from "~/routes/forums/thread-follow";
import { action as readThread } from "~/routes/forums/thread-reading";
import { action as followTopic } from "~/routes/forums/topic-follow";
import { loader as live } from "~/routes/live";
import { loader as inbox } from "~/routes/notifications/index";
import { action as readAll } from "~/routes/notifications/reading";
import { loader as follows } from "~/routes/settings/follows";
import { loader as site } from "~/routes/site";
import { category, thread } from "#tests/support/forums";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

async function talkOf(name = "Amira") {
  const amira = await person(name);
  const questions = await category();
  const talk = await thread({ by: amira, category: questions, language: "fr", title: "Comment accueillir ?" });
  return { amira, questions, talk };
}

const told = (accountId: string, id: string, actorId: string | null = null) =>
  db.$transaction((tx) => notify(tx, { accountId, kind: "mentioned", subject: { type: "POST", id }, actorId }));

test("the inbox names the thread as it is now, with a link to the post, and the bell counts what is unread", async () => {
  const { amira, talk } = await talkOf();
  const farid = await person("Farid");
  await told(amira.id, talk.posts[0] as string, farid.id);

  const { lines } = await (await inbox(visit(amira, "/fr/avis"))).json();
  expect(lines).toMatchObject([
    {
      kind: "mentioned",
      isRead: false,
      about: { name: "Farid", title: talk.title, language: "fr", href: `/fr/messages/${talk.posts[0]}` },
    },
  ]);
  expect(await (await site(visit(amira, "/fr"))).json()).toMatchObject({ unread: 1 });
  expect(await (await site(visit(null, "/fr"))).json()).toMatchObject({ unread: 0 });
});

test("of what one may no longer see, nothing is shown: neither title nor name", async () => {
  const { amira, questions, talk } = await talkOf();
  await told(amira.id, talk.posts[0] as string, (await person("Farid")).id);
  await db.category.update({ where: { id: questions.id }, data: { seenBy: "STAFF" } });

  const answer = await inbox(visit(amira, "/en/notifications"));
  const text = await answer.text();
  expect(JSON.parse(text).lines).toMatchObject([{ about: null }]);
  for (const secret of ["Farid", talk.title, talk.slug, talk.posts[0] as string]) expect(text).not.toContain(secret);
});

test("all can be marked as read at once, and nobody else's", async () => {
  const { amira, talk } = await talkOf();
  const farid = await person("Farid");
  for (const { id } of [amira, farid]) await told(id, talk.posts[0] as string);
  const answer = await readAll(submission(amira, "/en/notifications/reading", {}));

  expect(answer.headers.get("Location")).toBe("/en/notifications");
  expect(await db.notification.findMany({ where: { readAt: null } })).toMatchObject([{ accountId: farid.id }]);
});

test("one line can be marked as read, and only one's own", async () => {
  const { amira, talk } = await talkOf();
  const farid = await person("Farid");
  for (const { id } of [amira, farid]) await told(id, talk.posts[0] as string);
  for (const { id } of await db.notification.findMany()) await readAll(submission(amira, "/en/notifications/reading", {}, { id }));

  expect(await db.notification.findMany({ where: { readAt: null } })).toMatchObject([{ accountId: farid.id }]);
  await expect(readAll(submission(amira, "/en/notifications/reading", {}, { id: "x" }))).rejects.toMatchObject({ status: 422 });
});

test("how closely one follows is chosen where one is, and one stays there", async () => {
  const { amira, questions, talk } = await talkOf();
  await db.term.create({ data: { kind: "TOPIC", key: "food", en: "Food", fr: "Alimentation", position: 0 } });
  const level = { level: "WATCHING" };
  const answers = [
    await followCategory(submission(amira, "/en/forums/questions/follow", { slug: questions.slug }, level)),
    await followTopic(submission(amira, "/fr/forums/themes/food/suivi", { key: "food" }, level)),
    await followThread(submission(amira, "/en/threads/x/y/follow", { id: talk.id, slug: talk.slug }, { ...level, from: "follows" })),
  ];

  expect(answers.map(({ headers }) => headers.get("Location"))).toEqual([
    "/en/forums/questions",
    "/fr/forums/themes/food",
    "/en/settings/follows",
  ]);
  const listed = await (await follows(visit(amira, "/fr/parametres/suivis"))).json();
  expect(listed.follows.map(({ type, name }) => [type, name])).toEqual([
    ["CATEGORY", "Questions (fr)"],
    ["TOPIC", "Alimentation"],
    ["THREAD", talk.title],
  ]);
});

test("a level that there is not is refused", async () => {
  const { amira, questions } = await talkOf();
  const send = (fields: Record<string, string>) =>
    followCategory(submission(amira, "/en/forums/questions/follow", { slug: questions.slug }, fields));

  await expect(send({ level: "STALKING" })).rejects.toMatchObject({ status: 422 });
  await expect(send({ level: "WATCHING", account: "someone" })).rejects.toMatchObject({ status: 400 });
  expect(await db.follow.count()).toBe(0);
});

test("reading is noted: by a form with a page in answer, by the script without", async () => {
  const { amira, talk } = await talkOf();
  const send = (fields: Record<string, string>) =>
    readThread(submission(amira, "/en/threads/x/y/reading", { id: talk.id, slug: "old" }, fields));

  expect((await send({ number: "1" })).headers.get("Location")).toBe(`/en/threads/${talk.id}/${talk.slug}/1`);
  expect((await send({ number: "1", seconds: "30" })).status).toBe(204);
  for (const number of ["-1", "1.5", "x", ""]) await expect(send({ number })).rejects.toMatchObject({ status: 422 });
  expect(await db.reading.findMany()).toMatchObject([{ lastNumber: 1, seconds: 30 }]);
});

test("visitors are sent to sign in, and leave no trace", async () => {
  const { talk } = await talkOf();
  for (const ask of [
    () => inbox(visit(null, "/en/notifications")),
    () => follows(visit(null, "/en/settings/follows")),
    () => readAll(submission(null, "/en/notifications/reading", {})),
    () => followThread(submission(null, "/en/threads/x/y/follow", { id: talk.id, slug: talk.slug }, { level: "WATCHING" })),
    () => readThread(submission(null, "/en/threads/x/y/reading", { id: talk.id, slug: talk.slug }, { number: "1", seconds: "5" })),
  ])
    await expect(ask()).rejects.toMatchObject({ status: 302 });
  expect([await db.follow.count(), await db.reading.count()]).toEqual([0, 0]);
});

test("an open page hears of a thread that its reader sees; of nothing, of what is hidden or nowhere, there is nothing to hear", async () => {
  const { talk } = await talkOf();
  const answer = await live(visit(null, `/live?thread=${talk.id}`));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
  });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("retry: 3000\n\n");
  await reader.cancel();

  for (const query of ["", "?own=1", "?thread=x", `?thread=${talk.posts[0]}`])
    await expect(live(visit(null, `/live${query}`))).rejects.toMatchObject({ status: 404 });
});

test("nobody holds more than twenty pages open, and who lets go may come again", async () => {
  const { amira, talk } = await talkOf();
  const open = async () => (await live(visit(amira, `/live?thread=${talk.id}`))).body as ReadableStream<Uint8Array>;
  const streams = await Promise.all(Array.from({ length: 20 }, open));
  await expect(open()).rejects.toMatchObject({ status: 429 });
  await streams[0]?.cancel();
  streams[0] = await open();

  for (const stream of streams) await stream.cancel();
});
