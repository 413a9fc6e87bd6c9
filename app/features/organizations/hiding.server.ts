import { record } from "~/features/activity/record.server";
import type { Transaction } from "~/platform/db.server";

/** Hides what an organization says of itself from all but its own people and administrators. Done twice it is done once. */
export async function hideOrganization(tx: Transaction, id: string, actorId: string | null) {
  await lock(tx, id);
  const hidden = await tx.organization.updateMany({ where: { id, hiddenAt: null }, data: { hiddenAt: new Date() } });
  if (hidden.count > 0) await record(tx, doer(actorId), "organization.hidden", { type: "ORGANIZATION", id });
}

/** Shows it again. Done twice it is done once. */
export async function showOrganization(tx: Transaction, id: string, actorId: string | null) {
  await lock(tx, id);
  const shown = await tx.organization.updateMany({ where: { id, hiddenAt: { not: null } }, data: { hiddenAt: null } });
  if (shown.count > 0) await record(tx, doer(actorId), "organization.shown", { type: "ORGANIZATION", id });
}

const lock = (tx: Transaction, id: string) => tx.$queryRaw`SELECT 1 FROM "Organization" WHERE id = ${id}::uuid FOR UPDATE`;

const doer = (actorId: string | null) => (actorId === null ? null : { id: actorId });
