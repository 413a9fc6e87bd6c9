import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { withdrawHeld } from "~/features/forums/held.server";
import { replyTo } from "~/features/forums/post.server";
import { approveHeld, closeHeldCase, openHeldCase, returnHeldCase } from "~/features/moderation/held-case.server";
import { PRIORITY } from "~/features/moderation/rules";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { refusal, status } from "#tests/support/refusals";
import { eventNames, organization, person } from "#tests/support/world";

let member: Actor;
let stranger: Actor;
let moderator: Actor;
let questions: { id: string; slug: string };
let hello: { id: string };

beforeEach(async () => {
  member = await person("Amara Osei", { organizations: [await organization()] });
  stranger = await person("Noor Haddad", { isStranger: true, language: "fr" });
  moderator = await person("Mo Derator", { roles: ["MODERATOR"] });
  questions = await category();
  hello = await thread({ by: member, category: questions });
});

/** Words that wait, with their case. */
async function held(by = stranger, body = "Avec du thé.") {
  const id = newId(Date.now() - 60_000);
  await replyTo(by, hello.id, { id, language: "fr", body });
  await openHeldCase(about(id));
  return {
    ...(await db.case.findFirstOrThrow({ where: { subjectId: id, closedAt: null }, select: { id: true, version: true } })),
    postId: id,
  };
}
const about = (id: string) => ({ subject: { type: "HELD_POST" as const, id } });
const back = { rule: "off-topic" as const, words: "" };

test("the case of waiting words names whose they are, where they go, and is urgent enough; told twice it is one", async () => {
  const { id, postId } = await held();
  await openHeldCase(about(postId));

  expect(await db.case.findMany()).toMatchObject([
    {
      id,
      kind: "HELD",
      subjectType: "HELD_POST",
      subjectId: postId,
      language: "fr",
      categoryId: questions.id,
      ownerIds: [stranger.id],
      organizationIds: [],
      authorId: stranger.id,
      title: "Avec du thé.",
      words: "Avec du thé.",
      priority: PRIORITY.held,
      version: 1,
    },
  ]);
});

test("approved words are posted, and their author is told in their language, by mail and in the inbox", async () => {
  const { id, version, postId } = await held();
  expect(await approveHeld(moderator, id, version)).toEqual({ postId });

  expect(await db.post.findUnique({ where: { id: postId } })).toMatchObject({ authorId: stranger.id, number: 2 });
  expect(await db.case.findUnique({ where: { id } })).toMatchObject({ outcome: "APPROVED", closedAt: expect.any(Date) });
  const [notice] = await db.caseNotice.findMany();
  expect(notice).toMatchObject({ accountId: stranger.id, role: "AUTHOR", about: "APPROVED", language: "fr" });
  expect(notice?.subject).toContain("Votre texte est publié");
  expect(await db.notification.count({ where: { accountId: stranger.id, kind: "case_news" } })).toBe(1);
  expect(await eventNames()).toEqual(["post.held", "case.opened", "post.written", "post.released", "case.closed"]);
});

test("words that are sent back are a draft; their author is told the rule, and the reason or standard words", async () => {
  const one = await held();
  await returnHeldCase(moderator, one.id, { version: one.version, ...back });
  expect(await db.postDraft.count({ where: { id: one.postId } })).toBe(1);
  const [standard] = await db.caseNotice.findMany();
  expect(standard).toMatchObject({ about: "RETURNED", language: "fr" });
  expect(standard?.paragraphs.join(" ")).toContain("Veuillez relire la règle");

  await db.account.update({ where: { id: stranger.id }, data: { createdAt: new Date(0) } });
  const two = await held(stranger, "Encore du thé.");
  await returnHeldCase(moderator, two.id, { version: two.version, rule: "spam", words: "Pas de publicité." });
  const told = await db.caseNotice.findFirstOrThrow({ where: { caseId: two.id } });
  expect(told.paragraphs).toContain("Pas de publicité.");
  expect(await db.case.findUnique({ where: { id: two.id } })).toMatchObject({ outcome: "RETURNED", rule: "spam" });
  expect(JSON.stringify(await db.event.findMany())).not.toContain("publicité");
});

describe("nobody", () => {
  test("decides about their own words, or those of a colleague; who does not moderate sees no case", async () => {
    const home = await organization("Home");
    await db.watchedWord.create({ data: { word: "thé", folded: "the" } });
    const colleague = await person("Colin", { organizations: [home] });
    const near = await person("Mona", { roles: ["MODERATOR"], organizations: [home] });
    const { id, version } = await held(colleague);

    expect(await status(approveHeld(near, id, version))).toBe(403);
    expect(await status(returnHeldCase(near, id, { version, ...back }))).toBe(403);
    expect(await status(approveHeld(member, id, version))).toBe(404);
    expect(await status(returnHeldCase(colleague, id, { version, ...back }))).toBe(404);
    expect(await status(approveHeld(moderator, id, version))).toBe(200);
  });

  test("decides what someone else decided, of two at once one, and words are never posted and sent back", async () => {
    const { id, version, postId } = await held();
    const other = await person("Other Moderator", { roles: ["MODERATOR"] });
    const answers = await Promise.all([
      refusal(approveHeld(moderator, id, version)),
      refusal(approveHeld(other, id, version)),
      refusal(returnHeldCase(other, id, { version, ...back })),
    ]);

    expect(answers.map(([code]) => code).sort()).toEqual([200, 409, 409]);
    expect((await db.post.count({ where: { id: postId } })) + (await db.postDraft.count({ where: { id: postId } }))).toBe(1);
    expect(await db.caseNotice.count()).toBe(1);
    expect(await refusal(approveHeld(moderator, id, version + 1))).toEqual([409, "moderation.conflict.closed"]);
  });
});

test("where words cannot be posted the case stays open, and they can be sent back", async () => {
  const { id, version } = await held();
  await db.thread.update({ where: { id: hello.id }, data: { lockedAt: new Date() } });

  expect(await refusal(approveHeld(moderator, id, version))).toEqual([409, "holds.conflict.place"]);
  expect(await db.case.findUnique({ where: { id } })).toMatchObject({ closedAt: null, version });
  await returnHeldCase(moderator, id, { version, ...back });
});

test("words that are taken back close their case; sent again they have one", async () => {
  const { id, version, postId } = await held();
  await withdrawHeld(stranger, postId);
  expect(await refusal(approveHeld(moderator, id, version))).toEqual([409, "holds.conflict.gone"]);
  await closeHeldCase(about(postId));
  await closeHeldCase(about(postId));
  await openHeldCase(about(postId));
  expect(await db.case.findMany()).toMatchObject([{ id, outcome: "WITHDRAWN" }]);

  await replyTo(stranger, hello.id, { id: postId, language: "fr", body: "Autrement." });
  await openHeldCase(about(postId));
  await closeHeldCase(about(postId));
  expect(await db.case.findMany({ where: { closedAt: null } })).toMatchObject([{ words: "Autrement." }]);
});

test("words that are sent again before their case is closed renew it", async () => {
  const { id, version, postId } = await held();
  await withdrawHeld(stranger, postId);
  await replyTo(stranger, hello.id, { id: postId, language: "fr", body: "Autrement." });
  await closeHeldCase(about(postId));
  await openHeldCase(about(postId));

  expect(await db.case.findMany()).toMatchObject([{ id, closedAt: null, words: "Autrement.", version: version + 1 }]);
  expect(await refusal(approveHeld(moderator, id, version))).toEqual([409, "moderation.conflict.changed"]);
});
