import type { Transaction } from "~/platform/db.server";

/** Whether someone whose words are wanted for a contribution may know of it: nobody is asked about a text that is hidden from them. */
export async function mayBeAsked(tx: Transaction, contributionId: string, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Contribution" c WHERE c.id = ${contributionId}::uuid AND (c.visibility IN ('PUBLIC', 'MEMBERS') OR c."creatorId" = ${accountId}::uuid
      OR EXISTS (SELECT 1 FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId"
        WHERE m."accountId" = ${accountId}::uuid AND m."organizationId" = c."organizationId" AND o.status = 'MEMBER'))`;
  return rows.length > 0;
}
