import type { TermKind } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";

import type { Details } from "./fields";

type Choices = Pick<Details, "topics" | "populations" | "settings" | "provinces">;

const wantedTerms = (details: Choices): { kind: TermKind; key: string }[] => [
  ...details.topics.map((key) => ({ kind: "TOPIC" as const, key })),
  ...details.populations.map((key) => ({ kind: "POPULATION" as const, key })),
  ...details.settings.map((key) => ({ kind: "SETTING" as const, key })),
  ...details.provinces.map((key) => ({ kind: "PROVINCE" as const, key })),
];

/** Keys that no vocabulary has. */
export async function unknownTerms(tx: Transaction, details: Choices): Promise<string[]> {
  const wanted = wantedTerms(details);
  if (wanted.length === 0) return [];
  const known = await tx.term.findMany({ where: { OR: wanted }, select: { kind: true, key: true } });

  return wanted.filter(({ kind, key }) => !known.some((term) => term.kind === kind && term.key === key)).map(({ key }) => key);
}

/** Makes the terms of a contribution those of its details. */
export async function projectTerms(tx: Transaction, contributionId: string, details: Choices) {
  const wanted = wantedTerms(details);
  const terms = wanted.length === 0 ? [] : await tx.term.findMany({ where: { OR: wanted }, select: { id: true } });
  const termIds = terms.map(({ id }) => id);
  await tx.contributionTerm.deleteMany({ where: { contributionId, termId: { notIn: termIds } } });
  await tx.contributionTerm.createMany({ data: termIds.map((termId) => ({ contributionId, termId })), skipDuplicates: true });
}
