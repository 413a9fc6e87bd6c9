import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { removePost } from "~/features/forums/removal.server";
import { appealDecision, ruleOnAppeal } from "~/features/moderation/appeal.server";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { eventNames, guide, organization, person } from "#tests/support/world";

import { decided, tokenMailedTo } from "./decided";

const words = "My post names nobody; the words that were reported are a quotation.";
const ruling = (changes: object = {}) => ({ version: 1, ruling: "UPHELD" as const, toAuthor: "", note: "", ...changes });

let amira: Actor;
let noor: Actor;
let mona: Actor;
let otto: Actor;
let post = "";

beforeEach(async () => {
  amira = await person("Amira", { language: "fr" });
  noor = await person("Noor");
  mona = await person("Mona", { roles: ["MODERATOR"] });
  otto = await person("Otto", { roles: ["MODERATOR"], language: "fr" });
  const { posts } = await thread({
    by: noor,
    writers: [noor, amira],
    category: await category(),
    posts: ["How?", "Like this."],
    language: "en",
  });
  post = posts[1] ?? "";
});

const postNow = () => db.post.findUniqueOrThrow({ where: { id: post } });
const noticesTo = async ({ id }: Actor, about: string) => db.caseNotice.findMany({ where: { accountId: id, about } });
const hidden = (changes: object = {}) => decided("POST", post, { by: mona, reporter: noor, content: "HIDE", ...changes });
const appealed = async (changes: object = {}) => {
  const { decisionId, caseId: firstId } = await hidden(changes);
  return { decisionId, firstId, ...(await appealDecision(amira, decisionId, words)) };
};

test("an appeal is a case of its own, of which the author is told in their language", async () => {
  const { caseId, decisionId } = await appealed();

  expect(await db.case.findUniqueOrThrow({ where: { id: caseId }, include: { appeal: true } })).toMatchObject({
    kind: "APPEAL",
    subjectType: "DECISION",
    subjectId: decisionId,
    language: "en",
    ownerIds: [amira.id],
    words,
    priority: 60,
    appeal: { words, appellantId: amira.id, ruling: null },
  });
  expect(await noticesTo(amira, "APPEALED")).toMatchObject([{ role: "AUTHOR", language: "fr", subject: "Nous avons reçu votre appel" }]);
  expect(await eventNames()).toContain("appeal.made");
});

test("nobody else appeals, nobody appeals twice, and the second click of the same words is one appeal", async () => {
  const { decisionId } = await hidden();

  expect(await status(appealDecision(noor, decisionId, words))).toBe(404);
  expect(await status(appealDecision(otto, decisionId, words))).toBe(404);
  const { caseId } = await appealDecision(amira, decisionId, words);
  expect(await appealDecision(amira, decisionId, words)).toEqual({ caseId });
  expect(await status(appealDecision(amira, decisionId, `${words} Really.`))).toBe(409);
  expect(await db.appeal.count()).toBe(1);
});

test("of two appeals at once there is one", async () => {
  const { decisionId } = await hidden();
  const sent = await Promise.all([1, 2, 3].map((time) => status(appealDecision(amira, decisionId, `${words} ${time}`))));

  expect(sent.sort()).toEqual([200, 409, 409]);
  expect(await db.case.count({ where: { kind: "APPEAL" } })).toBe(1);
});

test("a late appeal and one against a dismissal are refused", async () => {
  const { decisionId } = await hidden();
  await db.decision.update({ where: { id: decisionId }, data: { appealableUntil: new Date(Date.now() - 1000) } });
  const late = await appealDecision(amira, decisionId, words).catch((refusal: Response) => refusal.text());
  expect(late).toBe("appeals.errors.late");

  const { posts } = await thread({ by: amira, category: await category("More") });
  const dismissed = await decided("POST", posts[0] ?? "", { by: mona, reporter: noor });
  expect(await status(appealDecision(amira, dismissed.decisionId, words))).toBe(409);
});

test("who was suspended appeals by the token of the mail, which works once and for this decision alone", async () => {
  const { decisionId } = await hidden({ content: "REMOVE", person: "SUSPEND", length: "7d" });
  expect(await findActor(amira.id)).toBeNull();
  const token = await tokenMailedTo("amira@example.org");

  expect(await status(appealDecision({ token: "A".repeat(43) }, decisionId, words))).toBe(404);
  const { caseId } = await appealDecision({ token }, decisionId, words);
  expect(await status(appealDecision({ token }, decisionId, `${words} Again.`))).toBe(409);
  await ruleOnAppeal(otto, caseId, ruling({ ruling: "OVERTURNED" }));

  expect(await findActor(amira.id)).toMatchObject({ id: amira.id, isSilenced: false });
  expect(await db.sanction.findMany()).toMatchObject([{ endedAt: expect.any(Date), lifterId: otto.id }]);
  expect(await postNow()).toMatchObject({ removedAt: null, hiddenAt: null, barredAt: null });
});

test("a silenced person appeals, too", async () => {
  const { decisionId } = await hidden({ person: "SILENCE", length: "24h" });
  const silenced = await findActor(amira.id);

  expect(silenced?.isSilenced).toBe(true);
  expect(await status(appealDecision(silenced as Actor, decisionId, words))).toBe(200);
});

test("neither the first decider nor the author nor their colleagues rule", async () => {
  const home = await organization();
  const author = await person("Ada", { roles: ["MODERATOR"], organizations: [home] });
  const colleague = await person("Colin", { roles: ["MODERATOR"], organizations: [home] });
  const { posts } = await thread({ by: author, category: await category("More") });
  const { decisionId } = await decided("POST", posts[0] ?? "", { by: mona, content: "HIDE" });
  const { caseId } = await appealDecision(author, decisionId, words);

  for (const actor of [mona, author, colleague]) expect(await status(ruleOnAppeal(actor, caseId, ruling()))).toBe(403);
  expect(await status(ruleOnAppeal(noor, caseId, ruling()))).toBe(404);
  expect(await status(ruleOnAppeal(otto, caseId, ruling({ version: 7 })))).toBe(409);
  expect(await status(ruleOnAppeal(otto, caseId, ruling()))).toBe(200);
  expect(await status(ruleOnAppeal(otto, caseId, ruling()))).toBe(409);
});

test("of two rulings at once one is told", async () => {
  const { caseId } = await appealed();
  const third = await person("Tara", { roles: ["MODERATOR"] });
  const sent = await Promise.all([otto, third].map((actor) => status(ruleOnAppeal(actor, caseId, ruling({ ruling: "OVERTURNED" })))));

  expect(sent.sort()).toEqual([200, 409]);
});

test("a decision that stands changes nothing, and tells who appealed and who decided", async () => {
  const { caseId } = await appealed();
  await ruleOnAppeal(otto, caseId, ruling({ toAuthor: "Nous comprenons.\n\nMais la citation désigne une personne." }));

  expect(await postNow()).toMatchObject({ hiddenAt: expect.any(Date) });
  expect(await db.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ outcome: "DECIDED", closedAt: expect.any(Date) });
  const [told] = await noticesTo(amira, "APPEAL_DECIDED");
  expect(told).toMatchObject({ language: "fr", subject: "Votre appel : la décision est maintenue" });
  expect(told?.paragraphs).toContain("Mais la citation désigne une personne.");
  expect(told?.paragraphs.at(-1)).toBe("Cette réponse est définitive.");
  expect(await noticesTo(mona, "APPEAL_DECIDED")).toMatchObject([{ role: "MODERATOR", subject: "On appeal, your decision stands" }]);
  expect(await noticesTo(noor, "APPEAL_DECIDED")).toEqual([]);
  expect((await eventNames()).filter((name) => /^(appeal|case\.closed)/.test(name))).toEqual([
    "case.closed",
    "appeal.made",
    "appeal.decided",
    "case.closed",
  ]);
});

test("what was hidden or removed is there again when a decision is undone, and reporters are told as well", async () => {
  const { caseId, firstId } = await appealed({ content: "REMOVE" });
  expect(await postNow()).toMatchObject({ barredAt: expect.any(Date) });
  await ruleOnAppeal(otto, caseId, ruling({ ruling: "OVERTURNED" }));

  expect(await postNow()).toMatchObject({ removedAt: null, barredAt: null });
  const [told] = await noticesTo(amira, "APPEAL_DECIDED");
  expect(told?.paragraphs.join(" ")).toContain("de nouveau en place");
  expect(await noticesTo(noor, "APPEAL_DECIDED")).toMatchObject([{ caseId: firstId, role: "REPORTER", language: "en" }]);
});

test("an author's own words are back with their history", async () => {
  const { caseId } = await appealed({ content: "EDIT", body: "Words of a moderator." });
  expect(await postNow()).toMatchObject({ body: "Words of a moderator.", version: 2 });
  await ruleOnAppeal(otto, caseId, ruling({ ruling: "OVERTURNED" }));

  expect(await postNow()).toMatchObject({ body: "Like this.", version: 3, editorId: otto.id });
  expect(await db.postRevision.findMany({ orderBy: { number: "asc" } })).toMatchObject([
    { number: 1, isHidden: false },
    { number: 2, isHidden: false },
  ]);
});

test("what its author has taken away meanwhile stays away", async () => {
  await db.post.update({ where: { id: post }, data: { body: "Something else." } });
  const { caseId } = await appealed({ content: "EDIT", body: "Words of a moderator." });
  await removePost(amira, post);
  await ruleOnAppeal(otto, caseId, ruling({ ruling: "OVERTURNED" }));

  expect(await postNow()).toMatchObject({ removedAt: expect.any(Date), removerId: amira.id });
  const [told] = await noticesTo(amira, "APPEAL_DECIDED");
  expect(told?.paragraphs.join(" ")).toContain("n’a pas pu être remis en place");
});

test("another decision that stands is not undone with the first one", async () => {
  const { decisionId } = await hidden();
  const again = await decided("POST", post, { by: mona, content: "REMOVE" });
  const { caseId } = await appealDecision(amira, decisionId, words);
  await ruleOnAppeal(otto, caseId, ruling({ ruling: "OVERTURNED" }));
  expect(await postNow()).toMatchObject({ barredAt: expect.any(Date) });

  const second = await appealDecision(amira, again.decisionId, words);
  await ruleOnAppeal(otto, second.caseId, ruling({ ruling: "OVERTURNED" }));
  expect(await postNow()).toMatchObject({ barredAt: null, hiddenAt: null, removedAt: null });
});

test("the stewards of an organization appeal together once, and a guide comes back", async () => {
  const home = await organization();
  const [stella, stan] = [
    await person("Stella", { organizations: [home], steward: true }),
    await person("Stan", { organizations: [home], steward: true }),
  ];
  const { decisionId } = await decided("ORGANIZATION", home.id, { by: mona, content: "HIDE" });
  expect(await status(appealDecision(amira, decisionId, words))).toBe(404);
  const { caseId } = await appealDecision(stella, decisionId, words);
  expect(await status(appealDecision(stan, decisionId, words))).toBe(409);
  await ruleOnAppeal(otto, caseId, ruling({ ruling: "OVERTURNED" }));
  expect(await db.organization.findUniqueOrThrow({ where: { id: home.id } })).toMatchObject({ hiddenAt: null });

  const writer = await person("Willa", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });
  const { id } = await guide({ by: writer, state: "PUBLISHED" }).then(({ slug }) =>
    db.contribution.findFirstOrThrow({ where: { faces: { some: { slug } } } }),
  );
  const about = await decided("CONTRIBUTION", id, { by: mona, content: "REMOVE" });
  const { caseId: second } = await appealDecision(writer, about.decisionId, words);
  await ruleOnAppeal(otto, second, ruling({ ruling: "OVERTURNED" }));
  expect(await db.contribution.findUniqueOrThrow({ where: { id } })).toMatchObject({ hiddenAt: null, discardedAt: null });
});
