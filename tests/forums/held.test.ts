import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { findAttachment, forgetOrphanedAttachments } from "~/features/forums/attachments.server";
import { discuss } from "~/features/forums/discussion.server";
import { getHeldForCase, listHeld } from "~/features/forums/held-list.server";
import { readyHeld, releaseHeld, returnHeld, withdrawHeld } from "~/features/forums/held.server";
import { replyTo } from "~/features/forums/post.server";
import { startThread } from "~/features/forums/thread.server";
import { getThreadPage } from "~/features/forums/thread-page.server";
import type { Words } from "~/features/forums/writing.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { refusal } from "#tests/support/refusals";
import { eventNames, guide, organization, person } from "#tests/support/world";

let member: Actor;
let stranger: Actor;
let moderator: Actor;
let questions: { id: string; slug: string };
let hello: { id: string };

beforeEach(async () => {
  member = await person("Amara Osei", { organizations: [await organization()] });
  stranger = await person("Noor Haddad", { isStranger: true });
  moderator = await person("Mo Derator", { roles: ["MODERATOR"] });
  questions = await category();
  hello = await thread({ by: member, category: questions });
});

const words = (changes: Partial<Words> = {}): Words => ({
  id: newId(Date.now() - 60_000),
  language: "en",
  body: "With **tea**.",
  ...changes,
});
const heldReply = async (changes: Partial<Words> = {}) => {
  const input = words(changes);
  await replyTo(stranger, hello.id, input);
  return input.id;
};
const release = async (id: string) => {
  const ready = await readyHeld(id);
  await db.$transaction((tx) => releaseHeld(tx, moderator, ready));
};

describe("words that are let through", () => {
  test("become a post of their author as of now, which takes the next number and tells who follows", async () => {
    const id = await heldReply({ poll: { question: "Tea?", options: ["Yes", "No"], isMultiple: true, results: "CLOSED", closesAt: null } });
    await replyTo(member, hello.id, words({ body: "Meanwhile" }));
    await release(id);

    expect(await db.post.findUniqueOrThrow({ where: { id }, include: { poll: { include: { options: true } } } })).toMatchObject({
      authorId: stranger.id,
      number: 3,
      html: "<p>With <strong>tea</strong>.</p>\n",
      poll: { question: "Tea?", isMultiple: true, results: "CLOSED", options: [{ label: "Yes" }, { label: "No" }] },
    });
    expect(await db.heldPost.count()).toBe(0);
    expect((await db.account.findUniqueOrThrow({ where: { id: stranger.id } })).vouchedAt).not.toBeNull();
    expect(await eventNames()).toEqual(["post.held", "post.written", "post.written", "post.released"]);
    expect(await db.event.findFirstOrThrow({ where: { name: "post.written", actorId: stranger.id } })).toMatchObject({ subjectId: id });
    expect(await db.follow.findFirst({ where: { accountId: stranger.id } })).toMatchObject({ level: "TRACKING" });
  });

  test("begin a thread with their title and topics", async () => {
    await db.term.createMany({ data: [{ kind: "TOPIC", key: "food", en: "Food", fr: "Aliments", position: 0 }] });
    const input = { ...words(), title: "How do you greet?", topics: ["food"] };
    await startThread(stranger, "en", questions.slug, input);
    await release(input.id);

    const begun = await db.thread.findFirstOrThrow({ where: { starterId: stranger.id }, include: { topics: true, posts: true } });
    expect(begun).toMatchObject({ title: "How do you greet?", slug: "how-do-you-greet", posts: [{ id: input.id, number: 1 }] });
    expect(begun.topics).toHaveLength(1);
    expect(await startThread(stranger, "en", questions.slug, input)).toEqual({
      id: begun.id,
      slug: begun.slug,
      postId: input.id,
      held: false,
    });
  });

  test("begin the discussion of a guide, or go on with it where someone else began meanwhile", async () => {
    const author = await person("Ada Author", { roles: ["PRACTITIONER"], organizations: member.organizations });
    const { slug } = await guide({ by: author, state: "PUBLISHED" });
    const other = await person("Other stranger", { isStranger: true });
    const [one, two] = [words({ body: "First" }), words({ body: "Second" })];
    expect(await discuss(stranger, "PRACTICE", "en", slug, one)).toEqual({ postId: one.id, held: true });
    await discuss(other, "PRACTICE", "en", slug, two);
    await release(two.id);
    await release(one.id);

    const posts = await db.post.findMany({ where: { id: { in: [one.id, two.id] } }, orderBy: { number: "asc" } });
    expect(posts.map(({ id, number }) => [id, number])).toEqual([
      [two.id, 1],
      [one.id, 2],
    ]);
    expect(posts[0]?.threadId).toBe(posts[1]?.threadId);
  });

  test("go nowhere where the place has closed, or their author cannot write by now; and nothing is half done", async () => {
    const id = await heldReply();
    const refusedAfter = async (change: () => Promise<unknown>) => {
      await change();
      const answer = await refusal(release(id));
      await db.thread.updateMany({ data: { lockedAt: null, removedAt: null, archivedAt: null } });
      await db.account.updateMany({ data: { suspendedUntil: null, silencedUntil: null } });
      return answer;
    };
    const soon = new Date(Date.now() + 86_400_000);

    for (const closing of ["lockedAt", "removedAt", "archivedAt"])
      expect(await refusedAfter(() => db.thread.updateMany({ data: { [closing]: new Date() } }))).toEqual([409, "holds.conflict.place"]);
    for (const measure of ["suspendedUntil", "silencedUntil"])
      expect(await refusedAfter(() => db.account.update({ where: { id: stranger.id }, data: { [measure]: soon } }))).toEqual([
        409,
        "holds.conflict.author",
      ]);
    expect([await db.heldPost.count(), await db.post.count(), await eventNames()]).toEqual([1, 1, ["post.held"]]);
  });

  test("are let through once of two who do it at once, and not after their author took them back", async () => {
    const id = await heldReply();
    const answers = await Promise.all([1, 2].map(() => refusal(release(id))));
    expect(answers.map(([status]) => status).sort()).toEqual([200, 409]);
    expect(await db.post.count({ where: { id } })).toBe(1);
  });
});

test("words that are given back are a draft again, with all that was in them", async () => {
  const id = await heldReply();
  await db.$transaction((tx) => returnHeld(tx, moderator, id));

  expect(await db.postDraft.findUniqueOrThrow({ where: { id } })).toMatchObject({
    accountId: stranger.id,
    threadId: hello.id,
    kind: "REPLY",
    sequence: 1,
    fields: { body: "With **tea**.", language: "en" },
  });
  expect(await db.heldPost.count()).toBe(0);
  expect(await refusal(db.$transaction((tx) => returnHeld(tx, moderator, id)))).toEqual([409, "holds.conflict.gone"]);
});

test("whose words they are takes them back, also where another draft has their place, and can send them again", async () => {
  const id = await heldReply();
  await db.postDraft.create({ data: { id: newId(), accountId: stranger.id, kind: "REPLY", threadId: hello.id, fields: {} } });
  expect(await refusal(withdrawHeld(member, id))).toEqual([404, "Not found"]);
  await withdrawHeld(stranger, id);

  expect(await db.postDraft.findUniqueOrThrow({ where: { id } })).toMatchObject({ threadId: null });
  expect(await refusal(withdrawHeld(stranger, id))).toEqual([404, "Not found"]);
  expect(await eventNames()).toEqual(["post.held", "post.withdrawn"]);
  expect(await replyTo(stranger, hello.id, words({ id, body: "Other words" }))).toEqual({ postId: id, held: true });
  await release(id);
  expect(await refusal(withdrawHeld(stranger, id))).toEqual([409, "holds.conflict.posted"]);
});

test("one's own waiting words are listed with why they wait, and at the foot of their thread; nobody else sees them", async () => {
  const id = await heldReply({ body: "See https://example.org/ and *this*." });

  expect(await listHeld(stranger, "fr")).toMatchObject([
    { id, kind: "REPLY", reasons: ["FIRST_POST", "LINKS"], place: { title: "How do you welcome people?", language: "en" } },
  ]);
  expect(await listHeld(member, "fr")).toEqual([]);
  expect((await getThreadPage(stranger, "en", hello.id, 1)).waiting).toHaveLength(1);
  for (const viewer of [member, moderator, null]) expect((await getThreadPage(viewer, "en", hello.id, 1)).waiting).toEqual([]);
});

test("who decides sees waiting words as they would look, with the words and sites that made them wait", async () => {
  await db.watchedWord.create({ data: { word: "Thé", folded: "the" } });
  const id = await heldReply({ body: "Du **thé** : <https://www.example.org/a>" });

  expect(await db.$transaction((tx) => getHeldForCase(tx, id))).toMatchObject({
    html: expect.stringContaining("<strong>thé</strong>"),
    reasons: ["FIRST_POST", "LINKS", "WATCHED_WORD"],
    watched: ["the"],
    hosts: ["example.org"],
  });
  await db.account.update({ where: { id: stranger.id }, data: { suspendedUntil: new Date(Date.now() + 86_400_000) } });
  expect(await getHeldForCase(db, id)).toMatchObject({ html: null, text: "Du **thé** : <https://www.example.org/a>" });
  expect(await getHeldForCase(db, newId())).toBeNull();
});

test("files of waiting words are kept, and seen by their author and moderators alone", async () => {
  const old = new Date(Date.now() - 3 * 86_400_000);
  const data = { uploaderId: stranger.id, name: "a.pdf", type: "application/pdf", bytes: Buffer.from("%PDF"), size: 4, createdAt: old };
  const { id } = await db.attachment.create({ data });
  await heldReply({ files: `[a](/files/${id})` });
  await forgetOrphanedAttachments();

  expect(await findAttachment(stranger, id)).toMatchObject({ isPublic: false });
  expect(await findAttachment(moderator, id)).toMatchObject({ isPublic: false });
  for (const viewer of [member, null]) expect(await findAttachment(viewer, id)).toBeNull();
});
