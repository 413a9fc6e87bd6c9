import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { action as draft } from "~/routes/forums/draft";
import { action as discard } from "~/routes/forums/draft-removal";
import { loader as drafts } from "~/routes/forums/drafts";
import { action as start, loader as newThread } from "~/routes/forums/new-thread";
import { action as edit, loader as editing } from "~/routes/forums/post-edit";
import { loader as history } from "~/routes/forums/post-history";
import { action as remove, loader as removal } from "~/routes/forums/post-removal";
import { action as restore } from "~/routes/forums/post-restoration";
import { loader as source } from "~/routes/forums/post-source";
import { action as preview } from "~/routes/forums/preview";
import { action as reply, loader as replying } from "~/routes/forums/reply";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

let amara: Actor;
let noor: Actor;
let questions: { id: string; slug: string };
let talk: { id: string; slug: string; posts: string[] };
let postId: string;
let params: { id: string; slug: string };

beforeEach(async () => {
  amara = await person("Amara Osei");
  noor = await person("Noor Haddad");
  questions = await category();
  talk = await thread({ by: amara, category: questions, posts: ["With tea?\n\n- green\n- mint"] });
  postId = talk.posts[0] ?? "";
  params = { id: talk.id, slug: talk.slug };
});

type Fields = Record<string, string | string[]>;

const form = (changes: Fields = {}): Fields => ({
  id: newId(),
  kind: "REPLY",
  category: "",
  thread: talk.id,
  contribution: "",
  post: "",
  sequence: "0",
  version: "0",
  replyTo: "",
  language: "en",
  body: "With coffee.",
  pollQuestion: "",
  pollOptions: "",
  pollClosesAt: "",
  pollResults: "VOTED",
  to: `/en/threads/${talk.id}/${talk.slug}/reply`,
  ...changes,
});
const threadForm = (changes: Fields = {}) =>
  form({ kind: "THREAD", thread: "", category: questions.id, title: "How do you greet people?", ...changes });
const place = () => `/en/threads/${talk.id}/${talk.slug}/reply`;
const sendReply = (by: Actor, fields: Fields) => reply(submission(by, place(), params, fields));
const open = (by: Actor, query = "") => replying(visit(by, place() + query, params));
// biome-ignore lint/suspicious/noExplicitAny: what a route answers, as a page would get it
const told = async (answer: unknown): Promise<any> => ((await answer) as Response).json();
const caught = async (answer: unknown) => (await Promise.resolve(answer).catch((thrown: unknown) => thrown)) as Response;

test("a thread begins from its form, topics, poll and all", async () => {
  await db.term.create({ data: { kind: "TOPIC", key: "food", en: "Food", fr: "Aliments", position: 0 } });
  const page = await told(newThread(visit(amara, "/en/forums/questions/new", { slug: "questions" })));
  expect(page.page.values).toMatchObject({ kind: "THREAD", category: questions.id, language: "en", body: "" });
  expect(page.topics).toEqual([{ value: "food", label: "Food" }]);

  const fields = threadForm({ topics: ["food"], pollQuestion: "Which one?", pollOptions: "Tea\nCoffee", pollMultiple: "on" });
  const answer = (await start(submission(amara, "/en/forums/questions/new", { slug: "questions" }, fields))) as Response;
  const made = await db.thread.findFirstOrThrow({ where: { title: "How do you greet people?" }, include: { topics: true } });
  expect(answer.headers.get("Location")).toBe(`/en/threads/${made.id}/how-do-you-greet-people`);
  expect(made.topics).toHaveLength(1);
  expect(await db.pollOption.count()).toBe(2);
});

test.each([
  [{ title: "Hm" }, "title"],
  [{ title: "t".repeat(151) }, "title"],
  [{ body: " \u200b" }, "body"],
  [{ topics: ["a", "b", "c", "d", "e", "f"] }, "topics"],
  [{ topics: ["nonsense"] }, "topics"],
  [{ pollQuestion: "Which?", pollOptions: "Tea" }, "pollOptions"],
])("a thread that is not sound comes back as it was typed (%#)", async (changes, field) => {
  const fields = threadForm(changes as Fields);
  const answer = (await start(submission(amara, "/en/forums/questions/new", { slug: "questions" }, fields))) as Response;
  expect(answer.status).toBe(422);
  const { errors, values } = await told(answer);
  expect(Object.keys(errors)).toEqual([field]);
  expect(values).toMatchObject({ id: fields.id, body: fields.body, title: fields.title });
  expect(await db.thread.count()).toBe(1);
});

test("a reply leads to its place", async () => {
  const fields = form({ replyTo: postId });
  const answer = (await sendReply(noor, fields)) as Response;
  expect(answer.headers.get("Location")).toBe(`/en/posts/${fields.id}`);
  expect(await db.post.findUnique({ where: { id: String(fields.id) } })).toMatchObject({ number: 2, replyToId: postId });
});

test("the reply page quotes a post, names whom it answers, and takes up a draft", async () => {
  const quoted = await told(open(noor, `?quote=${postId}`));
  expect(quoted.values.body).toContain("> With tea?");
  expect(quoted.values.body).toContain(`/en/posts/${postId}`);
  expect(quoted.values.replyTo).toBe(postId);
  expect(await told(open(noor, "?to=1"))).toMatchObject({ answering: { number: 1, name: "Amara Osei" } });

  const kept = form({ body: "Half a tho" });
  const saved = (await draft(submission(noor, `/en/drafts/${kept.id}`, { id: String(kept.id) }, kept))) as Response;
  expect([saved.status, await told(saved)]).toEqual([200, { outcome: "saved", sequence: 1, savedAt: expect.any(String) }]);
  expect(await told(open(noor))).toMatchObject({ values: { id: kept.id, sequence: 1, body: "Half a tho" }, savedAt: expect.any(String) });
});

test("a thread in which nobody wrote for half a year says so on the reply page", async () => {
  expect((await told(open(noor))).isOld).toBe(false);
  await db.thread.updateMany({ data: { lastPostAt: new Date(Date.now() - 181 * 86_400_000) } });
  expect((await told(open(noor))).isOld).toBe(true);
});

test.each([
  ["locked", () => ({ lockedAt: new Date() }), 409, "posting.closed.locked"],
  ["archived", () => ({ archivedAt: new Date() }), 409, "posting.closed.archived"],
  ["removed", () => ({ removedAt: new Date() }), 410, "posting.closed.removed"],
])("a reply to a thread that was %s meanwhile keeps its words", async (_, change, status, closed) => {
  await db.thread.update({ where: { id: talk.id }, data: change() });
  const fields = form();
  const answer = (await sendReply(noor, fields)) as Response;
  expect(answer.status).toBe(status);
  expect(await told(answer)).toMatchObject({ closed, isKept: true, values: { body: "With coffee." }, around: { thread: { id: talk.id } } });
  expect(await db.postDraft.findFirst()).toMatchObject({ id: fields.id, threadId: talk.id });
});

test("a reply to a thread that was merged meanwhile leads on to the other, with its words", async () => {
  const other = await thread({ by: amara, category: questions, title: "What do you offer people?" });
  await db.thread.update({ where: { id: talk.id }, data: { removedAt: new Date(), mergedIntoId: other.id } });
  const fields = form();
  const sent = await told(sendReply(noor, fields));
  expect(sent).toMatchObject({ closed: "posting.closed.merged", isKept: true, around: { into: { id: other.id, title: other.title } } });

  const led = await caught(open(noor));
  expect(led.headers.get("Location")).toBe(`/en/threads/${other.id}/${other.slug}/reply?draft=${fields.id}`);
  const there = { id: other.id, slug: other.slug };
  const page = await told(replying(visit(noor, `/en/threads/${other.id}/${other.slug}/reply?draft=${fields.id}`, there)));
  expect(page.values).toMatchObject({ id: fields.id, thread: other.id, body: "With coffee." });
  await reply(submission(noor, place(), there, form({ id: fields.id ?? "", thread: other.id })));
  expect(await db.postDraft.count()).toBe(0);
});

test("a reply to a thread that was hidden meanwhile comes back without a word about it", async () => {
  await db.category.updateMany({ data: { seenBy: "STAFF" } });
  const answer = (await sendReply(noor, form())) as Response;
  expect(answer.status).toBe(404);
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ closed: "posting.closed.hidden", isKept: true, around: null, values: { body: "With coffee." } });
  expect(text).not.toContain("How do you welcome");
  expect((await caught(open(noor))).status).toBe(404);
});

test("a form that was sent before comes back with an id of its own for the new words", async () => {
  const fields = form();
  await sendReply(noor, fields);
  const answer = (await sendReply(noor, { ...fields, body: "Or with milk." })) as Response;
  const { values, errors } = await told(answer);
  expect([answer.status, errors]).toEqual([409, { "": ["posting.error.sentBefore"] }]);
  expect(values.id).not.toBe(fields.id);
  await sendReply(noor, { ...fields, id: values.id, body: values.body });
  expect(await db.post.count({ where: { threadId: talk.id } })).toBe(3);
});

test("haste is told when to come back, and loses nothing", async () => {
  for (let number = 1; number <= 25; number += 1) await sendReply(amara, form({ body: `Reply ${number}` }));
  const answer = (await sendReply(amara, form({ body: "One more" }))) as Response;
  expect([answer.status, answer.headers.has("Retry-After")]).toEqual([429, true]);
  expect(await told(answer)).toMatchObject({
    values: { body: "One more" },
    errors: { "": [expect.stringMatching(/^allowances\.reached\.minute\.replies:25 /)] },
  });
});

test("fields that the form does not have, and words among the files, are refused", async () => {
  expect((await caught(sendReply(noor, form({ authorId: amara.id })))).status).toBe(400);
  expect((await caught(sendReply(noor, form({ files: "words" })))).status).toBe(400);
  expect((await caught(sendReply(noor, form({ body: ["one", "two"] })))).status).toBe(400);
});

test("a preview draws the text and holds the form to go on", async () => {
  const fields = form({ body: "With *mint*", to: "https://evil.example/" });
  const answer = await told(preview(submission(noor, "/en/forums/preview", {}, fields)));
  expect(answer).toMatchObject({ html: "<p>With <em>mint</em></p>\n", values: { id: fields.id, body: "With *mint*" }, to: "/en/forums" });
  const refused = (await preview(submission(noor, "/en/forums/preview", {}, form({ body: "> ".repeat(30) })))) as Response;
  expect(refused.status).toBe(422);
  expect((await told(refused)).errors[0]).toMatch(/\w{4}/);
  expect((await caught(preview(submission(null, "/en/forums/preview", {}, fields)))).status).toBe(302);
});

test("a post is changed on its page; another text that was saved meanwhile is shown beside it", async () => {
  await db.post.update({ where: { id: postId }, data: { isWiki: true, createdAt: new Date(Date.now() - 86_400_000) } });
  const opened = await told(editing(visit(amara, `/en/posts/${postId}/edit`, { id: postId })));
  expect(opened).toMatchObject({ isSilent: false, values: { kind: "EDIT", post: postId, version: 1 } });
  const change = (by: Actor, body: string, version: string) =>
    edit(submission(by, `/en/posts/${postId}/edit`, { id: postId }, form({ kind: "EDIT", thread: "", post: postId, version, body })));

  expect(((await change(amara, "With green tea?", "1")) as Response).headers.get("Location")).toBe(`/en/posts/${postId}`);
  const met = (await change(noor, "With mint tea?", "1")) as Response;
  expect(met.status).toBe(409);
  const { values, meeting } = await told(met);
  expect(values).toMatchObject({ version: 2, body: expect.stringMatching(/mint[\s\S]*green/) });
  expect(meeting.pieces.map(({ text }: { text: string }) => text).join("")).toContain("green");
  expect((await told(history(visit(null, `/en/posts/${postId}/history`, { id: postId })))).versions).toHaveLength(2);
});

test("the source of a post is its Markdown, for those who see it", async () => {
  const text = (await source(visit(null, `/en/posts/${postId}/source`, { id: postId }))) as Response;
  expect(text.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect(await text.text()).toBe("With tea?\n\n- green\n- mint");

  await db.post.update({ where: { id: postId }, data: { removedAt: new Date() } });
  expect((await caught(source(visit(null, `/en/posts/${postId}/source`, { id: postId })))).status).toBe(404);
});

test("a post is removed after a question, and put back", async () => {
  await sendReply(noor, form());
  const path = `/en/posts/${postId}/removal`;
  expect(await told(removal(visit(amara, path, { id: postId })))).toMatchObject({ number: 1, isOwn: true, isLast: false, removed: null });
  expect((await caught(removal(visit(noor, path, { id: postId })))).status).toBe(403);

  expect(((await remove(submission(amara, path, { id: postId }))) as Response).headers.get("Location")).toBe(`/en/posts/${postId}`);
  expect(await told(removal(visit(amara, path, { id: postId })))).toMatchObject({
    removed: { mayRestore: true, until: expect.any(String) },
  });
  await restore(submission(amara, path, { id: postId }));
  expect(await db.post.findUnique({ where: { id: postId } })).toMatchObject({ removedAt: null });
});

test("a draft is thrown away by script and by form, and the way back stays inside", async () => {
  const kept = form({ body: "Half" });
  const id = String(kept.id);
  await draft(submission(noor, `/en/drafts/${id}`, { id }, kept));
  expect((await told(drafts(visit(noor, "/en/forums/drafts")))).items).toHaveLength(1);

  const back = (await discard(submission(noor, `/en/drafts/${id}/removal`, { id }, { to: "//evil.example" }))) as Response;
  expect(back.headers.get("Location")).toBe("/en/forums/drafts");
  expect((await told(drafts(visit(noor, "/en/forums/drafts")))).items).toEqual([]);

  const bare = visit(noor, `/en/drafts/${id}/removal`, { id });
  const request = new Request(bare.request.url, { method: "POST", headers: { Accept: "application/json" } });
  expect(await told(discard({ ...bare, request }))).toEqual({ outcome: "removed" });
});

test("an older window is told that it is older", async () => {
  const kept = form({ body: "Newer" });
  const id = String(kept.id);
  await draft(submission(noor, `/en/drafts/${id}`, { id }, kept));
  const stale = (await draft(submission(noor, `/en/drafts/${id}`, { id }, { ...kept, body: "Older" }))) as Response;
  expect([stale.status, (await told(stale)).outcome]).toEqual([409, "stale"]);
  const refused = (await draft(submission(noor, `/en/drafts/${id}`, { id }, { ...kept, language: "de" }))) as Response;
  expect([refused.status, (await told(refused)).outcome]).toEqual([422, "refused"]);
});
