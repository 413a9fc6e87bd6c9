import type { Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";

/** Whether someone follows the contribution `c`. A visitor follows nothing. */
export const isFollowedBy = (viewer: Viewer): Prisma.Sql =>
  viewer
    ? Prisma.sql`EXISTS (SELECT 1 FROM "Follow" w WHERE w."accountId" = ${viewer.id}::uuid AND w."subjectType" = 'CONTRIBUTION' AND w."subjectId" = c.id AND w.level = 'WATCHING')`
    : Prisma.sql`FALSE`;
