import { record } from "~/features/activity/record.server";
import type { Transaction } from "~/platform/db.server";

/** How a case can end. GONE: who it was about has left for good. ELSEWHERE: on the page of the request itself. */
export type Outcome = "DECIDED" | "APPROVED" | "RETURNED" | "WITHDRAWN" | "ELSEWHERE" | "GONE";

/** Closes a case that this transaction has locked. Whoever calls has decided it, and sees to its notices. */
export async function closeCase(tx: Transaction, { id }: { id: string }, outcome: Outcome, actor: { id: string } | null = null) {
  await tx.case.update({
    where: { id },
    data: { closedAt: new Date(), outcome, version: { increment: 1 } },
    select: { id: true },
  });
  await record(tx, actor, "case.closed", { type: "CASE", id }, { outcome });
}
