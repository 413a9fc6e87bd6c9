import { isInGoodStanding, type Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { Prisma } from "~/generated/prisma/client";

/** Whether the viewer keeps category `k`: a piece of SQL that says what `may.keep` says, of what they see. */
export function keepersOf(viewer: Viewer): Prisma.Sql {
  const organizationIds = isInGoodStanding(viewer) ? viewer.organizations.filter(({ isSteward }) => isSteward).map(({ id }) => id) : [];
  return Prisma.sql`CASE WHEN k."organizationId" IS NULL THEN ${allows(viewer, "thread.keep")} ELSE k."organizationId" = ANY(${organizationIds}::uuid[]) END`;
}

/** Whether the viewer takes words away in category `k` by a button, and comes to what was removed there: that of `may.readRemoved`. */
export const clearersOf = (viewer: Viewer): Prisma.Sql => Prisma.sql`(k."organizationId" IS NOT NULL AND ${keepersOf(viewer)})`;
