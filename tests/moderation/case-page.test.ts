import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { openCase } from "~/features/moderation/case.server";
import { getCase } from "~/features/moderation/case-page.server";
import { claimCase } from "~/features/moderation/claim.server";
import { keepers } from "~/features/moderation/keepers.server";
import type { Flaggable } from "~/features/moderation/subject.server";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { statementsOf } from "#tests/support/statements";
import { guide, organization, person } from "#tests/support/world";

import { caseOf } from "./queued";

let moderator: Actor;
let author: Actor;
let postId: string;

beforeEach(async () => {
  moderator = await person("Mona", { roles: ["MODERATOR"] });
  author = await person("Ann");
  const { posts } = await thread({ by: author, category: await category(), posts: ["One", "Mary came on Monday."] });
  postId = posts[1] ?? "";
});

/** Opens a case about a thing, as a report does it. */
const open = (type: Flaggable, id: string) =>
  db.$transaction(async (tx) => {
    const thing = await keepers[type].load(tx, id);
    if (!thing) throw new Error("nothing to report");
    const { version: _, isHidden: _hidden, isGone: _gone, ...about } = thing;
    return (await openCase(tx, about, { kind: "FLAG", priority: 30, rule: "client-data" })).id;
  });

const read = (id: string, viewer = moderator) => getCase(viewer, "en", id);

test("a case shows the words as they were, and how they were changed since", async () => {
  const id = await open("POST", postId);
  expect(await read(id)).toMatchObject({
    words: "Mary came on Monday.",
    title: "How do you welcome people? #2",
    changes: null,
    thing: { state: "SHOWN", address: `/en/posts/${postId}` },
    author: { name: "Ann" },
    category: "Questions",
    rule: "client-data",
    conflict: null,
  });

  await db.post.update({ where: { id: postId }, data: { body: "Someone came on Monday.", hiddenAt: new Date(), removedAt: new Date() } });
  const { changes, thing, words } = await read(id);
  expect(words).toBe("Mary came on Monday.");
  expect(thing).toMatchObject({ state: "HIDDEN", address: null });
  expect(changes?.filter(({ change }) => change).map(({ text, change }) => [text, change])).toEqual([
    ["Mary", "removed"],
    ["Someone", "added"],
  ]);
  await db.post.update({ where: { id: postId }, data: { hiddenAt: null } });
  expect((await read(id)).thing?.state).toBe("REMOVED");
});

test("what a keeper says of a thing when a case is opened is what the page says of it now", async () => {
  const home = await organization();
  await db.organizationFace.updateMany({ where: { organizationId: home.id }, data: { about: "We walk.", site: "https://example.org" } });
  await db.organizationFace.updateMany({ where: { organizationId: home.id, language: "fr" }, data: { about: "Nous marchons." } });
  const writer = await person("Wren", { roles: ["PRACTITIONER"], organizations: [home] });
  const { id: guideId } = await guide({ by: writer, state: "PUBLISHED" });
  await db.profile.upsert({
    where: { accountId: author.id },
    create: { accountId: author.id, slug: "ann", sortName: "ann", pronouns: "she", position: "Link worker", about: "I listen." },
    update: { pronouns: "she", position: "Link worker", about: "I listen." },
  });

  for (const [type, subject, address] of [
    ["POST", postId, `/en/posts/${postId}`],
    ["CONTRIBUTION", guideId, "/en/practices/start-a-walking-group"],
    ["ACCOUNT", author.id, "/en/people/ann"],
    ["ORGANIZATION", home.id, "/en/organizations/riverside-health-centre"],
  ] as const) {
    const { words, thing, changes } = await read(await open(type, subject));
    expect(words).not.toBe("");
    expect(thing).toEqual({ words, state: "SHOWN", address, role: null });
    expect(changes).toBeNull();
  }
});

test("reports are named here, with what was said, what was sent, and everything that happened", async () => {
  const id = await open("POST", postId);
  const reporter = await person("Rita");
  await db.flag.create({ data: { caseId: id, reporterId: reporter.id, rule: "client-data", words: "That is a name.", hasHidden: true } });
  await db.flag.create({ data: { caseId: id, rule: "privacy" } });
  await db.caseNotice.create({
    data: {
      caseId: id,
      accountId: author.id,
      role: "AUTHOR",
      about: "HIDDEN",
      language: "fr",
      subject: "Masqué",
      paragraphs: ["Un", "Deux"],
    },
  });
  await claimCase(moderator, id, 1);

  const shown = await read(id);
  expect(shown.flags).toMatchObject([
    { reporter: "Rita", rule: "client-data", words: "That is a name.", hasHidden: true },
    { reporter: null, rule: "privacy", words: "" },
  ]);
  expect(shown.notices).toMatchObject([{ name: "Ann", role: "AUTHOR", language: "fr", subject: "Masqué", paragraphs: ["Un", "Deux"] }]);
  expect(shown.events.map(({ name, actor }) => [name, actor])).toEqual([
    ["case.opened", null],
    ["case.claimed", "Mona"],
  ]);
  expect(shown).toMatchObject({ assignee: { name: "Mona" }, may: { claim: false, release: true } });
});

test("whoever is concerned sees the case, and may do nothing with it", async () => {
  const home = await organization();
  const colleague = await person("Cora", { roles: ["MODERATOR"], organizations: [home] });
  await db.membership.create({ data: { accountId: author.id, organizationId: home.id } });
  const id = await open("POST", postId);

  const nothing = {
    claim: false,
    release: false,
    hide: false,
    show: false,
    decide: false,
    approve: false,
    rule: false,
    decideElsewhere: false,
  };
  expect(await read(id, colleague)).toMatchObject({ conflict: "organization", may: nothing });
  expect(await read(id)).toMatchObject({ conflict: null, may: { ...nothing, claim: true, hide: true, decide: true } });
  const ownId = (await caseOf({ ownerIds: [moderator.id], kind: "HELD" })).id;
  expect(await read(ownId)).toMatchObject({ conflict: "own", may: nothing });
});

test("an appeal shows what it contests, and whoever decided that only reads", async () => {
  const decided = await caseOf({ closedAt: new Date(), outcome: "DECIDED", authorId: author.id, words: "What I said." });
  const first = await person("Fay", { roles: ["MODERATOR"] });
  const decision = await db.decision.create({
    data: {
      caseId: decided.id,
      deciderId: first.id,
      rule: "respect",
      content: "HIDE",
      person: "WARN",
      toAuthor: "Please.",
      tokenHash: "secret",
    },
  });
  const appeal = await caseOf({
    kind: "APPEAL",
    subjectType: "DECISION",
    subjectId: decision.id,
    authorId: author.id,
    ownerIds: [author.id],
  });
  await db.appeal.create({ data: { caseId: appeal.id, decisionId: decision.id, words: "I meant well.", appellantId: author.id } });

  expect(await read(appeal.id, first)).toMatchObject({ conflict: "decision", may: { rule: false } });
  const shown = await read(appeal.id);
  expect(shown).toMatchObject({
    conflict: null,
    may: { rule: true, decide: false },
    appeal: { words: "I meant well.", contestedWords: "What I said.", decision: { decider: "Fay", rule: "respect", toAuthor: "Please." } },
  });
  expect(JSON.stringify(shown)).not.toContain("secret");
  expect(await read(decided.id)).toMatchObject({
    decision: { decider: "Fay" },
    contestedIn: { caseId: appeal.id, ruling: null },
    isOpen: false,
  });
});

test("what came before is told: of the thing, and of its author", async () => {
  const before = { subjectType: "POST" as const, subjectId: postId, authorId: author.id, closedAt: new Date(), outcome: "DECIDED" };
  const dismissed = await caseOf({ ...before, title: "dismissed" });
  await db.decision.create({ data: { caseId: dismissed.id, rule: "spam", content: "NONE", person: "NONE" } });
  const upheld = await caseOf({ ...before, subjectId: author.id, title: "upheld" });
  const decision = await db.decision.create({ data: { caseId: upheld.id, rule: "respect", content: "HIDE", person: "SILENCE" } });
  await db.sanction.create({ data: { accountId: author.id, decisionId: decision.id, kind: "SILENCE", rule: "respect" } });
  await caseOf({ authorId: author.id, kind: "ROLE", title: "not for moderators" });
  await caseOf({ title: "someone else’s" });

  const { history } = await read(await open("POST", postId));
  expect(history).toMatchObject({
    sameThing: [{ title: "dismissed", content: "NONE" }],
    sameAuthor: [{ title: "upheld", person: "SILENCE" }],
    dismissed: 1,
    upheld: 1,
    sanctions: [{ kind: "SILENCE", rule: "respect", endedAt: null }],
  });
});

test("a request leads to the page where it is decided, and is for administrators", async () => {
  const administrator = await person("Ada", { roles: ["ADMINISTRATOR"] });
  const request = await db.roleRequest.create({ data: { accountId: author.id, role: "HOST", reason: "Please." } });
  const { id } = await caseOf({
    kind: "ROLE",
    subjectType: "ROLE_REQUEST",
    subjectId: request.id,
    ownerIds: [author.id],
    authorId: author.id,
  });

  expect(await read(id, administrator)).toMatchObject({
    isRequest: true,
    thing: { role: "HOST", address: `/en/admin/roles/${request.id}` },
    may: { decideElsewhere: true },
  });
  expect(await status(read(id))).toBe(404);
});

test("what is out of scope, or for nobody of this role, does not exist", async () => {
  const { id } = await caseOf({ language: "fr" });
  await db.moderatorScope.create({ data: { accountId: moderator.id, kind: "LANGUAGE", value: "en" } });
  expect(await status(read(id))).toBe(404);
  expect(await status(read(id, author))).toBe(404);
  expect(await status(read(postId))).toBe(404);
});

test("reading a case asks the database three times, and writes nothing", async () => {
  for (const id of [
    await open("POST", postId),
    await open("ACCOUNT", author.id),
    (await caseOf({ kind: "HELD", subjectType: "HELD_POST" })).id,
  ]) {
    const asked = await statementsOf(() => read(id));
    expect(asked).toHaveLength(3);
    expect(asked.filter(({ text }) => /\b(INSERT|UPDATE|DELETE|FOR UPDATE|FOR SHARE)\b/.test(text))).toEqual([]);
  }
});
