import type { Erasure } from "~/features/accounts/erasure.server";
import { record } from "~/features/activity/record.server";
import type { Transaction } from "~/platform/db.server";

import { tellReportersItIsGone } from "./decision-notices.server";

/**
 * What moderation holds about someone who leaves for good: what was said to and by them is emptied; which rule was named and what was decided
 * stays, without them. What can no longer be decided since they are gone is closed. To be called before what they wrote is erased.
 */
export const eraseFromCases: Erasure = async (tx, { id }) => {
  await closeWithout(tx, id);
  await tx.flag.updateMany({ where: { reporterId: id }, data: { words: "" } });
  await tx.appeal.updateMany({ where: { appellantId: id }, data: { words: "", toAuthor: "", note: "" } });
  await tx.decision.updateMany({ where: { case: { authorId: id } }, data: { toAuthor: "", note: "", tokenHash: null } });
  await tx.case.updateMany({ where: { authorId: id, closedAt: { not: null } }, data: { title: "", words: "" } });
  await tx.case.updateMany({ where: { assigneeId: id, closedAt: null }, data: { assigneeId: null, claimedAt: null } });
};

/** Their profile, their waiting words, their requests and their appeals are gone with them; what they posted stays, and so do the cases about it. */
async function closeWithout(tx: Transaction, authorId: string) {
  const over = await tx.case.findMany({
    where: { authorId, closedAt: null, subjectType: { in: ["ACCOUNT", "HELD_POST", "DECISION", "ROLE_REQUEST", "APPLICATION"] } },
    select: { id: true, authorId: true, subjectType: true, title: true },
  });
  for (const { id, ...about } of over) {
    await tx.case.update({
      where: { id },
      data: { closedAt: new Date(), outcome: "GONE", version: { increment: 1 } },
      select: { id: true },
    });
    await record(tx, null, "case.closed", { type: "CASE", id }, { outcome: "GONE" });
    await tellReportersItIsGone(tx, { id, ...about });
  }
}
