import { record } from "~/features/activity/record.server";
import type { Role } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";

import type { Actor } from "./actor";
import { holds } from "./roles";

type Grant = { reason: string; endsAt: Date | null };

/**
 * Gives someone a role, as a part of a change that has asked its own policy already; what they hold of it is replaced. Refuses what the
 * granter does not hold and one's own account (403), an end that is past (422), and an end for the last administrator (409).
 */
export async function giveRole(tx: Transaction, granter: Actor, accountId: string, role: Role, { reason, endsAt }: Grant) {
  await authorizeChange(tx, granter, accountId, role);
  if (endsAt && endsAt <= new Date()) throw unprocessable("admin.errors.endsInThePast");
  const grant = { granterId: granter.id, reason, endsAt, grantedAt: new Date() };
  await tx.roleGrant.upsert({
    where: { accountId_role: { accountId, role } },
    create: { accountId, role, ...grant },
    update: grant,
  });
  if (role === "ADMINISTRATOR") await keepAnAdministrator(tx);
  await record(tx, granter, "role.granted", { type: "ACCOUNT", id: accountId }, { role, endsAt: endsAt?.toISOString() ?? null });
}

/** Takes a role from someone, likewise. Refuses also what they do not hold (409), and to leave the portal without an administrator (409). */
export async function takeRole(tx: Transaction, revoker: Actor, accountId: string, role: Role, _reason: string) {
  await authorizeChange(tx, revoker, accountId, role);
  const { count } = await tx.roleGrant.deleteMany({ where: { accountId, role, ...inForce() } });
  if (count === 0) throw conflict("admin.errors.notHeld");
  if (role === "ADMINISTRATOR") await keepAnAdministrator(tx);
  await record(tx, revoker, "role.revoked", { type: "ACCOUNT", id: accountId }, { role });
}

/**
 * Makes those wait who change administrators at the same moment, until the transaction ends. Whoever is about to remove one, be it by
 * a revocation, an end or the end of an account, asks for this first.
 */
export async function lockAdministrators(tx: Transaction) {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('administrators', 0))`;
}

/** Refuses with 409 when what this transaction has done would leave the portal without an administrator for good. */
export async function keepAnAdministrator(tx: Transaction) {
  const left = await tx.account.count({
    where: {
      roles: { some: { role: "ADMINISTRATOR", endsAt: null } },
      deactivatedAt: null,
      erasureDueAt: null,
      OR: [{ suspendedUntil: null }, { suspendedUntil: { lte: new Date() } }],
    },
  });
  if (left === 0) throw conflict("admin.errors.lastAdministrator");
}

const inForce = () => ({ OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] });

async function authorizeChange(tx: Transaction, actor: Actor, accountId: string, role: Role) {
  authorize(holds(actor, role) && actor.id !== accountId);
  if (role === "ADMINISTRATOR") await lockAdministrators(tx);
  found((await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Account" WHERE id = ${accountId}::uuid FOR UPDATE`)[0]);
  // Of two who take each other's role at the same moment, the second has lost it by now.
  if (role === "ADMINISTRATOR")
    authorize((await tx.roleGrant.count({ where: { accountId: actor.id, role: "ADMINISTRATOR", ...inForce() } })) === 1);
}
