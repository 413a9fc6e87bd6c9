import type { Actor } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";

import { conflictedCases, conflictOf } from "./case-sight.server";
import { CLAIM_HOURS } from "./limits";
import type { QueueFilters } from "./queue-filters";

/** The order of the queue: most urgent first, and of closed cases the last one. */
export const orderOf = ({ state }: Pick<QueueFilters, "state">): Prisma.Sql =>
  state === "closed" ? Prisma.sql`c."closedAt" DESC, c.id DESC` : Prisma.sql`c.priority DESC, c."openedAt", c.id`;

/** Whether someone has case `c` in hand; whoever took it too long ago has it no more. */
export const isClaimed = (): Prisma.Sql =>
  Prisma.sql`(c."assigneeId" IS NOT NULL AND c."claimedAt" > now() - make_interval(hours => ${CLAIM_HOURS}::int))`;

/** What narrows the queue, but for the filters that are left out. */
export function narrowing(viewer: Actor, filters: QueueFilters, ...without: (keyof QueueFilters)[]): Prisma.Sql {
  const { state, kind, language, category, rule, conflict } = {
    ...filters,
    ...Object.fromEntries(without.map((name) => [name, ""])),
  };
  return Prisma.join(
    [
      state === "closed" ? Prisma.sql`c."closedAt" IS NOT NULL` : Prisma.sql`c."closedAt" IS NULL`,
      state === "mine" ? Prisma.sql`c."assigneeId" = ${viewer.id}::uuid` : [],
      state === "unclaimed" ? Prisma.sql`NOT ${isClaimed()}` : [],
      kind ? Prisma.sql`c.kind = ${kind}::"CaseKind"` : [],
      language ? Prisma.sql`c.language = ${language}::"Language"` : [],
      category ? Prisma.sql`c."categoryId" = ${category}::uuid` : [],
      rule ? Prisma.sql`c.rule = ${rule}` : [],
      conflict === "none" ? Prisma.sql`${conflictOf(viewer)} IS NULL` : [],
      conflict === "own" ? Prisma.sql`c.id IN (${conflictedCases(viewer)})` : [],
    ].flat(),
    " AND ",
  );
}
