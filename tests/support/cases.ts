import type { Actor } from "~/features/accounts/actor";
import { openCase } from "~/features/moderation/case.server";
import { keepers } from "~/features/moderation/keepers.server";
import { PRIORITY, type RuleKey } from "~/features/moderation/rules";
import { type DecisionForm, decisionSchema } from "~/features/moderation/schema.server";
import type { Flaggable } from "~/features/moderation/subject.server";
import type { CaseKind } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";

type Reported = { type: Flaggable; id: string; kind?: CaseKind; reporters?: Actor[]; rule?: RuleKey };

/** An open case about a thing, with a report of each reporter. */
export const openedCase = ({ type, id, kind = "FLAG", reporters = [], rule = "respect" }: Reported) =>
  db.$transaction(async (tx) => {
    const thing = await keepers[type].load(tx, id);
    if (!thing) throw new Error("There is no such thing.");
    const { version: _version, isHidden: _isHidden, isGone: _isGone, ...about } = thing;
    const opened = await openCase(tx, about, { kind, priority: PRIORITY.flag, rule });
    for (const { id: reporterId } of reporters)
      await tx.flag.create({ data: { caseId: opened.id, reporterId, rule, words: "See for yourself." }, select: { id: true } });
    return tx.case.findUniqueOrThrow({ where: { id: opened.id } });
  });

/** What the form of a decision holds; `changes` replaces fields. */
export const decisionForm = (changes: Record<string, string> = {}): DecisionForm =>
  decisionSchema.parse({ version: "1", rule: "respect", content: "NONE", person: "NONE", ...changes });

/** Who was told what of a case: the name, as whom, and of what. */
export async function toldOf(caseId: string) {
  const notices = await db.caseNotice.findMany({
    where: { caseId },
    orderBy: { id: "asc" },
    include: { account: { select: { name: true } } },
  });
  return notices.map(({ account, role, about }) => `${account.name} ${role} ${about}`);
}
