import type { Visibility } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";

import type { Details } from "./fields";
import type { Kind } from "./kinds.server";
import { visibilities } from "./limits";
import { projectTerms } from "./terms.server";

/** Makes what a revision says about its contribution that which holds for it. */
export async function projectDetails(tx: Transaction, kind: Kind, contributionId: string, details: Details) {
  await tx.contribution.update({ where: { id: contributionId }, data: { licence: details.licence, visibility: details.visibility } });
  await projectTerms(tx, contributionId, details);
  await kind.project(tx, contributionId, details);
}

/**
 * Who sees a contribution once a face of it is published. Each face carries the choice, but both languages are seen by the same
 * people: so a face changes it only where its reviewer saw a change, and a translation begun earlier opens nothing again.
 */
export function visibilityAfter(now: Visibility | null, publishedBefore: Visibility | null, wanted: Visibility): Visibility {
  if (now === null) return wanted;
  if (publishedBefore !== null) return wanted === publishedBefore ? now : wanted;

  return visibilities[Math.max(visibilities.indexOf(now), visibilities.indexOf(wanted))] ?? now;
}
