import type { Erasure } from "~/features/accounts/erasure.server";
import { translator } from "~/i18n/translate";

/**
 * What someone who leaves for good wrote: it stays with the organization, as by a former member. Only what nobody else has seen is thrown
 * away. Submissions go on without them; a review they had taken is free for others. What they said in reviews is the organization's record.
 */
export const eraseWriter: Erasure = async (tx, { id }) => {
  await tx.draft.deleteMany({ where: { accountId: id } });
  await tx.review.updateMany({ where: { claimantId: id, decision: null }, data: { claimantId: null, claimedAt: null } });
  await tx.authorship.updateMany({
    where: { accountId: id },
    data: { accountId: null, en: translator("en")("leaving.formerMember"), fr: translator("fr")("leaving.formerMember") },
  });
};
