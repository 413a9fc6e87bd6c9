import type { Actor } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { SanctionKind } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import { authorize, found } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import { conflictOf, seenCases } from "./case-sight.server";
import { type Conflict, may } from "./policy";
import type { RuleKey } from "./rules";
import { scopeOf } from "./scope.server";

type Row = {
  id: string;
  kind: SanctionKind;
  rule: RuleKey;
  since: Date;
  until: Date | null;
  endedAt: Date | null;
  wasLifted: boolean;
  accountId: string;
  name: string;
  caseId: string;
  conflict: Conflict | null;
};

/** Sanctions that a moderator may see: present or past ones, the latest first, and where the next page starts. Refuses others (403). */
export async function listSanctions(actor: Actor, { isPast, after }: { isPast: boolean; after: string | null }) {
  authorize(may.moderate(actor));
  const rest = after
    ? Prisma.sql`AND (s.since, s.id) < (SELECT x.since, x.id FROM "Sanction" x WHERE x.id = ${after}::uuid)`
    : Prisma.empty;
  // A warning takes nothing away: it is over once it is given.
  const wanted = isPast
    ? Prisma.sql`(s."endedAt" IS NOT NULL OR s.kind = 'WARNING')`
    : Prisma.sql`s."endedAt" IS NULL AND s.kind <> 'WARNING'`;
  const rows = await sanctionsWhere(actor, Prisma.sql`${wanted} ${rest} ORDER BY s.since DESC, s.id DESC LIMIT ${PAGE_SIZE + 1}`);
  const sanctions = rows.slice(0, PAGE_SIZE).map((row) => shown(actor, row));

  return { sanctions, next: rows.length > PAGE_SIZE ? (sanctions.at(-1)?.id ?? null) : null };
}

/** One sanction, for the page that asks before it is lifted. Refuses who does not moderate (403), and what is not for this moderator (404). */
export async function getSanction(actor: Actor, id: string) {
  authorize(may.moderate(actor));
  const [row] = await sanctionsWhere(actor, Prisma.sql`s.id = ${id}::uuid`);
  return shown(actor, found(row));
}

export type ShownSanction = Awaited<ReturnType<typeof getSanction>>;

/** What is out of a moderator's scope does not exist for them. */
async function sanctionsWhere(actor: Actor, condition: Prisma.Sql) {
  const scope = await scopeOf(db, actor);
  return db.$queryRaw<Row[]>`
    SELECT s.id, s.kind, s.rule, s.since, s.until, s."endedAt", s."lifterId" IS NOT NULL AS "wasLifted", s."accountId", a.name, c.id AS "caseId",
      ${conflictOf(actor)} AS conflict
    FROM "Sanction" s JOIN "Account" a ON a.id = s."accountId" JOIN "Decision" d ON d.id = s."decisionId" JOIN "Case" c ON c.id = d."caseId"
    WHERE ${seenCases(actor, scope)} AND ${condition}`;
}

const shown = (actor: Actor, { since, until, endedAt, accountId, conflict, ...row }: Row) => ({
  ...row,
  since: since.toISOString(),
  until: until?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
  conflict: accountId === actor.id ? ("own" as const) : conflict,
});
