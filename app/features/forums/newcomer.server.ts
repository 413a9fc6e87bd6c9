import { type Actor, hasRole, isTrusted } from "~/features/accounts/actor";
import { staffRoles } from "~/features/accounts/roles";
import type { Transaction } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { tooMany } from "~/platform/errors";

import { newcomer } from "./limits";

/** How well the portal knows someone who writes. */
export type Standing = {
  /** Neither a role over others nor an organization speaks for them. */
  isStranger: boolean;
  /** And nobody has let words of theirs through. */
  isFirst: boolean;
  /** Or only since yesterday. */
  isNewcomer: boolean;
  /** When the first day of their account ends; null where it has ended. */
  firstDayEnds: Date | null;
};

const HOUR_MS = 3_600_000;
const KNOWN: Standing = { isStranger: false, isFirst: false, isNewcomer: false, firstDayEnds: null };

/** How well someone is known right now. Nothing is asked of those for whom an organization or a role speaks. */
export async function standingOf(tx: Transaction, actor: Actor, now = Date.now()): Promise<Standing> {
  if (isTrusted(actor) || hasRole(actor, ...staffRoles)) return KNOWN;
  const { createdAt, vouchedAt } = await tx.account.findUniqueOrThrow({
    where: { id: actor.id },
    select: { createdAt: true, vouchedAt: true },
  });
  const isWithinDay = (since: Date) => now - since.getTime() < newcomer.hours * HOUR_MS;

  return {
    isStranger: true,
    isFirst: vouchedAt === null,
    isNewcomer: vouchedAt === null || isWithinDay(vouchedAt),
    firstDayEnds: isWithinDay(createdAt) ? new Date(createdAt.getTime() + newcomer.hours * HOUR_MS) : null,
  };
}

/**
 * Refuses more than strangers may write on their first day, and what comes too soon after their last words, waiting ones included (429). `threadId`
 * is null where a thread begins.
 */
export async function refuseTooMuch(tx: Transaction, actor: Actor, standing: Standing, threadId: string | null) {
  if (!standing.isNewcomer && !standing.firstDayEnds) return;
  const [written] = await tx.$queryRaw<[{ threads: number; posts: number; last: Date | null }]>`
    WITH words AS (
      (SELECT p."createdAt" AS at, p.number = 1 AS begins FROM "Post" p
        WHERE p."authorId" = ${actor.id}::uuid AND p.notice IS NULL ORDER BY p."createdAt" DESC LIMIT 100)
      UNION ALL SELECT h."heldAt", h.kind = 'THREAD' FROM "HeldPost" h WHERE h."authorId" = ${actor.id}::uuid)
    SELECT count(*) FILTER (WHERE begins)::int AS threads, count(*) FILTER (WHERE NOT begins)::int AS posts, max(at) AS last FROM words`;
  refuseOverDay(standing, written, threadId);
  if (!standing.isNewcomer || !written.last) return;

  const pause = (newcomer.pauseSeconds * 1000) / Math.max(1, env.RATE_LIMIT_SCALE);
  const left = written.last.getTime() + pause - Date.now();
  if (left > 0) throw tooMany(left / 1000, `holds.error.pause:${Math.ceil(left / 1000)}`);
}

function refuseOverDay({ firstDayEnds }: Standing, { threads, posts }: { threads: number; posts: number }, threadId: string | null) {
  if (!firstDayEnds) return;
  const seconds = (firstDayEnds.getTime() - Date.now()) / 1000;
  if (threadId === null && threads >= newcomer.threads) throw tooMany(seconds, "posting.error.newcomerThreads");
  if (threadId !== null && posts >= newcomer.replies) throw tooMany(seconds, "posting.error.newcomerReplies");
}
