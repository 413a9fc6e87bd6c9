import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { editPost } from "~/features/forums/editing.server";
import { forgetOldHosts } from "~/features/forums/hold.server";
import { savePostDraft } from "~/features/forums/post-draft.server";
import { newComposer } from "~/features/forums/composer-values";
import { replyTo } from "~/features/forums/post.server";
import { startThread } from "~/features/forums/thread.server";
import type { Words } from "~/features/forums/writing.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { refusal } from "#tests/support/refusals";
import { eventNames, organization, person } from "#tests/support/world";

const DAY = 86_400_000;

let member: Actor;
let stranger: Actor;
let questions: { id: string; slug: string };
let hello: { id: string };

beforeEach(async () => {
  member = await person("Amara Osei", { organizations: [await organization()] });
  stranger = await person("Noor Haddad", { isStranger: true });
  questions = await category();
  hello = await thread({ by: member, category: questions });
});

/** A form that was drawn a minute ago. */
const words = (changes: Partial<Words> = {}): Words => ({
  id: newId(Date.now() - 60_000),
  language: "en",
  body: "We begin with a cup of tea.",
  ...changes,
});
const reasonsOf = async (id: string) => (await db.heldPost.findUnique({ where: { id } }))?.reasons ?? null;
const send = async (by: Actor, changes: Partial<Words> = {}) => {
  const input = words(changes);
  const { held } = await replyTo(by, hello.id, input);
  expect(held).toBe((await reasonsOf(input.id)) !== null);
  return reasonsOf(input.id);
};
const vouched = (by: Actor, ago: number) =>
  db.account.update({ where: { id: by.id }, data: { vouchedAt: new Date(Date.now() - ago), createdAt: new Date(Date.now() - 30 * DAY) } });
const watch = (...list: string[]) => db.watchedWord.createMany({ data: list.map((folded) => ({ word: folded, folded })) });

test("the first words of a stranger wait, and nobody sees, counts or is told of them", async () => {
  const input = words({ poll: { question: "Tea?", options: ["Yes", "No"], isMultiple: true, results: "CLOSED", closesAt: null } });
  await savePostDraft(stranger, newComposer("REPLY", { thread: hello.id }, { id: input.id, language: "en", body: input.body }));

  expect(await replyTo(stranger, hello.id, input)).toEqual({ postId: input.id, held: true });
  expect(await db.heldPost.findUniqueOrThrow({ where: { id: input.id } })).toMatchObject({
    authorId: stranger.id,
    kind: "REPLY",
    threadId: hello.id,
    reasons: ["FIRST_POST"],
    fields: { body: input.body, pollQuestion: "Tea?", pollOptions: "Yes\nNo", pollMultiple: "on", pollResults: "CLOSED" },
  });
  expect(await db.thread.findFirst()).toMatchObject({ lastNumber: 1, postCount: 1, lastPosterId: member.id });
  expect([await db.post.count(), await db.postDraft.count(), await db.poll.count(), await db.follow.count()]).toEqual([1, 0, 0, 0]);
  expect(await eventNames()).toEqual(["post.held"]);
  expect(await db.event.findFirst()).toMatchObject({
    subjectId: input.id,
    details: { reasons: "FIRST_POST", kind: "REPLY" },
    isAudited: true,
  });
});

test("a thread that waits keeps its title, topics and category, and is none yet", async () => {
  await db.term.createMany({ data: [{ kind: "TOPIC", key: "food", en: "Food", fr: "Aliments", position: 0 }] });
  const started = await startThread(stranger, "en", questions.slug, { ...words(), title: "How do you greet?", topics: ["food"] });

  expect(started).toMatchObject({ id: "", held: true });
  expect(await db.heldPost.findFirst()).toMatchObject({
    kind: "THREAD",
    categoryId: questions.id,
    threadId: null,
    fields: { title: "How do you greet?", topics: ["food"] },
  });
  expect(await db.thread.count()).toBe(1);
});

test("eight sends of one form wait once, and all are answered the same", async () => {
  const input = words();
  const answers = await Promise.all(Array.from({ length: 8 }, () => replyTo(stranger, hello.id, input)));

  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ postId: input.id, held: true })]));
  expect(await db.heldPost.count()).toBe(1);
  expect(await refusal(replyTo(stranger, hello.id, { ...input, body: "With coffee." }))).toEqual([409, "holds.error.sentBefore"]);
  expect(await refusal(replyTo(member, hello.id, input))).toEqual([404, "Not found"]);
  expect(await savePostDraft(stranger, newComposer("REPLY", { thread: hello.id }, { id: input.id, language: "en", body: "x" }))).toEqual({
    outcome: "posted",
  });
});

test("links wait for a day after the first words were let through, however many they are; then they do not", async () => {
  const body = "Three sources: https://example.org/1, https://example.org/2 and https://example.net/3";
  await vouched(stranger, 23 * 3_600_000);
  expect(await send(stranger, { body })).toEqual(["LINKS"]);
  await db.heldPost.deleteMany();

  await vouched(stranger, 25 * 3_600_000);
  expect(await send(stranger, { body: `${body}.` })).toBeNull();
  expect(await send(member, { body: "https://example.com/ is our page" })).toBeNull();
});

test("a form that a newcomer sends within three seconds waits, and so does one that the portal never drew", async () => {
  await vouched(stranger, 3_600_000);
  const sends = { now: newId(), "two seconds ago": newId(Date.now() - 2_000), "of another make": crypto.randomUUID() };
  for (const [name, id] of Object.entries(sends)) {
    expect(await send(stranger, { id, body: `Words ${name}` })).toEqual(["HASTE"]);
    await db.heldPost.deleteMany();
  }
  expect(await send(stranger, { id: newId(Date.now() - 4_000) })).toBeNull();
  expect(await send(member, { id: newId(), body: "Ours" })).toBeNull();
});

describe("a site to which several newcomers lead", () => {
  const linking = (by: Actor) => send(by, { body: `Look at https://www.cheap-pills.example/${by.id}` });

  test("makes the words of a third one wait, also where they are known for long", async () => {
    for (const name of ["One", "Two"]) await linking(await person(name, { isStranger: true }));
    const third = await person("Three", { isStranger: true });
    const known = await person("Known for long");

    expect(await linking(third)).toEqual(["FIRST_POST", "LINKS", "SAME_HOST"]);
    expect(await linking(known)).toEqual(["SAME_HOST"]);
    expect(await linking(member)).toBeNull();
    expect((await db.linkedHost.findMany()).map(({ host }) => host)).toEqual(Array(3).fill("cheap-pills.example"));
  });

  test("is forgotten after fourteen days, and says nothing where everybody leads", async () => {
    for (const name of ["One", "Two"]) {
      const by = await person(name, { isStranger: true });
      await send(by, { body: "See https://www.canada.ca/en and https://doi.org/10.1000/1" });
      await db.heldPost.deleteMany();
      await linking(by);
    }
    expect(await db.linkedHost.count()).toBe(2);
    await db.linkedHost.updateMany({ data: { at: new Date(Date.now() - 15 * DAY) } });
    expect(await linking(stranger)).toEqual(["FIRST_POST", "LINKS"]);

    await forgetOldHosts();
    expect(await db.linkedHost.count()).toBe(1);
  });
});

describe("watched words", () => {
  beforeEach(() => watch("arnaque", "miracle cure", "a.*b"));

  test.each([
    ["Une ARNAQUE évidente", true],
    ["l’arnâque du siècle", true],
    ["Des arnaques", false],
    ["A miracle\n  cure!", true],
    ["**Miracle**  _cure_", true],
    ["Regular: aXXb", false],
    ["Regular: a.*b", true],
  ])("hold back whoever writes %j: %s", async (body, isHeld) => {
    expect(await send(member, { body })).toEqual(isHeld ? ["WATCHED_WORD"] : null);
  });

  test("count in titles and polls, but not for moderators", async () => {
    const moderator = await person("Mo Derator", { roles: ["MODERATOR"] });
    const started = await startThread(member, "en", questions.slug, { ...words(), title: "An arnaque again", topics: [] });
    const poll = { question: "Which?", options: ["Arnaque", "No"], isMultiple: false, results: "VOTED" as const, closesAt: null };

    expect(started.held).toBe(true);
    expect(await send(member, { body: "With a poll", poll })).toEqual(["WATCHED_WORD"]);
    expect(await send(moderator, { body: "About the word arnaque" })).toBeNull();
  });

  test("come into no post by an edit, but those that stand in it may stay", async () => {
    const { posts } = await thread({ by: member, category: questions, posts: ["An arnaque."] });
    const edit = (body: string, version: number) => editPost(member, posts[0] ?? "", { body, language: "en", version }, "en");

    expect(await edit("An arnaque, they said.", 1)).toEqual({ outcome: "edited" });
    expect(await refusal(edit("An arnaque, and a miracle cure.", 2))).toEqual([422, "holds.error.editWatched"]);
  });
});

test("a newcomer brings no new site into a post by an edit, and who never wrote changes nobody's words", async () => {
  await vouched(stranger, 3_600_000);
  const { posts } = await thread({ by: stranger, category: questions });
  await db.post.updateMany({ where: { id: posts[0] ?? "" }, data: { html: '<a href="https://example.org/">x</a>', isWiki: true } });
  const edit = (by: Actor, body: string) => editPost(by, posts[0] ?? "", { body, language: "en", version: 1 }, "en");
  const newest = await person("Newest", { isStranger: true });

  expect(await refusal(edit(stranger, "See https://example.net/ please"))).toEqual([422, "holds.error.editLinks"]);
  expect(await refusal(edit(newest, "Something else"))).toEqual([422, "holds.error.editFirst"]);
  expect(await edit(stranger, "See https://example.org/more please")).toEqual({ outcome: "edited" });
});

test("five texts of one person can wait, not one more", async () => {
  await db.account.update({ where: { id: stranger.id }, data: { createdAt: new Date(Date.now() - 2 * DAY) } });
  const later = () => db.heldPost.updateMany({ data: { heldAt: new Date(Date.now() - 60_000) } });
  for (const number of [1, 2, 3, 4, 5]) {
    await replyTo(stranger, hello.id, words({ body: `Words ${number}` }));
    await later();
  }
  expect(await refusal(replyTo(stranger, hello.id, words({ body: "Words 6" })))).toEqual([422, "holds.error.tooMany"]);
});

test("a newcomer waits half a minute between two texts, and is told how long", async () => {
  await send(stranger);
  const refused = (await replyTo(stranger, hello.id, words({ body: "And another" })).catch((thrown: unknown) => thrown)) as Response;
  expect([refused.status, Number(refused.headers.get("Retry-After")) <= 30]).toEqual([429, true]);
  expect(await refused.text()).toMatch(/^holds\.error\.pause:\d+$/);

  await db.heldPost.updateMany({ data: { heldAt: new Date(Date.now() - 31_000) } });
  expect(await send(stranger, { body: "And another" })).toEqual(["FIRST_POST"]);
  await send(member, { body: "One" });
  await send(member, { body: "Two" });
});

test("who posts as a member of an organization is no stranger from then on", async () => {
  await db.account.update({ where: { id: member.id }, data: { vouchedAt: null } });
  expect(await send(member)).toBeNull();
  expect((await db.account.findUniqueOrThrow({ where: { id: member.id } })).vouchedAt).not.toBeNull();
});

test.each([
  ["https://example.org/1", false],
  ["<https://example.org/1>\n\n- https://example.org/2\n1. https://example.org/3 !", false],
  ["https://example.org/1 says why", true],
  ["[A study](https://example.org/1)", true],
  ["http://127.0.0.1:3000/en/practices/walking", true],
])("a post that is only links to elsewhere is refused: %j", async (body, isTaken) => {
  expect(await refusal(replyTo(member, hello.id, words({ body })))).toEqual(isTaken ? [200, ""] : [422, "holds.error.onlyLinks"]);
});
