import { record } from "~/features/activity/record.server";
import type { Role, RoleVerdict } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";

import type { Actor } from "./actor";
import { inForce, keepAnAdministrator, lockAdministrators } from "./administrators.server";
import { endOfDay } from "./end-of-day";
import { may } from "./policy";
import type { RoleGrantForm, RoleRemoval } from "./role-schema.server";
import { holds } from "./roles";

type Grant = { reason: string; endsAt: Date | null };

/** Gives someone a role, until the end of a day if one is named. For administrators; refuses as giveRole does. */
export async function grantRole(actor: Actor, accountId: string, { role, reason, endsOn }: RoleGrantForm) {
  authorize(may.changeRoles(actor, accountId));

  await db.$transaction((tx) => giveRole(tx, actor, accountId, role, { reason, endsAt: endOfDay(endsOn, actor.timeZone) }));
}

/** Takes a role from someone. For administrators; refuses as takeRole does. */
export async function revokeRole(actor: Actor, accountId: string, { role, reason }: RoleRemoval) {
  authorize(may.changeRoles(actor, accountId));

  await db.$transaction((tx) => takeRole(tx, actor, accountId, role, reason));
}

/**
 * Gives someone a role, as a part of a change that has asked its own policy already; what they hold of it is replaced, and an open request
 * of theirs for it is answered. Refuses what the granter does not hold and one's own account (403), an end that is past (422), and an end
 * for the last administrator (409).
 */
export async function giveRole(tx: Transaction, granter: Actor, accountId: string, role: Role, { reason, endsAt }: Grant) {
  await lockHolder(tx, granter, accountId, role);
  if (endsAt && endsAt <= new Date()) throw unprocessable("admin.errors.endsInThePast");
  const now = new Date();
  const grant = { granterId: granter.id, reason, endsAt, grantedAt: now };
  await tx.roleGrant.upsert({
    where: { accountId_role: { accountId, role } },
    create: { accountId, role, ...grant },
    update: grant,
  });
  if (role === "ADMINISTRATOR") await keepAnAdministrator(tx);
  await tx.roleRequest.updateMany({
    where: { accountId, role, answer: null },
    data: { answer: "GRANTED", deciderId: granter.id, decidedAt: now, note: reason },
  });
  await putOnRecord(tx, granter, { accountId, role, verdict: "GRANTED", note: reason, endsAt });
}

/**
 * Takes a role from someone, as a part of a change that has asked its own policy already. Refuses what the revoker does not hold and one's
 * own account (403), what is not held any more, and to leave the portal without an administrator (409).
 */
export async function takeRole(tx: Transaction, revoker: Actor, accountId: string, role: Role, reason: string) {
  await lockHolder(tx, revoker, accountId, role);
  const { count } = await tx.roleGrant.deleteMany({ where: { accountId, role, ...inForce() } });
  if (count === 0) throw conflict("admin.errors.notHeld");
  if (role === "ADMINISTRATOR") await keepAnAdministrator(tx);
  await putOnRecord(tx, revoker, { accountId, role, verdict: "REVOKED", note: reason, endsAt: null });
}

/** Makes the first administrator of a portal, at the word of who runs its machine. Refuses an unknown address (404), and when there is one already (409). */
export async function appointFirstAdministrator(email: string): Promise<{ name: string }> {
  return db.$transaction(async (tx) => {
    await lockAdministrators(tx);
    const account = found(await tx.account.findUnique({ where: { email }, select: { id: true, name: true } }));
    if ((await tx.roleGrant.count({ where: { role: "ADMINISTRATOR", ...inForce() } })) > 0) throw conflict("admin.errors.notTheFirst");

    const grant = { granterId: null, endsAt: null, grantedAt: new Date(), reason: "" };
    const where = { accountId_role: { accountId: account.id, role: "ADMINISTRATOR" as const } };
    await tx.roleGrant.upsert({ where, create: { ...where.accountId_role, ...grant }, update: grant });
    await putOnRecord(tx, null, { accountId: account.id, role: "ADMINISTRATOR", verdict: "GRANTED", note: "", endsAt: null });

    return { name: account.name };
  });
}

/**
 * Locks the one whose role is about to change until the transaction ends, so that of two changes one comes after the other. Refuses a
 * role that the actor does not hold, and one's own account (403); 404 where there is no such account.
 */
export async function lockHolder(tx: Transaction, actor: Actor, accountId: string, role: Role) {
  authorize(holds(actor, role) && actor.id !== accountId);
  if (role === "ADMINISTRATOR") await lockAdministrators(tx);
  // NO KEY: whoever is named as the granter of another at the same moment need not wait.
  found((await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Account" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`)[0]);
  // Of two who take each other's role at the same moment, the second has lost it by now.
  if (role === "ADMINISTRATOR") authorize((await tx.roleGrant.count({ where: { accountId: actor.id, role, ...inForce() } })) === 1);
}

type Decided = { accountId: string; role: Role; verdict: RoleVerdict; note: string; endsAt: Date | null };

const eventOf = { GRANTED: "role.granted", DECLINED: "role.declined", REVOKED: "role.revoked" } as const;

/** Keeps who decided what about a role, and why. Words stay out of the event, which outlives the account. */
export async function putOnRecord(tx: Transaction, actor: { id: string } | null, { accountId, ...decided }: Decided) {
  const { id } = await tx.roleDecision.create({ data: { accountId, deciderId: actor?.id ?? null, ...decided }, select: { id: true } });
  const details = { role: decided.role, decision: id, endsAt: decided.endsAt?.toISOString() ?? null };
  await record(tx, actor, eventOf[decided.verdict], { type: "ACCOUNT", id: accountId }, details);
}
