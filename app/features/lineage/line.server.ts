import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { Kind } from "~/features/publishing/kinds.server";
import { mayFor } from "~/features/publishing/policy";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { Visibility } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

/** A longer line is cut, so that no page asks without end. */
const LONGEST_LINE = 30;

type Ancestor = {
  id: string;
  organizationId: string;
  organization: { name: string; slug: string } | null;
  visibility: Visibility;
  isPublished: boolean;
  isRetired: boolean;
  isDiscarded: boolean;
  isHidden: boolean;
  slug: string;
  title: string;
  language: Language;
  /** The version on which the next one of the line rests. */
  version: number | null;
};

/** The line of a guide as the database has it, and how many editions were made of it that the viewer sees. */
export type LineageRow = { line: Ancestor[]; editions: number };

/** One of the line above an edition. `isGone`: taken out of use; null in place of one that the viewer may not see. */
export type Step = Pick<Ancestor, "title" | "slug" | "language" | "version" | "organization"> & { isGone: boolean };

/** Where a guide comes from, parent first, and whether editions were made of it. */
export type Lineage = { line: (Step | null)[]; editions: number };

/** For the one question that a guide is read with: an expression over the table `c`. */
export const lineageExpression = (viewer: Viewer, seesAll: boolean, language: Language) => Prisma.sql`json_build_object(
  'line', coalesce((${lineOf(language)}), '[]'),
  'editions', (SELECT count(*)::int FROM "Edition" d JOIN LATERAL (
    SELECT c.* FROM "Contribution" c WHERE c.id = d."contributionId" AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL) c ON TRUE
    WHERE d."parentId" = asked.id AND ${visibleTo(viewer, seesAll)}))`;

/** Each ancestor with the title in the language of the page, or the other; the version is that of the pin in that language, or the other. */
const lineOf = (language: Language) => Prisma.sql`
  WITH RECURSIVE line AS (
    SELECT e."contributionId" AS child, e."parentId" AS id, 1 AS depth FROM "Edition" e WHERE e."contributionId" = c.id
    UNION ALL SELECT e."contributionId", e."parentId", l.depth + 1 FROM line l JOIN "Edition" e ON e."contributionId" = l.id WHERE l.depth < ${LONGEST_LINE})
  SELECT json_agg(json_build_object('id', p.id, 'organizationId', p."organizationId", 'visibility', p.visibility, 'isPublished', p."publishedAt" IS NOT NULL,
      'isRetired', p."retiredAt" IS NOT NULL, 'isDiscarded', p."discardedAt" IS NOT NULL, 'isHidden', p."hiddenAt" IS NOT NULL,
      'organization', (SELECT json_build_object('name', o.name, 'slug', o.slug) FROM "OrganizationFace" o JOIN "Organization" g ON g.id = o."organizationId"
        WHERE o."organizationId" = p."organizationId" AND o.language = ${language}::"Language" AND g."hiddenAt" IS NULL),
      'slug', f.slug, 'title', f.title, 'language', f.language,
      'version', (SELECT v.number FROM "Face" x JOIN "Pin" y ON y."faceId" = x.id JOIN "Version" v ON v.id = y."versionId"
        WHERE x."contributionId" = l.child ORDER BY x.language = ${language}::"Language" DESC LIMIT 1)) ORDER BY l.depth)
  FROM line l JOIN "Contribution" p ON p.id = l.id JOIN LATERAL (
    SELECT f.slug, f.title, f.language FROM "Face" f WHERE f."contributionId" = p.id AND f."publishedRevisionId" IS NOT NULL
    ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) f ON TRUE`;

/** The line as a viewer sees it: of what they may not read neither title nor address. What was taken out of use stays in it. */
export function lineageFor(kind: Kind, viewer: Viewer, { line, editions }: LineageRow): Lineage {
  const may = mayFor(kind);
  return {
    editions,
    line: line.map((one) => {
      const isSeen = may.read(viewer, { ...one, isInReview: false, writerIds: [] });
      const { title, slug, language, version, organization, isRetired } = one;
      return isSeen ? { title, slug, language, version, organization, isGone: isRetired } : null;
    }),
  };
}

/** The line of one guide by itself, as a viewer sees it. Who may read the guide is for the caller to ask. */
export async function getLine(kind: Kind, viewer: Viewer, language: Language, contributionId: string): Promise<Lineage> {
  const [row] = await db.$queryRaw<{ lineage: LineageRow }[]>`
    WITH asked AS (SELECT ${contributionId}::uuid AS id)
    SELECT ${lineageExpression(viewer, allows(viewer, kind.edit), language)} AS lineage FROM "Contribution" c JOIN asked ON asked.id = c.id`;
  return lineageFor(kind, viewer, row?.lineage ?? { line: [], editions: 0 });
}
