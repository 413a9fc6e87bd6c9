import { notifyAll } from "~/features/notifications/notify.server";
import type { Transaction } from "~/platform/db.server";

/**
 * Tells those who answer for guides, and those who follow them, that the evidence has changed: stewards of their organizations, their authors and
 * followers, as far as they may read them and have not muted them. Once for a moment.
 */
export async function tellOfEvidence(tx: Transaction, contributionIds: string[], at: Date) {
  if (contributionIds.length === 0) return;
  const people = await tx.$queryRaw<{ accountId: string; contributionId: string }[]>`
    SELECT DISTINCT p."accountId", p."contributionId"
    FROM (
      SELECT m."accountId", c.id AS "contributionId" FROM "Contribution" c JOIN "Organization" o ON o.id = c."organizationId" AND o.status = 'MEMBER'
        JOIN "Membership" m ON m."organizationId" = o.id AND m."isSteward" WHERE c.id = ANY(${contributionIds}::uuid[])
      UNION ALL SELECT u."accountId", u."contributionId" FROM "Authorship" u WHERE u."contributionId" = ANY(${contributionIds}::uuid[])
      UNION ALL SELECT c."creatorId", c.id FROM "Contribution" c WHERE c.id = ANY(${contributionIds}::uuid[])
      UNION ALL SELECT w."accountId", c.id FROM "Contribution" c
        JOIN "Follow" w ON w."subjectType" = 'CONTRIBUTION' AND w."subjectId" = c.id AND w.level IN ('WATCHING', 'WATCHING_FIRST')
        WHERE c.id = ANY(${contributionIds}::uuid[]) AND c."publishedAt" IS NOT NULL AND c."hiddenAt" IS NULL
          AND (c.visibility IN ('PUBLIC', 'MEMBERS') OR EXISTS (
            SELECT 1 FROM "Membership" m WHERE m."organizationId" = c."organizationId" AND m."accountId" = w."accountId"))) p
      JOIN "Contribution" c ON c.id = p."contributionId" AND c."discardedAt" IS NULL
      JOIN "Account" a ON a.id = p."accountId" AND a."deactivatedAt" IS NULL AND a."suspendedUntil" > now() IS NOT TRUE
    WHERE NOT EXISTS (
      SELECT 1 FROM "Follow" w WHERE w."accountId" = p."accountId" AND w."subjectType" = 'CONTRIBUTION' AND w."subjectId" = c.id AND w.level = 'MUTED')`;
  const news = people.map(({ accountId, contributionId }) => ({
    accountId,
    kind: "evidence_changed" as const,
    subject: { type: "CONTRIBUTION" as const, id: contributionId },
    actorId: null,
  }));
  await notifyAll(tx, news, at);
}
