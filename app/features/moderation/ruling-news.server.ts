import type { ContentMeasure, PersonMeasure, Ruling } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";

import { changedForReporterWords, judgedWords, type Ruled, ruledWords } from "./appeal-words";
import { audienceOf } from "./keepers.server";
import { tellOfCase } from "./notice.server";

type Decided = {
  id: string;
  caseId: string;
  deciderId: string | null;
  rule: string;
  content: ContentMeasure;
  person: PersonMeasure;
  case: Parameters<typeof audienceOf>[1] & { title: string; flags: { reporterId: string | null }[] };
};

type Outcome = { caseId: string; appellantId: string | null; ruling: Ruling; toAuthor: string; isBack: boolean };

/** Tells everyone concerned of a ruling, each in their own language: who appealed, who had decided, and, where the outcome is another one now, who had reported it. */
export async function tellOfRuling(tx: Transaction, decision: Decided, { caseId, appellantId, ruling, toAuthor, isBack }: Outcome) {
  const { rule, content, person, case: first } = decision;
  const ruled: Ruled = { ruling, title: first.title, rule, content, person, isBack };
  const appellants = appellantId ? [appellantId] : await audienceOf(tx, first);
  for (const accountId of appellants) {
    const decisionId = (await isShutOut(tx, accountId)) ? null : decision.id;
    const words = ruledWords(ruled, { toAuthor, decisionId });
    await tellOfCase(tx, { caseId, accountId, role: "AUTHOR", about: "APPEAL_DECIDED", words });
  }
  if (ruling === "OVERTURNED")
    for (const accountId of reportersOf(first.flags, appellants)) {
      const words = changedForReporterWords(ruled);
      await tellOfCase(tx, { caseId: decision.caseId, accountId, role: "REPORTER", about: "APPEAL_DECIDED", words });
    }
  if (decision.deciderId) {
    const words = judgedWords(ruled, caseId);
    await tellOfCase(tx, { caseId, accountId: decision.deciderId, role: "MODERATOR", about: "APPEAL_DECIDED", words });
  }
}

/** Whoever reported their own is told as its author already. */
const reportersOf = (flags: { reporterId: string | null }[], appellants: string[]) =>
  flags.flatMap(({ reporterId }) => (reporterId && !appellants.includes(reporterId) ? [reporterId] : []));

/** A page to which they cannot come is not linked to. */
const isShutOut = async (tx: Transaction, id: string) =>
  (await tx.account.count({ where: { id, OR: [{ suspendedUntil: { gt: new Date() } }, { deactivatedAt: { not: null } }] } })) > 0;
