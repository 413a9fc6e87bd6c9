import type { Transaction } from "~/platform/db.server";
import { conflict } from "~/platform/errors";

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

/** Of grants: those that have not ended. */
export const inForce = () => ({ OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] });
