import { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/platform/db.server";

import { limits } from "./limits";

/**
 * What has changed, as a query: a summary (`summaryId`), the cause and what it comes from (`causeId`), and the face and number below which a version
 * is affected; null for all versions.
 */
type Changes = Prisma.Sql;

type At = { at: Date; isUrgent: boolean };

/**
 * Notes under every section that depends on a change that the evidence has changed: where a claim points to the summary and, through any number of
 * adaptations, where an edition kept or changed such a section. A section has one open notice of a summary and a cause, so said again it changes
 * nothing. Gives the guides that have a new one.
 */
export async function flagSections(tx: Transaction, changes: Changes, at: At): Promise<string[]> {
  const flagged = new Set<string>();
  // An edition may have begun meanwhile, when its parent had no notice yet. Whoever begins one from here on waits, and finds the parent's.
  for (let before = -1, now = await tx.edition.count(); now !== before; now = await tx.edition.count()) {
    before = now;
    for (const id of await flagOnce(tx, changes, at)) flagged.add(id);
  }
  return [...flagged].sort();
}

/** The day until which someone should have looked at a section again. */
export const dueAfter = (at: Date, isUrgent: boolean): string => {
  const days = isUrgent ? limits.daysAfterRetraction : limits.daysToReview;
  return new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
};

/** From each section it goes to its editions by the indexes, whatever the planner knows of the tables. */
async function flagOnce(tx: Transaction, changes: Changes, { at, isUrgent }: At): Promise<string[]> {
  const due = dueAfter(at, isUrgent);
  const flagged = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE changed AS (${changes}),
    reached (id, section, "summaryId", cause, "causeId") AS (
      SELECT k."contributionId", k.section, x."summaryId", x.cause, x."causeId"
      FROM changed x JOIN "Claim" k ON k."summaryId" = x."summaryId" JOIN "Version" v ON v.id = k."versionId"
      WHERE x.below IS NULL OR ((x."faceId" IS NULL OR v."faceId" = x."faceId") AND v."publishedAt" < x.below)
      UNION
      SELECT e.id, r.section, r."summaryId", r.cause, r."causeId"
      FROM reached r CROSS JOIN LATERAL (
        SELECT DISTINCT e."contributionId" AS id FROM "Edition" e JOIN "Face" f ON f."contributionId" = e."contributionId"
        WHERE e."parentId" = r.id
          AND (SELECT s.kind FROM "SectionChange" s WHERE s."faceId" = f.id AND s.section = r.section) IN ('KEPT', 'CHANGED')) e),
    flagged AS (
      INSERT INTO "EvidenceNotice" (id, "contributionId", section, "summaryId", cause, "causeId", at, "dueOn")
      SELECT gen_random_uuid(), r.id, r.section, r."summaryId", r.cause, r."causeId", ${at}::timestamptz(3), ${due}::date
      FROM reached r JOIN "Contribution" c ON c.id = r.id WHERE c."retiredAt" IS NULL
      ON CONFLICT DO NOTHING RETURNING "contributionId" AS id)
    SELECT DISTINCT id FROM flagged ORDER BY id`;
  return flagged.map(({ id }) => id);
}

/** A change for flagSections. `below`: only claims on versions published before it; `faceId`: only on those of one language. */
export const changeOf = ({
  summaryId,
  cause,
  causeId,
  faceId = null,
  below = null,
}: {
  summaryId: string;
  cause: "CERTAINTY" | "NEW_VERSION" | "WITHDRAWN";
  causeId: string;
  faceId?: string | null;
  below?: Date | null;
}): Changes => Prisma.sql`
  SELECT ${summaryId}::uuid AS "summaryId", ${cause}::"EvidenceCause" AS cause, ${causeId}::uuid AS "causeId", ${faceId}::uuid AS "faceId",
    ${below}::timestamptz(3) AS below`;

/** The summaries of which a published version cites a publication that was retracted, as a change for flagSections. `x`: the retraction, `c`: the summary. */
export const retractionsWhere = (condition: Prisma.Sql): Changes => Prisma.sql`
  SELECT DISTINCT c.id AS "summaryId", 'RETRACTION'::"EvidenceCause" AS cause, x.id AS "causeId", NULL::uuid AS "faceId", NULL::timestamptz(3) AS below
  FROM "Retraction" x JOIN "Reference" n ON n.doi = x.doi JOIN "Contribution" c ON c.id = n."contributionId"
  WHERE ${condition} AND EXISTS (
    SELECT 1 FROM "Face" f JOIN "Version" v ON v."faceId" = f.id JOIN "Revision" r ON r.id = v."revisionId"
    WHERE f."contributionId" = c.id AND r.details->'own'->'references' @> to_jsonb(ARRAY[n.key || ' ' || n.id]))`;
