import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { acceptAnswer } from "~/features/forums/acceptance.server";
import { threadSchema } from "~/features/forums/composer-schema.server";
import { type ComposerValues, newComposer } from "~/features/forums/composer-values";
import { discuss } from "~/features/forums/discussion.server";
import { editPost } from "~/features/forums/editing.server";
import { keepUnsent, savePostDraft } from "~/features/forums/post-draft.server";
import { startThread } from "~/features/forums/thread.server";
import { renameThread } from "~/features/forums/thread-renaming.server";
import { splitThread } from "~/features/forums/thread-splitting.server";
import { db } from "~/platform/db.server";
import { renderPostMarkdown } from "~/platform/markdown.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { guide, organization, person } from "#tests/support/world";

let amara: Actor;
let noor: Actor;
let questions: { id: string; slug: string };
let talk: { id: string; posts: string[] };

beforeEach(async () => {
  amara = await person("Amara Osei");
  noor = await person("Noor Haddad");
  questions = await category();
  talk = await thread({ by: amara, writers: [amara, noor], category: questions, posts: ["With tea?", "With coffee."] });
});

const reply = (changes: Partial<ComposerValues> = {}) =>
  newComposer("REPLY", { thread: talk.id }, { id: newId(), language: "en", body: "I think", ...changes });
const old = () => db.account.updateMany({ data: { createdAt: new Date(Date.now() - 30 * 86_400_000) } });

test("words that came too late for nowhere are kept a hundred times and not for ever", async () => {
  const draft = (id: string) => ({ id, accountId: amara.id, kind: "REPLY" as const, fields: {}, sequence: 1, updatedAt: new Date() });
  await db.postDraft.createMany({ data: Array.from({ length: 99 }, () => draft(newId())) });

  expect(await keepUnsent(amara, reply({ thread: newId() }))).toBe(true);
  expect(await keepUnsent(amara, reply({ thread: newId() }))).toBe(false);
  expect(await db.postDraft.count()).toBe(100);
});

test("a draft is no place for megabytes, in whichever field", async () => {
  const long = "x".repeat(200_000);
  for (const changes of [{ title: long }, { pollOptions: long }, { topics: [long] }] as Partial<ComposerValues>[]) {
    expect(await keepUnsent(amara, reply(changes))).toBe(false);
    expect(await status(savePostDraft(amara, reply(changes)))).toBe(422);
  }
  expect(await db.postDraft.count()).toBe(0);
});

test("edits call nobody more than a post may: its names are counted over all of them", async () => {
  await old();
  const people = await Promise.all(Array.from({ length: 24 }, (_, count) => person(`Person ${count}`)));
  await db.profile.createMany({
    data: people.map(({ id }, count) => ({
      accountId: id,
      slug: `person-${count}`,
      listing: "EVERYONE" as const,
      sortName: `person ${count}`,
    })),
    skipDuplicates: true,
  });
  const handles = people.map((_, count) => `@person-${count}`);
  const [first = ""] = talk.posts;
  const edit = (names: string[], version: number) =>
    status(editPost(amara, first, { version, body: `Hello ${names.join(" ")}`, language: "en" }, "en"));

  expect(await edit(handles.slice(0, 20), 1)).toBe(200);
  expect(await edit([...handles.slice(0, 15)], 2)).toBe(200);
  expect(await edit(handles.slice(20), 3)).toBe(422);
  expect(await db.postMention.count()).toBe(20);
});

test("a title has one line, and no marks that turn the direction of the page", () => {
  const form = (title: string) => threadSchema.safeParse({ id: newId(), kind: "THREAD", language: "en", title, body: "Hello" });

  expect(form("Hello \n there").data?.title).toBe("Hello there");
  for (const mark of ["\u202e", "\u2066", "\u2069"]) expect(form(`Hello ${mark}there`).data?.title).toBe("Hello there");
});

test("a short post cannot become a page of megabytes", async () => {
  const titles = new Map([["/en/a", "A title as long as one can be, ".repeat(5).slice(0, 150)]]);
  const parts = { key: "a", origin: "https://portal.test", names: new Map(), titles, files: new Map() };
  const source = "/en/a ".repeat(5_000);

  const answer = await renderPostMarkdown(source, parts, { language: "en" }).catch((refusal: Response) => refusal.status);
  expect(answer).toBe(422);
});

test("nobody names a thread anew all day long, nor accepts an answer without an end", async () => {
  for (let count = 0; count < 25; count += 1) {
    const { title } = await db.thread.findUniqueOrThrow({ where: { id: talk.id } });
    await renameThread(amara, talk.id, { title: `Another title ${count}`, topics: [], before: title });
  }
  const { title } = await db.thread.findUniqueOrThrow({ where: { id: talk.id } });
  expect(await status(renameThread(amara, talk.id, { title: "And one more", topics: [], before: title }))).toBe(429);

  const [, answer = ""] = talk.posts;
  const accept = () => status(acceptAnswer(amara, answer));
  const before = await Promise.all(Array.from({ length: 60 }, accept));
  expect(before.every((each) => each === 200)).toBe(true);
  expect(await accept()).toBe(429);
});

test("what is said about a guide of few is not split off to where more people read", async () => {
  const ours = await organization();
  const author = await person("Au Thor", { roles: ["PRACTITIONER"], organizations: [ours] });
  const keeper = await person("Kee Per", { roles: ["MODERATOR"], organizations: [ours] });
  const { slug } = await guide({ by: author, state: "PUBLISHED" });
  const say = (body: string) => discuss(author, "PRACTICE", "en", slug, { id: newId(), language: "en", body });
  await say("Among us: how long did it take?");
  const { postId } = await say("Among us: three months.");
  const { id } = await db.thread.findFirstOrThrow({ where: { contributionId: { not: null } } });
  const members = await category("Members", { seenBy: "MEMBERS" });
  const split = (place: string) =>
    status(splitThread(keeper, id, { title: "Three months", category: place, posts: [postId], rest: false }));
  await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });

  expect(await split(questions.id)).toBe(422);
  expect(await split(members.id)).toBe(422);
  await db.contribution.updateMany({ data: { visibility: "MEMBERS" } });
  expect(await split(questions.id)).toBe(422);
  expect(await split(members.id)).toBe(200);
});

test("a form that is sent again after its thread went out of sight says nothing of its new name", async () => {
  const form = { id: newId(), language: "en" as const, body: "Who knows?", title: "Who knows this?", topics: [] };
  const { id } = await startThread(amara, "en", questions.slug, form);
  const staff = await category("Staff", { seenBy: "STAFF" });
  await db.thread.update({ where: { id }, data: { categoryId: staff.id, title: "A secret", slug: "a-secret" } });

  expect(JSON.stringify(await startThread(amara, "en", questions.slug, form))).not.toContain("secret");
});
