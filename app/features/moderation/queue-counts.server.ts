import type { Actor } from "~/features/accounts/actor";
import { seenSpaces } from "~/features/forums/seen.server";
import { Prisma } from "~/generated/prisma/client";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { kindsOf, seenCases } from "./case-sight.server";
import type { Scope } from "./policy";
import type { QueueFilters } from "./queue-filters";
import { conflicted, narrowing, orderOf } from "./queue-narrowing.server";

/** Counts stop here: a hundred stands for that or more. */
const MOST_COUNTED = 100;

type Counted = { filter: "state" | "kind" | "language" | "category"; value: string; label: string | null; count: number };

/** How many cases each choice would show beside what else is chosen, up to a hundred; and the categories that the viewer sees, which are not counted. */
export type QueueCounts = Record<Counted["filter"], { value: string; label: string | null; count: number }[]>;

/**
 * One round trip. Each count stops at a hundred, so that it costs no more where thousands wait; whoever sees few of many has those looked up first.
 * What is closed is not counted.
 */
export async function countQueue(viewer: Actor, language: Language, scope: Scope, filters: QueueFilters): Promise<QueueCounts> {
  const isNarrow = scope.categoryIds.length + scope.organizationIds.length > 0;
  const sight = seenCases(viewer, scope);
  const cases = isNarrow ? Prisma.sql`seen c` : Prisma.sql`"Case" c`;
  const one = (filter: Counted["filter"], value: string, chosen: QueueFilters) => {
    // In the order of the queue, which leads along its index and not through all that is closed. One's own are few, and have an index.
    const along = isNarrow || chosen.state === "mine" ? Prisma.empty : Prisma.sql`ORDER BY ${orderOf(chosen)}`;
    const which = Prisma.sql`${narrowing(viewer, chosen)} AND ${isNarrow ? Prisma.sql`TRUE` : sight} ${along} LIMIT ${MOST_COUNTED}`;
    return Prisma.sql`SELECT ${filter} AS filter, ${value} AS value, NULL AS label, (SELECT count(*)::int FROM (SELECT 1 FROM ${cases} WHERE ${which}) n) AS count`;
  };

  const parts = ["open", "mine", "unclaimed"].map((state) => one("state", state, { ...filters, state }));
  if (filters.state !== "closed") {
    for (const kind of kindsOf(viewer)) parts.push(one("kind", kind, { ...filters, kind }));
    for (const each of languages) parts.push(one("language", each, { ...filters, language: each }));
  }
  parts.push(
    Prisma.sql`SELECT 'category', k.id::text, f.name, 0 FROM "Category" k JOIN "CategoryFace" f ON f."categoryId" = k.id
      WHERE f.language = ${language}::"Language" AND ${seenSpaces(viewer)}`,
  );
  const rows = await db.$queryRaw<Counted[]>`
    WITH ${conflicted(viewer, filters)}, seen AS MATERIALIZED (SELECT c.id, c.kind, c.language, c."categoryId", c.rule, c."assigneeId", c."claimedAt", c."closedAt"
      FROM "Case" c WHERE ${isNarrow ? Prisma.sql`c."closedAt" IS NULL AND ${sight}` : Prisma.sql`FALSE`})
    ${Prisma.join(parts, " UNION ALL ")} ORDER BY 1, 3`;
  const of = (filter: Counted["filter"]) =>
    rows.filter((row) => row.filter === filter).map(({ value, label, count }) => ({ value, label, count }));
  return { state: of("state"), kind: of("kind"), language: of("language"), category: of("category") };
}
