import { endOfDay, instantOf } from "~/features/accounts/end-of-day";
import type { Actor } from "~/features/accounts/actor";
import { staffRoles } from "~/features/accounts/roles";
import type { EventName } from "~/features/activity/events";
import { Prisma } from "~/generated/prisma/client";
import { translator } from "~/i18n/translate";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";

import { type AuditFilters, auditedEvents, PORTAL_ACTOR } from "./audit-filters";
import { may } from "./policy";

const ENTRIES_A_PAGE = 50;
const MOST_STAFF = 200;
/** No transaction lasts as long: an entry that much later than another has a higher number. */
const LONGEST = Prisma.sql`interval '2 minutes'`;

export type AuditLine = {
  number: number;
  at: Date;
  name: EventName;
  actorId: string | null;
  /** Null where it was the portal itself, or someone who left. */
  actor: string | null;
  subjectType: string;
  subjectId: string;
  /** The name of whom it is about, where it is about a person who is still there. */
  subject: string | null;
  /** The name of the person in the details. */
  concerned: string | null;
  details: Record<string, string | number | null>;
  hash: string;
};

/** A page of the audit log, newest first, with what the filters offer and the state of the chain. For administrators (403). Two round trips. */
export async function listAudit(actor: Actor, filters: AuditFilters, after: number | null) {
  authorize(may.readAudit(actor));
  const [rows, { chain, staff }] = await Promise.all([
    db.$queryRaw<AuditLine[]>`
      SELECT a.number, a.at, a.name, a."actorId", doer.name AS actor, a."subjectType", a."subjectId", whom.name AS subject,
        concerned.name AS concerned, a.details, a.hash
      FROM (${auditEntries(actor, filters, after, ENTRIES_A_PAGE + 1)}) a
        LEFT JOIN "Account" doer ON doer.id = a."actorId"
        LEFT JOIN "Account" whom ON a."subjectType" = 'ACCOUNT' AND whom.id = a."subjectId"
        LEFT JOIN "Account" concerned ON concerned.id = CASE WHEN a.details->>'account' ~ '^[0-9a-f-]{36}$' THEN (a.details->>'account')::uuid END
      ORDER BY a.number DESC`,
    about(filters.who),
  ]);
  const entries = rows.slice(0, ENTRIES_A_PAGE);
  return { entries, next: rows.length > ENTRIES_A_PAGE ? (entries.at(-1)?.number ?? null) : null, chain, staff };
}

/** The entries of a filter before a number, newest first. Each filter is read along an index, however long the log is. */
export function auditEntries(actor: Actor, filters: AuditFilters, before: number | null, most: number): Prisma.Sql {
  const { what, who, type, about, from, to } = filters;
  const since = from ? instantOf(`${from}T00:00`, actor.timeZone) : null;
  const until = to ? endOfDay(to, actor.timeZone) : null;
  const wanted = Prisma.join(
    [
      Prisma.sql`true`,
      ...(before ? [Prisma.sql`a.number < ${before}::int`] : []),
      ...(who === PORTAL_ACTOR ? [Prisma.sql`a."actorId" IS NULL`] : who ? [Prisma.sql`a."actorId" = ${who}::uuid`] : []),
      ...(type ? [Prisma.sql`a."subjectType" = ${type}`] : []),
      ...(about ? [Prisma.sql`a."subjectId" = ${about}::uuid`] : []),
      ...(since ? [Prisma.sql`a.at >= ${since} AND a.number >= ${firstSince(since)}`] : []),
      ...(until ? [Prisma.sql`a.at <= ${until} AND a.number <= ${lastUntil(until)}`] : []),
    ],
    " AND ",
  );
  const newest = Prisma.sql`ORDER BY number DESC LIMIT ${most}::int`;
  if (!what) return Prisma.sql`SELECT a.* FROM "AuditEntry" a WHERE ${wanted} ${newest}`;

  return Prisma.sql`
    SELECT e.* FROM unnest(${namesOf(what)}::text[]) AS wanted (name)
      CROSS JOIN LATERAL (SELECT a.* FROM "AuditEntry" a WHERE ${isNamed} AND ${wanted} ORDER BY a.name, a.number DESC LIMIT ${most}::int) e ${newest}`;
}

/** Adding nothing keeps the planner from walking along the numbers until it meets the time. */
const firstSince = (since: Date) => Prisma.sql`(SELECT min(number + 0) FROM "AuditEntry"
  WHERE at >= ${since} AND at <= (SELECT min(at) FROM "AuditEntry" WHERE at >= ${since}) + ${LONGEST})`;

const lastUntil = (until: Date) => Prisma.sql`(SELECT max(number + 0) FROM "AuditEntry"
  WHERE at <= ${until} AND at >= (SELECT max(at) FROM "AuditEntry" WHERE at <= ${until}) - ${LONGEST})`;

/** Asked as a range, so that the planner reads the entries of that name and does not walk along the numbers until it meets some. */
const isNamed = Prisma.sql`a.name BETWEEN wanted.name AND wanted.name`;

/** The events of a group, or the one that is named. */
const namesOf = (what: string): string[] => auditedEvents(translator("en")).find(({ group }) => group === what)?.names ?? [what];

export type ChainState = {
  head: { number: number; hash: string } | null;
  checked: { at: string; name: "audit.verified" | "audit.broken"; number: number } | null;
};

type About = { chain: ChainState; staff: { id: string; name: string }[] };

/** The end of the chain and when it was last verified; and whom the filter offers: who decides over others, and who is chosen. */
async function about(who: string): Promise<About> {
  const chosen = who && who !== PORTAL_ACTOR ? who : null;
  const [row] = await db.$queryRaw<[About]>`
    SELECT json_build_object(
      'head', (SELECT json_build_object('number', number, 'hash', hash) FROM "AuditEntry" ORDER BY number DESC LIMIT 1),
      'checked', (SELECT json_build_object('at', c.at, 'name', c.name, 'number', c.details->'number') FROM (
        SELECT a.* FROM unnest(ARRAY['audit.verified', 'audit.broken']) AS wanted (name)
          CROSS JOIN LATERAL (SELECT * FROM "AuditEntry" a WHERE ${isNamed} ORDER BY a.name, a.number DESC LIMIT 1) a
        ORDER BY a.number DESC LIMIT 1) c)) AS chain,
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name), '[]') FROM (
      SELECT id, name FROM "Account" WHERE id = ${chosen}::uuid OR id IN (
        SELECT "accountId" FROM "RoleGrant" WHERE role::text = ANY(${[...staffRoles]}::text[]) AND ("endsAt" IS NULL OR "endsAt" > now()))
      ORDER BY name LIMIT ${MOST_STAFF}::int) p) AS staff`;
  return row;
}
