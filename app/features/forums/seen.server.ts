import { hasRole, type Viewer } from "~/features/accounts/actor";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { Circle } from "~/generated/prisma/enums";

/** Whether the viewer sees category `k`: a piece of SQL that says what `may.see` says. Every list and count of the forums stands on it. */
export function seenSpaces(viewer: Viewer): Prisma.Sql {
  const organizationIds = viewer?.organizations.map(({ id }) => id) ?? [];
  const open = Prisma.sql`k."seenBy" = ANY(${circlesAround(viewer)}::"Circle"[])`;
  if (organizationIds.length === 0) return open;

  return Prisma.sql`(${open} OR (k."seenBy" = 'ORGANIZATION' AND k."organizationId" = ANY(${organizationIds}::uuid[])))`;
}

/** Whether the viewer sees thread `t` of category `k`: its category, and the guide that it is about. What is removed is asked apart. */
export const seenThreads = (viewer: Viewer): Prisma.Sql => Prisma.sql`(${seenSpaces(viewer)} AND (t."contributionId" IS NULL OR EXISTS (
  SELECT 1 FROM "Contribution" c WHERE c.id = t."contributionId" AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, false)})))`;

/** The circles, but that of an organization, to which someone belongs. */
function circlesAround(viewer: Viewer): Circle[] {
  const circles: Circle[] = ["EVERYONE"];
  if (viewer) circles.push("MEMBERS");
  if (viewer && viewer.organizations.length > 0) circles.push("AFFILIATED");
  if (hasRole(viewer, "EDITOR", "MODERATOR", "ADMINISTRATOR")) circles.push("STAFF");
  return circles;
}
