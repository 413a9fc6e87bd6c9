import { expect, test } from "vitest";

import { noteReading } from "~/features/forums/reading.server";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { person } from "#tests/support/world";

async function reader() {
  const [amira, eloise] = [await person("Amira"), await person("Éloïse")];
  const talk = await thread({ by: amira, category: await category(), posts: ["One", "Two", "Three"] });
  return { eloise, talk, reading: () => db.reading.findFirst({ select: { lastNumber: true, seconds: true } }) };
}

test("how far one has read never goes back, and not beyond the end", async () => {
  const { eloise, talk, reading } = await reader();
  await noteReading(eloise, talk.id, { number: 2, seconds: 10 });
  await noteReading(eloise, talk.id, { number: 1, seconds: 10 });
  expect(await reading()).toEqual({ lastNumber: 2, seconds: 20 });

  await noteReading(eloise, talk.id, { number: 999, seconds: 0 });
  expect(await reading()).toMatchObject({ lastNumber: 3 });
});

test("a report counts for a minute at most, and five minutes make a thread followed", async () => {
  const { eloise, talk, reading } = await reader();
  for (let minute = 0; minute < 4; minute += 1) await noteReading(eloise, talk.id, { number: 1, seconds: 3_600 });
  expect([await reading(), await db.follow.count()]).toEqual([{ lastNumber: 1, seconds: 240 }, 0]);

  await noteReading(eloise, talk.id, { number: 1, seconds: 60 });
  expect(await db.follow.findMany()).toMatchObject([{ accountId: eloise.id, level: "TRACKING", isChosen: false }]);
});

test("reading changes nothing of what one chose", async () => {
  const { eloise, talk } = await reader();
  await db.follow.create({ data: { accountId: eloise.id, subjectType: "THREAD", subjectId: talk.id, level: "MUTED", isChosen: true } });
  for (let minute = 0; minute < 5; minute += 1) await noteReading(eloise, talk.id, { number: 1, seconds: 60 });

  expect(await db.follow.findMany()).toMatchObject([{ level: "MUTED" }]);
});

test("of reports at the same moment, none is lost", async () => {
  const { eloise, talk, reading } = await reader();
  await Promise.all([1, 3, 2, 1].map((number) => noteReading(eloise, talk.id, { number, seconds: 5 })));

  expect(await reading()).toEqual({ lastNumber: 3, seconds: 20 });
});

test("what is hidden or was removed is not read", async () => {
  const { eloise, talk, reading } = await reader();
  await db.thread.update({ where: { id: talk.id }, data: { removedAt: new Date() } });
  await expect(noteReading(eloise, talk.id, { number: 1, seconds: 0 })).rejects.toMatchObject({ status: 404 });
  await db.thread.update({ where: { id: talk.id }, data: { removedAt: null } });
  await db.category.updateMany({ data: { seenBy: "STAFF" } });
  await expect(noteReading(eloise, talk.id, { number: 1, seconds: 0 })).rejects.toMatchObject({ status: 404 });

  expect(await reading()).toBe(null);
});
