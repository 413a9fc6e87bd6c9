import type { Actor } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";

import { conflictedCases } from "./case-sight.server";
import { CLAIM_HOURS } from "./limits";
import type { QueueFilters } from "./queue-filters";

/** The order of the queue: most urgent first, and of closed cases the last one. */
export const orderOf = ({ state }: Pick<QueueFilters, "state">): Prisma.Sql =>
  state === "closed" ? Prisma.sql`c."closedAt" DESC, c.id DESC` : Prisma.sql`c.priority DESC, c."openedAt", c.id`;

/** Whether someone has case `c` in hand; whoever took it too long ago has it no more. */
export const isClaimed = (): Prisma.Sql =>
  Prisma.sql`(c."assigneeId" IS NOT NULL AND coalesce(c."claimedAt" > now() - make_interval(hours => ${CLAIM_HOURS}::int), FALSE))`;

/** The first CTE of a statement that is narrowed: what its viewer may not decide about, looked up once where that is asked. */
export const conflicted = (viewer: Actor, { conflict }: Pick<QueueFilters, "conflict">): Prisma.Sql =>
  Prisma.sql`conflicted AS MATERIALIZED (${conflict ? conflictedCases(viewer) : Prisma.sql`SELECT NULL::uuid AS id WHERE FALSE`})`;

/** What narrows the queue. Asks for the CTE `conflicted`. */
export const narrowing = (viewer: Actor, { state, kind, language, category, rule, conflict }: QueueFilters): Prisma.Sql =>
  Prisma.join(
    [
      state === "closed" ? Prisma.sql`c."closedAt" IS NOT NULL` : Prisma.sql`c."closedAt" IS NULL`,
      state === "mine" ? Prisma.sql`c."assigneeId" = ${viewer.id}::uuid` : [],
      state === "unclaimed" ? Prisma.sql`NOT ${isClaimed()}` : [],
      kind ? Prisma.sql`c.kind = ${kind}::"CaseKind"` : [],
      language ? Prisma.sql`c.language = ${language}::"Language"` : [],
      category ? Prisma.sql`c."categoryId" = ${category}::uuid` : [],
      rule ? Prisma.sql`c.rule = ${rule}` : [],
      conflict === "none" ? Prisma.sql`c.id NOT IN (SELECT x.id FROM conflicted x)` : [],
      conflict === "own" ? Prisma.sql`c.id IN (SELECT x.id FROM conflicted x)` : [],
    ].flat(),
    " AND ",
  );
