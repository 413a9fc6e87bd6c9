import { Prisma } from "~/generated/prisma/client";
import type { CaseKind, ContentMeasure, PersonMeasure, Ruling } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";

const ZONE = "America/Toronto";
const MONTHS = 12;
const KEPT_MS = 10 * 60_000;

/** A month (2026-11) or, before the last twelve of them, a year (2025). */
export type Period = string;

export type Deciding = { content: ContentMeasure; person: PersonMeasure };

/** How often something happened in each period. */
type Counts = Record<Period, number>;

export type Transparency = {
  /** Newest first; empty where nothing was counted yet. */
  periods: Period[];
  opened: Partial<Record<CaseKind, Counts>>;
  /** By the key of the rule; "" where none was named. */
  rules: Record<string, Counts>;
  measures: (Deciding & { counts: Counts })[];
  rulings: Partial<Record<Ruling, Counts>>;
  /** In hours: half of the decisions took no longer, and nine of ten. */
  times: Record<Period, { median: number; slowest: number }>;
  inForce: { silences: number; suspensions: number };
  head: { number: number; hash: string } | null;
};

let kept: { at: number; figures: Promise<Transparency> } | undefined;

/** The figures of moderation, for everyone: counted anew when they are ten minutes old. */
export function getTransparency(): Promise<Transparency> {
  if (!kept || Date.now() - kept.at >= KEPT_MS) {
    const figures = countTransparency();
    kept = { at: Date.now(), figures };
    figures.catch(() => {
      kept = undefined;
    });
  }
  return kept.figures;
}

type Row = {
  period: Period;
  name: string;
  rule: string | null;
  kind: CaseKind | null;
  content: ContentMeasure | null;
  person: PersonMeasure | null;
  ruling: Ruling | null;
  count: number;
};

/** Counts the figures from the audit log and from nothing else. Two round trips. */
export async function countTransparency(now = new Date()): Promise<Transparency> {
  const [rows, [more]] = await Promise.all([countedRows(now), timesAndSanctions(now)]);
  const figures: Transparency = { periods: [], opened: {}, rules: {}, measures: [], rulings: {}, ...more };
  const add = (counts: Counts, { period, count }: Row) => {
    counts[period] = (counts[period] ?? 0) + count;
    return counts;
  };
  for (const row of rows) {
    if (row.name === "case.opened" && row.kind) figures.opened[row.kind] = add(figures.opened[row.kind] ?? {}, row);
    if (row.name === "appeal.decided" && row.ruling) figures.rulings[row.ruling] = add(figures.rulings[row.ruling] ?? {}, row);
    if (row.name === "case.decided") {
      const rule = row.rule ?? "";
      figures.rules[rule] = add(figures.rules[rule] ?? {}, row);
      add(countsOf(figures, { content: row.content ?? "NONE", person: row.person ?? "NONE" }), row);
    }
  }
  return { ...figures, periods: periodsOf(rows, now) };
}

function countsOf({ measures }: Transparency, { content, person }: Deciding): Counts {
  const known = measures.find((each) => each.content === content && each.person === person);
  if (known) return known.counts;
  const counts = {};
  measures.push({ content, person, counts });
  return counts;
}

/** The months from the first in which anything was counted, twelve at most, and the years before them. */
function periodsOf(rows: Row[], now: Date): Period[] {
  const counted = [...new Set(rows.map(({ period }) => period))].sort();
  const [first] = counted;
  if (!first) return [];
  const months = lastMonths(now).filter((month) => month >= first);
  return [...months, ...counted.filter((period) => period.length === 4).reverse()];
}

/** This month and the eleven before it, as the calendar of the portal shows them. */
function lastMonths(now: Date): Period[] {
  const [year = 0, month = 0] = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit" })
    .format(now)
    .split("-")
    .map(Number);
  return Array.from({ length: MONTHS }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7));
}

const countedRows = (now: Date) => db.$queryRaw<Row[]>`
  SELECT period, name, details->>'rule' AS rule, details->>'kind' AS kind, details->>'content' AS content, details->>'person' AS person,
    details->>'ruling' AS ruling, count(*)::int AS count
  FROM (SELECT name, details, ${periodAt(now)} AS period
    FROM "AuditEntry" WHERE name IN ('case.opened', 'case.decided', 'appeal.decided') AND at <= ${now}) e
  GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 3, 5, 6`;

/** The month of an entry, or its year where it is older than the last twelve months: nothing is counted twice. */
const periodAt = (now: Date) => Prisma.sql`to_char(at AT TIME ZONE ${ZONE}, CASE
  WHEN at AT TIME ZONE ${ZONE} >= date_trunc('month', ${now}::timestamptz AT TIME ZONE ${ZONE}) - make_interval(months => ${MONTHS - 1}::int)
  THEN 'YYYY-MM' ELSE 'YYYY' END)`;

type More = Pick<Transparency, "times" | "inForce" | "head">;

/** A measure is in force from when it was imposed until its days are over, or it was lifted. */
const timesAndSanctions = (now: Date) => db.$queryRaw<[More]>`
  SELECT
    (SELECT coalesce(json_object_agg(period, json_build_object('median', median, 'slowest', slowest)), '{}') FROM (
      SELECT period, percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS median, percentile_cont(0.9) WITHIN GROUP (ORDER BY hours) AS slowest
      FROM (SELECT (details->>'hours')::float8 AS hours,
          ${periodAt(now)} AS period
        FROM "AuditEntry" WHERE name = 'case.decided' AND at <= ${now} AND jsonb_typeof(details->'hours') = 'number') d
      GROUP BY period) t) AS times,
    (SELECT json_build_object('silences', count(*) FILTER (WHERE kind = 'SILENCE'), 'suspensions', count(*) FILTER (WHERE kind = 'SUSPENSION')) FROM (
      SELECT DISTINCT s.details->>'kind' AS kind, s.details->>'account' AS account FROM "AuditEntry" s
      WHERE s.name = 'sanction.imposed' AND s.at <= ${now}
        AND (jsonb_typeof(s.details->'days') IS DISTINCT FROM 'number' OR s.at + make_interval(secs => (s.details->>'days')::float8 * 86400) > ${now})
        AND NOT EXISTS (SELECT 1 FROM "AuditEntry" l WHERE l."subjectId" = s."subjectId" AND l.name IN ('sanction.lifted', 'sanction.ended'))) f) AS "inForce",
    (SELECT json_build_object('number', number, 'hash', hash) FROM "AuditEntry" ORDER BY number DESC LIMIT 1) AS head`;
