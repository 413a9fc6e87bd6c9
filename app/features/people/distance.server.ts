import { z } from "zod";

import { type Actor, hasRole, type Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import { db, type Transaction } from "~/platform/db.server";
import { found, unprocessable } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import { MOST_DISTANCES } from "./limits";

export const distanceSchema = z.object({
  kind: z.enum(["MUTED", "BLOCKED"], "flags.distances.errors.kind"),
  to: z.string().max(2_000).default(""),
});

/**
 * Hears less of someone from now on; asked twice it is done once, asked otherwise it is changed. Nobody else learns of it. Refuses an account that
 * there is not (404), oneself, to block who moderates or administers the portal, and more than 500 (422).
 */
export async function keepDistance(actor: Actor, otherId: string, { isBlocked }: { isBlocked: boolean }) {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`distances of ${actor.id}`}, 0))`;
    const other = await loadOther(tx, actor, otherId);
    if (isBlocked && other.isStaff) throw unprocessable("flags.distances.errors.staff");
    const others = await tx.distance.count({ where: { accountId: actor.id, otherId: { not: otherId } } });
    if (others >= MOST_DISTANCES) throw unprocessable("flags.distances.errors.tooMany");

    const key = { accountId: actor.id, otherId };
    await tx.distance.upsert({
      where: { accountId_otherId: key },
      create: { ...key, isBlocked },
      update: { isBlocked },
      select: { otherId: true },
    });
  });
}

/** Hears of someone again as of anyone. Done twice it is done once. */
export async function endDistance(actor: Actor, otherId: string) {
  await db.distance.deleteMany({ where: { accountId: actor.id, otherId } });
}

/** Whom the page is about that asks how far away they should be. Refuses like keepDistance, but a block. */
export async function getDistance(actor: Actor, otherId: string) {
  const { name, isStaff } = await loadOther(db, actor, otherId);
  const kept = await db.distance.findUnique({
    where: { accountId_otherId: { accountId: actor.id, otherId } },
    select: { isBlocked: true },
  });
  return { id: otherId, name, isStaff, kept: kept && (kept.isBlocked ? ("BLOCKED" as const) : ("MUTED" as const)) };
}

export type Distant = { id: string; name: string; isBlocked: boolean; since: Date };

/** Of whom this person wants to hear less, the latest first, from behind `after` on. One round trip. */
export async function listDistances(actor: Actor, after: string | null): Promise<{ distances: Distant[]; next: string | null }> {
  const behind = after
    ? Prisma.sql`AND (d.since, d."otherId") < (SELECT x.since, x."otherId" FROM "Distance" x WHERE x."accountId" = d."accountId" AND x."otherId" = ${after}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Distant[]>`
    SELECT a.id, a.name, d."isBlocked", d.since FROM "Distance" d JOIN "Account" a ON a.id = d."otherId"
    WHERE d."accountId" = ${actor.id}::uuid ${behind} ORDER BY d.since DESC, d."otherId" DESC LIMIT ${PAGE_SIZE + 1}`;
  const distances = rows.slice(0, PAGE_SIZE);
  return { distances, next: rows.length > PAGE_SIZE ? (distances.at(-1)?.id ?? null) : null };
}

/** Whether this person wants to hear less of an account: a piece of SQL. */
export const isDistant = (actor: Actor, account: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM "Distance" d WHERE d."accountId" = ${actor.id}::uuid AND d."otherId" = ${account})`;

/** How far away the viewer keeps an account: MUTED, BLOCKED or null. A piece of SQL, which costs visitors nothing. */
export const distanceTo = (viewer: Viewer, account: Prisma.Sql): Prisma.Sql =>
  viewer
    ? Prisma.sql`(SELECT CASE WHEN d."isBlocked" THEN 'BLOCKED' ELSE 'MUTED' END FROM "Distance" d WHERE d."accountId" = ${viewer.id}::uuid AND d."otherId" = ${account})`
    : Prisma.sql`NULL`;

/** Whether an account has blocked this person, who then cannot turn to them: a piece of SQL. Who moderates must be able to. */
export const hasBlocked = (account: Prisma.Sql, actor: Actor): Prisma.Sql =>
  isUnblockable(actor)
    ? Prisma.sql`FALSE`
    : Prisma.sql`EXISTS (SELECT 1 FROM "Distance" d WHERE d."accountId" = ${account} AND d."otherId" = ${actor.id}::uuid AND d."isBlocked")`;

/** Whether account `a` wants to hear less of who did something: a piece of SQL. */
export const keepsAway = (actorId: string | null): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT 1 FROM "Distance" d WHERE d."accountId" = a.id AND d."otherId" = ${actorId}::uuid)`;

/** Whether an account has blocked this person, as a question of its own. */
export const isBlockedBy = async (tx: Transaction, actor: Actor, accountId: string | null): Promise<boolean> =>
  accountId !== null &&
  !isUnblockable(actor) &&
  (await tx.distance.count({ where: { accountId, otherId: actor.id, isBlocked: true } })) > 0;

const isUnblockable = (actor: Actor) => hasRole(actor, "MODERATOR", "ADMINISTRATOR");

async function loadOther(tx: Transaction, actor: Actor, otherId: string) {
  if (otherId === actor.id) throw unprocessable("flags.distances.errors.self");
  const { name, roles } = found(
    await tx.account.findUnique({
      where: { id: otherId },
      select: {
        name: true,
        roles: {
          where: { role: { in: ["MODERATOR", "ADMINISTRATOR"] }, OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
          select: { role: true },
        },
      },
    }),
  );
  return { name, isStaff: roles.length > 0 };
}
