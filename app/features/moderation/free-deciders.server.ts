import { db } from "~/platform/db.server";

/** Whether anyone is there at present who may rule on this appeal: not its author, not who decided, and of none of their organizations. */
export async function isSomeoneFree(caseId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isFree: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "Account" a
      WHERE a."deactivatedAt" IS NULL AND coalesce(a."suspendedUntil" <= now(), true) AND coalesce(a."silencedUntil" <= now(), true)
        AND EXISTS (SELECT 1 FROM "RoleGrant" r WHERE r."accountId" = a.id AND r.role IN ('MODERATOR', 'ADMINISTRATOR')
          AND (r."endsAt" IS NULL OR r."endsAt" > now()))
        AND a.id <> ALL(c."ownerIds") AND a.id IS DISTINCT FROM d."deciderId"
        AND NOT EXISTS (
          SELECT 1 FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId" AND o.status = 'MEMBER'
          WHERE m."accountId" = a.id AND (m."organizationId" = ANY(c."organizationIds") OR EXISTS (
            SELECT 1 FROM "Membership" w WHERE w."organizationId" = m."organizationId" AND w."accountId" = ANY(c."ownerIds"))))
    ) AS "isFree"
    FROM "Case" c JOIN "Appeal" x ON x."caseId" = c.id JOIN "Decision" d ON d.id = x."decisionId" WHERE c.id = ${caseId}::uuid`;
  return row?.isFree ?? false;
}
