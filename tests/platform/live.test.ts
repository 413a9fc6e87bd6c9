import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, expect, test, vi } from "vitest";

import { startSession } from "~/features/accounts/session.server";
import { record } from "~/features/activity/record.server";
import { openEars, type Wish } from "~/features/forums/live.server";
import { databaseUrl } from "~/platform/database-url.server";
import { db } from "~/platform/db.server";
import { announce, type Heard, type Hub, hearing, LIVE_CHANNEL, type LiveMessage, openHub } from "~/platform/live.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { organization, person } from "#tests/support/world";

const hubs: Hub[] = [];
const stops: (() => void)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
});

test("two processes on one database hear each other, and only what they listen for", async () => {
  const [first, second] = [heardBy(hearing.lists), heardBy(hearing.lists)];
  const elsewhere = heardBy(hearing.account(newId()));
  await Promise.all(hubs.map((hub) => hub.ready));
  await say(post());

  await soon(() => expect([first.posts(), second.posts()]).toMatchObject([[{ number: 3 }], [{ number: 3 }]]));
  expect(elsewhere.posts()).toEqual([]);
});

test("what a process does not understand is passed over, and it hears on", async () => {
  const ears = heardBy(hearing.lists);
  await hubs[0]?.ready;
  for (const text of ["no JSON", "null", "", '{"what":"later"}', "[]"])
    await db.$queryRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${text})::text`;
  await say(post(9));

  await soon(() => expect(ears.posts()).toMatchObject([{ number: 9 }]));
});

test("what is taken back is never announced", async () => {
  const ears = heardBy(hearing.lists);
  await hubs[0]?.ready;
  await db
    .$transaction(async (tx) => {
      await announce(tx, post(7));
      throw new Error("taken back");
    })
    .catch(() => {});
  await say(post(8));

  await soon(() => expect(ears.posts()).toMatchObject([{ number: 8 }]));
});

test("a connection that is killed comes back by itself, and says that something may have been missed", async () => {
  const ears = heardBy(hearing.lists);
  await hubs[0]?.ready;
  ears.heard.length = 0;
  await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'portal-live' AND datname = current_database()`;

  await soon(() => expect(ears.heard).toEqual([{ what: "again" }]));
  await say(post());
  await soon(() => expect(ears.posts()).toHaveLength(1));
});

test("a private category is heard by its own people alone, in its thread and in lists", async () => {
  const riverside = await organization();
  const amira = await person("Amira", { organizations: [riverside] });
  const farid = await person("Farid");
  const space = await category("Riverside", { seenBy: "ORGANIZATION", organizationId: riverside.id });
  const talk = await thread({ by: amira, category: space });
  const [insider, outsider, visitor] = [
    await listener(amira, { lists: true }),
    await listener(farid, { lists: true }),
    await listener(null, { lists: true }),
  ];
  await say({ ...post(), thread: talk.id, category: space.id });

  await soon(() => expect(insider.sent).toEqual([{ what: "lists" }]));
  expect([outsider.sent, visitor.sent]).toEqual([[], []]);
  for (const viewer of [farid, null]) await expect(listener(viewer, { threadId: talk.id })).rejects.toMatchObject({ status: 404 });
});

test("a thread that moves to where someone does not see it is silent for them from that moment", async () => {
  const [amira, editor] = [await person("Amira"), await person("Éloïse", { roles: ["EDITOR"] })];
  const staff = await category("Staff", { seenBy: "STAFF" });
  const talk = await thread({ by: amira, category: await category() });
  const [outsider, insider] = [await listener(null, { threadId: talk.id }), await listener(editor, { threadId: talk.id })];
  await db.thread.update({ where: { id: talk.id }, data: { categoryId: staff.id } });
  await say({ ...post(9), thread: talk.id, category: staff.id });

  await soon(() => expect(insider.sent).toEqual([{ what: "post", number: 9 }]));
  await soon(() => expect(outsider.ended()).toBe(true));
  expect(outsider.sent).toEqual([]);
});

test("a session that ends closes what it listened to within a second", async () => {
  const amira = await person("Amira");
  const cookie = await db.$transaction((tx) => startSession(tx, amira.id));
  const token = /=([^;]+)/.exec(cookie)?.[1] ?? "";
  const ears = await listener(amira, { isOwn: true }, token);
  await db.$transaction(async (tx) => {
    await tx.session.deleteMany();
    await record(tx, amira, "account.signed_out", { type: "ACCOUNT", id: amira.id });
  });

  await soon(() => expect(ears.ended()).toBe(true));
});

test("who loses a role no longer hears of what it let them see", async () => {
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  const cookie = await db.$transaction((tx) => startSession(tx, eloise.id));
  const staff = await category("Staff", { seenBy: "STAFF" });
  const ears = await listener(eloise, { lists: true }, /=([^;]+)/.exec(cookie)?.[1] ?? "");
  await db.$transaction(async (tx) => {
    await tx.roleGrant.deleteMany();
    await record(tx, null, "role.revoked", { type: "ACCOUNT", id: eloise.id });
  });
  await say({ ...post(), category: staff.id });
  await sleep(300);

  expect([ears.sent, ears.ended()]).toEqual([[], false]);
});

test("one hears of one's own notifications, and not of those of others", async () => {
  const [amira, farid] = [await person("Amira"), await person("Farid")];
  const [hers, his] = [await listener(amira, { isOwn: true }), await listener(farid, { isOwn: true })];
  await say({ what: "notification", account: amira.id });

  await soon(() => expect(hers.sent).toEqual([{ what: "notification" }]));
  expect(his.sent).toEqual([]);
  await expect(listener(null, { isOwn: true })).rejects.toMatchObject({ status: 404 });
});

/** Machines that do much at once take their time. */
const soon = (check: () => void) => vi.waitFor(check, 10_000);

const post = (number = 3) => ({ what: "post" as const, thread: newId(), category: newId(), number });

const say = (message: LiveMessage) => db.$transaction((tx) => announce(tx, message));

function newHub() {
  const hub = openHub(databaseUrl);
  hubs.push(hub);
  return hub;
}

function heardBy(place: string) {
  const heard: Heard[] = [];
  newHub().hear([place], (message) => heard.push(message));
  return { heard, posts: () => heard.filter(({ what }) => what === "post") };
}

/** Someone's open page; on the session of this token, or one of its own. */
async function listener(
  viewer: Parameters<typeof openEars>[0]["viewer"],
  { lists = false, ...wish }: Partial<Wish> & { lists?: boolean },
  token: string | null = null,
) {
  const sent: unknown[] = [];
  let isOver = false;
  const hub = newHub();
  const session = viewer && !token ? /=([^;]+)/.exec(await db.$transaction((tx) => startSession(tx, viewer.id)))?.[1] : token;
  const begin = await openEars({ viewer, token: session ?? null }, { threadId: null, isOfLists: lists, isOwn: false, ...wish }, hub);
  stops.push(
    begin(
      (data) => {
        if ((data as { what: string }).what !== "again") sent.push(data);
      },
      () => {
        isOver = true;
      },
    ),
  );
  await hub.ready;
  return { sent, ended: () => isOver };
}
