import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { editForm, editPost } from "~/features/forums/editing.server";
import { getPost, getPostHistory } from "~/features/forums/post-history.server";
import { getRemoval, removePost, restorePost } from "~/features/forums/removal.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { eventNames, person } from "#tests/support/world";

let amara: Actor;
let noor: Actor;
let moderator: Actor;
let questions: { id: string; slug: string };
let talk: { id: string; posts: string[] };
let first: string;
let answer: string;

beforeEach(async () => {
  amara = await person("Amara Osei");
  noor = await person("Noor Haddad");
  moderator = await person("Mo Derator", { roles: ["MODERATOR"] });
  questions = await category();
  talk = await thread({ by: amara, writers: [amara, noor], category: questions, posts: ["With tea?", "With coffee."] });
  [first = "", answer = ""] = talk.posts;
  await db.account.updateMany({ data: { createdAt: daysAgo(30) } });
});

const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000);
const age = (id: string) => db.post.update({ where: { id }, data: { createdAt: daysAgo(1) } });
const edit = (by: Actor, id: string, body: string, version = 1) => editPost(by, id, { version, body, language: "en" }, "en");
const post = (id: string) => db.post.findUniqueOrThrow({ where: { id } });
const reasonOf = async (refusal: Promise<unknown>) => {
  const answer = (await refusal.then(() => null).catch((thrown: unknown) => thrown)) as Response | null;
  return answer instanceof Response ? `${answer.status} ${await answer.text()}` : answer;
};

test("an author changes a post silently in the first five minutes", async () => {
  await edit(amara, first, "With *green* tea?");

  expect(await post(first)).toMatchObject({
    body: "With *green* tea?",
    html: "<p>With <em>green</em> tea?</p>\n",
    version: 2,
    editedAt: null,
  });
  expect(await db.postRevision.count()).toBe(0);
  expect(await eventNames()).toEqual(["post.edited"]);
});

test("a later change goes on record: old words with who wrote them and when, for everyone who reads", async () => {
  const { createdAt } = await age(first);
  await edit(amara, first, "With green tea?");
  await edit(amara, first, "With green tea, or mint?", 2);

  expect(await post(first)).toMatchObject({ version: 3, editorId: amara.id, editedAt: expect.any(Date) });
  const { versions } = await getPostHistory(null, first);
  expect(versions.map(({ number, by, isPresent }) => [number, by, isPresent])).toEqual([
    [3, "Amara Osei", true],
    [2, "Amara Osei", false],
    [1, "Amara Osei", false],
  ]);
  expect(versions[2]).toMatchObject({ at: createdAt.toISOString(), text: "With tea?", changes: null });
  expect(versions[1]?.changes?.filter(({ change }) => change === "added").map(({ text }) => text.trim())).toEqual(["green"]);
});

test("saving what stands there already changes nothing", async () => {
  await age(first);
  await edit(amara, first, "With tea?\n", 7);
  expect(await post(first)).toMatchObject({ version: 1, editedAt: null });
  expect(await eventNames()).toEqual([]);
});

test("a change that began from an older version loses to nobody: both texts come back", async () => {
  await db.post.update({ where: { id: first }, data: { isWiki: true } });
  await age(first);
  await edit(amara, first, "With green tea?");

  const form = { id: newId(), sequence: 0, version: 1, body: "With mint tea?", language: "en" as const };
  const met = await editForm(noor, first, form, "en");
  expect(met.outcome).toBe("met");
  if (met.outcome !== "met") return;
  expect(met.values).toMatchObject({ version: 2 });
  expect(met.values.body).toContain("With mint tea?");
  expect(met.values.body).toContain("With green tea?");
  expect((await post(first)).body).toBe("With green tea?");

  expect(await editForm(noor, first, { ...form, version: 2, body: "With mint or green tea?" }, "en")).toEqual({ outcome: "edited" });
});

test("of eight changes from one version one is saved", async () => {
  await db.post.update({ where: { id: first }, data: { isWiki: true } });
  await age(first);
  const outcomes = await Promise.all(Array.from({ length: 8 }, (_, index) => edit(noor, first, `Cup number ${index}`)));

  expect(outcomes.filter(({ outcome }) => outcome === "edited")).toHaveLength(1);
  expect(await db.postRevision.count()).toBe(1);
});

test("others change a post only when it is open to all, and keepers on record", async () => {
  expect(await reasonOf(edit(noor, first, "Mine now"))).toBe("403 Forbidden");
  await edit(moderator, first, "With tea? (A name was taken out.)");
  expect(await db.postRevision.count()).toBe(1);
  const silenced = { ...amara, isSilenced: true };
  expect(await reasonOf(edit(silenced, first, "Quiet", 2))).toBe("403 Forbidden");
});

test("nothing is changed where a thread or a post has come to rest", async () => {
  await db.thread.update({ where: { id: talk.id }, data: { lockedAt: new Date() } });
  expect(await reasonOf(edit(amara, first, "Late"))).toBe("409 posting.closed.locked");
  await db.thread.update({ where: { id: talk.id }, data: { lockedAt: null } });
  await removePost(amara, first);
  expect(await reasonOf(edit(amara, first, "Late"))).toBe("410 posting.closed.post");
  expect(await reasonOf(edit(amara, newId(), "Nowhere"))).toBe("404 Not found");
});

test("an author takes a post away and puts it back within a day; counts follow", async () => {
  await removePost(noor, answer);
  expect(await db.thread.findFirst()).toMatchObject({ postCount: 1, lastNumber: 2, lastPosterId: amara.id });
  expect(await reasonOf(getPost(amara, answer))).toBe("410 posting.closed.gonePost");
  expect(await reasonOf(getPost(moderator, answer))).toBe("410 posting.closed.gonePost");

  await restorePost(noor, answer);
  expect(await db.thread.findFirst()).toMatchObject({ postCount: 2, lastPosterId: noor.id });
  expect(await eventNames()).toEqual(["post.removed", "post.restored"]);

  await removePost(noor, answer);
  await db.post.update({ where: { id: answer }, data: { removedAt: daysAgo(1) } });
  expect(await reasonOf(restorePost(noor, answer))).toBe("403 Forbidden");
  expect(await reasonOf(restorePost(moderator, answer))).toBe("403 Forbidden");
});

test("what a steward took away the author does not put back, and strangers do neither", async () => {
  expect(await reasonOf(removePost(amara, answer))).toBe("403 Forbidden");
  expect(await reasonOf(removePost(moderator, answer))).toBe("403 Forbidden");
  await db.post.update({ where: { id: answer }, data: { removedAt: new Date(), removerId: amara.id } });
  expect(await reasonOf(restorePost(noor, answer))).toBe("403 Forbidden");
  expect(await reasonOf(restorePost(amara, answer))).toBe("403 Forbidden");
});

test("taken away twice at once, it is taken away once", async () => {
  await Promise.all([removePost(noor, answer), removePost(noor, answer)]);
  expect(await eventNames()).toEqual(["post.removed"]);
});

test("an answer that is taken away is none any more", async () => {
  await db.thread.update({ where: { id: talk.id }, data: { acceptedPostId: answer } });
  expect((await getRemoval(noor, answer)).isAccepted).toBe(true);
  await removePost(noor, answer);
  expect(await db.thread.findFirst()).toMatchObject({ acceptedPostId: null });
  expect(await eventNames()).toEqual(["thread.answer_withdrawn", "post.removed"].sort().reverse());
});

test("the only post of a thread takes the thread with it, and brings it back", async () => {
  await removePost(noor, answer);
  expect((await getRemoval(amara, first)).isLast).toBe(true);
  expect(await removePost(amara, first)).toEqual({ isThreadGone: true });
  expect(await db.thread.findFirst()).toMatchObject({ removedAt: expect.any(Date) });
  expect(await db.category.findFirst()).toMatchObject({ threadCount: 0 });
  expect(await reasonOf(getPost(noor, first))).toBe("410 posting.closed.gonePost");

  expect((await getRemoval(amara, first)).removed?.mayRestore).toBe(true);
  await restorePost(amara, first);
  expect(await db.thread.findFirst()).toMatchObject({ removedAt: null, postCount: 1 });
  expect(await db.category.findFirst()).toMatchObject({ threadCount: 1 });
});

test("a thread that was removed for itself comes back with none of its posts", async () => {
  await removePost(noor, answer);
  await db.thread.update({ where: { id: talk.id }, data: { removedAt: daysAgo(0.1) } });
  expect(await reasonOf(restorePost(noor, answer))).toBe("410 forums.gone.thread");
});

test("what stands in a private category has no source and no history for others", async () => {
  await db.category.update({ where: { id: questions.id }, data: { seenBy: "STAFF" } });
  expect(await reasonOf(getPostHistory(noor, first))).toBe("404 Not found");
  expect(await reasonOf(getPost(null, first))).toBe("404 Not found");
  expect(await reasonOf(removePost(amara, first))).toBe("404 Not found");
});
