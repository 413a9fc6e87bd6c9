import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { type AdoptionRow, adoptionExpression, adoptionFor, isReplicated } from "~/features/adoption/told-of-guide.server";
import { type EvidenceRow, evidenceFor } from "~/features/claims/shown";
import { evidenceExpression } from "~/features/claims/shown.server";
import { type LineageRow, lineageExpression, lineageFor } from "~/features/lineage/line.server";
import { getWork } from "~/features/publishing/work.server";
import { Prisma } from "~/generated/prisma/client";
import type { Maturity } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

import { practiceKind } from "./practice-kind.server";

export type PracticePage = Extract<Awaited<ReturnType<typeof getPractice>>, { outcome: "page" }>;

/** What only guides have, each part an expression of its own feature over the table `c`. */
type GuideRow = { maturity: Maturity; evidence: EvidenceRow; lineage: LineageRow; adoption: AdoptionRow };

const guideExpression = (viewer: Viewer, language: Language) => Prisma.sql`json_build_object(
  'evidence', ${evidenceExpression(viewer, language)},
  'maturity', (SELECT ${shownMaturity()} FROM "Practice" p WHERE p."contributionId" = c.id),
  'adoption', ${adoptionExpression(viewer, practiceKind, language)},
  'lineage', ${lineageExpression(viewer, allows(viewer, practiceKind.edit), language)})`;

/** How far a practice has come: what its writers say, or that others have replicated it, which nobody can claim. For the tables `c` and `p`. */
export const shownMaturity = (): Prisma.Sql => Prisma.sql`CASE WHEN ${isReplicated()} THEN 'REPLICATED' ELSE p.maturity::text END`;

/**
 * One guide as a reader sees it, in the language of the address or, where that face is missing, in the other; or where to go
 * instead. One round trip, or two where the slug is of the other language. What is hidden from the viewer does not exist (404).
 */
export async function getPractice(viewer: Viewer, language: Language, slug: string) {
  const work = await getWork<GuideRow>(practiceKind, guideExpression(viewer, language), viewer, language, slug);
  if (work.outcome !== "page") return work;

  const { text, special, ...page } = work;
  const { own: _, ...guide } = text;
  return {
    ...page,
    guide,
    maturity: special.maturity,
    evidence: evidenceFor(special.evidence, guide.language),
    adoption: adoptionFor(special.adoption),
    lineage: lineageFor(practiceKind, viewer, special.lineage),
  };
}
