import type { Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { ContributionKind, FaceState, Visibility } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { isFollowedBy } from "./followed.server";
import type { Own } from "./own-fields";
import type { Behind } from "./staleness";
import { termLabel } from "./term-label.server";

type FaceRow = {
  language: Language;
  slug: string;
  title: string;
  state: FaceState;
  isPublished: boolean;
  publishedOn: string | null;
  modifiedOn: string | null;
};

/** All that is known of a contribution for the page on which it is read. `special` is what only its kind has. */
export type WorkRow<Special> = {
  id: string;
  asked: { language: Language; slug: string };
  organizationId: string;
  organization: { name: string; slug: string } | null;
  visibility: Visibility;
  licence: string;
  special: Special;
  sourceLanguage: Language;
  isPublished: boolean;
  isRetired: boolean;
  isDiscarded: boolean;
  isHidden: boolean;
  isInReview: boolean;
  reviewedOn: string | null;
  nextReviewDue: string | null;
  retiredOn: string | null;
  retirementReason: string | null;
  successor: { language: Language; slug: string; title: string } | null;
  /** `profile`: the slug of one that everyone may see. Who has no account may be an organization. */
  authors: { en: string; fr: string; isPerson: boolean; profile: string | null }[];
  credits: { accountId: string | null; name: string | null; postId: string | null }[];
  proposals: number;
  /** By the viewer. */
  isFollowed: boolean;
  /** The day by which the text in the language asked for is promised, on record. */
  promisedBy: string | null;
  writerIds: string[];
  terms: { kind: "TOPIC" | "POPULATION" | "SETTING" | "PROVINCE"; key: string; label: string }[];
  faces: FaceRow[];
  shown: {
    title: string;
    summary: string;
    html: string;
    sourcesHtml: string;
    sections: { key: string; heading: string }[];
    words: number;
    number: number;
    language: Language;
    own: Own;
    /** In which parts it is behind the other language, of what is published in both. */
    lags: { section: string; lag: Behind; since: string }[];
    /** Of what is published: its number, and the day of its publication. */
    version: { number: number; publishedOn: string } | null;
  } | null;
  review: { state: "open" | "CHANGES_REQUESTED" | "DECLINED" | "APPROVED"; comment: string; language: Language } | null;
};

/**
 * A contribution by a slug of the language asked for, in the words of the page's language. The text shown: what is published in that language, else
 * in the other; else the latest revision, for those who work on it. `special` is an expression over the table `c`.
 */
export async function findWork<Special>(
  kind: ContributionKind,
  special: Prisma.Sql,
  viewer: Viewer,
  language: Language,
  asked: Language,
  slug: string,
): Promise<WorkRow<Special> | undefined> {
  const [row] = await db.$queryRaw<WorkRow<Special>[]>`
    WITH asked AS (
      SELECT s.language, s.slug, f."contributionId" AS id FROM "FaceSlug" s JOIN "Face" f ON f.id = s."faceId"
      WHERE s.kind = ${kind}::"ContributionKind" AND s.slug = ${slug} AND s.language = ${asked}::"Language"
    )
    SELECT c.id, json_build_object('language', asked.language, 'slug', asked.slug) AS asked, ${special} AS special, ${isFollowedBy(viewer)} AS "isFollowed",
      c."organizationId", c.visibility, c.licence, c."sourceLanguage", c."publishedAt" IS NOT NULL AS "isPublished", c."retiredAt" IS NOT NULL AS "isRetired", c."discardedAt" IS NOT NULL AS "isDiscarded", c."hiddenAt" IS NOT NULL AS "isHidden",
      EXISTS (SELECT 1 FROM "Face" f WHERE f."contributionId" = c.id AND f.state = 'IN_REVIEW') AS "isInReview",
      to_char(c."reviewedOn", 'YYYY-MM-DD') AS "reviewedOn", to_char(c."nextReviewDue", 'YYYY-MM-DD') AS "nextReviewDue",
      (SELECT to_char(w.until, 'YYYY-MM-DD') FROM "Waiver" w WHERE w."contributionId" = c.id AND w.language = ${language}::"Language" AND w.until >= CURRENT_DATE) AS "promisedBy",
      to_char(c."retiredAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "retiredOn", c."retirementReason",
      (SELECT json_build_object('name', o.name, 'slug', o.slug) FROM "OrganizationFace" o JOIN "Organization" g ON g.id = o."organizationId"
        WHERE o."organizationId" = c."organizationId" AND o.language = ${language}::"Language" AND g."hiddenAt" IS NULL) AS organization,
      (SELECT json_build_object('language', f.language, 'slug', f.slug, 'title', f.title) FROM "Face" f JOIN "Contribution" n ON n.id = f."contributionId"
        WHERE n.id = c."successorId" AND n.visibility = 'PUBLIC' AND n."hiddenAt" IS NULL AND f."publishedRevisionId" IS NOT NULL ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) AS successor,
      ${people(language)}, ${texts(language)}
    FROM asked JOIN "Contribution" c ON c.id = asked.id`;

  return row;
}

/** Who wrote the contribution `c`. */
export const authorsOf = Prisma.sql`
      coalesce((SELECT json_agg(json_build_object('en', coalesce(x.name, a.en), 'fr', coalesce(x.name, a.fr), 'isPerson', x.id IS NOT NULL,
          'profile', CASE WHEN p.listing = 'EVERYONE' AND p."hiddenAt" IS NULL AND x."deactivatedAt" IS NULL AND x."suspendedUntil" > now() IS NOT TRUE THEN p.slug END) ORDER BY a.position)
        FROM "Authorship" a LEFT JOIN "Account" x ON x.id = a."accountId" LEFT JOIN "Profile" p ON p."accountId" = x.id WHERE a."contributionId" = c.id), '[]') AS authors`;

/** Who wrote it, whose words were taken up, what else is offered, and what it is about. */
const people = (language: Language) => Prisma.sql`
      ${authorsOf},
      coalesce((SELECT json_agg(json_build_object('accountId', u."authorId", 'name', x.name, 'postId', u."postId") ORDER BY u."decidedAt")
        FROM "Suggestion" u JOIN "Face" f ON f.id = u."faceId" JOIN "Revision" r ON r.id = f."publishedRevisionId" LEFT JOIN "Account" x ON x.id = u."authorId"
        WHERE f."contributionId" = c.id AND u.state = 'TAKEN' AND EXISTS (SELECT 1 FROM "Revision" v
          WHERE v."faceId" = f.id AND v.number <= r.number AND v."createdAt" >= u."decidedAt" AND v."authorId" IS NOT DISTINCT FROM u."deciderId")), '[]') AS credits,
      (SELECT count(*)::int FROM "Suggestion" u JOIN "Face" f ON f.id = u."faceId" WHERE f."contributionId" = c.id AND f.language = ${language}::"Language" AND u.state = 'OPEN') AS proposals,
      coalesce((SELECT json_agg(DISTINCT w.id) FROM (
        SELECT c."creatorId" AS id UNION SELECT a."accountId" FROM "Authorship" a WHERE a."contributionId" = c.id
        UNION SELECT r."authorId" FROM "Revision" r JOIN "Face" f ON f.id = r."faceId" WHERE f."contributionId" = c.id) w WHERE w.id IS NOT NULL), '[]') AS "writerIds",
      coalesce((SELECT json_agg(json_build_object('kind', t.kind, 'key', t.key, 'label', ${termLabel(language)}) ORDER BY t.kind, t.position)
        FROM "ContributionTerm" ct JOIN "Term" t ON t.id = ct."termId" WHERE ct."contributionId" = c.id), '[]') AS terms`;

const texts = (language: Language) => Prisma.sql`
      (SELECT json_agg(json_build_object('language', f.language, 'slug', f.slug, 'title', f.title, 'state', f.state, 'isPublished', f."publishedRevisionId" IS NOT NULL,
        'publishedOn', to_char(f."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'modifiedOn', to_char(f."modifiedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD')))
        FROM "Face" f WHERE f."contributionId" = c.id) AS faces,
      (SELECT json_build_object('title', r.title, 'summary', r.summary, 'html', r.html, 'sourcesHtml', r."sourcesHtml", 'sections', r.sections, 'words', r.words, 'number', r.number,
          'language', f.language, 'own', coalesce(r.details->'own', '{}'),
          'lags', coalesce((SELECT json_agg(json_build_object('section', l.section, 'lag', l.lag, 'since', to_char(l."laggingSince" AT TIME ZONE 'UTC', 'YYYY-MM-DD')) ORDER BY l.section)
            FROM "Rendering" l WHERE l."faceId" = f.id AND l.lag <> 'NONE' AND f."publishedRevisionId" IS NOT NULL), '[]'),
          'version', (SELECT json_build_object('number', v.number, 'publishedOn', to_char(v."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'))
            FROM "Version" v WHERE v."revisionId" = r.id AND v."hiddenAt" IS NULL))
        FROM "Face" f JOIN "Revision" r ON r.id = f."publishedRevisionId" OR (f."publishedRevisionId" IS NULL AND r."faceId" = f.id AND r.number = f."latestNumber")
        WHERE f."contributionId" = c.id ORDER BY f."publishedRevisionId" IS NOT NULL DESC, f.language = ${language}::"Language" DESC LIMIT 1) AS shown,
      (SELECT json_build_object('state', coalesce(v.decision::text, 'open'), 'comment', v.comment, 'language', f.language) FROM "Review" v JOIN "Face" f ON f.id = v."faceId"
        WHERE f."contributionId" = c.id AND f.language = ${language}::"Language" AND v.decision IS DISTINCT FROM 'WITHDRAWN' ORDER BY v."submittedAt" DESC LIMIT 1) AS review`;
