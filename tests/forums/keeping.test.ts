import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { replyTo } from "~/features/forums/post.server";
import {
  archiveThread,
  lockThread,
  pinThread,
  removeThread,
  reopenThread,
  restoreThread,
  unlockThread,
  unpinThread,
} from "~/features/forums/thread-keeping.server";
import { moveThread } from "~/features/forums/thread-moving.server";
import { renameThread } from "~/features/forums/thread-renaming.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { organization, person } from "#tests/support/world";

let ada: Actor;
let bela: Actor;
let moderator: Actor;
let questions: Awaited<ReturnType<typeof category>>;

beforeEach(async () => {
  ada = await person("Ada Marsh");
  bela = await person("Béla Roy");
  moderator = await person("Mo Keeper", { roles: ["MODERATOR"] });
  questions = await category();
});

const notices = async (threadId: string) =>
  (
    await db.post.findMany({
      where: { threadId, notice: { not: null } },
      orderBy: { number: "asc" },
      select: { notice: true, number: true },
    })
  ).map(({ notice, number }) => `${number} ${notice}`);
const threadsIn = async ({ id }: { id: string }) => (await db.category.findUniqueOrThrow({ where: { id } })).threadCount;
const words = (body: string) => ({ id: newId(), language: "en" as const, body });

describe("lock, pin, archive", () => {
  test("a moderator locks and unlocks a thread, which says so; while it is locked only those who keep the place write", async () => {
    const { id } = await thread({ by: ada, category: questions });
    await lockThread(moderator, id);
    expect(await status(replyTo(bela, id, words("May I still write here?")))).toBe(409);
    expect(await status(replyTo(moderator, id, words("A word of those who keep the place.")))).toBe(200);
    await unlockThread(moderator, id);
    expect(await status(replyTo(bela, id, words("Now I may write here.")))).toBe(200);
    expect(await notices(id)).toEqual(["2 LOCKED", "4 UNLOCKED"]);
  });

  test("who does not keep the place is refused, and what they do not see does not exist", async () => {
    const { id } = await thread({ by: ada, category: questions });
    const space = await organization();
    const steward = await person("Sol Steward", { organizations: [space], steward: true });
    const own = await category("Our space", {
      organizationId: space.id,
      seenBy: "ORGANIZATION",
      startedBy: "ORGANIZATION",
      repliedBy: "ORGANIZATION",
    });
    const inside = await thread({ by: steward, category: own, title: "Among ourselves" });
    for (const verb of [lockThread, unlockThread, pinThread, unpinThread, archiveThread, reopenThread, restoreThread]) {
      expect(await status(verb(ada, id))).toBe(403);
      expect(await status(verb(steward, id))).toBe(403);
      expect(await status(verb(moderator, inside.id))).toBe(404);
    }
    expect(await status(lockThread(steward, inside.id))).toBe(200);
  });

  test("at the wrong moment each verb says why", async () => {
    const { id } = await thread({ by: ada, category: questions });
    for (const verb of [unlockThread, unpinThread, reopenThread]) expect(await status(verb(moderator, id))).toBe(409);
    await lockThread(moderator, id);
    await pinThread(moderator, id);
    expect(await status(lockThread(moderator, id))).toBe(409);
    expect(await status(pinThread(moderator, id))).toBe(409);
    await archiveThread(moderator, id);
    expect(await db.thread.findUnique({ where: { id }, select: { pinnedAt: true } })).toEqual({ pinnedAt: null });
    for (const verb of [archiveThread, lockThread, unlockThread, pinThread]) expect(await status(verb(moderator, id))).toBe(409);
    await reopenThread(moderator, id);
    expect(await notices(id)).toEqual(["2 LOCKED", "3 ARCHIVED", "4 REOPENED"]);
  });

  test("of two who lock at once one is told that it is locked already, and one notice stands there", async () => {
    const { id } = await thread({ by: ada, category: questions });
    const other = await person("Nia Keeper", { roles: ["MODERATOR"] });
    expect((await Promise.all([moderator, other].map((each) => status(lockThread(each, id))))).sort()).toEqual([200, 409]);
    expect(await notices(id)).toEqual(["2 LOCKED"]);
  });
});

describe("remove and restore", () => {
  test("a steward removes and restores a thread of their space, and the category counts it rightly; moderators do neither", async () => {
    const home = await organization();
    const steward = await person("Sol Steward", { organizations: [home], steward: true });
    const circle = { seenBy: "ORGANIZATION", startedBy: "ORGANIZATION", repliedBy: "ORGANIZATION" } as const;
    const space = await category("Our space", { organizationId: home.id, ...circle });
    const colleague = await person("Cleo", { organizations: [home] });
    const { id } = await thread({ by: colleague, writers: [colleague, steward], category: space, posts: ["One.", "Two."] });
    await removeThread(steward, id);
    expect(await threadsIn(space)).toBe(0);
    expect(await status(removeThread(steward, id))).toBe(409);
    expect(await status(restoreThread(colleague, id))).toBe(410);
    await restoreThread(steward, id);
    expect(await threadsIn(space)).toBe(1);

    const open = await thread({ by: ada, writers: [ada, bela], category: questions, posts: ["One.", "Two."] });
    expect(await status(removeThread(moderator, open.id))).toBe(403);
    await db.thread.update({ where: { id: open.id }, data: { removedAt: new Date() } });
    expect(await status(restoreThread(moderator, open.id))).toBe(410);
  });

  test("who began it removes it as long as nobody else has written there", async () => {
    const alone = await thread({ by: ada, category: questions, title: "Never mind this" });
    const answered = await thread({ by: ada, writers: [ada, bela], category: questions, posts: ["One.", "Two."] });
    expect(await status(removeThread(bela, alone.id))).toBe(403);
    expect(await status(removeThread(ada, alone.id))).toBe(200);
    expect(await status(removeThread(ada, answered.id))).toBe(403);
    const locked = await thread({ by: ada, category: questions, title: "A locked one" });
    await lockThread(moderator, locked.id);
    expect(await status(removeThread(ada, locked.id))).toBe(403);
  });

  test("of two who remove at once one is told, and it is counted once", async () => {
    const { id } = await thread({ by: ada, category: questions });
    await thread({ by: bela, category: questions, title: "Another thread" });
    expect((await Promise.all([ada, ada].map((each) => status(removeThread(each, id))))).sort()).toEqual([200, 410]);
    expect(await threadsIn(questions)).toBe(1);
  });
});

describe("rename", () => {
  const long = () => new Date(Date.now() - 3_600_000);

  test("who began it gives it another title and topics; older readers are told", async () => {
    await db.term.create({ data: { kind: "TOPIC", key: "food", en: "Food", fr: "Aliments", position: 0 } });
    const { id, title } = await thread({ by: ada, category: questions });
    expect(await renameThread(ada, id, { title: "How do you greet people?", topics: ["food"], before: title })).toEqual({
      slug: "how-do-you-greet-people",
    });
    expect(await notices(id)).toEqual([]);
    await db.thread.update({ where: { id }, data: { createdAt: long() } });
    await renameThread(ada, id, { title: "How do you say hello?", topics: ["food"], before: "How do you greet people?" });
    expect(await notices(id)).toEqual(["2 RENAMED"]);
    expect(await db.threadTopic.count({ where: { threadId: id } })).toBe(1);
  });

  test("others may not, nor its starter once it is locked, and a title that someone else has changed is not overwritten unseen", async () => {
    const { id, title } = await thread({ by: ada, category: questions });
    const another = { title: "Another title for it", topics: [], before: title };
    expect(await status(renameThread(bela, id, another))).toBe(403);
    await lockThread(moderator, id);
    expect(await status(renameThread(ada, id, another))).toBe(403);
    expect(await status(renameThread(moderator, id, another))).toBe(200);
    expect(await status(renameThread(moderator, id, { ...another, title: "A third title" }))).toBe(422);
    expect(await status(renameThread(moderator, id, { ...another, topics: ["nothing"] }))).toBe(422);
    await db.thread.update({ where: { id }, data: { removedAt: new Date() } });
    expect(await status(renameThread(moderator, id, { ...another, before: "Another title for it" }))).toBe(410);
  });
});

describe("move", () => {
  test("a thread moves, says so, and both categories count it rightly", async () => {
    const tools = await category("Tools");
    const { id } = await thread({ by: ada, category: questions });
    await moveThread(moderator, id, tools.id);
    expect(await notices(id)).toEqual(["2 MOVED"]);
    expect([await threadsIn(questions), await threadsIn(tools)]).toEqual([0, 1]);
    expect(await status(moveThread(moderator, id, tools.id))).toBe(409);
  });

  test("only those who keep both places move it, only into an open forum, and never over the border of an organization", async () => {
    const { id } = await thread({ by: ada, category: questions });
    const ours = await organization();
    const both = await person("Bo Both", { roles: ["MODERATOR"], organizations: [ours], steward: true });
    const space = await category("Our space", {
      organizationId: ours.id,
      seenBy: "ORGANIZATION",
      startedBy: "ORGANIZATION",
      repliedBy: "ORGANIZATION",
    });
    const closed = await category("Closed", { archivedAt: new Date() });
    const tools = await category("Tools");
    expect(await status(moveThread(ada, id, tools.id))).toBe(403);
    expect(await status(moveThread(moderator, id, space.id))).toBe(404);
    expect(await status(moveThread(both, id, space.id))).toBe(422);
    const inside = await thread({ by: both, category: space, title: "Among ourselves" });
    expect(await status(moveThread(both, inside.id, questions.id))).toBe(422);
    expect(await status(moveThread(moderator, id, closed.id))).toBe(409);
    expect(await status(moveThread(moderator, id, newId()))).toBe(404);
  });

  test("two who move threads to and fro at once do not embrace, and all is counted", async () => {
    const tools = await category("Tools");
    const one = await thread({ by: ada, category: questions });
    const two = await thread({ by: ada, category: tools, title: "The other one" });
    await Promise.all([moveThread(moderator, one.id, tools.id), moveThread(moderator, two.id, questions.id)]);
    expect([await threadsIn(questions), await threadsIn(tools)]).toEqual([1, 1]);
  });
});
