import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { type ComposerValues, newComposer } from "~/features/forums/composer-values";
import { findDraft, listDrafts } from "~/features/forums/draft-list.server";
import { replyTo } from "~/features/forums/post.server";
import { discardPostDraft, forgetOldPostDrafts, keepUnsent, savePostDraft } from "~/features/forums/post-draft.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { person } from "#tests/support/world";

let amara: Actor;
let noor: Actor;
let questions: { id: string; slug: string };
let talk: { id: string; posts: string[] };

beforeEach(async () => {
  amara = await person("Amara Osei");
  noor = await person("Noor Haddad");
  questions = await category();
  talk = await thread({ by: amara, category: questions });
});

const reply = (changes: Partial<ComposerValues> = {}) =>
  newComposer("REPLY", { thread: talk.id }, { id: newId(), language: "en", body: "I think", ...changes });
const reasonOf = async (refusal: Promise<unknown>) => {
  const answer = (await refusal.then(() => null).catch((thrown: unknown) => thrown)) as Response | null;
  return answer instanceof Response ? `${answer.status} ${await answer.text()}` : answer;
};

test("a draft is kept word for word, and counted up with each change", async () => {
  const draft = reply();
  expect(await savePostDraft(amara, draft)).toEqual({ outcome: "saved", sequence: 1 });
  expect(await savePostDraft(amara, { ...draft, sequence: 1, body: "I think so" })).toEqual({ outcome: "saved", sequence: 2 });

  const found = await findDraft(amara, { threadId: talk.id });
  expect(found?.values).toMatchObject({ id: draft.id, sequence: 2, body: "I think so", thread: talk.id });
  expect(await findDraft(noor, { threadId: talk.id })).toBeNull();
});

test("an older window changes nothing and is told so, unless it says the same again", async () => {
  const draft = reply();
  await savePostDraft(amara, draft);
  await savePostDraft(amara, { ...draft, sequence: 1, body: "Newer" });

  expect(await savePostDraft(amara, { ...draft, sequence: 1, body: "Older" })).toEqual({ outcome: "stale" });
  expect(await savePostDraft(amara, { ...draft, sequence: 1, body: "Newer" })).toEqual({ outcome: "saved", sequence: 2 });
  expect((await findDraft(amara, { id: draft.id }))?.values.body).toBe("Newer");
});

test("two windows that begin at once keep one draft of a thread; the other is told", async () => {
  const outcomes = await Promise.all([savePostDraft(amara, reply({ body: "One" })), savePostDraft(amara, reply({ body: "Two" }))]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["saved", "stale"]);
  expect(await db.postDraft.count()).toBe(1);
});

test("once it is posted a late save keeps nothing", async () => {
  const draft = reply();
  await savePostDraft(amara, draft);
  await replyTo(amara, talk.id, { id: draft.id, language: "en", body: "I think" });

  expect(await db.postDraft.count()).toBe(0);
  expect(await savePostDraft(amara, { ...draft, sequence: 1, body: "I thi" })).toEqual({ outcome: "posted" });
  expect(await db.postDraft.count()).toBe(0);
  expect(await reasonOf(savePostDraft(noor, draft))).toBe("404 Not found");
});

test("the draft of an edit is over once its author has saved that", async () => {
  const [postId = ""] = talk.posts;
  const draft = newComposer("EDIT", { post: postId }, { id: newId(), language: "en", body: "Better", version: 1 });
  await savePostDraft(amara, draft);
  await db.post.update({ where: { id: postId }, data: { version: 2 } });

  expect(await savePostDraft(amara, { ...draft, sequence: 1, body: "Bett" })).toEqual({ outcome: "posted" });
  expect((await savePostDraft(amara, { ...draft, sequence: 1, version: 2, body: "Best" })).outcome).toBe("saved");
});

test("the draft of someone else is none, and hidden places take none", async () => {
  const draft = reply();
  await savePostDraft(amara, draft);
  expect(await reasonOf(savePostDraft(noor, { ...draft, sequence: 1 }))).toBe("404 Not found");
  expect(await reasonOf(discardPostDraft(noor, draft.id))).toBe("404 Not found");

  const staffRoom = await category("Staff room", { seenBy: "STAFF" });
  const hidden = await thread({ by: amara, category: staffRoom });
  expect(await reasonOf(savePostDraft(amara, reply({ thread: hidden.id })))).toBe("404 Not found");
  expect(await reasonOf(savePostDraft(amara, newComposer("THREAD", { category: staffRoom.id }, { id: newId(), language: "en" })))).toBe(
    "404 Not found",
  );
  expect(await reasonOf(savePostDraft(amara, reply({ thread: newId() })))).toBe("404 Not found");
});

test("what is too long to be posted is kept still, up to 40,000 characters", async () => {
  expect((await savePostDraft(amara, reply({ body: "a".repeat(40_000) }))).outcome).toBe("saved");
  expect(await reasonOf(savePostDraft(amara, reply({ body: "a".repeat(40_001) })))).toBe("422 posting.error.draftTooLong");
});

test("the list says where each draft goes on, and gives the whole text where that is gone or hidden", async () => {
  const long = "word ".repeat(100).trim();
  await savePostDraft(amara, reply({ body: long }));
  await savePostDraft(
    amara,
    newComposer("THREAD", { category: questions.id }, { id: newId(), language: "fr", title: "Bonjour", body: "Salut" }),
  );
  const [one, two] = (await listDrafts(amara, "en")).items;
  expect(one).toMatchObject({ title: "Bonjour", place: { category: { slug: questions.slug, name: "Questions" } } });
  expect(two).toMatchObject({ place: { thread: { id: talk.id } } });
  expect(two?.text.length).toBeLessThan(250);

  await db.category.update({ where: { id: questions.id }, data: { seenBy: "STAFF" } });
  const { items } = await listDrafts(amara, "en");
  expect(items.map(({ place }) => place)).toEqual([null, null]);
  expect(items[1]?.text).toBe(long);
  expect((await listDrafts(noor, "en")).items).toEqual([]);
});

test("words that came too late are kept, with their place or without", async () => {
  const draft = reply();
  await db.category.update({ where: { id: questions.id }, data: { seenBy: "STAFF" } });
  expect(await keepUnsent(amara, draft)).toBe(true);
  expect(await db.postDraft.findFirst()).toMatchObject({ id: draft.id, threadId: null, fields: { body: "I think" } });
});

test("a draft of which nothing was heard for 180 days is forgotten", async () => {
  await savePostDraft(amara, reply());
  await forgetOldPostDrafts();
  expect(await db.postDraft.count()).toBe(1);
  await db.postDraft.updateMany({ data: { updatedAt: new Date(Date.now() - 181 * 86_400_000) } });
  await forgetOldPostDrafts();
  expect(await db.postDraft.count()).toBe(0);
});
