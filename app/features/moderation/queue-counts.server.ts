import type { Actor } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { kindsOf, seenCases } from "./case-sight.server";
import type { Scope } from "./policy";
import { type QueueFilters, queueStates } from "./queue-filters";
import { narrowing, orderOf } from "./queue-narrowing.server";
import { rules } from "./rules";

/** Counts stop here: a hundred stands for that or more. */
export const MOST_COUNTED = 100;

type Counted = { filter: "state" | "kind" | "language" | "category" | "rule"; value: string; label: string | null; count: number };

/** How many cases each choice of a filter would show beside what else is chosen, up to a hundred. */
export type QueueCounts = Record<Counted["filter"], { value: string; label: string | null; count: number }[]>;

/** One round trip. Each count stops at a hundred, so that it costs no more where thousands wait; closed cases are not counted by filter. */
export async function countQueue(viewer: Actor, language: Language, scope: Scope, filters: QueueFilters): Promise<QueueCounts> {
  const sight = seenCases(viewer, scope);
  // In the order of the queue, which leads along its index and not through all that is closed.
  const counted = (which: Prisma.Sql, order = orderOf(filters)) =>
    Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM "Case" c WHERE ${which} ORDER BY ${order} LIMIT ${MOST_COUNTED}) n)`;
  const state = (value: string) => {
    const which = Prisma.sql`${narrowing(viewer, { ...filters, state: value })} AND ${sight}`;
    return Prisma.sql`SELECT 'state' AS filter, ${value} AS value, NULL AS label, ${counted(which, orderOf({ state: value }))} AS count`;
  };
  const each = (filter: "kind" | "language" | "rule", values: readonly string[], isIt: Prisma.Sql) => Prisma.sql`
    SELECT ${filter}, v.value, NULL, ${counted(Prisma.sql`${isIt} AND ${narrowing(viewer, filters, filter)} AND ${sight}`)}
    FROM unnest(${values}::text[]) AS v(value)`;
  const inCategory = Prisma.sql`c."categoryId" = f."categoryId" AND ${narrowing(viewer, filters, "category")} AND ${sight}`;

  const parts = queueStates.map(state);
  if (filters.state !== "closed")
    parts.push(
      each("kind", kindsOf(viewer), Prisma.sql`c.kind = v.value::"CaseKind"`),
      each("language", languages, Prisma.sql`c.language = v.value::"Language"`),
      each("rule", rules, Prisma.sql`c.rule = v.value`),
    );
  parts.push(
    filters.state === "closed"
      ? Prisma.sql`SELECT 'category', f."categoryId"::text, f.name, 0 FROM "CategoryFace" f WHERE f.language = ${language}::"Language"
          AND EXISTS (SELECT 1 FROM "Case" c WHERE c."categoryId" = f."categoryId" AND ${sight})`
      : Prisma.sql`SELECT 'category', f."categoryId"::text, f.name, ${counted(inCategory)} FROM "CategoryFace" f
          WHERE f.language = ${language}::"Language"`,
  );
  const rows = await db.$queryRaw<Counted[]>`${Prisma.join(parts, " UNION ALL ")} ORDER BY 1, 3`;
  const of = (filter: Counted["filter"]) =>
    rows.filter((row) => row.filter === filter).map(({ value, label, count }) => ({ value, label, count }));
  return { state: of("state"), kind: of("kind"), language: of("language"), rule: of("rule"), category: of("category") };
}
