import type { RecordedEvent } from "~/features/activity/queries.server";
import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";

import { openCase } from "./case.server";
import { keepers } from "./keepers.server";
import { PRIORITY } from "./rules";
import { flaggable } from "./subject.server";

/**
 * When what moderation hides was mended: its open case says so and becomes more urgent, or one is opened, so that someone looks again. It stays
 * hidden meanwhile. Does nothing for what is not hidden. Told twice of one change, it counts it once.
 */
export async function reopenForRepair({ subject, actorId, at }: RecordedEvent) {
  const { id: subjectId } = subject;
  const type = flaggable.find((each) => each === subject.type);
  if (!type) return;
  const keeper = keepers[type];
  await db.$transaction(async (tx) => {
    const open = await lockOpen(tx, type, subjectId);
    const thing = await keeper.load(tx, subjectId);
    if (!thing?.isHidden || thing.isGone) return;
    if (open && (open.kind === "APPEAL" || (open.repairedAt !== null && open.repairedAt >= at))) return;

    const { version: _, isHidden: __, isGone: ___, ...about } = thing;
    const { id, isNew } = open ? { ...open, isNew: false } : await openCase(tx, about, { kind: "REPAIR", priority: PRIORITY.repair });
    const priority = Math.max(open?.priority ?? 0, PRIORITY.repair);
    const changed = isNew ? {} : { version: { increment: 1 } };
    await tx.case.update({ where: { id }, data: { repairedAt: at, priority, ...changed }, select: { id: true } });
    await record(tx, actorId === null ? null : { id: actorId }, "case.repaired", { type: "CASE", id });
  });
}

async function lockOpen(tx: Transaction, subjectType: string, subjectId: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "Case" WHERE "subjectType" = ${subjectType}::"CaseSubject" AND "subjectId" = ${subjectId}::uuid AND "closedAt" IS NULL FOR UPDATE`;
  const where = { subjectId, closedAt: null };
  return tx.case.findFirst({ where, select: { id: true, kind: true, priority: true, repairedAt: true } });
}
