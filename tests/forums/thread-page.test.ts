import { expect, test } from "vitest";

import { placeOfNumber, placeOfPost, placeOfUnread } from "~/features/forums/places.server";
import { getThreadPage } from "~/features/forums/thread-page.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { guide, organization, person } from "#tests/support/world";

test("a page has twenty numbers, and says how many pages there are", async () => {
  const { mia, questions } = await place();
  const { id } = await thread({ by: mia, category: questions, posts: Array.from({ length: 45 }, (_, number) => `Post ${number + 1}.`) });

  const numbers = async (page: number) => (await getThreadPage(null, "en", id, page)).posts.map(({ number }) => number);
  expect((await getThreadPage(null, "en", id, 1)).pages).toBe(3);
  expect(await numbers(1)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(await numbers(3)).toEqual([41, 42, 43, 44, 45]);
  expect(await numbers(4)).toEqual([]);
});

test("what stands around the posts: place, topics, who takes part, the answer, the guide", async () => {
  const { mia, questions } = await place();
  const dan = await person("Dan");
  const { id, posts } = await thread({ by: mia, writers: [mia, dan, dan], category: questions, posts: ["Question?", "Answer.", "More."] });
  const food = await db.term.create({ data: { kind: "TOPIC", key: "food", en: "Food", fr: "Alimentation", position: 0 } });
  await db.threadTopic.create({ data: { threadId: id, termId: food.id, lastPostAt: new Date() } });
  await db.thread.update({ where: { id }, data: { acceptedPostId: posts[1] as string } });
  const ana = await person("Ana", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  await guide({ by: ana, state: "PUBLISHED" });
  await db.thread.update({ where: { id }, data: { contributionId: (await db.contribution.findFirstOrThrow()).id } });

  const page = await getThreadPage(null, "fr", id, 1);
  expect(page).toMatchObject({
    category: { name: "Questions (fr)" },
    topics: [{ key: "food", label: "Alimentation" }],
    participantCount: 2,
    participants: [{ writer: { name: "Dan" }, posts: 2 }, { writer: { name: "Mia" } }],
    answer: { number: 2, writer: { name: "Dan" } },
    guide: { title: "Start a walking group", language: "en" },
    lead: "Question?",
    isPublic: true,
  });
  expect(page.posts.map(({ isStarter, isAccepted }) => [isStarter, isAccepted])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test("a member finds their own marks: reactions, bookmark, vote, reading, draft; others do not", async () => {
  const { mia, questions } = await place();
  const dan = await person("Dan");
  const { id, posts } = await thread({ by: mia, category: questions, posts: ["Which day?", "Second."] });
  const postId = posts[0] as string;
  await db.reaction.create({ data: { postId, accountId: dan.id, kind: "HELPFUL" } });
  await db.post.update({ where: { id: postId }, data: { reactions: { HELPFUL: 1 } } });
  await db.bookmark.create({ data: { postId, accountId: dan.id, note: "Later" } });
  await db.reading.create({ data: { threadId: id, accountId: dan.id, lastNumber: 1 } });
  await db.postDraft.create({
    data: { id: newId(), accountId: dan.id, kind: "REPLY", threadId: id, sequence: 3, fields: { body: "I would" } },
  });
  await db.poll.create({ data: { postId, question: "Day?", voters: 1 } });
  const option = await db.pollOption.create({ data: { postId, position: 0, label: "Monday", votes: 1 } });
  await db.pollVote.create({ data: { postId, optionId: option.id, accountId: dan.id } });

  const own = await getThreadPage(dan, "en", id, 1);
  expect(own).toMatchObject({ read: 1, draft: { values: { sequence: 3, body: "I would" } } });
  expect(own.posts[0]).toMatchObject({ bookmark: { note: "Later" }, poll: { hasVoted: true, options: [{ votes: 1, isOwn: true }] } });
  expect(own.posts[0]?.reactions.find(({ kind }) => kind === "HELPFUL")).toEqual({ kind: "HELPFUL", count: 1, isOwn: true });

  for (const other of [null, mia]) {
    const theirs = await getThreadPage(other, "en", id, 1);
    expect(theirs).toMatchObject({ read: null, draft: null });
    expect(theirs.posts[0]).toMatchObject({
      bookmark: null,
      poll: { hasVoted: false, voters: 1, options: [{ votes: null, isOwn: false }] },
    });
    expect(theirs.posts[0]?.reactions.find(({ kind }) => kind === "HELPFUL")).toEqual({ kind: "HELPFUL", count: 1, isOwn: false });
  }
});

test("a poll tells its counts when it has closed", async () => {
  const { mia, questions } = await place();
  const { id, posts } = await thread({ by: mia, category: questions });
  const postId = posts[0] as string;
  await db.poll.create({ data: { postId, question: "Day?", voters: 1, results: "CLOSED", closesAt: new Date(Date.now() - 1000) } });
  await db.pollOption.create({ data: { postId, position: 0, label: "Monday", votes: 1 } });

  expect((await getThreadPage(mia, "en", id, 1)).posts[0]).toMatchObject({
    poll: { isClosed: true, options: [{ votes: 1 }] },
    may: { vote: false, closePoll: false },
  });
});

test("each sees what they may do with each post", async () => {
  const { mia, questions } = await place();
  const dan = await person("Dan");
  const moderator = await person("Mo", { roles: ["MODERATOR"] });
  const { id } = await thread({ by: mia, writers: [mia, dan], category: questions, posts: ["Question?", "Answer."] });
  const may = async (viewer: typeof mia | null) => (await getThreadPage(viewer, "en", id, 1)).posts.map((post) => post.may);

  expect(await may(null)).toMatchObject([{ reply: false, edit: false, react: false, bookmark: false, accept: false, propose: false }, {}]);
  expect(await may(dan)).toMatchObject([
    { reply: true, edit: false, remove: false, react: true, bookmark: true, accept: false },
    { reply: true, edit: true, remove: true, react: false, bookmark: true, accept: false },
  ]);
  expect((await may(mia))[1]).toMatchObject({ edit: false, accept: true });
  expect((await may(moderator))[1]).toMatchObject({ edit: true, remove: false, accept: true });
});

test("removed words are gone for everyone; their writer may restore what they removed themselves", async () => {
  const { mia, questions } = await place();
  const moderator = await person("Mo", { roles: ["MODERATOR"] });
  const { id, posts } = await thread({ by: mia, category: questions, posts: ["First.", "Regretted.", "Bad."] });
  await db.post.update({ where: { id: posts[1] as string }, data: { removedAt: new Date(), removerId: mia.id } });
  await db.post.update({ where: { id: posts[2] as string }, data: { removedAt: new Date(), removerId: moderator.id } });

  const seen = async (viewer: typeof mia | null) =>
    (await getThreadPage(viewer, "en", id, 1)).posts.map(({ html, isRemoved, may }) => [html, isRemoved, may.restore]);
  expect(await seen(null)).toEqual([
    ["<p>First.</p>", false, false],
    ["", true, false],
    ["", true, false],
  ]);
  expect(await seen(mia)).toEqual([
    ["<p>First.</p>", false, false],
    ["", true, true],
    ["", true, false],
  ]);
  expect(await seen(moderator)).toEqual([
    ["<p>First.</p>", false, false],
    ["", true, false],
    ["", true, false],
  ]);
});

test("a notice names the other thread only to who sees it", async () => {
  const { mia, questions } = await place();
  const staff = await category("Staff", { seenBy: "STAFF" });
  const hidden = await thread({ by: mia, category: staff, title: "Hidden thread" });
  const { id } = await thread({ by: mia, category: questions });
  const notice = {
    threadId: id,
    number: 2,
    notice: "SPLIT_OFF" as const,
    otherThreadId: hidden.id,
    language: "en" as const,
    body: "",
    html: "",
    renderer: 0,
  };
  await db.post.create({ data: notice });
  await db.thread.update({ where: { id }, data: { lastNumber: 2 } });

  expect((await getThreadPage(null, "en", id, 1)).posts[1]?.notice).toEqual({ kind: "SPLIT_OFF", other: null });
  expect((await getThreadPage(await person("Ed", { roles: ["EDITOR"] }), "en", id, 1)).posts[1]?.notice).toMatchObject({
    other: { title: "Hidden thread" },
  });
});

test("a writer is shown as far as their profile is: name always, organization and page only to whom it is there", async () => {
  const { questions } = await place();
  const riverside = await organization();
  const ana = await person("Ana", { organizations: [riverside] });
  await db.profile.create({ data: { accountId: ana.id, slug: "ana", sortName: "ana" } });
  const { id } = await thread({ by: ana, category: questions });

  expect((await getThreadPage(null, "en", id, 1)).posts[0]?.author).toMatchObject({ name: "Ana", slug: null, organization: null });
  expect((await getThreadPage(await person("Dan"), "en", id, 1)).posts[0]?.author).toMatchObject({
    name: "Ana",
    slug: "ana",
    organization: { name: "Riverside Health Centre" },
  });
  await db.organization.update({ where: { id: riverside.id }, data: { status: "CLOSED" } });
  expect((await getThreadPage(ana, "en", id, 1)).posts[0]?.author).toMatchObject({ slug: "ana", organization: null });
});

test("what is hidden does not exist, what was removed is gone, what was merged leads on", async () => {
  const { mia, questions } = await place();
  const staff = await category("Staff", { seenBy: "STAFF" });
  const hidden = await thread({ by: mia, category: staff });
  const removed = await thread({ by: mia, category: questions });
  const merged = await thread({ by: mia, category: questions });
  const target = await thread({ by: mia, category: questions, title: "Target" });
  await db.thread.update({ where: { id: removed.id }, data: { removedAt: new Date() } });
  await db.thread.update({ where: { id: merged.id }, data: { removedAt: new Date(), mergedIntoId: target.id } });

  await expect(getThreadPage(null, "en", hidden.id, 1)).rejects.toMatchObject({ status: 404 });
  await expect(getThreadPage(mia, "en", removed.id, 1)).rejects.toMatchObject({ status: 410 });
  const moderator = await person("Mo", { roles: ["MODERATOR"] });
  await expect(getThreadPage(moderator, "en", removed.id, 1)).rejects.toMatchObject({ status: 410 });
  expect((await getThreadPage(null, "en", merged.id, 1)).mergedInto).toEqual({ id: target.id, slug: "target" });
  await db.thread.update({ where: { id: target.id }, data: { categoryId: staff.id } });
  await expect(getThreadPage(null, "en", merged.id, 1)).rejects.toMatchObject({ status: 410 });
});

test("a post is found by its id, by its number, by the number it once had, and by what was not read yet", async () => {
  const { mia, questions } = await place();
  const posts = Array.from({ length: 25 }, (_, number) => `Post ${number + 1}.`);
  const one = await thread({ by: mia, category: questions, title: "One", posts });
  const other = await thread({ by: mia, category: questions, title: "Other" });
  await db.postPlace.create({ data: { threadId: other.id, number: 7, postId: one.posts[20] as string } });
  await db.reading.create({ data: { accountId: mia.id, threadId: one.id, lastNumber: 20 } });
  const at21 = { id: one.id, slug: "one", number: 21, page: 2 };

  expect(await placeOfPost(null, one.posts[20] as string)).toEqual(at21);
  expect(await placeOfNumber(null, one.id, 21)).toEqual(at21);
  expect(await placeOfNumber(null, other.id, 7)).toEqual(at21);
  expect(await placeOfUnread(mia, one.id)).toEqual(at21);
  expect(await placeOfUnread(null, one.id)).toMatchObject({ number: 1, page: 1 });
  await expect(placeOfNumber(null, one.id, 26)).rejects.toMatchObject({ status: 404 });
  await db.category.update({ where: { id: questions.id }, data: { seenBy: "STAFF" } });
  await expect(placeOfPost(mia, one.posts[20] as string)).rejects.toMatchObject({ status: 404 });
});

async function place() {
  return { mia: await person("Mia"), questions: await category("Questions") };
}
