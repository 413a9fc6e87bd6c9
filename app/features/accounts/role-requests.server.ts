import { record } from "~/features/activity/record.server";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";

import type { Actor } from "./actor";
import { inForce } from "./administrators.server";
import { endOfDay } from "./end-of-day";
import { may } from "./policy";
import { giveRole, lockHolder, putOnRecord } from "./role-grants.server";
import type { RoleAnswer, RoleWish } from "./role-schema.server";

/** Asks for a role, with a reason. Refuses the silenced (403), a role that one holds or has asked for already (422), and asking too often (429). */
export async function askForRole(actor: Actor, { role, reason }: RoleWish) {
  authorize(may.askForRole(actor));
  await limit("role requests by account", actor.id);
  const work = db.$transaction(async (tx) => {
    const held = await tx.roleGrant.count({ where: { accountId: actor.id, role, ...inForce() } });
    if (held > 0) throw unprocessable("admin.errors.heldAlready");

    const { id } = await tx.roleRequest.create({ data: { accountId: actor.id, role, reason }, select: { id: true } });
    await record(tx, actor, "role.asked", { type: "ACCOUNT", id: actor.id }, { role, request: id });
  });
  await work.catch((error: unknown) => {
    throw isTaken(error) ? unprocessable("admin.errors.askedAlready") : error;
  });
}

/** Takes one's own open request back. Refuses one of someone else (404), and one that is answered (409). */
export async function withdrawRoleRequest(actor: Actor, id: string) {
  await db.$transaction(async (tx) => {
    const { role } = found(await tx.roleRequest.findFirst({ where: { id, accountId: actor.id }, select: { role: true } }));
    const { count } = await tx.roleRequest.updateMany({
      where: { id, answer: null },
      data: { answer: "WITHDRAWN", decidedAt: new Date() },
    });
    if (count === 0) throw conflict("admin.errors.answeredAlready");
    await record(tx, actor, "role.withdrawn", { type: "ACCOUNT", id: actor.id }, { role, request: id });
  });
}

/** Grants or declines what someone asked for. For administrators; refuses as answerRoleRequest does. */
export async function decideRoleRequest(actor: Actor, id: string, answer: RoleAnswer) {
  authorize(may.decideRoles(actor));

  await db.$transaction((tx) => answerRoleRequest(tx, actor, id, answer));
}

/**
 * Grants or declines an open request, as a part of a change that has asked its own policy already. Refuses what giveRole refuses, a
 * request that is answered or withdrawn (409), and to decline without a word (422).
 */
export async function answerRoleRequest(tx: Transaction, actor: Actor, id: string, { answer, note, endsOn }: RoleAnswer) {
  const { accountId, role, reason } = found(await tx.roleRequest.findUnique({ where: { id } }));
  await lockHolder(tx, actor, accountId, role);
  if (answer === "DECLINED" && note === "") throw unprocessable("admin.errors.noteNeeded");
  const { count } = await tx.roleRequest.updateMany({
    where: { id, answer: null },
    data: { answer, deciderId: actor.id, decidedAt: new Date(), note },
  });
  if (count === 0) throw conflict("admin.errors.answeredAlready");

  const endsAt = endOfDay(endsOn, actor.timeZone);
  if (answer === "GRANTED") await giveRole(tx, actor, accountId, role, { reason: note || reason, endsAt });
  else await putOnRecord(tx, actor, { accountId, role, verdict: "DECLINED", note, endsAt: null });
}
