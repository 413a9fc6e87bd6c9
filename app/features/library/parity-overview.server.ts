import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { kinds } from "./kinds.server";

/** Texts of one language that are shown at once, those that wait longest first. */
const MOST = 100;

/** A work whose text in one language is missing, or behind in some parts. */
export type Lagging = {
  kind: "practice" | "summary";
  /** The text that there is: the one that is behind, or that of the other language. */
  title: string;
  slug: string;
  shown: Language;
  organization: string | null;
  isMissing: boolean;
  parts: number;
  since: string;
  promisedBy: string | null;
};

export type ParityCounts = { total: number; inStep: number; behind: number; onlyEn: number; onlyFr: number };

export type ParityOverview = { counts: ParityCounts; lagging: Record<Language, { items: Lagging[]; more: number }> };

type Row = { counts: ParityCounts; lagging: (Lagging & { language: Language; total: number })[] };

/** How far the published guides and summaries that the viewer sees say the same in both languages: of all organizations, or of one. */
export async function getParityOverview(viewer: Viewer, language: Language, organizationId: string | null): Promise<ParityOverview> {
  const seen = Prisma.join(
    Object.values(kinds).map(
      ({ kind, edit }) => Prisma.sql`(c.kind = ${kind}::"ContributionKind" AND ${visibleTo(viewer, allows(viewer, edit))})`,
    ),
    " OR ",
  );
  const [row] = await db.$queryRaw<Row[]>`
    WITH work AS (
      SELECT c.id, c.kind, c."organizationId", f.id AS "faceId", f.language, f.title, f.slug, f."publishedAt",
        count(*) OVER (PARTITION BY c.id) AS faces,
        (SELECT count(*)::int FROM "Rendering" l WHERE l."faceId" = f.id AND l.lag <> 'NONE') AS parts,
        (SELECT min(l."laggingSince") FROM "Rendering" l WHERE l."faceId" = f.id AND l.lag <> 'NONE') AS since
      FROM "Contribution" c JOIN "Face" f ON f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
      WHERE c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL AND (${seen})
        ${organizationId ? Prisma.sql`AND c."organizationId" = ${organizationId}::uuid` : Prisma.empty}
    ), lagging AS (
      SELECT w.*, w.language AS wanted, FALSE AS "isMissing", w.since AS at FROM work w WHERE w.faces = 2 AND w.parts > 0
      UNION ALL
      SELECT w.*, CASE w.language WHEN 'en' THEN 'fr' ELSE 'en' END::"Language", TRUE, w."publishedAt" FROM work w WHERE w.faces = 1
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY wanted ORDER BY at, id) AS place, count(*) OVER (PARTITION BY wanted)::int AS total FROM lagging
    )
    SELECT
      (SELECT json_build_object(
        'total', count(DISTINCT id)::int,
        'inStep', count(DISTINCT id) FILTER (WHERE faces = 2 AND NOT EXISTS (SELECT 1 FROM lagging l WHERE l.id = work.id))::int,
        'behind', count(DISTINCT id) FILTER (WHERE faces = 2 AND EXISTS (SELECT 1 FROM lagging l WHERE l.id = work.id))::int,
        'onlyEn', count(*) FILTER (WHERE faces = 1 AND language = 'en')::int,
        'onlyFr', count(*) FILTER (WHERE faces = 1 AND language = 'fr')::int) FROM work) AS counts,
      coalesce((SELECT json_agg(json_build_object('language', r.wanted, 'kind', lower(r.kind::text), 'title', r.title, 'slug', r.slug, 'shown', r.language,
          'organization', CASE WHEN g."hiddenAt" IS NULL THEN o.name END, 'isMissing', r."isMissing", 'parts', r.parts, 'total', r.total,
          'since', to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'promisedBy', to_char(w.until, 'YYYY-MM-DD')) ORDER BY r.at, r.id)
        FROM ranked r JOIN "Organization" g ON g.id = r."organizationId"
          LEFT JOIN "OrganizationFace" o ON o."organizationId" = g.id AND o.language = ${language}::"Language"
          LEFT JOIN "Waiver" w ON r."isMissing" AND w."contributionId" = r.id AND w.language = r.wanted AND w.until >= CURRENT_DATE
        WHERE r.place <= ${MOST}), '[]') AS lagging`;

  const { counts, lagging } = row ?? { counts: { total: 0, inStep: 0, behind: 0, onlyEn: 0, onlyFr: 0 }, lagging: [] };
  const of = (wanted: Language) => {
    const rows = lagging.filter((one) => one.language === wanted);
    return { items: rows.map(({ language: _, total: __, ...item }) => item), more: Math.max(0, (rows[0]?.total ?? 0) - MOST) };
  };
  return { counts, lagging: Object.fromEntries(languages.map((each) => [each, of(each)])) as ParityOverview["lagging"] };
}
