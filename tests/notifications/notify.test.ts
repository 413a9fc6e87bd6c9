import { expect, test } from "vitest";

import { notify, notifyAll } from "~/features/notifications/notify.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { person } from "#tests/support/world";

const subject = { type: "POST", id: newId() } as const;

test("more of the same is one line with a count, and by whom it was last", async () => {
  const [amira, eloise, farid] = [await person("Amira"), await person("Éloïse"), await person("Farid")];

  await db.$transaction((tx) => notify(tx, { accountId: amira.id, kind: "reacted", subject, actorId: eloise.id }));
  await db.$transaction((tx) => notify(tx, { accountId: amira.id, kind: "reacted", subject, actorId: farid.id }));

  expect(await db.notification.findMany()).toMatchObject([{ accountId: amira.id, count: 2, actorId: farid.id, readAt: null }]);
});

test("what comes after one has read is unread again, and counted from there", async () => {
  const amira = await person("Amira");
  const tell = () => db.$transaction((tx) => notify(tx, { accountId: amira.id, kind: "reacted", subject, actorId: null }));
  await tell();
  await tell();
  await db.notification.updateMany({ data: { readAt: new Date() } });
  await tell();

  expect(await db.notification.findMany()).toMatchObject([{ count: 1, readAt: null }]);
});

test("other things and other people have lines of their own", async () => {
  const [amira, eloise] = [await person("Amira"), await person("Éloïse")];
  await db.$transaction(async (tx) => {
    await notify(tx, { accountId: amira.id, kind: "reacted", subject, actorId: null });
    await notify(tx, { accountId: amira.id, kind: "mentioned", subject, actorId: null });
    await notify(tx, { accountId: amira.id, kind: "reacted", subject: { type: "POST", id: newId() }, actorId: null });
    await notify(tx, { accountId: eloise.id, kind: "reacted", subject, actorId: null });
  });

  expect(await db.notification.count({ where: { count: 1 } })).toBe(4);
});

test("said twice for the same moment it counts once, and what was read stays read", async () => {
  const amira = await person("Amira");
  const at = new Date();
  const tell = () => db.$transaction((tx) => notifyAll(tx, [{ accountId: amira.id, kind: "posted", subject, actorId: null }], at));
  await tell();
  await db.notification.updateMany({ data: { readAt: new Date() } });
  await tell();

  expect(await db.notification.findMany()).toMatchObject([{ count: 1, at, readAt: expect.any(Date) }]);
});
