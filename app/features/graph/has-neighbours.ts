import type { GuideEvidence } from "~/features/claims/shown";
import type { Uses } from "~/features/claims/uses.server";
import type { Lineage } from "~/features/lineage/line.server";

/** Whether something is around a guide that is worth a way there. */
export const guideHasNeighbours = ({ lineage, evidence }: { lineage: Lineage; evidence: GuideEvidence | null }): boolean =>
  lineage.line[0] != null || lineage.editions > 0 || (evidence?.claims ?? []).some(({ summary }) => summary !== null);

/** The same of a summary. */
export const summaryHasNeighbours = ({ more, text }: { more: Uses; text: { version: { number: number } | null } }): boolean =>
  more.guides > 0 || (text.version?.number ?? 1) > 1;
