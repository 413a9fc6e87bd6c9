import { beforeEach, expect, test } from "vitest";

import { type EventName, isAudited } from "~/features/activity/events";
import { countTransparency, getTransparency } from "~/features/moderation/transparency.server";
import { directDatabaseUrl } from "~/platform/database-url.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { loader } from "~/routes/transparency";
import { ask } from "#tests/support/database-place";
import { statementsOf } from "#tests/support/statements";
import "#tests/support/world";

const NOW = new Date("2026-11-20T12:00:00Z");
const PERSON = newId();

type Happening = { name: EventName; at: string; details?: Record<string, string | number | null>; subject?: string };

/** What was written to the log at its time. */
const happened = async (happenings: Happening[]) => {
  for (const { name, at, details = {}, subject = newId() } of happenings) {
    const subjectType = name.startsWith("sanction") ? "SANCTION" : "CASE";
    await db.event.create({
      data: { name, at: new Date(at), details, subjectType, subjectId: subject, isAudited: isAudited(name), actorId: null },
    });
  }
};

const decided = (at: string, content: string, person: string, hours: number, rule: string | null = "respect"): Happening => ({
  name: "case.decided",
  at,
  details: { rule, content, person, kind: "FLAG", subject: "POST", hours, language: "en" },
});

const opened = (at: string, kind: string): Happening => ({ name: "case.opened", at, details: { kind, subject: "POST", rule: null } });

const lifted = newId();
const ended = newId();
const month: Happening[] = [
  opened("2026-11-02T10:00:00Z", "FLAG"),
  opened("2026-11-03T10:00:00Z", "FLAG"),
  opened("2026-11-03T11:00:00Z", "HELD"),
  // Still October in Ottawa.
  opened("2026-11-01T03:30:00Z", "FLAG"),
  decided("2026-11-04T10:00:00Z", "NONE", "NONE", 2),
  decided("2026-11-05T10:00:00Z", "HIDE", "WARN", 10),
  decided("2026-11-06T10:00:00Z", "HIDE", "WARN", 30, "client-data"),
  decided("2026-10-06T10:00:00Z", "REMOVE", "SUSPEND", 100, "spam"),
  decided("2025-06-06T10:00:00Z", "EDIT", "NONE", 1, null),
  decided("2025-12-06T10:00:00Z", "EDIT", "NONE", 1),
  decided("2024-06-06T10:00:00Z", "NONE", "NONE", 1),
  { name: "appeal.decided", at: "2026-11-10T10:00:00Z", details: { ruling: "OVERTURNED", rule: "respect", hours: 20 } },
  { name: "appeal.decided", at: "2026-11-11T10:00:00Z", details: { ruling: "UPHELD", rule: "respect", hours: 20 } },
  { name: "sanction.imposed", at: "2026-11-18T10:00:00Z", details: { kind: "SILENCE", rule: "respect", account: PERSON, days: 7 } },
  {
    name: "sanction.imposed",
    at: "2026-11-18T11:00:00Z",
    details: { kind: "SUSPENSION", rule: "spam", account: PERSON, days: 30 },
    subject: lifted,
  },
  { name: "sanction.lifted", at: "2026-11-19T11:00:00Z", subject: lifted },
  {
    name: "sanction.imposed",
    at: "2026-11-10T11:00:00Z",
    details: { kind: "SUSPENSION", rule: "spam", account: newId(), days: 3 },
    subject: ended,
  },
  { name: "sanction.ended", at: "2026-11-13T11:00:00Z", subject: ended },
  { name: "sanction.imposed", at: "2026-11-19T11:00:00Z", details: { kind: "WARNING", rule: "respect", account: newId(), days: 0 } },
  { name: "case.claimed", at: "2026-11-19T11:00:00Z" },
];

beforeEach(() => ask(directDatabaseUrl(), `DELETE FROM "Event"`));

test("without any case there is nothing to count", async () => {
  expect(await countTransparency(NOW)).toEqual({
    periods: [],
    opened: {},
    rules: {},
    measures: [],
    rulings: {},
    times: {},
    inForce: { silences: 0, suspensions: 0 },
    head: null,
  });
});

test("after a month the figures are those of the log: by month, and by year before the last twelve months", async () => {
  await happened(month);
  const figures = await countTransparency(NOW);

  expect(figures.periods.slice(0, 3)).toEqual(["2026-11", "2026-10", "2026-09"]);
  expect(figures.periods.slice(11)).toEqual(["2025-12", "2025", "2024"]);
  expect(figures.opened).toEqual({ FLAG: { "2026-11": 2, "2026-10": 1 }, HELD: { "2026-11": 1 } });
  expect(figures.rules).toEqual({
    "client-data": { "2026-11": 1 },
    respect: { "2026-11": 2, "2025-12": 1, "2024": 1 },
    spam: { "2026-10": 1 },
    "": { "2025": 1 },
  });
  expect(figures.measures).toHaveLength(4);
  expect(figures.measures).toEqual(
    expect.arrayContaining([
      { content: "NONE", person: "NONE", counts: { "2026-11": 1, "2024": 1 } },
      { content: "HIDE", person: "WARN", counts: { "2026-11": 2 } },
      { content: "REMOVE", person: "SUSPEND", counts: { "2026-10": 1 } },
      { content: "EDIT", person: "NONE", counts: { "2025-12": 1, "2025": 1 } },
    ]),
  );
  expect(figures.rulings).toEqual({ OVERTURNED: { "2026-11": 1 }, UPHELD: { "2026-11": 1 } });
  expect(figures.times["2026-11"]).toEqual({ median: 10, slowest: 26 });
  expect(figures.times["2026-10"]).toEqual({ median: 100, slowest: 100 });
  expect(figures.inForce).toEqual({ silences: 1, suspensions: 0 });
  expect(figures.head).toMatchObject({ number: month.length });
});

test("every decision, opening and ruling of the log is counted once", async () => {
  await happened(month);
  const { rules, measures, opened: kinds, rulings } = await countTransparency(NOW);
  const sum = (counts: Record<string, number>[]) => counts.flatMap((each) => Object.values(each)).reduce((all, count) => all + count, 0);
  const inLog = (name: EventName) => db.auditEntry.count({ where: { name } });

  expect(sum(Object.values(rules))).toBe(await inLog("case.decided"));
  expect(sum(measures.map(({ counts }) => counts))).toBe(await inLog("case.decided"));
  expect(sum(Object.values(kinds))).toBe(await inLog("case.opened"));
  expect(sum(Object.values(rulings))).toBe(await inLog("appeal.decided"));
});

test("the page asks twice, keeps the answer for ten minutes, and names nobody", async () => {
  await happened(month);
  expect(await statementsOf(() => countTransparency(NOW))).toHaveLength(2);
  await getTransparency();
  expect(await statementsOf(() => getTransparency())).toHaveLength(0);

  const page = await (await loader({} as Parameters<typeof loader>[0])).text();
  expect(page).not.toContain(PERSON);
  expect(page.replace(/"hash":"[0-9a-f]{64}"/, "")).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|account|actor/i);
});

test("a hundred thousand entries are counted well within a second", { timeout: 120_000 }, async () => {
  const many = `
    INSERT INTO "AuditEntry" (number, "eventId", at, name, "subjectType", "subjectId", details, "previousHash", hash)
    SELECT n, gen_random_uuid(), '${NOW.toISOString()}'::timestamptz - make_interval(mins => (100001 - n) * 8),
      (ARRAY['case.opened', 'case.claimed', 'case.decided', 'case.closed', 'sanction.imposed'])[1 + n % 5], 'CASE', gen_random_uuid(),
      jsonb_build_object('rule', 'respect', 'content', 'HIDE', 'person', 'NONE', 'kind', CASE WHEN n % 5 = 4 THEN 'SILENCE' ELSE 'FLAG' END, 'hours', n % 200,
        'days', 3, 'account', gen_random_uuid()), repeat('0', 64), repeat('0', 64)
    FROM generate_series(1, 100000) n; ANALYZE "AuditEntry"`;
  await ask(directDatabaseUrl(), many);
  const began = performance.now();
  const { inForce, periods } = await countTransparency(NOW);
  const spent = performance.now() - began;

  expect(periods).toHaveLength(13);
  expect(inForce.silences).toBeGreaterThan(0);
  expect(spent).toBeLessThan(3_000);
});
