import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { Own } from "~/features/publishing/own-fields";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { soundClaims } from "./claim-rows";
import { type RestedRow, restedOf, type ShownClaim } from "./shown";

/** So many sections are told of that someone looked at again. */
const HISTORY = 50;

/** Which summaries a viewer is told of, as a condition on the table `c`. What is withdrawn is told of too, since its address says so. */
export const summarySeenBy = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`c.kind = 'SUMMARY' AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, allows(viewer, "summary.edit"))}`;

/** What the sections of the guide `c` rest on, and what of it has changed, as an expression. Null where there is neither. */
export const evidenceExpression = (viewer: Viewer, language: Language): Prisma.Sql => Prisma.sql`(
  SELECT CASE WHEN found.claims IS NOT NULL OR found.notices IS NOT NULL THEN json_build_object('claims', found.claims, 'notices', found.notices,
    'isSteward', c."organizationId" = ANY(${(viewer?.organizations ?? []).filter(({ isSteward }) => isSteward).map(({ id }) => id)}::uuid[])) END
  FROM (SELECT ${claimsFrom(viewer, ofGuide)} AS claims, ${noticesOf(viewer, language)} AS notices) found)`;

const ofGuide = Prisma.sql`
  SELECT q.section, q.stance::text, q.note, q.position, q."versionId", o.language AS face FROM "Claim" q JOIN "Face" o ON o.id = q."faceId"
  WHERE q."contributionId" = c.id`;

/** Claims with the summaries that the viewer sees; those that rest on another one are left out. */
const claimsFrom = (viewer: Viewer, source: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT json_agg(json_build_object('section', k.section, 'stance', k.stance, 'note', k.note, 'face', k.face, 'summary', s.said) ORDER BY k.position)
  FROM (${source}) k LEFT JOIN LATERAL (
    SELECT json_build_object('title', r.title, 'slug', f.slug, 'language', f.language, 'number', v.number, 'levels', r.details->'own'->'ratingLevel',
      'newest', (SELECT max(n.number) FROM "Version" n WHERE n."faceId" = f.id AND n."hiddenAt" IS NULL), 'isRetired', c."retiredAt" IS NOT NULL) AS said
    FROM "Version" v JOIN "Revision" r ON r.id = v."revisionId" JOIN "Face" f ON f.id = v."faceId" JOIN "Contribution" c ON c.id = f."contributionId"
    WHERE v.id = k."versionId" AND v."hiddenAt" IS NULL AND ${summarySeenBy(viewer)}) s ON TRUE
  WHERE k.stance = 'NONE' OR s.said IS NOT NULL)`;

/** Open notices, and for each section the last one that was cleared. */
const noticesOf = (viewer: Viewer, language: Language): Prisma.Sql => Prisma.sql`(
  SELECT json_agg(json_build_object('section', n.section, 'cause', n.cause, 'at', to_char(n.at AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
    'clearedOn', to_char(n."clearedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'outcome', n.outcome, 'note', n.note, 'summary', s.said,
    'doi', (SELECT x.doi FROM "Retraction" x WHERE x.id = n."causeId")) ORDER BY n."clearedAt" NULLS FIRST, n.at, n.cause)
  FROM (
    SELECT * FROM "EvidenceNotice" e WHERE e."contributionId" = c.id AND e."clearedAt" IS NULL
    UNION ALL (SELECT DISTINCT ON (e.section) e.* FROM "EvidenceNotice" e WHERE e."contributionId" = c.id AND e."clearedAt" IS NOT NULL
      ORDER BY e.section, e."clearedAt" DESC LIMIT ${HISTORY})) n
  JOIN LATERAL (${saidOf(viewer, language)}) s ON TRUE)`;

/** The summary of a notice `n`, in the language of the page or else in the other, with the version from which the notice comes. */
export const saidOf = (viewer: Viewer, language: Language): Prisma.Sql => Prisma.sql`
  SELECT json_build_object('title', f.title, 'slug', f.slug, 'language', f.language, 'version', (
    SELECT json_build_object('slug', o.slug, 'language', o.language, 'number', v.number) FROM "Version" v JOIN "Face" o ON o.id = v."faceId"
    WHERE v.id = n."causeId" AND v."hiddenAt" IS NULL)) AS said
  FROM "Contribution" c JOIN "Face" f ON f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
  WHERE c.id = n."summaryId" AND ${summarySeenBy(viewer)} ORDER BY f.language = ${language}::"Language" DESC LIMIT 1`;

/** What the sections of a text rested on, as it was written: for its versions and for those who review it. Nothing is asked where there is nothing. */
export async function getClaims(viewer: Viewer, language: Language, own: Own = {}): Promise<ShownClaim[]> {
  const claims = soundClaims(own);
  if (claims.length === 0) return [];
  const source = Prisma.sql`
    SELECT w.*, ${language}::text AS face FROM unnest(${claims.map(({ section }) => section)}::text[], ${claims.map(({ stance }) => stance)}::text[],
      ${claims.map(({ note }) => note)}::text[], ${claims.map((_, index) => index)}::int[],
      ${claims.map(({ stance, version }) => (stance === "NONE" ? null : version))}::uuid[]) AS w (section, stance, note, position, "versionId")`;
  const [row] = await db.$queryRaw<{ claims: (Omit<ShownClaim, "summary"> & { summary: RestedRow | null })[] | null }[]>`
    SELECT ${claimsFrom(viewer, source)} AS claims`;
  return (row?.claims ?? []).map(({ section, stance, note, summary }) => ({ section, stance, note, summary: restedOf(summary) }));
}
