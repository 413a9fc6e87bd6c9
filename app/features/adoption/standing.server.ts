import type { Viewer } from "~/features/accounts/actor";
import type { Kind } from "~/features/publishing/kinds.server";
import { Prisma } from "~/generated/prisma/client";

import { guideSeenBy, isMember } from "./seen.server";
import { limits, runningStages } from "./stages";

const LATEST = Prisma.sql`ORDER BY x."on" DESC, x.id DESC LIMIT 1`;

/** Of the adoption `a`, whether it is named and whom to ask, `z`: as it was said last of all. */
export const naming = Prisma.sql`
  JOIN LATERAL (SELECT x."isNamed", x."contactId" FROM "AdoptionEvent" x WHERE x."adoptionId" = a.id ${LATEST}) z ON TRUE`;

/**
 * The adoptions `a` of members as they stood on a day, `e` being what was said last until then; of guides `c` that the viewer may read. Whether they are
 * named, and whom to ask, is as it was said last of all, `z`: nobody is named by an old date. standing.ts says the same of one adoption.
 */
export const standing = (viewer: Viewer, kind: Kind, day: string): Prisma.Sql => Prisma.sql`
  "Adoption" a
  JOIN LATERAL (SELECT x.* FROM "AdoptionEvent" x WHERE x."adoptionId" = a.id AND x."on" <= ${day}::date ${LATEST}) e ON e.verb <> 'WITHDRAWN'
  ${naming}
  JOIN "Organization" g ON g.id = a."organizationId" AND ${isMember}
  JOIN "Contribution" c ON c.id = a."contributionId" AND ${guideSeenBy(viewer, kind)}`;

/** Whether nobody has said for a year that it still is so: isUnconfirmed in SQL. */
export const unconfirmed = (day: string): Prisma.Sql =>
  Prisma.sql`(e.stage <> 'STOPPED' AND ${day}::date - (e.at AT TIME ZONE 'UTC')::date > ${limits.daysToConfirm})`;

/** Since which day it has been at its stage: sinceOn in SQL. */
export const since = (day: string): Prisma.Sql => Prisma.sql`(
  SELECT to_char(min(x."on"), 'YYYY-MM-DD') FROM "AdoptionEvent" x WHERE x."adoptionId" = a.id AND x."on" <= ${day}::date AND NOT EXISTS (
    SELECT 1 FROM "AdoptionEvent" y WHERE y."adoptionId" = a.id AND y."on" <= ${day}::date AND (y.stage <> e.stage OR y.verb = 'WITHDRAWN')
      AND (y."on", y.id) >= (x."on", x.id)))`;

/** Stages at which a practice runs. */
export const RUNNING = Prisma.sql`ANY(${[...runningStages]}::"AdoptionStage"[])`;
