import type { Transaction } from "~/platform/db.server";

/** Takes all that an organization owns over to another, as a part of their merger, and tells how much it was. */
export async function handOverContributions(tx: Transaction, from: string, into: string): Promise<number> {
  const { count } = await tx.contribution.updateMany({ where: { organizationId: from }, data: { organizationId: into } });
  return count;
}
