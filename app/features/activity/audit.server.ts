import { createHash } from "node:crypto";

import { db } from "~/platform/db.server";

const AT_ONCE = 10_000;
const BEFORE_ALL = "0".repeat(64);

/** An entry by its place in the chain. Whoever keeps one can prove later that nothing up to there was changed or cut off. */
export type ChainHead = { number: number; hash: string };

/**
 * What can be wrong: an entry was changed; it does not follow from the one before; some are gone, at this number or behind the last one; it is not
 * what a head kept elsewhere says; it says something else than the event that it stands for; or an event that belongs there has none.
 */
export type AuditFault = "changed" | "unlinked" | "missing" | "cut" | "other_head" | "other_event" | "no_entry";

export type AuditVerdict =
  | { isSound: true; entries: number; head: ChainHead | null }
  | { isSound: false; fault: AuditFault; number: number; event?: string };

type Row = {
  number: number;
  eventId: string;
  at: string;
  name: string;
  actorId: string;
  subjectType: string;
  subjectId: string;
  details: string;
  previousHash: string;
  hash: string;
};

/**
 * Reckons the chain of the audit log anew, from its first entry on, and holds it against the events. `kept` is a head of an earlier time: without
 * one, entries that were cut off at the end together with their events are not missed.
 */
export async function verifyAudit(kept: ChainHead | null = null): Promise<AuditVerdict> {
  let head: ChainHead | null = null;
  for (;;) {
    const rows: Row[] = await entriesAfter(head?.number ?? 0);
    for (const row of rows) {
      const fault = faultOf(row, head, kept);
      if (fault) return { isSound: false, fault, number: fault === "missing" ? (head?.number ?? 0) + 1 : row.number };
      head = { number: row.number, hash: row.hash };
    }
    if (rows.length < AT_ONCE) break;
  }
  if (kept && (head?.number ?? 0) < kept.number) return { isSound: false, fault: "cut", number: (head?.number ?? 0) + 1 };

  return (await faultAgainstEvents()) ?? { isSound: true, entries: head?.number ?? 0, head };
}

/** The last entry of the chain; null while there is none. */
export const auditHead = (): Promise<ChainHead | null> =>
  db.auditEntry.findFirst({ orderBy: { number: "desc" }, select: { number: true, hash: true } });

/** The parts of the text that the database has hashed, in its own writing. */
const entriesAfter = (number: number) => db.$queryRaw<Row[]>`
  SELECT number, "eventId"::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, name, coalesce("actorId"::text, '-') AS "actorId",
    "subjectType", "subjectId"::text, details::text, "previousHash", hash
  FROM "AuditEntry" WHERE number > ${number}::int ORDER BY number LIMIT ${AT_ONCE}::int`;

function faultOf(row: Row, before: ChainHead | null, kept: ChainHead | null): AuditFault | null {
  if (row.number !== (before?.number ?? 0) + 1) return "missing";
  if (row.hash !== hashOf(row)) return "changed";
  if (row.previousHash !== (before?.hash ?? BEFORE_ALL)) return "unlinked";
  return kept?.number === row.number && kept.hash !== row.hash ? "other_head" : null;
}

/** The same text as in the database, where the entry was written (function append_audit_entry). */
function hashOf({ number, eventId, at, name, actorId, subjectType, subjectId, details, previousHash }: Row): string {
  const text = [number, eventId, at, name, actorId, subjectType, subjectId, details, previousHash].join("|");
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Who made the whole chain anew would have to change the events as well. Whoever is erased is no longer named in theirs. */
async function faultAgainstEvents(): Promise<AuditVerdict | null> {
  const [other] = await db.$queryRaw<{ number: number }[]>`
    SELECT a.number FROM "AuditEntry" a LEFT JOIN "Event" e ON e.id = a."eventId"
    WHERE (e.name, e.at, e."subjectType", e."subjectId", e.details) IS DISTINCT FROM (a.name, a.at, a."subjectType", a."subjectId", a.details)
      OR e."actorId" IS DISTINCT FROM a."actorId" AND e."actorId" IS NOT NULL
    ORDER BY a.number LIMIT 1`;
  if (other) return { isSound: false, fault: "other_event", number: other.number };

  const [event] = await db.$queryRaw<{ id: string; next: number }[]>`
    SELECT e.id::text, (SELECT coalesce(max(number), 0) + 1 FROM "AuditEntry") AS next FROM "Event" e
    WHERE e."isAudited" AND NOT EXISTS (SELECT 1 FROM "AuditEntry" a WHERE a."eventId" = e.id) ORDER BY e.id LIMIT 1`;
  return event ? { isSound: false, fault: "no_entry", number: event.next, event: event.id } : null;
}
