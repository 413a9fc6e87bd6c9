import type { Decision } from "~/generated/prisma/client";
import type { CaseKind, CaseSubject, Language } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";

import { audienceOf } from "./keepers.server";
import { tellOfCase } from "./notice.server";
import { decidedWords, goneForReporterWords, reporterWords } from "./words";

type About = {
  id: string;
  kind: CaseKind;
  subjectType: CaseSubject;
  subjectId: string;
  authorId: string | null;
  language: Language;
  title: string;
};

/**
 * Tells everyone concerned of a decision, each in their language: whose thing it is, and everyone who reported it and is not told already. What the
 * moderator wrote is sent to those who read that language, the standard text to the others.
 */
export async function tellOfDecision(
  tx: Transaction,
  one: About,
  decision: Decision,
  { token, wasHidden }: { token: string; wasHidden: boolean },
) {
  const { id: caseId, kind, title, subjectType, subjectId } = one;
  const thing = { subjectType, subjectId, title };
  const decided = { ...decision, kind, wasHidden };
  const authors = await audienceOf(tx, one);
  const written = await languageToAuthor(tx, one);
  for (const accountId of authors) {
    const words: Parameters<typeof tellOfCase>[1]["words"] = (t, language, timeZone) =>
      decidedWords({ thing, decided, own: language === written ? decision.toAuthor : "", token })(t, language, timeZone);
    await tellOfCase(tx, { caseId, accountId, role: "AUTHOR", about: "DECIDED", words });
  }
  for (const { accountId, rule } of await reportersOf(tx, caseId, authors)) {
    const words: Parameters<typeof tellOfCase>[1]["words"] = (t, language) =>
      reporterWords({ thing, rule, decided, own: language === "en" ? decision.toReportersEn : decision.toReportersFr })(t, language);
    await tellOfCase(tx, { caseId, accountId, role: "REPORTER", about: "DECIDED", words });
  }
}

/** Tells those who reported something that it is gone, since whoever it was about has left for good. */
export async function tellReportersItIsGone(
  tx: Transaction,
  { id: caseId, authorId, ...about }: Pick<About, "id" | "subjectType" | "title" | "authorId">,
) {
  for (const { accountId, rule } of await reportersOf(tx, caseId, authorId ? [authorId] : []))
    await tellOfCase(tx, { caseId, accountId, role: "REPORTER", about: "DECIDED", words: goneForReporterWords({ thing: about, rule }) });
}

/** In which language the text to the author is written: theirs; to the stewards of an organization, that of the case. */
export async function languageToAuthor(tx: Transaction, { authorId, language }: Pick<About, "authorId" | "language">): Promise<Language> {
  if (!authorId) return language;
  return (await tx.account.findUnique({ where: { id: authorId }, select: { language: true } }))?.language ?? language;
}

async function reportersOf(tx: Transaction, caseId: string, told: string[]) {
  const flags = await tx.flag.findMany({ where: { caseId }, orderBy: { id: "asc" }, select: { reporterId: true, rule: true } });
  return flags.flatMap(({ reporterId, rule }) => (reporterId && !told.includes(reporterId) ? { accountId: reporterId, rule } : []));
}
