import { citedBy, type CitedReference } from "~/features/evidence/cited.server";
import { authorsOf, type WorkRow } from "~/features/publishing/work-row.server";
import { Prisma } from "~/generated/prisma/client";
import type { ContributionKind, Visibility } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

const VERSIONS = 500;

type Names = { en: string; fr: string };

export type VersionRow = {
  language: Language;
  number: number;
  publishedOn: string;
  /** Number of the revision that was published with it. */
  revision: number;
  isCurrent: boolean;
  isHidden: boolean;
};

/** What the policy has to know of a work, and what a citation of one of its versions says. `text`: the version cited. */
export type CitationRow = {
  id: string;
  asked: Language;
  organizationId: string;
  organization: Partial<Record<Language, { name: string; slug: string }>> | null;
  visibility: Visibility;
  isPublished: boolean;
  isRetired: boolean;
  isDiscarded: boolean;
  isHidden: boolean;
  isInReview: boolean;
  retiredOn: string | null;
  sourceLanguage: Language;
  writerIds: string[];
  authors: WorkRow<unknown>["authors"];
  topics: Names[];
  /** The faces that are published. */
  faces: { language: Language; slug: string; publishedOn: string }[];
  versions: VersionRow[];
  text: (VersionRow & { slug: string; title: string; summary: string; licence: string; references: CitedReference[] | null }) | null;
};

/**
 * A work by a slug of the language asked for, its versions, and one of them: of the face in the language of the page or, where there is none, in the
 * other; by its number, or else the one that stands.
 */
export async function findCitationRow(
  kind: ContributionKind,
  language: Language,
  asked: Language,
  slug: string,
  number: number | null,
): Promise<CitationRow | undefined> {
  const [row] = await db.$queryRaw<CitationRow[]>`
    WITH asked AS (
      SELECT s.language, f."contributionId" AS id FROM "FaceSlug" s JOIN "Face" f ON f.id = s."faceId"
      WHERE s.kind = ${kind}::"ContributionKind" AND s.slug = ${slug} AND s.language = ${asked}::"Language"
    ), face AS (
      SELECT f.* FROM "Face" f JOIN asked ON asked.id = f."contributionId"
      WHERE f."publishedRevisionId" IS NOT NULL ORDER BY f.language = ${language}::"Language" DESC LIMIT 1
    )
    SELECT c.id, asked.language AS asked, c."organizationId", c.visibility, c."publishedAt" IS NOT NULL AS "isPublished", c."retiredAt" IS NOT NULL AS "isRetired",
      c."discardedAt" IS NOT NULL AS "isDiscarded", c."hiddenAt" IS NOT NULL AS "isHidden",
      EXISTS (SELECT 1 FROM "Face" f WHERE f."contributionId" = c.id AND f.state = 'IN_REVIEW') AS "isInReview",
      to_char(c."retiredAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "retiredOn", c."sourceLanguage", ${people},
      coalesce((SELECT json_agg(json_build_object('en', t.en, 'fr', t.fr) ORDER BY t.position) FROM "ContributionTerm" ct JOIN "Term" t ON t.id = ct."termId"
        WHERE ct."contributionId" = c.id AND t.kind = 'TOPIC'), '[]') AS topics,
      coalesce((SELECT json_agg(json_build_object('language', f.language, 'slug', f.slug, 'publishedOn', to_char(f."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD')))
        FROM "Face" f WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL), '[]') AS faces,
      coalesce((SELECT json_agg(n.version ORDER BY n.language, n.number DESC) FROM (
        SELECT f.language, v.number, json_build_object(${version}) AS version FROM "Version" v JOIN "Face" f ON f.id = v."faceId" JOIN "Revision" r ON r.id = v."revisionId"
        WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL ORDER BY v.number DESC LIMIT ${VERSIONS}) n), '[]') AS versions,
      (SELECT json_build_object(${version}, 'slug', f.slug, 'title', r.title, 'summary', r.summary, 'licence', r.details->>'licence', 'references', ${citedBy})
        FROM face f JOIN "Version" v ON v."faceId" = f.id JOIN "Revision" r ON r.id = v."revisionId"
        WHERE ${number === null ? Prisma.sql`v."revisionId" = f."publishedRevisionId"` : Prisma.sql`v.number = ${number}`}) AS text
    FROM asked JOIN "Contribution" c ON c.id = asked.id`;

  return row;
}

const version = Prisma.sql`'language', f.language, 'number', v.number, 'publishedOn', to_char(v."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
  'revision', r.number, 'isCurrent', v."revisionId" = f."publishedRevisionId", 'isHidden', v."hiddenAt" IS NOT NULL`;

/** Who owns it, who wrote it, and who ever wrote on it. */
const people = Prisma.sql`
      (SELECT json_object_agg(o.language, json_build_object('name', o.name, 'slug', o.slug))
        FROM "OrganizationFace" o JOIN "Organization" g ON g.id = o."organizationId" WHERE o."organizationId" = c."organizationId" AND g."hiddenAt" IS NULL) AS organization,
      ${authorsOf},
      coalesce((SELECT json_agg(DISTINCT w.id) FROM (
        SELECT c."creatorId" AS id UNION SELECT a."accountId" FROM "Authorship" a WHERE a."contributionId" = c.id
        UNION SELECT r."authorId" FROM "Revision" r JOIN "Face" f ON f.id = r."faceId" WHERE f."contributionId" = c.id) w WHERE w.id IS NOT NULL), '[]') AS "writerIds"`;
