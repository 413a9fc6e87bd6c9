import { parse } from "csv-parse/sync";
import pg from "pg";
import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { verifyAudit } from "~/features/activity/audit.server";
import { type EventName, type Subject, THE_PORTAL } from "~/features/activity/events";
import { record } from "~/features/activity/record.server";
import { csvCell, exportAudit } from "~/features/moderation/audit-export.server";
import { type AuditFilters, auditedEvents, auditFiltersOf, subjectTypes } from "~/features/moderation/audit-filters";
import { listAudit } from "~/features/moderation/audit-log.server";
import { watchAudit } from "~/features/moderation/audit-watch.server";
import { en } from "~/i18n/en";
import { translator } from "~/i18n/translate";
import { directDatabaseUrl } from "~/platform/database-url.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { loader as exported } from "~/routes/admin/audit-export";
import { loader as opened } from "~/routes/admin/audit-log";
import { ask } from "#tests/support/database-place";
import { status } from "#tests/support/refusals";
import { visit } from "#tests/support/request";
import { planOf, planText, statementsOf } from "#tests/support/statements";
import { person } from "#tests/support/world";

const none: AuditFilters = { what: "", who: "", type: "", about: "", from: "", to: "" };
const filters = (changes: Partial<AuditFilters>): AuditFilters => ({ ...none, ...changes });

let ada: Actor;
let mona: Actor;
beforeEach(async () => {
  ada = await person("Ada Admin", { roles: ["ADMINISTRATOR"] });
  mona = await person("Mona Tremblay", { roles: ["MODERATOR"] });
});

const happened = (actor: Actor | null, name: EventName, details: Record<string, string | number | null> = {}, subject?: Subject) =>
  db.$transaction((tx) => record(tx, actor, name, subject ?? { type: "CASE", id: newId() }, details));

const namesOf = async (changes: Partial<AuditFilters>, after: number | null = null) =>
  (await listAudit(ada, filters(changes), after)).entries.map(({ name }) => name);

test("the log shows the newest first, page by page, to administrators alone", async () => {
  for (let count = 1; count <= 53; count += 1) await happened(mona, "case.claimed");
  const first = await listAudit(ada, none, null);
  const second = await listAudit(ada, none, first.next);

  expect([first.entries[0]?.number, first.entries.length, first.next]).toEqual([53, 50, 4]);
  expect([second.entries.map(({ number }) => number), second.next]).toEqual([[3, 2, 1], null]);
  for (const other of [mona, await person("Ed Editor", { roles: ["EDITOR"] }), await person("Amara")]) {
    expect(await status(listAudit(other, none, null))).toBe(403);
    expect(await status(exportAudit(other, none, "csv"))).toBe(403);
  }
});

test("it is narrowed to an event or a group of them, to who did it, to what it is about, and to days in the zone of who reads", async () => {
  const subject = { type: "SANCTION" as const, id: newId() };
  await happened(mona, "case.claimed");
  await happened(mona, "case.decided", { rule: "respect" });
  await happened(ada, "sanction.lifted", {}, subject);
  await happened(null, "sanction.ended", {}, subject);

  expect(await namesOf({ what: "case" })).toEqual(["case.decided", "case.claimed"]);
  expect(await namesOf({ what: "case.claimed" })).toEqual(["case.claimed"]);
  expect(await namesOf({ what: "nothing" })).toEqual([]);
  expect(await namesOf({ who: mona.id, what: "case" })).toEqual(["case.decided", "case.claimed"]);
  expect(await namesOf({ who: "portal" })).toEqual(["sanction.ended"]);
  expect(await namesOf({ type: "SANCTION" })).toEqual(["sanction.ended", "sanction.lifted"]);
  expect(await namesOf({ about: subject.id, who: ada.id })).toEqual(["sanction.lifted"]);
  const [today = "", yesterday = "", tomorrow = ""] = [0, -1, 1].map((days) =>
    new Date(Date.now() + days * 86_400_000).toLocaleDateString("en-CA", { timeZone: ada.timeZone }),
  );
  expect(await namesOf({ from: today, to: today })).toHaveLength(4);
  expect(await namesOf({ from: tomorrow })).toEqual([]);
  expect(await namesOf({ to: yesterday })).toEqual([]);
  expect(await namesOf({ from: yesterday, to: tomorrow, what: "sanction" })).toHaveLength(2);
});

test("each line names people as they are called now, the portal, and who has left", async () => {
  const gone = await person("Gone Girard");
  await happened(gone, "case.claimed");
  await happened(null, "sanction.imposed", { account: mona.id, kind: "SILENCE", rule: "respect", days: 3 });
  await happened(mona, "role.granted", { role: "EDITOR" }, { type: "ACCOUNT", id: ada.id });
  await db.consent.deleteMany({ where: { accountId: gone.id } });
  await db.account.delete({ where: { id: gone.id } });
  const { entries } = await listAudit(ada, none, null);

  expect(entries).toMatchObject([
    { name: "role.granted", actor: "Mona Tremblay", subject: "Ada Admin", concerned: null },
    { name: "sanction.imposed", actor: null, actorId: null, concerned: "Mona Tremblay", subject: null },
    { name: "case.claimed", actor: null, actorId: gone.id },
  ]);
});

test("every audited event and every subject has words, and belongs to a group that has a name", () => {
  const t = translator("en");
  for (const { group, names } of auditedEvents(t)) {
    expect(en.audit.groups).toHaveProperty(group);
    expect(names.length).toBeGreaterThan(0);
  }
  expect(subjectTypes.every((type) => type in en.audit.subjects)).toBe(true);
});

test("what an address says that is no filter counts as none", () => {
  const read = (query: string) => auditFiltersOf(new URL(`http://portal.test/?${query}`));

  expect(read("what=a'b&who=mona&type=case&about=x&from=2026-02-30&to=tomorrow")).toEqual(none);
  expect(read("what=case.decided&who=portal&type=CASE&from=2026-02-28")).toEqual(
    filters({ what: "case.decided", who: "portal", type: "CASE", from: "2026-02-28" }),
  );
});

const read = async (answer: Response) => ({ answer, text: await answer.text() });
const download = async (format: string) => read(await exported(visit(ada, `/en/admin/audit-log/export?format=${format}&what=case`, {})));

test("the log is exported as a table that spreadsheets do not carry out, and as JSON from which the chain can be reckoned", async () => {
  await happened(mona, "case.decided", { rule: "respect", reason: '=HYPERLINK("x"), "quoted"' });
  await happened(ada, "role.granted");
  const { answer, text } = await download("csv");
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];

  expect(rows).toMatchObject([{ number: "1", name: "case.decided", actorId: mona.id, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  expect(JSON.parse(rows[0]?.details ?? "")).toMatchObject({ rule: "respect" });
  expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.csv"$/);
  expect([answer.headers.get("Cache-Control"), answer.headers.get("X-Content-Type-Options")]).toEqual(["no-store", "nosniff"]);
  expect(["=1+1", "+1", "-1", "@a", "\t=1", "plain", 'say "hi"'].map(csvCell)).toEqual([
    `"'=1+1"`,
    `"'+1"`,
    `"'-1"`,
    `"'@a"`,
    `"'\t=1"`,
    "plain",
    '"say ""hi"""',
  ]);

  const lines = (await download("jsonl")).text.trim().split("\n");
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ number: 1, details: { rule: "respect" } }]);
  expect(text + lines.join("")).not.toMatch(/Mona|Ada|@example/);
  expect((await listAudit(ada, filters({ what: "audit.exported" }), null)).entries).toMatchObject([
    { actorId: ada.id, details: { format: "jsonl", number: 3 }, subjectId: THE_PORTAL.id },
    { actorId: ada.id, details: { format: "csv", number: 2 } },
  ]);
});

test("an export goes on as long as there are entries, and is possible five times a day", async () => {
  await db.$executeRaw`
    INSERT INTO "Event" (id, name, "subjectType", "subjectId", details, at, "isAudited")
    SELECT gen_random_uuid(), 'case.claimed', 'CASE', gen_random_uuid(), '{}', now(), true FROM generate_series(1, 2345)`;
  expect((await download("jsonl")).text.trim().split("\n")).toHaveLength(2345);
  for (let count = 2; count <= 5; count += 1) await download("csv");
  const refusal = await download("csv").catch((thrown: Response) => thrown);

  expect(refusal).toMatchObject({ status: 429 });
  expect((refusal as Response).headers.get("Retry-After")).toMatch(/^\d+$/);
  expect(await (refusal as Response).text()).toBe(en.audit.export.tooOften);
});

test("every night the chain is verified, and a broken one is told to every administrator in their language", async () => {
  await person("Adèle Côté", { roles: ["ADMINISTRATOR"], language: "fr" });
  for (let count = 0; count < 3; count += 1) await happened(mona, "case.claimed");
  await watchAudit();
  expect((await listAudit(ada, none, null)).chain).toMatchObject({ head: { number: 4 }, checked: { name: "audit.verified", number: 3 } });
  expect(await verifyAudit()).toMatchObject({ isSound: true });

  await ask(
    directDatabaseUrl(),
    `ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append_only"; UPDATE "AuditEntry" SET name = 'case.closed' WHERE number = 2;
     ALTER TABLE "AuditEntry" ENABLE TRIGGER "AuditEntry_append_only"`,
  );
  expect(await watchAudit()).toEqual({ isSound: false, fault: "changed", number: 2 });
  expect((await listAudit(ada, none, null)).chain).toMatchObject({ checked: { name: "audit.broken", number: 2 } });
  const mails = await db.$queryRaw<{ to: string; subject: string }[]>`
    SELECT payload->>'to' AS to, payload->>'subject' AS subject FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'send-mail' ORDER BY 1`;
  expect(mails).toEqual([
    { to: "adaadmin@example.org", subject: "The audit log of the portal is broken" },
    { to: "adelecote@example.org", subject: "Le journal d’audit du portail est rompu" },
  ]);
});

test("the page leaves empty fields of its form out of the address", async () => {
  const answer = await opened(visit(ada, "/en/admin/audit-log?what=case&who=&type=&about=&from=&to=", {})).catch(
    (thrown: Response) => thrown,
  );

  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/en/admin/audit-log?what=case"]);
});

test("with a hundred thousand entries each filter is answered along an index, in two round trips", { timeout: 120_000 }, async () => {
  const many = `
    INSERT INTO "AuditEntry" (number, "eventId", at, name, "actorId", "subjectType", "subjectId", details, "previousHash", hash)
    SELECT n, gen_random_uuid(), now() - make_interval(mins => 100001 - n),
      (ARRAY['case.opened', 'case.claimed', 'case.decided', 'case.closed', 'thread.locked'])[1 + n % 5] , CASE WHEN n % 1000 = 0 THEN '${mona.id}'::uuid ELSE md5((n % 50)::text)::uuid END,
      CASE WHEN n % 5000 = 7 THEN 'WATCHED_WORD' ELSE 'CASE' END, gen_random_uuid(), '{"rule": "respect"}', repeat('0', 64), repeat('0', 64)
    FROM generate_series(1, 100000) n; ANALYZE "AuditEntry"`;
  await ask(directDatabaseUrl(), many);
  const client = new pg.Client({ connectionString: directDatabaseUrl() });
  await client.connect();
  const old = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  try {
    for (const changes of [
      {},
      { what: "watchword" },
      { what: "role" },
      { who: mona.id },
      { type: "WATCHED_WORD" },
      { about: newId() },
      { from: old, to: old },
      { to: old },
      { what: "case", to: old },
    ] as Partial<AuditFilters>[]) {
      const asked = await statementsOf(() => listAudit(ada, filters(changes), null));
      expect(asked).toHaveLength(2);
      for (const statement of asked) {
        const steps = await planOf(client, statement);
        const passedOver = [...(await planText(client, statement)).matchAll(/Rows Removed by Filter: (\d+)/g)].map(([, rows]) =>
          Number(rows),
        );
        expect(
          passedOver.filter((rows) => rows > 2_000),
          JSON.stringify(changes),
        ).toEqual([]);
        expect(
          steps.filter(({ step, table }) => table === "AuditEntry" && step === "Seq Scan"),
          JSON.stringify(changes),
        ).toEqual([]);
      }
    }
  } finally {
    await client.end();
  }
});
