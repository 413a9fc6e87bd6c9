import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { visibleTo } from "~/features/publishing/queries.server";
import { getWork } from "~/features/publishing/work.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { limits, type StanceName } from "./limits";

/** How many guides rest on a summary, of how many organizations. */
export type Uses = { guides: number; organizations: number };

/** Published guides in use that the viewer sees, as a condition on the table `c`. */
const guideSeenBy = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, allows(viewer, "practice.review"))}`;

/** How many guides that the viewer sees rest on the summary `c`, as an expression. */
export const usesExpression = (viewer: Viewer): Prisma.Sql => Prisma.sql`(
  SELECT used.told FROM (SELECT c.id) AS asked (id) CROSS JOIN LATERAL (
    SELECT json_build_object('guides', count(DISTINCT c.id)::int, 'organizations', count(DISTINCT c."organizationId")::int) AS told
    FROM "Claim" k JOIN "Contribution" c ON c.id = k."contributionId" WHERE k."summaryId" = asked.id AND ${guideSeenBy(viewer)}) used)`;

export type Use = {
  id: string;
  title: string;
  slug: string;
  language: Language;
  organization: string;
  organizationSlug: string;
  claims: { section: string; heading: string; stance: StanceName; number: number }[];
};

/**
 * A summary and a page of the guides that rest on it, or where to go instead. What is hidden from the viewer does not exist (404).
 */
export async function getUses(viewer: Viewer, language: Language, slug: string, after: string | null) {
  const special = Prisma.sql`json_build_object('id', c.id, 'uses', ${usesExpression(viewer)})`;
  const work = await getWork<{ id: string; uses: Uses }>(summaryKind, special, viewer, language, slug);
  if (work.outcome !== "page") return work;

  const { special: told, text, alternates, isMissingHere, visibility, isPublished } = work;
  return {
    outcome: "page" as const,
    slug,
    title: text.title,
    language: text.language,
    alternates,
    isMissingHere,
    isPublic: isPublished && visibility === "PUBLIC",
    uses: told.uses,
    ...(await listUses(viewer, language, told.id, after)),
  };
}

/** The guides that rest on a summary, as far as the viewer sees them: their sections, the stance and the version, in the language that is shown. */
async function listUses(viewer: Viewer, language: Language, summaryId: string, after: string | null) {
  const rows = await db.$queryRaw<Use[]>`
    SELECT c.id, f.title, f.slug, f.language, CASE WHEN g."hiddenAt" IS NULL THEN o.name ELSE '' END AS organization, o.slug AS "organizationSlug", k.claims
    FROM "Contribution" c
      JOIN LATERAL (SELECT f.id, f.title, f.slug, f.language, f."publishedRevisionId" FROM "Face" f WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
        ORDER BY EXISTS (SELECT 1 FROM "Claim" q WHERE q."faceId" = f.id AND q."summaryId" = ${summaryId}::uuid) DESC, f.language = ${language}::"Language" DESC LIMIT 1) f ON TRUE
      JOIN "Organization" g ON g.id = c."organizationId"
      JOIN "OrganizationFace" o ON o."organizationId" = c."organizationId" AND o.language = ${language}::"Language"
      JOIN LATERAL (
        SELECT json_agg(json_build_object('section', q.section, 'stance', q.stance, 'number', v.number, 'heading', coalesce((
          SELECT s->>'heading' FROM "Revision" r, jsonb_array_elements(r.sections) s WHERE r.id = f."publishedRevisionId" AND s->>'key' = q.section), q.section)) ORDER BY q.position) AS claims
        FROM "Claim" q JOIN "Version" v ON v.id = q."versionId" WHERE q."faceId" = f.id AND q."summaryId" = ${summaryId}::uuid) k ON k.claims IS NOT NULL
    WHERE c.id IN (SELECT q."contributionId" FROM "Claim" q WHERE q."summaryId" = ${summaryId}::uuid) AND ${guideSeenBy(viewer)}
      ${after ? Prisma.sql`AND c.id < ${after}::uuid` : Prisma.empty}
    ORDER BY c.id DESC LIMIT ${limits.listed + 1}`;
  const items = rows.slice(0, limits.listed);
  return { items, next: rows.length > limits.listed ? (items.at(-1)?.id ?? null) : null };
}
