import type { Viewer } from "~/features/accounts/actor";
import { isPresent, isSeen } from "~/features/people/audience.server";
import type { Kind } from "~/features/publishing/kinds.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";

import { type Filters, stageOf } from "./filters";
import { since, standing, unconfirmed } from "./standing.server";
import type { Stage } from "./stages";
import type { Count } from "./suppression";

/** An adoption in the list, as it stood on the day. */
export type AdoptionCard = {
  id: string;
  organization: string;
  organizationSlug: string;
  guide: { title: string; slug: string; language: Language };
  /** The organization's own edition of the guide, where readers see one. */
  edition: { title: string; slug: string; language: Language } | null;
  version: number;
  stage: Stage;
  since: string;
  /** When it was last said that it is so. */
  saidOn: string;
  isUnconfirmed: boolean;
  isNamed: boolean;
  province: string;
  region: string;
  settings: string[];
  populations: string[];
  languages: string[];
  note: string;
  /** Why it stopped. */
  reason: string;
  contact: { name: string; slug: string } | null;
};

export type AdoptionList = { items: AdoptionCard[]; next: string | null };

/** How many there are by province, as far as the other filters go. */
export type Survey = Record<string, Count>;

/** A page of the adoptions that are named, or are of the viewer's own organizations, as they stood on a day: those declared last first. One round trip. */
export async function listAdoptions(
  kind: Kind,
  viewer: Viewer,
  language: Language,
  filters: Filters,
  day: string,
  after: string | null = null,
  limit = PAGE_SIZE,
): Promise<AdoptionList> {
  const rows = await db.$queryRaw<AdoptionCard[]>`
    SELECT a.id, o.name AS organization, o.slug AS "organizationSlug", v.number AS version, e.stage, ${since(day)} AS since,
      to_char(greatest(e."on", (e.at AT TIME ZONE 'UTC')::date), 'YYYY-MM-DD') AS "saidOn", ${unconfirmed(day)} AS "isUnconfirmed", z."isNamed",
      a.province, a.region, e.settings, e.populations, e.languages, e.note, e.reason,
      json_build_object('title', f.title, 'slug', f.slug, 'language', f.language) AS guide,
      (${editionOf(language)}) AS edition, (${contactOf(viewer)}) AS contact
    FROM ${standing(viewer, kind, day)}
      JOIN "OrganizationFace" o ON o."organizationId" = g.id AND o.language = ${language}::"Language"
      JOIN "Version" v ON v.id = e."versionId"
      JOIN LATERAL (${shownFace(language, Prisma.sql`c.id`)}) f ON TRUE
    WHERE (z."isNamed" OR a."organizationId" = ANY(${(viewer?.organizations ?? []).map(({ id }) => id)}::uuid[]))
      AND ${narrowing(filters, day)} ${after ? Prisma.sql`AND a.id < ${after}::uuid` : Prisma.empty}
    ORDER BY a.id DESC LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many stood in each province on a day, as far as all but the place goes. One round trip. */
export async function surveyAdoptions(kind: Kind, viewer: Viewer, filters: Filters, day: string): Promise<Survey> {
  const rows = await db.$queryRaw<(Count & { province: string })[]>`
    SELECT a.province, (count(*) FILTER (WHERE z."isNamed"))::int AS named, (count(*) FILTER (WHERE NOT z."isNamed"))::int AS unnamed
    FROM ${standing(viewer, kind, day)} WHERE ${narrowing({ ...filters, province: "" }, day)} GROUP BY a.province`;
  return Object.fromEntries(rows.map(({ province, ...count }) => [province, count]));
}

/** The text of a contribution in the language of the page, or in the other. */
const shownFace = (language: Language, id: Prisma.Sql) => Prisma.sql`
  SELECT f.title, f.slug, f.language FROM "Face" f WHERE f."contributionId" = ${id} AND f."publishedRevisionId" IS NOT NULL
  ORDER BY f.language = ${language}::"Language" DESC LIMIT 1`;

/** What the organization made of the guide, where everyone may read it. */
const editionOf = (language: Language) => Prisma.sql`
  SELECT json_build_object('title', m.title, 'slug', m.slug, 'language', m.language)
  FROM "Edition" d JOIN "Contribution" h ON h.id = d."contributionId" AND h."organizationId" = a."organizationId" AND h."publishedAt" IS NOT NULL
      AND h."retiredAt" IS NULL AND h."discardedAt" IS NULL AND h."hiddenAt" IS NULL AND h.visibility = 'PUBLIC'
    JOIN LATERAL (${shownFace(language, Prisma.sql`h.id`)}) m ON TRUE
  WHERE c.id IN (d."parentId", d."rootId") ORDER BY h.id DESC LIMIT 1`;

/** Whom one may ask: someone who still belongs to the organization, and whose profile the viewer may see. */
export const contactOf = (viewer: Viewer): Prisma.Sql => Prisma.sql`
  SELECT json_build_object('name', a.name, 'slug', p.slug) FROM "Profile" p JOIN "Account" a ON a.id = p."accountId"
    JOIN "Membership" b ON b."accountId" = a.id AND b."organizationId" = g.id
  WHERE p."accountId" = z."contactId" AND ${isPresent} AND ${isSeen(viewer, "listing")}`;

function narrowing(filters: Filters, day: string): Prisma.Sql {
  const stage = stageOf(filters);
  const conditions = [
    stage !== null && Prisma.sql`e.stage = ${stage}::"AdoptionStage"`,
    filters.guide &&
      Prisma.sql`EXISTS (SELECT 1 FROM "FaceSlug" l JOIN "Face" s ON s.id = l."faceId" WHERE l.slug = ${filters.guide} AND l.kind = 'PRACTICE' AND s."contributionId" = c.id)`,
    // Those of one organization that it does not name would be found out, even in fives.
    filters.organization &&
      Prisma.sql`z."isNamed" AND EXISTS (SELECT 1 FROM "OrganizationSlug" l WHERE l.slug = ${filters.organization} AND l."organizationId" = g.id)`,
    filters.province && Prisma.sql`a.province = ${filters.province}`,
    filters.setting && Prisma.sql`e.settings @> ARRAY[${filters.setting}]`,
    filters.population && Prisma.sql`e.populations @> ARRAY[${filters.population}]`,
    filters.language && Prisma.sql`e.languages @> ARRAY[${filters.language}]`,
    filters.standing && (filters.standing === "unconfirmed" ? unconfirmed(day) : Prisma.sql`NOT ${unconfirmed(day)}`),
    filters.q && holds(filters.q),
  ].filter((condition) => condition !== "" && condition !== false);

  return conditions.length > 0 ? Prisma.join(conditions as Prisma.Sql[], " AND ") : Prisma.sql`TRUE`;
}

const MOST_WORDS = 8;

/** Whose guide, region, note or, where it is named, organization has each of the words, in whatever language. */
function holds(q: string): Prisma.Sql {
  const words = q
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  return Prisma.sql`(
    SELECT unaccent('unaccent', lower(concat_ws(' ', a.region, e.note, string_agg(n.title, ' '),
      CASE WHEN z."isNamed" THEN (SELECT string_agg(w.name, ' ') FROM "OrganizationFace" w WHERE w."organizationId" = g.id) END)))
    FROM "Face" n WHERE n."contributionId" = c.id AND n."publishedRevisionId" IS NOT NULL
  ) LIKE ALL (ARRAY(SELECT unaccent('unaccent', lower(word)) FROM unnest(${words}::text[]) AS word))`;
}
