import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";

import { type LoadedCase, lockCase } from "./case.server";
import type { CaseToDecide } from "./components/decision-form";
import { languageToAuthor } from "./decision-notices.server";
import { keepers } from "./keepers.server";
import { isOpenTo } from "./lifecycle";
import { may } from "./policy";
import { type RuleKey, rules } from "./rules";
import { isFlaggable } from "./subject.server";

/** The page that holds the form of a decision alone: the thing, who may not decide and why, and how it was decided already. Refuses who does not see the case (404). */
export async function getCaseToDecide(actor: Actor, id: string) {
  return db.$transaction(async (tx) => {
    const one = await lockCase(tx, actor, id);
    const { kind, isOpen, title, words, language } = one;
    return {
      ...(await choicesOf(tx, one, actor.timeZone)),
      language,
      title,
      words,
      conflict: may.conflictOf(actor, one.subject),
      isOpen,
      isDecidable: isOpenTo("decide", { kind, isOpen: true }),
      decided: await decidedOf(tx, one),
    };
  });
}

/** What the form of a decision has to know of a case. */
async function choicesOf(
  tx: Transaction,
  one: Pick<LoadedCase, "id" | "version" | "rule" | "subjectType" | "subjectId" | "authorId" | "language">,
  timeZone: string,
): Promise<CaseToDecide> {
  const { id, version, rule, subjectType, subjectId, authorId } = one;
  const thing = isFlaggable(subjectType) ? await keepers[subjectType].load(tx, subjectId) : null;
  return {
    id,
    version,
    subjectType,
    rule: rules.includes(rule as RuleKey) ? (rule as RuleKey) : null,
    body: subjectType === "POST" ? (thing?.words ?? "") : "",
    isHidden: thing?.isHidden ?? false,
    isGone: thing === null || thing.isGone,
    hasAuthor: authorId !== null || subjectType === "ORGANIZATION",
    authorLanguage: await languageToAuthor(tx, one),
    reporterLanguages: await reporterLanguages(tx, id, authorId),
    timeZone,
  };
}

async function reporterLanguages(tx: Transaction, caseId: string, authorId: string | null): Promise<Language[]> {
  const flags = await tx.flag.findMany({ where: { caseId }, select: { reporter: { select: { id: true, language: true } } } });
  const known = new Set(flags.flatMap(({ reporter }) => (reporter && reporter.id !== authorId ? reporter.language : [])));
  return (["en", "fr"] as const).filter((language) => known.has(language));
}

/** What someone else has decided meanwhile. */
async function decidedOf(tx: Transaction, { decision }: LoadedCase) {
  if (!decision) return null;
  const { rule, content, person, until, decidedAt, deciderId, note } = decision;
  const decider = deciderId ? await tx.account.findUnique({ where: { id: deciderId }, select: { name: true } }) : null;
  return { rule: rule as RuleKey, content, person, until, decidedAt, note, by: decider?.name ?? null };
}
