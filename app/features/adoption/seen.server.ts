import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { Kind } from "~/features/publishing/kinds.server";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/platform/db.server";

import { may } from "./policy";

/** Whether the guide `c` is one that readers are told of, as a condition. */
export const guideSeenBy = (viewer: Viewer, kind: Kind): Prisma.Sql => Prisma.sql`(
  c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, allows(viewer, kind.edit))})`;

/** Of organizations `g` only members are told of. */
export const isMember = Prisma.sql`g.status = 'MEMBER' AND g."hiddenAt" IS NULL`;

type Adoption = { contributionId: string; organizationId: string; isNamed: boolean };

/** Whether someone may be told of an adoption. */
export async function isSeenBy(tx: Transaction, kind: Kind, viewer: Viewer, adoption: Adoption): Promise<boolean> {
  if (!may.read(viewer, adoption)) return false;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Contribution" c, "Organization" g
    WHERE c.id = ${adoption.contributionId}::uuid AND ${guideSeenBy(viewer, kind)} AND g.id = ${adoption.organizationId}::uuid AND ${isMember}`;
  return rows.length > 0;
}
