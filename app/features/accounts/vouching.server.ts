import type { Transaction } from "~/platform/db.server";

/** From now on someone is no stranger: their words were let through, or they came with an organization. Done twice, the first time counts. */
export async function vouchFor(tx: Transaction, accountId: string) {
  await tx.account.updateMany({ where: { id: accountId, vouchedAt: null }, data: { vouchedAt: new Date() } });
}
