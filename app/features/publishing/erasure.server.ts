import type { Erasure } from "~/features/accounts/erasure.server";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";

/**
 * What someone who leaves for good wrote: it stays with the organization, as by a former member. Only what nobody else has seen is thrown
 * away. Submissions go on without them; a review they had taken is free for others. What they said in reviews is the organization's record.
 * Words of theirs that were offered for a guide and not agreed to yet are not used.
 */
export const eraseWriter: Erasure = async (tx, { id }) => {
  await tx.draft.deleteMany({ where: { accountId: id } });
  await releaseReviews(tx, id);
  // Nobody can agree in their place any more.
  await tx.suggestion.updateMany({ where: { authorId: id, state: "ASKED" }, data: { state: "WITHDRAWN", decidedAt: new Date() } });
  await tx.authorship.updateMany({
    where: { accountId: id },
    data: { accountId: null, en: translator("en")("leaving.formerMember"), fr: translator("fr")("leaving.formerMember") },
  });
};

/** Writes anew the words that were offered for guides and hold one of these, each in the language of its guide. */
export async function rewriteSuggestions(tx: Transaction, held: string[], rewrite: (words: string, language: Language) => Promise<string>) {
  const suggestions = await tx.suggestion.findMany({
    where: { OR: held.map((words) => ({ body: { contains: words, mode: "insensitive" as const } })) },
    select: { id: true, body: true, face: { select: { language: true } } },
  });
  for (const { id, body, face } of suggestions)
    await tx.suggestion.update({ where: { id }, data: { body: await rewrite(body, face.language) }, select: { id: true } });
}

/** Frees the reviews that someone had taken, for others to take: they rest, or are gone. */
async function releaseReviews(tx: Transaction, accountId: string) {
  await tx.review.updateMany({ where: { claimantId: accountId, decision: null }, data: { claimantId: null, claimedAt: null } });
}

/** The same by itself, for who hears that an account was put to rest; one that is awake again keeps them. */
export const releaseReviewsAtRest = (accountId: string) =>
  db.$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { id: accountId }, select: { deactivatedAt: true } });
    if (account?.deactivatedAt) await releaseReviews(tx, accountId);
  });
