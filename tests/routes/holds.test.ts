import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { replyTo } from "~/features/forums/post.server";
import { openHeldCase } from "~/features/moderation/held-case.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { loader as heldPage } from "~/routes/forums/held";
import { action as withdraw } from "~/routes/forums/held-withdrawal";
import { action as newThread } from "~/routes/forums/new-thread";
import { action as editRoute } from "~/routes/forums/post-edit";
import { action as reply } from "~/routes/forums/reply";
import { action as approve } from "~/routes/moderation/approval";
import { loader as casePage } from "~/routes/moderation/case";
import { action as sendBack, loader as returnPage } from "~/routes/moderation/return";
import { action as removeWord } from "~/routes/moderation/word-removal";
import { action as addWord, loader as wordsPage } from "~/routes/moderation/words";
import { category, thread } from "#tests/support/forums";
import { refusal } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

let member: Actor;
let stranger: Actor;
let moderator: Actor;
let questions: { id: string; slug: string };
let hello: { id: string; slug: string; posts: string[] };

beforeEach(async () => {
  member = await person("Amara Osei", { organizations: [await organization()] });
  stranger = await person("Noor Haddad", { isStranger: true });
  moderator = await person("Mo Derator", { roles: ["MODERATOR"] });
  questions = await category();
  hello = await thread({ by: member, category: questions });
});

const form = (changes: Record<string, string> = {}) => ({
  id: newId(Date.now() - 60_000),
  kind: "REPLY",
  sequence: "0",
  replyTo: "",
  language: "en",
  thread: hello.id,
  body: "With tea.",
  ...changes,
});
const place = () => ({ id: hello.id, slug: hello.slug });
const answerOf = async (work: Promise<unknown>) => (await work) as Response;
const where = (answer: Response) => [
  answer.status,
  answer.headers.get("Location"),
  answer.headers.get("Set-Cookie")?.includes("__Host-flash"),
];
/** Words that wait, and their case. */
async function held() {
  const id = newId(Date.now() - 60_000);
  await replyTo(stranger, hello.id, { id, language: "en", body: "With *tea*." });
  await openHeldCase({ subject: { type: "HELD_POST", id } });
  return { postId: id, ...(await db.case.findFirstOrThrow({ select: { id: true, version: true } })) };
}

test("who sends words that wait is led to where they wait; sent twice, too", async () => {
  const fields = form();
  for (const _ of [1, 2])
    expect(where(await answerOf(reply(submission(stranger, "/en/threads/x/y/reply", place(), fields))))).toEqual([
      302,
      "/en/forums/held",
      true,
    ]);
  await db.heldPost.updateMany({ data: { heldAt: new Date(0) } });
  const begun = form({ kind: "THREAD", thread: "", category: questions.id, title: "How do you greet?", body: "Hello?" });
  const answer = await answerOf(newThread(submission(stranger, `/fr/forums/${questions.slug}/nouveau`, { slug: questions.slug }, begun)));
  expect(where(answer)).toEqual([302, "/fr/forums/en-attente", true]);

  const { items } = await (await heldPage(visit(stranger, "/en/forums/held"))).json();
  expect(items.map(({ kind, reasons }) => [kind, reasons])).toEqual([
    ["THREAD", ["FIRST_POST"]],
    ["REPLY", ["FIRST_POST"]],
  ]);
});

test("too soon after the last words the form comes back with what was typed, and says when", async () => {
  await reply(submission(stranger, "/en/threads/x/y/reply", place(), form()));
  const answer = await answerOf(reply(submission(stranger, "/en/threads/x/y/reply", place(), form({ body: "And more" }))));

  expect([answer.status, Number(answer.headers.get("Retry-After")) > 0]).toEqual([429, true]);
  expect(await answer.json()).toMatchObject({
    values: { body: "And more" },
    errors: { "": [expect.stringMatching(/^holds\.error\.pause:/)] },
  });
});

test("an edit that a moderator would have to see comes back with why, and is kept as a draft", async () => {
  await db.watchedWord.create({ data: { word: "cure", folded: "cure" } });
  const fields = form({ kind: "EDIT", thread: "", post: hello.posts[0] ?? "", version: "1", body: "A cure." });
  const answer = await answerOf(editRoute(submission(member, "/en/posts/x/edit", { id: hello.posts[0] ?? "" }, fields)));

  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    values: { body: "A cure.", sequence: 1 },
    errors: { body: ["holds.error.editWatched"] },
    isKept: true,
  });
  expect(await db.postDraft.findFirst()).toMatchObject({ id: fields.id, postId: hello.posts[0], fields: { body: "A cure." } });
});

test("one's own words are taken back to the drafts", async () => {
  const { postId } = await held();
  const path = `/en/forums/held/${postId}/withdrawal`;
  expect(await refusal(withdraw(submission(member, path, { id: postId })))).toEqual([404, "Not found"]);
  expect(where(await answerOf(withdraw(submission(stranger, path, { id: postId }))))).toEqual([302, "/en/forums/drafts", true]);
});

test("the case shows waiting words as they would look; a moderator posts them", async () => {
  const { id, version, postId } = await held();
  const shown = await (await casePage(visit(moderator, `/en/moderation/cases/${id}`, { id }))).json();
  expect(shown).toMatchObject({ may: { approve: true, decide: false }, held: { html: "<p>With <em>tea</em>.</p>\n" } });

  const send = (by: Actor, seen: number) => approve(submission(by, "/en/x", { id }, { version: String(seen) }));
  expect(await refusal(send(member, version))).toEqual([404, "Not found"]);
  expect(await refusal(send(moderator, version + 1))).toEqual([409, "moderation.conflict.changed"]);
  expect(await refusal(approve(submission(moderator, "/en/x", { id }, { version: "x" })))).toEqual([422, "site.form.invalid"]);
  expect(where(await answerOf(send(moderator, version)))).toEqual([302, `/en/moderation/cases/${id}`, true]);
  expect(await db.post.count({ where: { id: postId } })).toBe(1);
});

test("words are sent back with a rule; a form that is at fault or too late comes back with what was typed", async () => {
  const { id, version } = await held();
  const send = (fields: Record<string, string>) => answerOf(sendBack(submission(moderator, "/en/x", { id }, fields)));
  const faulty = await send({ version: String(version), rule: "", words: "Because." });
  const late = await send({ version: "0", rule: "spam", words: "Because." });

  expect([faulty.status, await faulty.json()]).toMatchObject([
    422,
    { errors: { rule: ["holds.case.ruleMissing"] }, values: { words: "Because." } },
  ]);
  expect([late.status, await late.json()]).toMatchObject([
    409,
    { errors: { "": ["moderation.conflict.changed"] }, values: { words: "Because." } },
  ]);
  expect(where(await send({ version: String(version), rule: "spam", words: "Because." }))).toEqual([
    302,
    `/en/moderation/cases/${id}`,
    true,
  ]);
  expect(await (await returnPage(visit(moderator, "/en/x", { id }))).json()).toMatchObject({ isOpen: false });
  expect(await refusal(returnPage(visit(member, "/en/x", { id })))).toEqual([404, "Not found"]);
});

test("moderators add and remove watched words; a fault comes back with the word", async () => {
  const add = (by: Actor, word: string) => answerOf(addWord(submission(by, "/fr/moderation/mots", {}, { word })));
  expect(where(await add(moderator, "a.*b"))).toEqual([302, "/fr/moderation/mots", true]);
  const again = await add(moderator, "A.*B");
  expect([again.status, await again.json()]).toMatchObject([
    422,
    { errors: { word: ["holds.words.errors.known"] }, values: { word: "A.*B" } },
  ]);

  const { words } = await (await wordsPage(visit(moderator, "/fr/moderation/mots"))).json();
  const { id = "" } = words[0] ?? {};
  expect(where(await answerOf(removeWord(submission(moderator, "/fr/x", { id }))))).toEqual([302, "/fr/moderation/mots", true]);
  expect(await refusal(wordsPage(visit(member, "/fr/moderation/mots")))).toEqual([403, "Forbidden"]);
});
