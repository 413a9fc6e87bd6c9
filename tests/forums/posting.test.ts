import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { replyTo } from "~/features/forums/post.server";
import { startThread } from "~/features/forums/thread.server";
import { refuseNames, type Words } from "~/features/forums/writing.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { eventNames, organization, person } from "#tests/support/world";

let amara: Actor;
let stranger: Actor;
let questions: { id: string; slug: string };

beforeEach(async () => {
  const riverside = await organization();
  amara = await person("Amara Osei", { organizations: [riverside] });
  stranger = await person("Noor Haddad");
  questions = await category();
  await db.term.createMany({ data: [{ kind: "TOPIC", key: "food", en: "Food", fr: "Aliments", position: 0 }] });
});

const words = (changes: Partial<Words> = {}): Words => ({ id: newId(), language: "en", body: "How do you **greet** people?", ...changes });
const threadWords = (changes: Partial<Words> & { title?: string; topics?: string[] } = {}) => ({
  title: "How do you greet people?",
  topics: [],
  ...words(),
  ...changes,
});
const hello = (by: Actor = amara) => thread({ by, category: questions });
const days = (count: number) => new Date(Date.now() - count * 86_400_000);
const reasonOf = async (refusal: Promise<unknown>) => {
  const answer = (await refusal.then(() => null).catch((thrown: unknown) => thrown)) as Response | null;
  return answer instanceof Response ? `${answer.status} ${await answer.text()}` : answer;
};

test("who starts a thread finds it with its first post, its topics, counted and watched", async () => {
  const { id, slug, postId } = await startThread(amara, "en", questions.slug, threadWords({ topics: ["food"] }));

  expect(slug).toBe("how-do-you-greet-people");
  const made = await db.thread.findUniqueOrThrow({
    where: { id },
    include: { topics: true, posts: true, category: true, participants: true },
  });
  expect(made).toMatchObject({ starterId: amara.id, lastNumber: 1, postCount: 1, language: "en", category: { threadCount: 1 } });
  expect(made.posts).toMatchObject([{ id: postId, number: 1, html: "<p>How do you <strong>greet</strong> people?</p>\n" }]);
  expect(made.topics).toHaveLength(1);
  expect(await db.follow.findFirst({ where: { accountId: amara.id, subjectId: id } })).toMatchObject({ level: "WATCHING" });
  expect(await eventNames()).toEqual(["thread.started"]);
});

test("a title without a letter that an address can hold still has an address", async () => {
  expect((await startThread(amara, "fr", questions.slug, threadWords({ title: "?????", language: "fr" }))).slug).toBe("fil");
});

test("eight sends of one form begin one thread, and all are answered with the same place", async () => {
  const input = threadWords();
  const answers = await Promise.all(Array.from({ length: 8 }, () => startThread(amara, "en", questions.slug, input)));

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db.thread.count()).toBe(1);
  expect(await db.category.findFirst()).toMatchObject({ threadCount: 1 });
});

test("eight sends of one reply are one post, whose writer follows the thread", async () => {
  const { id } = await hello();
  const input = words({ body: "With tea." });
  await Promise.all(Array.from({ length: 8 }, () => replyTo(stranger, id, input)));

  expect(await db.post.count({ where: { threadId: id } })).toBe(2);
  expect(await db.thread.findFirst()).toMatchObject({ lastNumber: 2, postCount: 2, lastPosterId: stranger.id });
  expect(await db.follow.findFirst({ where: { accountId: stranger.id } })).toMatchObject({ level: "TRACKING" });
  expect(await eventNames()).toEqual(["post.written"]);
});

test("eight people who reply at once get eight numbers in a row", async () => {
  const { id } = await hello();
  const people = await Promise.all(
    Array.from({ length: 8 }, (_, index) => person(`Writer ${index}`.replace(/\d/, "abcdefgh"[index] ?? ""))),
  );
  await Promise.all(people.map((who) => replyTo(who, id, words({ body: `From ${who.name}` }))));

  const numbers = await db.post.findMany({ where: { threadId: id }, orderBy: { number: "asc" }, select: { number: true } });
  expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("a form that was sent before holds new words back rather than losing them, and the id of someone else names nothing", async () => {
  const { id } = await hello();
  const input = words({ body: "With tea." });
  await replyTo(amara, id, input);

  expect(await reasonOf(replyTo(amara, id, { ...input, body: "With coffee." }))).toBe("409 posting.error.sentBefore");
  expect(await reasonOf(replyTo(stranger, id, { ...input }))).toBe("404 Not found");
});

test("the same words are refused twice in a thread, and a third time anywhere", async () => {
  const [one, two, three] = [await hello(), await hello(), await hello()];
  await replyTo(amara, one.id, words({ body: "Look at our *programme*." }));

  expect(await reasonOf(replyTo(amara, one.id, words({ body: " look at our  *programme*.\n" })))).toBe("422 posting.error.sameWordsHere");
  await replyTo(amara, two.id, words({ body: "Look at our *programme*." }));
  expect(await reasonOf(replyTo(amara, three.id, words({ body: "Look at our *programme*." })))).toBe("422 posting.error.sameWordsAgain");

  await db.post.updateMany({ where: { authorId: amara.id }, data: { createdAt: days(1) } });
  await replyTo(amara, three.id, words({ body: "Look at our *programme*." }));
});

test.each([
  ["", "posting.error.bodyMissing"],
  [" \n\u200b\u3164 ", "posting.error.bodyMissing"],
  ["a".repeat(32_001), "posting.error.bodyTooLong"],
])("a post that says nothing or too much is refused (%#)", async (body, reason) => {
  const { id } = await hello();
  expect(await reasonOf(replyTo(amara, id, words({ body })))).toBe(`422 ${reason}`);
  expect(await db.post.count({ where: { threadId: id } })).toBe(1);
});

test("on the first day a stranger begins three threads; who belongs to an organization begins more", async () => {
  for (const number of [1, 2, 3]) await startThread(stranger, "en", questions.slug, threadWords({ body: `Question ${number}` }));
  expect(await reasonOf(startThread(stranger, "en", questions.slug, threadWords()))).toBe("429 posting.error.newcomerThreads");

  for (const number of [1, 2, 3, 4]) await startThread(amara, "en", questions.slug, threadWords({ body: `Question ${number}` }));
  await db.account.update({ where: { id: stranger.id }, data: { createdAt: days(1) } });
  await startThread(stranger, "en", questions.slug, threadWords());
});

test("on the first day a stranger writes ten replies, and is told when the day is over", async () => {
  const { id } = await hello();
  for (let number = 1; number <= 10; number += 1) await replyTo(stranger, id, words({ body: `Reply ${number}` }));

  const refused = (await replyTo(stranger, id, words({ body: "Eleven" })).catch((thrown: unknown) => thrown)) as Response;
  const seconds = Number(refused.headers.get("Retry-After"));
  expect([refused.status, await refused.text()]).toEqual([429, "posting.error.newcomerReplies"]);
  expect(seconds).toBeGreaterThan(23 * 3_600);
  expect(seconds).toBeLessThanOrEqual(24 * 3_600);
});

test("nobody writes more than 25 posts in a minute, and is told when to come back", async () => {
  const { id } = await hello();
  for (let number = 1; number <= 25; number += 1) await replyTo(amara, id, words({ body: `Reply ${number}` }));

  const refusal = (await replyTo(amara, id, words({ body: "One more" })).catch((thrown: unknown) => thrown)) as Response;
  expect(refusal.status).toBe(429);
  expect(Number(refusal.headers.get("Retry-After"))).toBeGreaterThan(0);
});

test("nobody writes where they do not see, and who is silenced writes nowhere", async () => {
  const staffRoom = await category("Staff room", { seenBy: "STAFF" });
  const hidden = await thread({ by: amara, category: staffRoom });
  const silenced = await person("Silent Sam", { isSilenced: true });
  const open = await hello();

  expect(await reasonOf(replyTo(amara, hidden.id, words()))).toBe("404 Not found");
  expect(await reasonOf(replyTo(amara, newId(), words()))).toBe("404 Not found");
  expect(await reasonOf(startThread(amara, "en", staffRoom.slug, threadWords()))).toBe("404 Not found");
  expect(await reasonOf(replyTo(silenced, open.id, words()))).toBe("403 Forbidden");
  expect(await reasonOf(startThread(silenced, "en", questions.slug, threadWords()))).toBe("403 Forbidden");
  const announcements = await category("Announcements", { startedBy: "STAFF" });
  expect(await reasonOf(startThread(amara, "en", announcements.slug, threadWords()))).toBe("403 Forbidden");
});

test("nothing is written where a thread has come to rest; a locked one is open to its keepers", async () => {
  const other = await hello();
  const moderator = await person("Mo Derator", { roles: ["MODERATOR"] });
  const closed = async (data: object) => {
    const { id } = await hello();
    await db.thread.update({ where: { id }, data });
    return reasonOf(replyTo(stranger, id, words({ body: `To ${id}` })));
  };

  expect(await closed({ lockedAt: new Date() })).toBe("409 posting.closed.locked");
  expect(await closed({ archivedAt: new Date() })).toBe("409 posting.closed.archived");
  expect(await closed({ removedAt: new Date() })).toBe("410 forums.gone.thread");
  expect(await closed({ removedAt: new Date(), mergedIntoId: other.id })).toBe("409 posting.closed.merged");
  await db.thread.update({ where: { id: other.id }, data: { lockedAt: new Date() } });
  await replyTo(moderator, other.id, words());

  await db.category.update({ where: { id: questions.id }, data: { archivedAt: new Date() } });
  expect(await reasonOf(startThread(amara, "en", questions.slug, threadWords()))).toBe("409 posting.closed.category");
});

test("an unknown topic is refused", async () => {
  expect(await reasonOf(startThread(amara, "en", questions.slug, threadWords({ topics: ["nonsense"] })))).toBe(
    "422 posting.error.unknownTopic",
  );
});

test("twenty people and organizations may be called, not one more", async () => {
  const names = (people: number, organizations: number) => ({
    mentions: { accountIds: Array.from({ length: people }, newIdOf), organizationIds: Array.from({ length: organizations }, newIdOf) },
  });
  refuseNames(names(12, 8));
  expect(await reasonOf((async () => refuseNames(names(995, 5)))())).toBe("422 posting.error.tooManyMentions:1000");
});

const newIdOf = () => newId();
