import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { conflict } from "~/platform/errors";

import { lockCase, refuseUnless } from "./case.server";
import { CLAIM_HOURS } from "./limits";

/**
 * Takes a case in hand, so that no two look at it at once. What somebody took more than a day ago is free again; done twice, it is done once.
 * Refuses who does not see it (404), who is concerned (403), and what someone else has in hand, has changed or closed (409).
 */
export async function claimCase(actor: Actor, id: string, version: number) {
  await db.$transaction(async (tx) => {
    const one = await lockCase(tx, actor, id);
    const isMine = one.assigneeId === actor.id;
    refuseUnless(actor, one, "claim", isMine ? one.version : version);
    if (isMine) return;
    if (one.assigneeId && isFresh(one.claimedAt)) throw conflict("decisions.conflict.claimed");

    const claim = { assigneeId: actor.id, claimedAt: new Date() };
    await tx.case.update({ where: { id }, data: { ...claim, version: { increment: 1 } }, select: { id: true } });
    await record(tx, actor, "case.claimed", { type: "CASE", id });
  });
}

/** Whether someone still counts as being at work on a case that they took at this moment. */
export const isFresh = (claimedAt: Date | null, now = Date.now()): boolean =>
  claimedAt !== null && now - claimedAt.getTime() < CLAIM_HOURS * 3_600_000;

/** Gives a case back, for anyone to take. Refuses like claimCase; what is in nobody's hand stays so, and in that of another is theirs (409). */
export async function releaseCase(actor: Actor, id: string, version: number) {
  await db.$transaction(async (tx) => {
    const one = await lockCase(tx, actor, id);
    refuseUnless(actor, one, "claim", one.assigneeId === null ? one.version : version);
    if (one.assigneeId === null) return;
    if (one.assigneeId !== actor.id) throw conflict("decisions.conflict.claimed");

    const claim = { assigneeId: null, claimedAt: null };
    await tx.case.update({ where: { id }, data: { ...claim, version: { increment: 1 } }, select: { id: true } });
    await record(tx, actor, "case.released", { type: "CASE", id });
  });
}
