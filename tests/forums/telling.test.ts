import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import type { EventName } from "~/features/activity/events";
import { record } from "~/features/activity/record.server";
import { appendPost } from "~/features/forums/append.server";
import { levelOfThread, seesThread } from "~/features/forums/audience.server";
import { noteReading } from "~/features/forums/reading.server";
import { seenThreads } from "~/features/forums/seen.server";
import { follow } from "~/features/notifications/follow.server";
import { Circle, type FollowLevel, type FollowSubject, Visibility } from "~/generated/prisma/enums";
import { fanOutJob } from "~/jobs/fan-out.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { guide, organization, person } from "#tests/support/world";

let amira: Actor;
let farid: Actor;
let questions: { id: string };
let talk: Awaited<ReturnType<typeof thread>>;

beforeEach(async () => {
  amira = await person("Amira");
  farid = await person("Farid");
  questions = await category();
  talk = await thread({ by: amira, category: questions });
});

test("who watches a thread is told of each post in one line, and never of their own", async () => {
  await followAs(amira, "THREAD", talk.id, "WATCHING");
  await write(farid);
  await write(farid);
  await write(amira);

  expect(await told(amira)).toEqual(["posted THREAD 2"]);
  expect(await told(farid)).toEqual([]);
});

test("each person is told once of a post, for the strongest reason", async () => {
  await followAs(amira, "THREAD", talk.id, "WATCHING");
  const riverside = await organization();
  const steward = await person("Stella", { organizations: [riverside], steward: true });
  const colleague = await person("Colin", { organizations: [riverside] });
  await followAs(steward, "THREAD", talk.id, "WATCHING");
  await write(farid, { replyTo: talk.posts[0], mentions: [amira], organizations: [riverside] });
  await write(farid, { replyTo: talk.posts[0] });

  expect(await told(amira)).toEqual(["mentioned POST 1", "replied POST 1"]);
  expect(await told(steward)).toEqual(["organization_mentioned POST 1", "posted THREAD 1"]);
  expect(await told(colleague)).toEqual([]);
});

test.each([
  ["CATEGORY", "WATCHING", ["posted THREAD 1", "started POST 1"]],
  ["CATEGORY", "WATCHING_FIRST", ["started POST 1"]],
  ["CATEGORY", "TRACKING", []],
  ["TOPIC", "WATCHING", ["posted THREAD 1", "started POST 1"]],
  ["TOPIC", "WATCHING_FIRST", ["started POST 1"]],
] as const)("who follows a %s as %s is told of its threads accordingly", async (type, level, expected) => {
  const reader = await person("Reader");
  const { id: termId } = await db.term.create({ data: { kind: "TOPIC", key: "food", en: "Food", fr: "Alimentation", position: 0 } });
  await db.threadTopic.create({ data: { threadId: talk.id, termId, lastPostAt: new Date() } });
  await followAs(reader, type, type === "TOPIC" ? termId : questions.id, level);
  await happens(amira, "thread.started", "THREAD", talk.id);
  await write(farid);

  expect(await told(reader)).toEqual(expected);
});

test.each([
  ["muted here", "MUTED", true, "WATCHING", []],
  ["normal here by choice", "NORMAL", true, "WATCHING", []],
  ["tracking here by choice", "TRACKING", true, "WATCHING", []],
  ["tracking here because they replied", "TRACKING", false, "WATCHING", ["posted THREAD 1"]],
  ["watching here, the category muted", "WATCHING", false, "MUTED", ["posted THREAD 1"]],
] as const)("what someone does in a thread counts before its category: %s", async (_, here, isChosen, above, expected) => {
  const reader = await person("Reader");
  await followAs(reader, "CATEGORY", questions.id, above);
  await db.follow.create({ data: { accountId: reader.id, subjectType: "THREAD", subjectId: talk.id, level: here, isChosen } });
  await write(farid);

  expect(await told(reader)).toEqual(expected);
});

test("nobody is told who muted it, is suspended or at rest, even when they are named", async () => {
  const [muting, suspended, resting] = [await person("Muting"), await person("Suspended"), await person("Resting")];
  await followAs(muting, "CATEGORY", questions.id, "MUTED");
  await db.account.update({ where: { id: suspended.id }, data: { suspendedUntil: new Date(Date.now() + 60_000) } });
  await db.account.update({ where: { id: resting.id }, data: { deactivatedAt: new Date() } });
  await write(farid, { mentions: [muting, suspended, resting] });

  expect(await db.notification.count()).toBe(0);
});

test("nobody hears of a private thread who may not see it: not by name, not by following", async () => {
  const riverside = await organization();
  const [colleague, former] = [await person("Colin", { organizations: [riverside] }), await person("Former")];
  await db.category.update({ where: { id: questions.id }, data: { seenBy: "ORGANIZATION", organizationId: riverside.id } });
  for (const each of [colleague, former]) await followAs(each, "THREAD", talk.id, "WATCHING");
  await write(colleague, { mentions: [former, farid], replyTo: talk.posts[0] });
  await write(amira, { mentions: [colleague] });

  expect(await told(colleague)).toEqual(["mentioned POST 1"]);
  expect(await db.notification.count()).toBe(1);
});

test("an edit tells who is newly named, and nobody twice", async () => {
  const [named, later] = [await person("Named"), await person("Later")];
  const postId = await write(farid, { mentions: [named] });
  await mention(postId, [later]);
  await happens(farid, "post.edited", "POST", postId);
  await happens(farid, "post.edited", "POST", postId);

  expect([await told(named), await told(later)]).toEqual([["mentioned POST 1"], ["mentioned POST 1"]]);
});

test("reactions are folded, those taken back are not counted, and one's own tell nothing", async () => {
  const postId = talk.posts[0] as string;
  await happens(farid, "post.reacted", "POST", postId);
  await happens(await person("Éloïse"), "post.reacted", "POST", postId);
  await happens(amira, "post.reacted", "POST", postId);
  expect(await told(amira)).toEqual(["reacted POST 2"]);

  await happens(farid, "post.reaction_withdrawn", "POST", postId);
  expect(await told(amira)).toEqual(["reacted POST 1"]);
});

test("whose post answers the thread is told, unless they said so themselves", async () => {
  const postId = await write(farid);
  await happens(farid, "thread.answered", "THREAD", talk.id, { post: postId });
  expect(await told(farid)).toEqual([]);
  await happens(amira, "thread.answered", "THREAD", talk.id, { post: postId });
  expect(await told(farid)).toEqual(["answered POST 1"]);
});

test("what was removed is taken back from who has not read it", async () => {
  await followAs(amira, "THREAD", talk.id, "WATCHING");
  await write(farid);
  const removed = await write(farid);
  const named = await write(farid, { mentions: [amira] });
  for (const id of [removed, named]) {
    await db.post.update({ where: { id }, data: { removedAt: new Date() } });
    await happens(farid, "post.removed", "POST", id);
  }
  expect(await told(amira)).toEqual(["posted THREAD 1"]);

  await db.thread.update({ where: { id: talk.id }, data: { removedAt: new Date() } });
  await happens(farid, "thread.removed", "THREAD", talk.id);
  expect(await told(amira)).toEqual([]);
});

test("an event that is handled twice tells once", async () => {
  await followAs(amira, "THREAD", talk.id, "WATCHING");
  await write(farid, { mentions: [amira] });
  await write(farid);
  const before = await db.notification.findMany({ orderBy: { id: "asc" } });
  for (const { id } of await db.event.findMany({ orderBy: { id: "asc" } })) await fanOutJob({ eventId: id });

  expect(await db.notification.findMany({ orderBy: { id: "asc" } })).toEqual(before);
});

test("what was told of a thread is read with it, up to where one has read", async () => {
  await followAs(amira, "THREAD", talk.id, "WATCHING");
  await write(farid, { mentions: [amira] });
  await write(farid);
  await write(farid);
  const unread = async () => (await db.notification.findMany({ where: { readAt: null } })).map(({ kind }) => kind).sort();

  await noteReading(amira, talk.id, { number: 1, seconds: 5 });
  expect(await unread()).toEqual(["mentioned", "posted"]);
  await noteReading(amira, talk.id, { number: 3, seconds: 5 });
  expect(await unread()).toEqual(["posted"]);
  await noteReading(amira, talk.id, { number: 4, seconds: 5 });
  expect(await unread()).toEqual([]);
});

test("for every circle and every guide, those who are told are those who see", async () => {
  const riverside = await organization();
  const people = [
    farid,
    await person("Colleague", { roles: ["PRACTITIONER"], organizations: [riverside] }),
    await person("Stranger", { organizations: [await organization("Harbour Clinic")] }),
    await person("Of a closed one", { organizations: [await closed()] }),
    ...(await Promise.all((["EDITOR", "MODERATOR", "ADMINISTRATOR", "HOST"] as const).map((role) => person(role, { roles: [role] })))),
    await person("Silenced", { isSilenced: true }),
    await suspended(),
  ];
  await db.roleGrant.create({ data: { accountId: farid.id, role: "EDITOR", endsAt: new Date(Date.now() - 1_000) } });
  const text = await guide({ by: people[1] as Actor, state: "PUBLISHED" });
  const { contributionId } = await db.face.findFirstOrThrow({ where: { slugs: { some: { slug: text.slug } } } });
  const differing: string[] = [];

  for (const seenBy of Object.values(Circle))
    for (const visibility of [null, ...Object.values(Visibility)]) {
      await db.category.update({ where: { id: questions.id }, data: { seenBy, organizationId: riverside.id } });
      if (visibility) await db.contribution.update({ where: { id: contributionId }, data: { visibility } });
      await db.thread.update({ where: { id: talk.id }, data: { contributionId: visibility && contributionId } });
      const inOne = await seersInOne();
      for (const { id, name } of people) {
        const viewer = await findActor(id);
        const rows = viewer
          ? await db.$queryRaw<
              unknown[]
            >`SELECT 1 FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" WHERE t.id = ${talk.id}::uuid AND ${seenThreads(viewer)}`
          : [];
        if (inOne.has(id) !== rows.length > 0) differing.push(`${name} ${seenBy} ${visibility}`);
      }
    }
  expect(differing).toEqual([]);
});

test("the level of a thread is normal for who chose nothing", async () => {
  const [row] = await db.$queryRaw<{ level: string }[]>`
    SELECT ${levelOfThread()}::text AS level FROM "Account" a CROSS JOIN "Thread" t WHERE a.id = ${farid.id}::uuid AND t.id = ${talk.id}::uuid`;
  expect(row?.level).toBe("NORMAL");
});

async function seersInOne() {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM "Account" a CROSS JOIN "Thread" t JOIN "Category" k ON k.id = t."categoryId" WHERE t.id = ${talk.id}::uuid AND ${seesThread()}`;
  return new Set(rows.map(({ id }) => id));
}

async function closed() {
  const { id } = await organization("Closed Clinic");
  return db.organization.update({ where: { id }, data: { status: "CLOSED" } });
}

async function suspended() {
  const someone = await person("Suspended", { roles: ["EDITOR"] });
  await db.account.update({ where: { id: someone.id }, data: { suspendedUntil: new Date(Date.now() + 60_000) } });
  return someone;
}

const followAs = (who: Actor, type: FollowSubject, id: string, level: FollowLevel) =>
  db.$transaction((tx) => follow(tx, who.id, { type, id }, level));

async function mention(postId: string, people: Actor[], organizations: { id: string }[] = []) {
  const ids = [...people.map(({ id }) => ({ accountId: id })), ...organizations.map(({ id }) => ({ organizationId: id }))];
  await db.postMention.createMany({ data: ids.map((id) => ({ postId, ...id })) });
}

type About = { replyTo?: string | undefined; mentions?: Actor[]; organizations?: { id: string }[] };

/** A post, as the verb leaves it, and what the queue then does. */
async function write(by: Actor, { replyTo, mentions = [], organizations = [] }: About = {}): Promise<string> {
  const id = newId();
  await db.$transaction(async (tx) => {
    const { id: threadId, categoryId, lastNumber } = await tx.thread.findUniqueOrThrow({ where: { id: talk.id } });
    const words = { language: "en" as const, body: "So", html: "<p>So</p>", text: "So", renderer: 1, replyToId: replyTo ?? null };
    await appendPost(tx, { id: threadId, categoryId, lastNumber }, { id, authorId: by.id, ...words });
  });
  await mention(id, mentions, organizations);
  await happens(by, "post.written", "POST", id);
  return id;
}

async function happens(by: Actor, name: EventName, type: "POST" | "THREAD", id: string, details: Record<string, string> = {}) {
  await db.$transaction((tx) => record(tx, by, name, { type, id }, details));
  const event = await db.event.findFirstOrThrow({ orderBy: { id: "desc" } });
  await fanOutJob({ eventId: event.id });
}

async function told(who: Actor): Promise<string[]> {
  const lines = await db.notification.findMany({ where: { accountId: who.id } });
  return lines.map(({ kind, subjectType, count }) => `${kind} ${subjectType} ${count}`).sort();
}
