import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";

import { WORDS_KEPT_DAYS } from "./limits";

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

/**
 * Forgets what was seen in cases that were closed long ago, once nothing about them can be contested any more. What was decided, and by which rule,
 * stays.
 */
export async function forgetOldCaseWords() {
  await db.case.updateMany({
    where: {
      closedAt: { lt: new Date(Date.now() - WORDS_KEPT_DAYS * 86_400_000) },
      OR: [{ title: { not: "" } }, { words: { not: "" } }],
      NOT: { decision: { appeal: { ruling: null } } },
    },
    data: { title: "", words: "" },
  });
}
