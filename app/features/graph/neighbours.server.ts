import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { summarySeenBy } from "~/features/claims/shown.server";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";

import { MOST_NEIGHBOURS, type Relation } from "./graph";

type Look = { viewer: Viewer; language: Language };

const guideSeenBy = (viewer: Viewer) => Prisma.sql`c.kind = 'PRACTICE' AND ${visibleTo(viewer, allows(viewer, "practice.review"))}`;

/** Of these, what was taken out of use is not told of. */
const inUse = (viewer: Viewer) => Prisma.sql`c."retiredAt" IS NULL AND ${guideSeenBy(viewer)}`;

/** What is around the guide `c`, as an expression: each relation with what the viewer sees of it. */
export const aroundGuide = ({ viewer, language }: Look): Prisma.Sql => Prisma.sql`(
  WITH asked (id, at) AS (SELECT c.id, c."publishedAt"),
  rested AS (SELECT w.id, row_number() OVER (ORDER BY w.place, w.id)::int AS number FROM (${restsOn}) w JOIN "Contribution" c ON c.id = w.id
    WHERE ${summarySeenBy(viewer)} ORDER BY number LIMIT ${MOST_NEIGHBOURS}),
  around AS (
    ${seen("SUMMARIES", restsOn, summarySeenBy(viewer))} UNION ALL ${seen("COUSINS", cousins, inUse(viewer))}
    UNION ALL ${seen("PARENT", parent, guideSeenBy(viewer))} UNION ALL ${seen("REPLACES", replaced, guideSeenBy(viewer))}
    UNION ALL ${seen("EDITIONS", editions, inUse(viewer))})
  SELECT json_build_object('neighbours', ${told(language)}))`;

/** What is around the summary `c`, as an expression; and whether it cites what was retracted. */
export const aroundSummary = ({ viewer, language }: Look): Prisma.Sql => Prisma.sql`(
  WITH asked (id, at) AS (SELECT c.id, c."publishedAt"),
  rested AS (SELECT asked.id, 1 AS number FROM asked),
  around AS (${seen("GUIDES", restingOnIt, inUse(viewer))} UNION ALL ${seen("REPLACES", replaced, summarySeenBy(viewer))})
  SELECT json_build_object('neighbours', ${told(language)}, 'versions', ${versionsBefore(language)},
    'hasRetraction', (SELECT ${citesRetracted} FROM "Contribution" c JOIN asked ON asked.id = c.id)))`;

/**
 * The first of what a source gives, as far as it is published and the condition on `c` lets the viewer see it; and how many there are. A source gives
 * ids, places, and the number of the summary in `rested` on which a guide rests, if that is how it is related.
 */
const seen = (relation: Relation, source: Prisma.Sql, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT ${relation} AS relation, c.id, w.via, count(*) OVER () AS total, row_number() OVER (ORDER BY w.place, c.id) AS rank
  FROM (${source}) w JOIN "Contribution" c ON c.id = w.id
  WHERE c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND ${condition}
  ORDER BY rank LIMIT ${MOST_NEIGHBOURS})`;

/** What is told of all that is around: titles in the language of the page, or in the other. */
const told = (language: Language): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('relation', a.relation, 'total', a.total, 'neighbour', json_build_object(
      'id', c.id, 'kind', CASE c.kind WHEN 'SUMMARY' THEN 'summary' ELSE 'practice' END, 'title', f.title, 'slug', f.slug, 'language', f.language,
      'organization', CASE WHEN g."hiddenAt" IS NULL THEN o.name END, 'isRetired', c."retiredAt" IS NOT NULL, 'hasRetraction', c.kind = 'SUMMARY' AND ${citesRetracted},
      'stances', CASE WHEN a.via IS NOT NULL THEN ${stancesOf(language)} ELSE '[]' END, 'via', CASE a.relation WHEN 'COUSINS' THEN r.id END,
      'number', NULL, 'publishedOn', NULL)) ORDER BY a.rank), '[]')
  FROM around a CROSS JOIN asked JOIN "Contribution" c ON c.id = a.id LEFT JOIN rested r ON r.number = a.via
    JOIN "Organization" g ON g.id = c."organizationId"
    LEFT JOIN "OrganizationFace" o ON o."organizationId" = g.id AND o.language = ${language}::"Language"
    JOIN LATERAL (SELECT f.title, f.slug, f.language FROM "Face" f WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
      ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) f ON TRUE)`;

/** Whether the published text of the summary `c` cites a publication that was retracted. */
const citesRetracted = Prisma.sql`EXISTS (
  SELECT 1 FROM "Reference" n JOIN "Retraction" x ON x.doi = n.doi JOIN "Face" f ON f."contributionId" = n."contributionId"
    JOIN "Revision" r ON r.id = f."publishedRevisionId"
  WHERE n."contributionId" = c.id AND r.details->'own'->'references' @> to_jsonb(ARRAY[n.key || ' ' || n.id]))`;

/**
 * Claims `k` that readers are told of: on a version that is not hidden, in a text `o` that is published; of a guide that is a draft, those of the draft
 * for who sees it.
 */
const claims = Prisma.sql`
  "Claim" k JOIN "Version" v ON v.id = k."versionId" AND v."hiddenAt" IS NULL JOIN "Face" o ON o.id = k."faceId"
    AND (o."publishedRevisionId" IS NOT NULL OR o."contributionId" = (SELECT a.id FROM asked a WHERE a.at IS NULL))`;

/** What the evidence of a summary says in the sections of a guide: in the language of the page, or else in the other. The guide is the neighbour, or the one asked for. */
const stancesOf = (language: Language) => Prisma.sql`(
  SELECT to_json(CASE WHEN bool_or(o.language = ${language}::"Language") THEN array_agg(DISTINCT k.stance ORDER BY k.stance) FILTER (WHERE o.language = ${language}::"Language")
    ELSE array_agg(DISTINCT k.stance ORDER BY k.stance) END)
  FROM ${claims}
  WHERE k."contributionId" = CASE a.relation WHEN 'SUMMARIES' THEN asked.id ELSE c.id END AND k."summaryId" = CASE a.relation WHEN 'SUMMARIES' THEN c.id ELSE r.id END)`;

/** The summaries on which a guide rests. */
const restsOn = Prisma.sql`
  SELECT k."summaryId" AS id, min(k.position) AS place, 0 AS via FROM ${claims} JOIN asked ON asked.id = k."contributionId" GROUP BY k."summaryId"`;

/** Guides that rest on one of these summaries too, and are not next to the guide already: those of each summary in turn, the newest first. */
const cousins = Prisma.sql`
  SELECT p.id, row_number() OVER (PARTITION BY p.number ORDER BY p.id DESC) * 100 + p.number AS place, p.number AS via
  FROM (SELECT k."contributionId" AS id, min(r.number) AS number FROM rested r JOIN ${claims} ON k."summaryId" = r.id GROUP BY k."contributionId") p
  WHERE p.id NOT IN (
    SELECT asked.id FROM asked
    UNION ALL SELECT e."parentId" FROM "Edition" e JOIN asked ON asked.id = e."contributionId"
    UNION ALL SELECT e."contributionId" FROM "Edition" e JOIN asked ON asked.id = e."parentId")`;

/** The guides that rest on a summary, the newest first. */
const restingOnIt = Prisma.sql`
  SELECT k."contributionId" AS id, row_number() OVER (ORDER BY k."contributionId" DESC) AS place, 1 AS via
  FROM ${claims} JOIN asked ON asked.id = k."summaryId" GROUP BY k."contributionId"`;

const parent = Prisma.sql`SELECT e."parentId" AS id, 1 AS place, NULL::int AS via FROM "Edition" e JOIN asked ON asked.id = e."contributionId"`;

const editions = Prisma.sql`SELECT e."contributionId" AS id, e."createdAt" AS place, NULL::int AS via FROM "Edition" e JOIN asked ON asked.id = e."parentId"`;

/** What was taken out of use in its favour. */
const replaced = Prisma.sql`SELECT p.id, p."retiredAt" AS place, NULL::int AS via FROM "Contribution" p JOIN asked ON asked.id = p."successorId"`;

/** The versions of the text that is shown before the one that stands, the newest first. */
const versionsBefore = (language: Language) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('relation', 'VERSIONS', 'total', v.total, 'neighbour', json_build_object(
    'id', v.id, 'kind', 'version', 'title', v.title, 'slug', v.slug, 'language', v.language, 'organization', NULL, 'isRetired', false, 'hasRetraction', false,
    'stances', '[]'::json, 'via', NULL, 'number', v.number, 'publishedOn', to_char(v."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'))) ORDER BY v.number DESC), '[]')
  FROM (
    SELECT v.id, v.number, v."publishedAt", r.title, f.slug, f.language, count(*) OVER () AS total
    FROM (SELECT f.* FROM "Face" f JOIN asked ON asked.id = f."contributionId" WHERE f."publishedRevisionId" IS NOT NULL
        ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) f
      JOIN "Version" v ON v."faceId" = f.id AND v."revisionId" <> f."publishedRevisionId" AND v."hiddenAt" IS NULL
      JOIN "Revision" r ON r.id = v."revisionId"
    ORDER BY v.number DESC LIMIT ${MOST_NEIGHBOURS}) v)`;
