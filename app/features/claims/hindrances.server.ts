import type { Fields } from "~/features/publishing/fields";
import { visibilities } from "~/features/publishing/limits";
import { inRow } from "~/features/publishing/row-faults";
import type { Visibility } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";
import type { FormErrors } from "~/platform/forms.server";

import { claimsIn } from "./claim-rows";

type Target = { organizationId: string; visibility: Visibility; publishedAt: Date | null };

type Rested = {
  versionId: string;
  summaryId: string;
  organizationId: string;
  visibility: Visibility;
  isRetired: boolean;
  isGone: boolean;
};

/**
 * What stands against the claims of a guide among the summaries: one that is withdrawn, hidden, or not open to everyone who may read the guide; and
 * the same summary twice in a section. By field, each with its row.
 */
export async function hindrancesOfClaims(tx: Transaction, guide: Target, fields: Pick<Fields, "own" | "visibility">): Promise<FormErrors> {
  const claims = claimsIn(fields.own);
  const wanted = [...new Set(claims.flatMap(({ version }) => (version === "" ? [] : [version])))];
  if (wanted.length === 0) return {};

  const rested = new Map((await find(tx, wanted)).map((row) => [row.versionId, row]));
  const reader = widest(guide, fields.visibility);
  const summaryOf = ({ version }: { version: string }) => rested.get(version)?.summaryId;
  const reasons = claims.map((claim, index) => {
    if (claim.version === "") return null;
    const row = rested.get(claim.version);
    if (!row || row.isGone) return "claims.error.noSuchVersion";
    if (row.isRetired) return "claims.error.withdrawn";
    if (!isOpen(row, reader)) return "claims.error.notForReaders";
    const twice = claims.slice(0, index).some((one) => one.section === claim.section && summaryOf(one) === row.summaryId);
    return twice ? "claims.error.twice" : null;
  });
  const found = reasons.flatMap((reason, index) => (reason === null ? [] : [inRow(index + 1, reason)]));
  return found.length > 0 ? { claimVersion: found } : {};
}

const find = (tx: Transaction, ids: string[]) => tx.$queryRaw<Rested[]>`
  SELECT v.id AS "versionId", c.id AS "summaryId", c."organizationId", c.visibility, c."retiredAt" IS NOT NULL AS "isRetired",
    c."publishedAt" IS NULL OR c."discardedAt" IS NOT NULL OR c."hiddenAt" IS NOT NULL OR v."hiddenAt" IS NOT NULL AS "isGone"
  FROM "Version" v JOIN "Face" f ON f.id = v."faceId" JOIN "Contribution" c ON c.id = f."contributionId" AND c.kind = 'SUMMARY'
  WHERE v.id = ANY(${ids}::uuid[])`;

type Readers = { organizationId: string; visibility: Visibility };

/** Who may read the guide once this text is published: each language carries the choice, and what stands stays. */
function widest({ organizationId, visibility, publishedAt }: Target, wanted: Visibility): Readers {
  const rank = (one: Visibility) => visibilities.indexOf(one);
  return { organizationId, visibility: publishedAt !== null && rank(visibility) < rank(wanted) ? visibility : wanted };
}

function isOpen(summary: Rested, { organizationId, visibility }: Readers): boolean {
  if (summary.visibility === "PUBLIC") return true;
  if (summary.visibility === "MEMBERS") return visibility !== "PUBLIC";
  return visibility === "ORGANIZATION" && summary.organizationId === organizationId;
}
