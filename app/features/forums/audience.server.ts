import { Prisma } from "~/generated/prisma/client";
import { wantsSecondFactor } from "~/features/accounts/second-factor-wanted.server";

/** Organizations in good standing to which account `a` belongs, with one more condition. */
const belongs = (condition: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT 1 FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId"
  WHERE m."accountId" = a.id AND o.status = 'MEMBER' AND ${condition})`;

const isStaff = () => Prisma.sql`(
  EXISTS (SELECT 1 FROM "RoleGrant" r WHERE r."accountId" = a.id AND r.role IN ('EDITOR', 'MODERATOR', 'ADMINISTRATOR')
    AND (r."endsAt" IS NULL OR r."endsAt" > now()))
  AND (NOT ${wantsSecondFactor()}
    OR EXISTS (SELECT 1 FROM "Authenticator" x WHERE x."accountId" = a.id AND x."confirmedAt" IS NOT NULL)
    OR EXISTS (SELECT 1 FROM "Passkey" x WHERE x."accountId" = a.id)))`;

/**
 * Whether account `a`, which must be allowed to act, sees thread `t` of category `k`: what seenThreads says for one viewer, said for many at
 * once, so that followers can be told by the thousand.
 */
export const seesThread = (): Prisma.Sql => Prisma.sql`(
  coalesce(a."suspendedUntil" <= now(), true) AND a."deactivatedAt" IS NULL
  AND CASE k."seenBy"
    WHEN 'AFFILIATED' THEN ${belongs(Prisma.sql`TRUE`)}
    WHEN 'ORGANIZATION' THEN ${belongs(Prisma.sql`m."organizationId" = k."organizationId"`)}
    WHEN 'STAFF' THEN ${isStaff()}
    ELSE TRUE END
  AND (t."contributionId" IS NULL OR EXISTS (
    SELECT 1 FROM "Contribution" c WHERE c.id = t."contributionId" AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND c."hiddenAt" IS NULL
      AND (c.visibility IN ('PUBLIC', 'MEMBERS') OR c."creatorId" = a.id OR ${belongs(Prisma.sql`m."organizationId" = c."organizationId"`)}))))`;

/**
 * How closely account `a` follows thread `t`. What they chose for the thread counts; else the closer of what they did there and of how they
 * follow its category and topics, of which muting one is enough.
 */
export const levelOfThread = (): Prisma.Sql => Prisma.sql`(
  SELECT CASE WHEN own."isChosen" THEN own.level WHEN own.level IS NULL THEN inherited.level
    WHEN inherited.level = 'WATCHING' THEN inherited.level ELSE own.level END
  FROM (SELECT coalesce((SELECT f.level FROM "Follow" f WHERE f."accountId" = a.id AND (
        (f."subjectType" = 'CATEGORY' AND f."subjectId" = t."categoryId")
        OR (f."subjectType" = 'TOPIC' AND f."subjectId" IN (SELECT x."termId" FROM "ThreadTopic" x WHERE x."threadId" = t.id)))
      ORDER BY array_position(ARRAY['MUTED', 'WATCHING', 'WATCHING_FIRST', 'TRACKING', 'NORMAL']::"FollowLevel"[], f.level) LIMIT 1),
    'NORMAL') AS level) inherited
  LEFT JOIN "Follow" own ON own."accountId" = a.id AND own."subjectType" = 'THREAD' AND own."subjectId" = t.id)`;
