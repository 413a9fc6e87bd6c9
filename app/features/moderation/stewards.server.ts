import type { Transaction } from "~/platform/db.server";

/** Who answers for an organization, and so for what moderation finds about it. */
export const stewardsOf = async (tx: Transaction, organizationId: string): Promise<string[]> => {
  const stewards = await tx.membership.findMany({ where: { organizationId, isSteward: true }, select: { accountId: true } });
  return stewards.map(({ accountId }) => accountId);
};
