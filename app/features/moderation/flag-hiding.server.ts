import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { Transaction } from "~/platform/db.server";

import { keepers } from "./keepers.server";
import { DISMISSED_AT_MOST } from "./limits";
import { tellOfCase } from "./notice.server";
import { CLIENT_DATA, type RuleKey } from "./rules";
import type { Thing } from "./subject.server";
import { hiddenWords } from "./words";

const DAY_MS = 86_400_000;
const DAYS_COUNTED = 90;

/**
 * Whether a report hides a thing before anyone has looked: it names clients' data, in words of someone, and its reporter is not known for crying
 * wolf. What moderators have shown again in this case stays shown.
 */
export async function hidesFirst(
  tx: Transaction,
  actor: Actor,
  { thing, rule, caseId }: { thing: Thing; rule: RuleKey; caseId: string },
): Promise<boolean> {
  if (rule !== CLIENT_DATA || thing.subjectType === "ORGANIZATION") return false;
  if ((await tx.flag.count({ where: { caseId, hasHidden: true } })) > 0) return false;

  const since = new Date(Date.now() - DAYS_COUNTED * DAY_MS);
  const dismissed = await tx.flag.count({
    where: { reporterId: actor.id, rule, at: { gt: since }, case: { decision: { content: "NONE", person: "NONE" } } },
  });
  return dismissed < DISMISSED_AT_MOST;
}

/** Hides it until someone has looked, and tells its author. The case is locked. */
export async function hideByFlag(tx: Transaction, { caseId, thing, rule }: { caseId: string; thing: Thing; rule: RuleKey }) {
  const { subjectType, subjectId, authorId, title } = thing;
  await keepers[subjectType].hide(tx, subjectId, null);
  await tx.case.update({ where: { id: caseId }, data: { hiddenAt: new Date(), version: { increment: 1 } }, select: { id: true } });
  await record(tx, null, "case.hidden", { type: "CASE", id: caseId }, { rule, subject: subjectType });
  if (!authorId) return;
  const words = hiddenWords({ subjectType, subjectId, title, rule });
  await tellOfCase(tx, { caseId, accountId: authorId, role: "AUTHOR", about: "HIDDEN", words });
}
