import type { Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";

const columns = {
  listing: Prisma.sql`p.listing`,
  province: Prisma.sql`p."provinceAudience"`,
  languages: Prisma.sql`p."languagesAudience"`,
  topics: Prisma.sql`p."topicsAudience"`,
};

/** Who shares an organization in good standing with the viewer. */
const colleagues = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`SELECT m."accountId" FROM "Membership" m WHERE m."organizationId" = ANY(${(viewer?.organizations ?? []).map(({ id }) => id)}::uuid[])`;

/** The policy's `seesField` in SQL, for the profile `p`: one's own counts like that of any other, so that a list shows what others see. */
export function isSeen(viewer: Viewer, field: keyof typeof columns): Prisma.Sql {
  const audience = columns[field];
  if (!viewer) return Prisma.sql`${audience} = 'EVERYONE'`;
  if (viewer.organizations.length === 0) return Prisma.sql`${audience} IN ('EVERYONE', 'MEMBERS')`;
  return Prisma.sql`(${audience} IN ('EVERYONE', 'MEMBERS') OR (${audience} = 'ORGANIZATIONS' AND p."accountId" IN (${colleagues(viewer)})))`;
}

/** The account `a` of profile `p` is neither at rest nor suspended, and moderation does not hide it. */
export const isPresent = Prisma.sql`p."hiddenAt" IS NULL AND a."deactivatedAt" IS NULL AND (a."suspendedUntil" IS NULL OR a."suspendedUntil" <= now())`;
