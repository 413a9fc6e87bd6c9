import { beforeEach, expect, test } from "vitest";

import { eraseDueAccounts } from "~/features/accounts/erasure.server";
import { auditHead, verifyAudit } from "~/features/activity/audit.server";
import { type EventName, isAudited } from "~/features/activity/events";
import { record } from "~/features/activity/record.server";
import { reactTo } from "~/features/forums/reaction.server";
import { replyTo } from "~/features/forums/post.server";
import { lockThread } from "~/features/forums/thread-keeping.server";
import { directDatabaseUrl } from "~/platform/database-url.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { ask } from "#tests/support/database-place";
import { category, thread } from "#tests/support/forums";
import { person } from "#tests/support/world";

const happened = (
  name: EventName = "case.claimed",
  details: Record<string, string | number | null> = { kind: "FLAG", accents: "é \u{1f600}" },
) => db.$transaction((tx) => record(tx, null, name, { type: "CASE", id: newId() }, details));

const asOwner = (sql: string) => ask(directDatabaseUrl(), sql);

/** What somebody could do who owns the database and means harm. */
const tamper = (sql: string) =>
  asOwner(`BEGIN; ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append_only"; ${sql};
    ALTER TABLE "AuditEntry" ENABLE TRIGGER "AuditEntry_append_only"; COMMIT`);

const entries = () => db.auditEntry.findMany({ orderBy: { number: "asc" } });

beforeEach(async () => {
  for (let count = 0; count < 5; count += 1) await happened();
});

test("an audited event is in the chain when its transaction is over, and an empty log is sound", async () => {
  expect(await verifyAudit()).toMatchObject({ isSound: true, entries: 5, head: await auditHead() });
  await tamper(`TRUNCATE "AuditEntry", "Event" CASCADE`);

  expect(await verifyAudit()).toEqual({ isSound: true, entries: 0, head: null });
});

test("transactions that end at the same moment follow one another without a gap", async () => {
  await Promise.all(Array.from({ length: 50 }, () => happened()));

  expect((await entries()).map(({ number }) => number)).toEqual(Array.from({ length: 55 }, (_, index) => index + 1));
  expect(await verifyAudit()).toMatchObject({ isSound: true, entries: 55 });
});

test("several events of one transaction stand in their order, and one that is rolled back leaves nothing", async () => {
  const undone = db.$transaction(async (tx) => {
    await record(tx, null, "case.claimed", { type: "CASE", id: newId() });
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  await db.$transaction(async (tx) => {
    for (const name of ["case.opened", "case.hidden", "case.decided"] as const) await record(tx, null, name, { type: "CASE", id: newId() });
  });

  expect((await entries()).slice(5).map(({ number, name }) => `${number} ${name}`)).toEqual([
    "6 case.opened",
    "7 case.hidden",
    "8 case.decided",
  ]);
  expect(await verifyAudit()).toMatchObject({ isSound: true });
});

test("the portal's own role can neither change, nor delete, nor empty the log", async () => {
  for (const sql of [
    `UPDATE "AuditEntry" SET name = 'case.closed' WHERE number = 3`,
    `UPDATE "AuditEntry" SET name = name WHERE false`,
    `DELETE FROM "AuditEntry"`,
    `TRUNCATE "AuditEntry"`,
    `TRUNCATE "AuditEntry" CASCADE`,
    `INSERT INTO "AuditEntry" SELECT * FROM "AuditEntry" WHERE number = 3 ON CONFLICT (number) DO UPDATE SET name = 'case.closed'`,
  ])
    await expect(asOwner(sql), sql).rejects.toMatchObject({ code: "42501" });
  await expect(db.auditEntry.updateMany({ data: { name: "case.closed" } })).rejects.toThrow(/the audit log is not changed/);
  await expect(db.auditEntry.deleteMany({ where: { number: 3 } })).rejects.toThrow(/the audit log is not changed/);

  expect(await verifyAudit()).toMatchObject({ isSound: true, entries: 5 });
});

test.each([
  ["the name", `name = 'case.closed'`],
  ["the details", `details = details || '{"kind": "HELD"}'`],
  ["the actor", `"actorId" = gen_random_uuid()`],
  ["the time", `at = at - interval '1 ms'`],
  ["the subject", `"subjectId" = gen_random_uuid()`],
  ["the hash", `hash = repeat('a', 64)`],
])("a change of %s of an entry is found where it is", async (_what, change) => {
  await tamper(`UPDATE "AuditEntry" SET ${change} WHERE number = 3`);

  expect(await verifyAudit()).toEqual({ isSound: false, fault: "changed", number: 3 });
});

test("a deleted entry, the first one too, and two that were exchanged are found", async () => {
  await tamper(`DELETE FROM "AuditEntry" WHERE number = 3`);
  expect(await verifyAudit()).toEqual({ isSound: false, fault: "missing", number: 3 });

  await tamper(`DELETE FROM "AuditEntry" WHERE number < 3`);
  expect(await verifyAudit()).toEqual({ isSound: false, fault: "missing", number: 1 });

  await tamper(
    `UPDATE "AuditEntry" SET number = number + 10; UPDATE "AuditEntry" SET number = 1 WHERE number = 15; UPDATE "AuditEntry" SET number = 2 WHERE number = 14`,
  );
  expect(await verifyAudit()).toEqual({ isSound: false, fault: "changed", number: 1 });
});

/** Reckons the hashes anew from an entry on, as the database does. */
const reckonAnew = (from: number) => `
  DO $$ DECLARE one record; before text := (SELECT hash FROM "AuditEntry" WHERE number = ${from - 1}); BEGIN
    FOR one IN SELECT * FROM "AuditEntry" WHERE number >= ${from} ORDER BY number LOOP
      UPDATE "AuditEntry" SET "previousHash" = before, hash = encode(sha256(convert_to(concat_ws('|', one.number, one."eventId",
        to_char(one.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), one.name, coalesce(one."actorId"::text, '-'), one."subjectType",
        one."subjectId", one.details::text, before), 'UTF8')), 'hex') WHERE number = one.number RETURNING hash INTO before;
    END LOOP;
  END $$`;

test("a hash made to fit breaks the next one; a whole chain made anew is not what its events say, nor what an earlier head says", async () => {
  const kept = await auditHead();
  await happened();
  const rename = `UPDATE "AuditEntry" SET name = 'case.closed' WHERE number = 3`;
  await tamper(`${rename}; ${reckonAnew(3)}`);
  expect(await verifyAudit(kept)).toEqual({ isSound: false, fault: "other_head", number: 5 });
  expect(await verifyAudit()).toEqual({ isSound: false, fault: "other_event", number: 3 });

  await tamper(`UPDATE "AuditEntry" SET "previousHash" = repeat('0', 64), hash = encode(sha256(convert_to(concat_ws('|', number, "eventId",
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), name, coalesce("actorId"::text, '-'), "subjectType", "subjectId", details::text,
    repeat('0', 64)), 'UTF8')), 'hex') WHERE number = 4`);
  expect(await verifyAudit()).toEqual({ isSound: false, fault: "unlinked", number: 4 });
});

test("a tail that was cut off is missed by its events, and by an earlier head when they are gone as well", async () => {
  const kept = await auditHead();
  const last = (await entries()).at(-1);
  await tamper(`DELETE FROM "AuditEntry" WHERE number > 4`);
  expect(await verifyAudit(kept)).toEqual({ isSound: false, fault: "cut", number: 5 });
  expect(await verifyAudit()).toEqual({ isSound: false, fault: "no_entry", number: 5, event: last?.eventId });

  await db.event.deleteMany({ where: { id: last?.eventId ?? "" } });
  expect(await verifyAudit()).toMatchObject({ isSound: true, entries: 4 });
  expect(await verifyAudit(kept)).toEqual({ isSound: false, fault: "cut", number: 5 });
});

test("whoever decided and was erased leaves the chain as it was", async () => {
  const gone = await person("Gone Girard");
  await db.$transaction((tx) => record(tx, gone, "case.decided", { type: "CASE", id: newId() }, { rule: "respect" }));
  await db.account.updateMany({ data: { erasureDueAt: new Date(Date.now() - 1000) } });
  await db.consent.deleteMany({});
  await eraseDueAccounts([]);

  expect(await db.account.count()).toBe(0);
  expect((await entries()).at(-2)?.actorId).toBe(gone.id);
  expect(await verifyAudit()).toMatchObject({ isSound: true, entries: 7 });
});

test("what everyone does all day is not audited, and what is decided over others is, without names, addresses or words", async () => {
  const amara = await person("Amara Osei");
  const moderator = await person("Mona Tremblay", { roles: ["MODERATOR"] });
  const talk = await thread({ by: await person("Noor Haddad"), category: await category(), title: "Zebra crossings" });
  await replyTo(amara, talk.id, { id: newId(), language: "en", body: "Ordinary words" });
  await reactTo(amara, talk.posts[0] ?? "", { kind: "THANKS", value: "on" });
  expect(await db.auditEntry.count()).toBe(5);

  await lockThread(moderator, talk.id);
  expect((await entries()).slice(5)).toMatchObject([{ name: "thread.locked", actorId: moderator.id, subjectId: talk.id }]);
  expect(JSON.stringify(await entries())).not.toMatch(/Mona|Tremblay|Amara|Noor|Zebra|Ordinary|@/);
  expect(
    (["post.written", "post.edited", "post.reacted", "thread.started", "flag.made", "account.signed_in"] as const).filter(isAudited),
  ).toEqual([]);
});

test("two hundred at once wait for each other no longer than they can", async () => {
  const began = performance.now();
  await Promise.all(Array.from({ length: 200 }, () => happened()));
  const spent = performance.now() - began;

  expect(await verifyAudit()).toMatchObject({ isSound: true, entries: 205 });
  expect(spent).toBeLessThan(10_000);
});
