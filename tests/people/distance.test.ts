import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { listMentionable } from "~/features/forums/mentionable.server";
import { findNamed } from "~/features/forums/named.server";
import { replyTo } from "~/features/forums/post.server";
import { reactTo } from "~/features/forums/reaction.server";
import { getThreadPage } from "~/features/forums/thread-page.server";
import { endDistance, getDistance, keepDistance, listDistances } from "~/features/people/distance.server";
import { ensureProfile } from "~/features/people/profile.server";
import { follow } from "~/features/notifications/follow.server";
import { fanOutJob } from "~/jobs/fan-out.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { refusal, status } from "#tests/support/refusals";
import { eventNames, person } from "#tests/support/world";

let amira: Actor;
let farid: Actor;
let talk: Awaited<ReturnType<typeof thread>>;

const muted = { isBlocked: false };
const blocked = { isBlocked: true };

beforeEach(async () => {
  amira = await person("Amira");
  farid = await person("Farid");
  talk = await thread({ by: amira, category: await category(), posts: ["How?", "Like this."], writers: [amira, farid] });
  for (const { id } of [amira, farid]) await db.$transaction((tx) => ensureProfile(tx, id));
});

test("muting and blocking are kept once, changed, and undone, and nothing is on record of them", async () => {
  const before = await eventNames();
  await Promise.all([1, 2, 3].map(() => keepDistance(amira, farid.id, muted)));
  expect(await db.distance.findMany()).toMatchObject([{ accountId: amira.id, otherId: farid.id, isBlocked: false }]);

  await keepDistance(amira, farid.id, blocked);
  expect(await getDistance(amira, farid.id)).toMatchObject({ name: "Farid", kept: "BLOCKED" });
  expect((await listDistances(amira, null)).distances).toMatchObject([{ name: "Farid", isBlocked: true }]);
  expect((await listDistances(farid, null)).distances).toEqual([]);

  await endDistance(amira, farid.id);
  await endDistance(amira, farid.id);
  expect([await db.distance.count(), await eventNames()]).toEqual([0, before]);
});

test("nobody mutes themselves or someone who is not there; who keeps the peace is muted, not blocked", async () => {
  const mona = await person("Mona", { roles: ["MODERATOR"] });

  expect(await status(keepDistance(amira, amira.id, muted))).toBe(422);
  expect(await status(keepDistance(amira, newId(), muted))).toBe(404);
  expect(await refusal(keepDistance(amira, mona.id, blocked))).toEqual([422, "flags.distances.errors.staff"]);
  expect(await status(keepDistance(amira, mona.id, muted))).toBe(200);

  await db.roleGrant.updateMany({ where: { accountId: mona.id }, data: { endsAt: new Date(0) } });
  expect(await status(keepDistance(amira, mona.id, blocked))).toBe(200);
});

test("five hundred are enough, of many who are muted at once too", async () => {
  const people = Array.from({ length: 501 }, (_, number) => ({
    id: newId(),
    name: `Person ${number}`,
    email: `p${number}@example.org`,
    language: "en" as const,
  }));
  await db.account.createMany({ data: people });
  await db.distance.createMany({ data: people.slice(0, 499).map(({ id }) => ({ accountId: amira.id, otherId: id })) });
  const last = people.slice(499).map(({ id }) => status(keepDistance(amira, id, muted)));

  expect((await Promise.all(last)).sort()).toEqual([200, 422]);
  expect(await status(keepDistance(amira, people[0]?.id ?? "", blocked))).toBe(200);
  expect(await db.distance.count()).toBe(500);
});

test("a list goes on behind its last one", async () => {
  const names = Array.from({ length: 23 }, (_, number) => `Person ${number}`);
  for (const [hour, name] of names.entries()) {
    const { id } = await db.account.create({ data: { name, email: `${hour}@example.org`, language: "en" } });
    await db.distance.create({ data: { accountId: amira.id, otherId: id, since: new Date(Date.UTC(2026, 0, 1, hour)) } });
  }
  const first = await listDistances(amira, null);
  const rest = await listDistances(amira, first.next);

  expect([...first.distances, ...rest.distances].map(({ name }) => name)).toEqual(names.toReversed());
  expect([first.distances.length, rest.next]).toEqual([20, null]);
});

test("posts of whom one muted are folded away for oneself alone", async () => {
  await keepDistance(amira, farid.id, muted);
  const seenBy = async (viewer: Actor | null) => (await getThreadPage(viewer, "en", talk.id, 1)).posts.map(({ distance }) => distance);

  expect(await seenBy(amira)).toEqual([null, "MUTED"]);
  expect(await seenBy(farid)).toEqual([null, null]);
  expect(await seenBy(null)).toEqual([null, null]);
  await keepDistance(amira, farid.id, blocked);
  expect(await seenBy(amira)).toEqual([null, "BLOCKED"]);
});

test.each([muted, blocked])("of whom one keeps away one is told nothing, whatever they do (%o)", async (distance) => {
  const first = talk.posts[0] ?? "";
  await db.$transaction((tx) => follow(tx, amira.id, { type: "THREAD", id: talk.id }, "WATCHING"));
  await db.category.updateMany({ data: { seenBy: "EVERYONE" } });
  await write(farid, "An answer.");
  await reactTo(farid, first, { kind: "THANKS", value: "on" });
  await tell();
  expect((await db.notification.findMany({ where: { accountId: amira.id } })).map(({ kind }) => kind).sort()).toEqual([
    "posted",
    "reacted",
  ]);

  await db.notification.deleteMany();
  await reactTo(farid, first, { kind: "THANKS", value: "off" });
  await db.event.deleteMany();
  await reactTo(farid, first, { kind: "SUPPORT", value: "on" });
  await write(farid, "Another answer, @amira.", distance.isBlocked ? null : first);
  await keepDistance(amira, farid.id, distance);
  await tell();
  expect(await db.notification.count({ where: { accountId: amira.id } })).toBe(0);
});

test("whoever is blocked cannot answer directly, react or name, and learns of it only when they try", async () => {
  const first = talk.posts[0] ?? "";
  await reactTo(farid, first, { kind: "THANKS", value: "on" });
  await keepDistance(amira, farid.id, blocked);

  expect(await refusal(write(farid, "Amira, look.", first))).toEqual([403, "flags.distances.refusedReply"]);
  expect(await refusal(reactTo(farid, first, { kind: "HELPFUL", value: "on" }))).toEqual([403, "flags.distances.refused"]);
  expect(await status(reactTo(farid, first, { kind: "THANKS", value: "off" }))).toBe(200);
  expect(await status(write(farid, "To everyone: @amira said so."))).toBe(200);
  const { html } = await db.post.findFirstOrThrow({ where: { number: 3 } });
  expect(html).toContain("@amira");
  expect(html).not.toContain("<a");
  expect([await db.postMention.count(), await db.reaction.count()]).toEqual([0, 0]);
  expect((await listMentionable(farid, "en", "ami")).length + (await listMentionable(amira, "en", "far")).length).toBe(0);

  await endDistance(amira, farid.id);
  expect(await status(write(farid, "Amira, here.", first))).toBe(200);
  expect((await listMentionable(farid, "en", "ami")).length + (await listMentionable(amira, "en", "far")).length).toBe(2);
});

test("who is muted answers, reacts and names as before; whoever moderates can turn to everyone", async () => {
  const first = talk.posts[0] ?? "";
  await keepDistance(amira, farid.id, muted);
  expect(await status(write(farid, "Amira, look.", first))).toBe(200);
  expect(await status(reactTo(farid, first, { kind: "HELPFUL", value: "on" }))).toBe(200);

  await keepDistance(amira, farid.id, blocked);
  const asModerator: Actor = { ...farid, roles: ["MODERATOR"] };
  const about = { language: "en", seenBy: "EVERYONE" } as const;
  expect((await findNamed(["amira"], { ...about, actor: farid })).size).toBe(0);
  expect((await findNamed(["amira"], { ...about, actor: asModerator })).size).toBe(1);
  expect(await status(reactTo(asModerator, first, { kind: "CURIOUS", value: "on" }))).toBe(200);
});

const write = (actor: Actor, body: string, to: string | null = null) =>
  replyTo(actor, talk.id, { id: newId(), language: "en", body, replyTo: to });

async function tell() {
  for (const { id } of await db.event.findMany({ orderBy: { id: "asc" } })) await fanOutJob({ eventId: id });
}
