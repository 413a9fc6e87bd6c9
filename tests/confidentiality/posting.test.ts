import { practiceKind } from "~/features/practices/practice-kind.server";
import { goAlone } from "#tests/support/one-language";
import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { warningOf } from "~/features/confidentiality/warning";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { action as startAction } from "~/routes/forums/new-thread";
import { action as editAction } from "~/routes/forums/post-edit";
import { action as previewAction } from "~/routes/forums/preview";
import { action as replyAction } from "~/routes/forums/reply";
import { action as submitAction, loader as submissionLoader } from "~/routes/contributions/submission";
import { category, thread } from "#tests/support/forums";
import { submission, visit } from "#tests/support/request";
import { eventNames, guide, guideFields, organization, person } from "#tests/support/world";

type Again = {
  values: { body: string };
  errors: object;
  clientData: { mark: string; isChecked: boolean; doubts: { passage: string }[] } | null;
};

const TELLING = "My client Jean Tremblay, 82, would like a walking group.";
const MARKS = warningOf({ title: "", body: TELLING }, "en", "")?.mark ?? "";

let amara: Actor;
let place: Awaited<ReturnType<typeof category>>;
let talk: { id: string; slug: string };

beforeEach(async () => {
  const riverside = await organization();
  amara = await person("Amara Osei", { organizations: [riverside], roles: ["PRACTITIONER"] });
  place = await category();
  talk = await thread({ by: amara, category: place });
});

const fields = (changes: Record<string, string> = {}) => ({ id: newId(), kind: "REPLY", language: "en", body: TELLING, ...changes });
const reply = async (changes: Record<string, string> = {}) =>
  (await replyAction(submission(amara, `/en/threads/${talk.id}/hello/reply`, talk, fields({ thread: talk.id, ...changes })))) as Response;
const posts = () =>
  db.post.findMany({
    where: { threadId: talk.id },
    orderBy: { number: "asc" },
    select: { id: true, number: true, body: true, version: true },
  });

test("a reply that names a client comes back as it was typed, with the passage and a neutral wording, and nothing is stored", async () => {
  const events = await eventNames();
  const answer = await reply();
  const again = (await answer.json()) as Again;

  expect(answer.status).toBe(422);
  expect(again.values.body).toBe(TELLING);
  expect(again.clientData).toMatchObject({
    isChecked: false,
    doubts: [{ passage: "Jean Tremblay", kind: "NAME", instead: "a client in their eighties" }],
  });
  expect(await posts()).toHaveLength(1);
  expect(await db.postDraft.count()).toBe(0);
  expect(await eventNames()).toEqual(events);
});

test("once its writer has said that nobody can be recognized, it is posted", async () => {
  expect((await reply({ clientDataChecked: MARKS })).status).toBe(302);
  expect(await posts()).toMatchObject([{ number: 1 }, { number: 2, body: TELLING }]);
});

test("a passage that was not there when they said so is warned of anew; one that went is not asked for", async () => {
  const more = await reply({ body: `${TELLING} Her phone is 705-555-0142.`, clientDataChecked: MARKS });
  expect(more.status).toBe(422);
  expect(((await more.json()) as Again).clientData).toMatchObject({ isChecked: false });

  const both = warningOf({ title: "", body: `${TELLING} Her phone is 705-555-0142.` }, "en", "")?.mark ?? "";
  expect((await reply({ clientDataChecked: both })).status).toBe(302);
});

test("the marks that a form sends do not tell the passages", () => {
  expect(MARKS).toMatch(/^[a-z0-9.]+$/);
  expect(MARKS).not.toMatch(/jean|tremblay/i);
});

test("words without clients' data are posted at once", async () => {
  expect((await reply({ body: "We walk on Tuesdays at ten." })).status).toBe(302);
});

test("other faults of a form come with the warning, and keep the tick", async () => {
  const answer = await reply({ clientDataChecked: MARKS, language: "de" });

  expect(answer.status).toBe(422);
  expect(((await answer.json()) as Again).clientData).toMatchObject({ isChecked: true });
});

test("the title of a thread is looked at too", async () => {
  const typed = { ...fields({ kind: "THREAD", title: "A group for my client Jean Tremblay", body: "Any idea?" }), category: place.id };
  const answer = (await startAction(submission(amara, `/en/forums/${place.slug}/new`, { slug: place.slug }, typed))) as Response;

  expect(answer.status).toBe(422);
  expect(((await answer.json()) as Again).clientData?.doubts).toMatchObject([{ field: "title", passage: "Jean Tremblay" }]);
  expect(await db.thread.count()).toBe(1);
});

test("an edit is looked at; that of a moderator is not", async () => {
  const [post] = await posts();
  const { id = "", version = 1 } = post ?? {};
  const edit = async (by: Actor) => {
    const typed = fields({ kind: "EDIT", post: id, version: String(version) });
    return (await editAction(submission(by, `/en/posts/${id}/edit`, { id }, typed))) as Response;
  };
  const moderator = await person("Mo Derator", { roles: ["MODERATOR"] });

  expect((await edit(amara)).status).toBe(422);
  expect((await posts())[0]?.version).toBe(version);
  expect((await edit(moderator)).status).not.toBe(422);
});

test("the preview shows the same passages, in words for the script", async () => {
  const answer = await previewAction(submission(amara, "/en/forums/preview", {}, fields({ thread: talk.id })));
  const shown = (await (answer as Response).json()) as Again & { warnings: string[]; html: string };

  expect(shown.html).toContain("Jean Tremblay");
  expect(shown.clientData?.doubts).toHaveLength(1);
  expect(shown.warnings).toEqual(["“Jean Tremblay” looks like the name of a client."]);
});

test("a guide is submitted once its author has looked at its passages", async () => {
  const { slug } = await guide({ by: amara, fields: { body: `${guideFields().body}\n\n${TELLING}` } });
  await goAlone(practiceKind, "en", slug);
  const path = `/en/practices/${slug}/submission`;
  const page = await (await submissionLoader(visit(amara, path, { slug }))).json();
  const send = async (changes = {}) => (await submitAction(submission(amara, path, { slug }, changes))) as Response;

  expect(page.clientData?.doubts.map(({ passage }) => passage)).toEqual(["Jean Tremblay"]);
  expect((await send()).status).toBe(422);
  expect(await eventNames()).not.toContain("practice.submitted");
  expect((await send({ clientDataChecked: page.clientData?.mark ?? "" })).status).toBe(302);
});
