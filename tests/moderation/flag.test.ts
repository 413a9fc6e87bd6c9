import { setTimeout as sleep } from "node:timers/promises";

import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { getThreadPage } from "~/features/forums/thread-page.server";
import { ensureProfile } from "~/features/people/profile.server";
import { flagThing, openOwnCase } from "~/features/moderation/flag.server";
import { getFlagPage } from "~/features/moderation/flag-page.server";
import { DISMISSED_AT_MOST } from "~/features/moderation/limits";
import { PRIORITY, type RuleKey } from "~/features/moderation/rules";
import type { Flaggable } from "~/features/moderation/subject.server";
import { languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { refusal, status } from "#tests/support/refusals";
import { eventNames, guide, organization, person } from "#tests/support/world";

let amira: Actor;
let farid: Actor;
let post: string;

beforeEach(async () => {
  amira = await person("Amira", { language: "fr" });
  farid = await person("Farid");
  const talk = await thread({
    by: amira,
    category: await category(),
    posts: ["How?", "Mr. Example has a new address."],
    writers: [amira, amira],
  });
  post = talk.posts[1] ?? "";
});

test("a report opens a case, which keeps what was seen and by which rule; nothing tells who made it", async () => {
  const { caseId, hasHidden } = await flag(farid, "respect", { words: "This is rude." });

  expect(hasHidden).toBe(false);
  expect(await db.case.findMany()).toMatchObject([
    {
      id: caseId,
      kind: "FLAG",
      subjectType: "POST",
      subjectId: post,
      rule: "respect",
      priority: PRIORITY.flag,
      authorId: amira.id,
      hiddenAt: null,
    },
  ]);
  expect((await db.case.findFirstOrThrow()).words).toBe("Mr. Example has a new address.");
  expect(await db.flag.findMany()).toMatchObject([{ reporterId: farid.id, rule: "respect", words: "This is rude.", subjectVersion: 1 }]);
  const [made] = await db.event.findMany({ where: { name: "flag.made" } });
  expect(made).toMatchObject({ subjectType: "CASE", subjectId: caseId, details: { rule: "respect", subject: "POST" }, isAudited: false });
  expect(JSON.stringify(await db.auditEntry.findMany({ select: { actorId: true, details: true } }))).not.toContain(farid.id);
  expect(await db.post.findUnique({ where: { id: post } })).toMatchObject({ hiddenAt: null, removedAt: null });
});

test("what may be clients’ data is hidden at once, and its author is told in their language, but not by whom", async () => {
  expect((await flag(farid, "client-data")).hasHidden).toBe(true);

  expect(await db.case.findFirstOrThrow()).toMatchObject({ priority: PRIORITY.clientData, hiddenAt: expect.any(Date) });
  expect(await db.flag.findFirstOrThrow()).toMatchObject({ hasHidden: true });
  expect((await db.post.findUniqueOrThrow({ where: { id: post } })).hiddenAt).not.toBeNull();
  const hidden = await db.event.findFirstOrThrow({ where: { name: "case.hidden" } });
  expect(hidden).toMatchObject({ actorId: null, details: { rule: "client-data", subject: "POST" } });
  const [notice] = await db.caseNotice.findMany();
  expect(notice).toMatchObject({ accountId: amira.id, role: "AUTHOR", about: "HIDDEN", language: "fr" });
  expect(notice?.paragraphs.join(" ")).toContain("Aucune donnée de clientèle");
  expect(JSON.stringify(notice)).not.toContain("Farid");
  expect(await db.notification.findMany()).toMatchObject([{ accountId: amira.id, kind: "case_news", actorId: null }]);
});

test("of many who report the same at once each is heard, in one case, and it is hidden once", async () => {
  const people = await Promise.all(["Ana", "Ben", "Cleo", "Dan", "Eva"].map((name) => person(name)));
  const made = await Promise.all(people.map((each) => flag(each, "client-data")));

  expect(new Set(made.map(({ caseId }) => caseId)).size).toBe(1);
  expect(made.filter(({ hasHidden }) => hasHidden)).toHaveLength(1);
}, 60_000);

test("whoever comes when it is hidden already is told that it is gone, and the case is as it was", async () => {
  await flag(farid, "client-data");
  const { version } = await db.case.findFirstOrThrow();

  expect(await refusal(flag(await person("Late"), "client-data"))).toEqual([410, "flags.errors.gone"]);
  expect([await db.flag.count(), (await db.case.findFirstOrThrow()).version]).toEqual([1, version]);
});

test("the second click on a form is no second report; another report of the same person in the same case is refused", async () => {
  const first = await flag(farid, "spam", { words: "An ad." });
  expect(await flag(farid, "spam", { words: "An ad." })).toEqual(first);
  expect(await refusal(flag(farid, "respect"))).toEqual([409, "flags.errors.already"]);
  expect([await db.flag.count(), await db.case.count()]).toEqual([1, 1]);

  const hidden = await thread({
    by: amira,
    category: { id: (await db.category.findFirstOrThrow()).id },
    title: "Another",
    posts: ["Mr. Example."],
  });
  const once = await flagThing(farid, { type: "POST", id: hidden.posts[0] ?? "", rule: "client-data", words: "" });
  expect(await flagThing(farid, { type: "POST", id: hidden.posts[0] ?? "", rule: "client-data", words: "" })).toEqual(once);
});

test("two clicks at the same moment are one report", async () => {
  const both = await Promise.all([flag(farid, "spam"), flag(farid, "spam")]);

  expect(both[0]).toEqual(both[1]);
  expect([await db.flag.count(), await db.case.count()]).toEqual([1, 1]);
});

test("a report that meets the decision of a case waits for it, and then opens a case of its own", async () => {
  const { caseId } = await flag(farid, "spam");
  const ana = await person("Ana");
  let late: Promise<{ caseId: string }> | undefined;
  await db.$transaction(async (tx) => {
    await tx.case.update({ where: { id: caseId }, data: { closedAt: new Date(), outcome: "DECIDED", version: { increment: 1 } } });
    late = flag(ana, "respect");
    await sleep(400);
  });

  expect((await late)?.caseId).not.toBe(caseId);
  expect(await db.case.findUnique({ where: { id: caseId } })).toMatchObject({ version: 2, outcome: "DECIDED" });
});

test("several reports make a case more urgent, which keeps the rule that was named first", async () => {
  await flag(farid, "off-topic");
  await flag(await person("Ana"), "respect");
  await flag(await person("Ben"), "client-data");

  expect(await db.case.findMany()).toMatchObject([{ rule: "off-topic", priority: PRIORITY.clientData, hiddenAt: expect.any(Date) }]);
});

test("nobody reports their own, what they do not see, or what is not there; the silenced report nothing", async () => {
  const home = await organization();
  const inside = await category("Ours", { seenBy: "ORGANIZATION", organizationId: home.id });
  const colleague = await person("Colin", { organizations: [home] });
  const secret = await thread({ by: colleague, category: inside, title: "Secret" });

  expect(await refusal(flag(amira, "spam"))).toEqual([403, "flags.errors.own"]);
  expect(await status(flag(await person("Sam", { isSilenced: true }), "spam"))).toBe(403);
  expect(await status(flagThing(farid, { type: "POST", id: secret.posts[0] ?? "", rule: "spam", words: "" }))).toBe(404);
  for (const type of ["POST", "CONTRIBUTION", "ACCOUNT", "ORGANIZATION"] as Flaggable[])
    expect(await status(flagThing(farid, { type, id: newId(), rule: "spam", words: "" }))).toBe(404);
  expect([await db.case.count(), await db.flag.count()]).toEqual([0, 0]);
});

test("what is gone meanwhile is gone in clear words, but a secret stays one when it is removed", async () => {
  await db.post.update({ where: { id: post }, data: { removedAt: new Date() } });
  expect(await refusal(flag(farid, "spam"))).toEqual([410, "flags.errors.gone"]);

  await db.category.updateMany({ data: { seenBy: "STAFF" } });
  expect(await status(flag(farid, "spam"))).toBe(404);
});

test("“something else” wants words", async () => {
  expect(await refusal(flag(farid, "other"))).toEqual([422, "flags.errors.words"]);
  expect(await status(flag(farid, "other", { words: "It plays music." }))).toBe(200);
});

test("what a moderator has looked at and left is not reported again by the same rule for a day, unless it has changed", async () => {
  const { caseId } = await flag(farid, "respect");
  await dismiss(caseId);

  expect(await refusal(flag(farid, "respect"))).toEqual([409, "flags.errors.lookedAt"]);
  expect(await status(flag(await person("Ana"), "respect"))).toBe(200);
  await dismiss((await db.case.findFirstOrThrow({ where: { closedAt: null } })).id);
  await db.post.update({ where: { id: post }, data: { version: 2 } });
  expect(await status(flag(farid, "respect"))).toBe(200);

  await dismiss((await db.case.findFirstOrThrow({ where: { closedAt: null } })).id);
  expect(await status(flag(farid, "respect"))).toBe(409);
  await db.case.updateMany({ data: { closedAt: new Date(Date.now() - 25 * 3_600_000) } });
  expect(await status(flag(farid, "respect"))).toBe(200);
});

test("whoever reported clients’ data where there was none too often hides nothing any more, for ninety days", async () => {
  for (let time = 0; time < DISMISSED_AT_MOST; time += 1) {
    const { posts } = await thread({ by: amira, category: await db.category.findFirstOrThrow(), title: `Thread ${time}` });
    const { caseId, hasHidden } = await flagThing(farid, { type: "POST", id: posts[0] ?? "", rule: "client-data", words: "" });
    expect(hasHidden).toBe(true);
    await dismiss(caseId);
  }
  expect((await flag(farid, "client-data")).hasHidden).toBe(false);
  expect((await flag(await person("Ana"), "client-data")).hasHidden).toBe(true);

  const { posts } = await thread({ by: amira, category: await db.category.findFirstOrThrow(), title: "Long after" });
  await db.flag.updateMany({ data: { at: new Date(Date.now() - 91 * 86_400_000) } });
  expect((await flagThing(farid, { type: "POST", id: posts[0] ?? "", rule: "client-data", words: "" })).hasHidden).toBe(true);
});

test("what moderators have shown again in a case is not hidden by the next report", async () => {
  const { caseId } = await flag(farid, "client-data");
  await db.post.update({ where: { id: post }, data: { removedAt: null, removerId: null, hiddenAt: null } });
  await db.case.update({ where: { id: caseId }, data: { hiddenAt: null } });

  expect(await flag(await person("Ana"), "client-data")).toEqual({ caseId, hasHidden: false });
});

test("guides, profiles and organizations are reported too; an organization is not hidden by a report", async () => {
  const home = await organization();
  const author = await person("Ana", { roles: ["PRACTITIONER"], organizations: [home], steward: true });
  const { slug } = await guide({ by: author, state: "PUBLISHED" });
  const { contributionId } = await db.face.findFirstOrThrow({ where: { slug } });
  await db.$transaction((tx) => ensureProfile(tx, author.id));
  const report = (type: Flaggable, id: string, by = farid) => flagThing(by, { type, id, rule: "client-data", words: "" });

  expect((await report("ORGANIZATION", home.id)).hasHidden).toBe(false);
  expect((await report("ACCOUNT", author.id)).hasHidden).toBe(true);
  expect((await report("CONTRIBUTION", contributionId)).hasHidden).toBe(true);
  const late = await person("Late");
  for (const [type, id] of [
    ["ACCOUNT", author.id],
    ["CONTRIBUTION", contributionId],
  ] as const)
    expect(await refusal(report(type, id, late))).toEqual([410, "flags.errors.gone"]);
  for (const [type, id] of [
    ["ORGANIZATION", home.id],
    ["ACCOUNT", author.id],
    ["CONTRIBUTION", contributionId],
  ] as const)
    expect(await status(report(type, id, author))).toBeGreaterThanOrEqual(403);
  expect((await db.case.findMany()).map(({ subjectType }) => subjectType).sort()).toEqual(["ACCOUNT", "CONTRIBUTION", "ORGANIZATION"]);
});

test("twenty reports a day are enough", async () => {
  const home = await category("Many");
  const { posts } = await thread({
    by: amira,
    category: home,
    title: "Long",
    posts: Array.from({ length: 41 }, (_, number) => `Post ${number}.`),
  });
  await db.account.updateMany({ data: { createdAt: new Date(Date.now() - 30 * 86_400_000) } });
  const answers: number[] = [];
  for (const id of posts) {
    answers.push(await status(flagThing(farid, { type: "POST", id, rule: "spam", words: "" })));
    await db.rateLimit.deleteMany({ where: { expire: { lt: new Date(Date.now() + 2 * 60_000) } } });
  }

  expect(answers.indexOf(429)).toBe(20);
});

test("a moderator opens a case of what they come upon, once, and not of what concerns them", async () => {
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const [one, two] = await Promise.all([openOwnCase(mona, "POST", post), openOwnCase(mona, "POST", post)]);

  expect(one).toBe(two);
  expect(await db.case.findMany()).toMatchObject([{ id: one, rule: null }]);
  expect(await status(openOwnCase(farid, "POST", post))).toBe(403);
  expect(await status(openOwnCase({ ...amira, roles: ["MODERATOR"] }, "POST", post))).toBe(403);
  expect(await status(openOwnCase(mona, "POST", newId()))).toBe(404);
  await flag(farid, "spam");
  expect(await db.case.findMany()).toMatchObject([{ rule: "spam" }]);
});

test("a moderator opens none about a colleague, nor out of their scope, and nothing is left of the attempt", async () => {
  const home = await organization();
  const mona = await person("Mona", { roles: ["MODERATOR"], organizations: [home] });
  await db.membership.create({ data: { accountId: amira.id, organizationId: home.id } });
  expect(await status(openOwnCase(mona, "POST", post))).toBe(403);

  const max = await person("Max", { roles: ["MODERATOR"] });
  await db.moderatorScope.create({ data: { accountId: max.id, kind: "LANGUAGE", value: "fr" } });
  expect(await status(openOwnCase(max, "POST", post))).toBe(404);
  expect([await db.case.count(), (await eventNames()).includes("case.opened")]).toEqual([0, false]);
});

test("the page of a report shows what is reported, and says when it was reported already", async () => {
  expect(await getFlagPage(farid, "en", { type: "POST", id: post })).toMatchObject({
    ...{ type: "POST", title: "How do you welcome people? #2", excerpt: "Mr. Example has a new address.", at: null, isPrivate: false },
    address: `/en/posts/${post}`,
  });
  expect(await status(getFlagPage(amira, "en", { type: "POST", id: post }))).toBe(403);

  await flag(farid, "client-data");
  for (const language of languages) {
    const page = await getFlagPage(farid, language, { type: "POST", id: post });
    expect(page).toMatchObject({ title: "", excerpt: "", at: expect.any(String), address: `/${language}` });
  }
  expect(await status(getFlagPage(await person("Late"), "en", { type: "POST", id: post }))).toBe(410);
});

test("the menu of a post offers a report to who may make one, a decision to moderators, and neither to its author", async () => {
  const { threadId } = await db.post.findUniqueOrThrow({ where: { id: post } });
  const offered = async (viewer: Actor | null) => {
    const { may } = (await getThreadPage(viewer, "en", threadId, 1)).posts[1] ?? {};
    return [may?.report, may?.decide, may?.keepAway];
  };

  expect(await offered(null)).toEqual([false, false, false]);
  expect(await offered(farid)).toEqual([true, false, true]);
  expect(await offered({ ...farid, isSilenced: true })).toEqual([false, false, true]);
  expect(await offered(await person("Mona", { roles: ["MODERATOR"] }))).toEqual([true, true, true]);
  expect(await offered({ ...amira, roles: ["MODERATOR"] })).toEqual([false, false, false]);
});

const flag = (actor: Actor, rule: RuleKey, { words = "" } = {}) => flagThing(actor, { type: "POST", id: post, rule, words });

/** As a moderator does who finds nothing. */
async function dismiss(caseId: string) {
  const { rule } = await db.case.update({ where: { id: caseId }, data: { closedAt: new Date(), outcome: "DECIDED" } });
  await db.decision.create({ data: { caseId, rule: rule ?? "respect", content: "NONE", person: "NONE" } });
}
