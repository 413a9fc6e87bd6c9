import type { Actor } from "~/features/accounts/actor";
import { seenSpaces } from "~/features/forums/seen.server";
import { Prisma } from "~/generated/prisma/client";
import type { CaseKind, CaseSubject, Role } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import { conflictOf, kindsOf, seenCases } from "./case-sight.server";
import { type Conflict, may, type Scope } from "./policy";
import { countQueue, type QueueCounts } from "./queue-counts.server";
import type { QueueFilters } from "./queue-filters";
import { conflicted, isClaimed, narrowing, orderOf } from "./queue-narrowing.server";
import { scopeOf } from "./scope.server";

/** A line of the queue. */
export type QueueRow = {
  id: string;
  kind: CaseKind;
  subjectType: CaseSubject;
  title: string;
  language: Language;
  category: string | null;
  rule: string | null;
  /** What is asked for, in a request for a role. */
  role: Role | null;
  priority: number;
  reports: number;
  assignee: { id: string; name: string } | null;
  isHidden: boolean;
  isRepaired: boolean;
  openedAt: string;
  closedAt: string | null;
  outcome: string | null;
  conflict: Conflict | null;
};

export type Queue = { items: QueueRow[]; next: string | null; kinds: CaseKind[]; counts: QueueCounts };

type Row = Omit<QueueRow, "openedAt" | "closedAt"> & { openedAt: Date; closedAt: Date | null };

/**
 * What awaits a human, most urgent first, as far as the viewer's role and scope go; closed cases with the last one first. Refuses who may not
 * moderate (403). A category that the viewer does not see is not named. Three round trips, whose cost does not grow with the cases.
 */
export async function listCases(
  viewer: Actor,
  language: Language,
  filters: QueueFilters,
  after: string | null = null,
  limit = PAGE_SIZE,
): Promise<Queue> {
  authorize(may.moderate(viewer));
  const scope = await scopeOf(db, viewer);
  const [rows, counts] = await Promise.all([
    listPage(viewer, language, scope, filters, after, limit + 1),
    countQueue(viewer, language, scope, filters),
  ]);
  const shown = rows.slice(0, limit);
  const items = shown.map(({ openedAt, closedAt, ...row }) => ({
    ...row,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }));
  return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null, kinds: kindsOf(viewer), counts };
}

function listPage(viewer: Actor, language: Language, scope: Scope, filters: QueueFilters, after: string | null, count: number) {
  const isClosed = filters.state === "closed";
  const sight = seenCases(viewer, scope);
  const order = orderOf(filters);
  const some = (past: Prisma.Sql) => Prisma.sql`(SELECT c.id, c.priority, c."openedAt", c."closedAt" FROM "Case" c
    WHERE ${narrowing(viewer, filters)} AND ${sight} AND ${past} ORDER BY ${order} LIMIT ${count})`;
  const candidates = after ? Prisma.join(pastMark(isClosed).map(some), " UNION ALL ") : some(Prisma.sql`TRUE`);

  return db.$queryRaw<Row[]>`
    WITH ${conflicted(viewer, filters)}, mark AS MATERIALIZED (SELECT c.id, c.priority, c."openedAt", c."closedAt" FROM "Case" c WHERE c.id = ${after}::uuid AND ${sight}),
    page AS MATERIALIZED (SELECT c.id FROM (${candidates}) c ORDER BY ${order} LIMIT ${count})
    SELECT c.id, c.kind, c."subjectType", c.title, c.language, f.name AS category, c.rule, r.role, c.priority,
      (SELECT count(*)::int FROM "Flag" g WHERE g."caseId" = c.id) AS reports,
      CASE WHEN s.id IS NOT NULL AND ${isClaimed()} THEN json_build_object('id', s.id, 'name', s.name) END AS assignee,
      c."hiddenAt" IS NOT NULL AS "isHidden", c."repairedAt" IS NOT NULL AS "isRepaired", c."openedAt", c."closedAt", c.outcome,
      ${conflictOf(viewer)} AS conflict
    FROM page JOIN "Case" c USING (id) LEFT JOIN "Account" s ON s.id = c."assigneeId"
      LEFT JOIN "Category" k ON k.id = c."categoryId" AND ${seenSpaces(viewer)}
      LEFT JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
      LEFT JOIN "RoleRequest" r ON c.kind = 'ROLE' AND r.id = c."subjectId"
    ORDER BY ${order}`;
}

/** What comes behind the last line of the page before: in two pieces, each of which lies in a row along the index. */
const pastMark = (isClosed: boolean): Prisma.Sql[] =>
  isClosed
    ? [Prisma.sql`(c."closedAt", c.id) < ((SELECT "closedAt" FROM mark), (SELECT id FROM mark))`]
    : [
        Prisma.sql`c.priority = (SELECT priority FROM mark) AND (c."openedAt", c.id) > ((SELECT "openedAt" FROM mark), (SELECT id FROM mark))`,
        Prisma.sql`c.priority < (SELECT priority FROM mark)`,
      ];
