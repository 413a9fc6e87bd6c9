import { Prisma } from "~/generated/prisma/client";
import type { OrganizationStatus } from "~/generated/prisma/enums";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";

import { type Filters, NATIONAL } from "./filters";
import type { OrganizationKind } from "./kinds";

export type OrganizationCard = {
  id: string;
  slug: string;
  name: string;
  kind: OrganizationKind;
  status: Extract<OrganizationStatus, "MEMBER" | "LISTED">;
  /** A key of the vocabulary. */
  province: string | null;
  city: string | null;
  regions: string;
  /** The beginning of what it says of itself. */
  about: string;
  languages: string[];
};

export type OrganizationList = { items: OrganizationCard[]; total: number; next: string | null };

/** How many there are by province (and of no single one, NATIONAL), and in which languages organizations serve people. */
export type Survey = { places: Record<string, number>; languages: string[] };

const ABOUT_LENGTH = 280;
const MOST_WORDS = 8;

/** A page of the directory: members and what is listed, by name; with words to look for, the names that begin with them come first. One round trip. */
export async function listOrganizations(
  language: Language,
  filters: Filters,
  after: string | null = null,
  limit = PAGE_SIZE,
): Promise<OrganizationList> {
  const rows = await db.$queryRaw<(OrganizationCard & { total: number })[]>`
    WITH ${wanted(filters)}, matching AS (
      SELECT o.id, ${rank(filters)} AS rank, own.name COLLATE "und-x-icu" AS key
      FROM ${shown(language)} WHERE ${narrowing(filters, language)}
    ), page AS (
      SELECT * FROM matching
      ${after ? Prisma.sql`WHERE (rank, key, id) > (SELECT rank, key, id FROM matching WHERE id = ${after}::uuid)` : Prisma.empty}
      ORDER BY rank, key, id LIMIT ${limit + 1}
    )
    SELECT o.id, own.slug, own.name, o.kind, o.status, o.province, o.city, own.regions, coalesce(o.languages, '{}') AS languages,
      left(own.about, ${ABOUT_LENGTH}) AS about, (SELECT count(*)::int FROM matching) AS total
    FROM page JOIN "Organization" o ON o.id = page.id
      JOIN "OrganizationFace" own ON own."organizationId" = o.id AND own.language = ${language}::"Language"
    ORDER BY page.rank, page.key, page.id`;

  const items = rows.slice(0, limit).map(({ total: _, ...item }) => item);
  return { items, total: rows[0]?.total ?? 0, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The directory by place, narrowed by all but the place, and the languages that the whole of it knows. One round trip. */
export async function surveyOrganizations(language: Language, filters: Filters): Promise<Survey> {
  const wide = { ...filters, province: "" };
  const [row] = await db.$queryRaw<Survey[]>`
    WITH ${wanted(wide)}, counted AS (
      SELECT coalesce(o.province, ${NATIONAL}) AS place, count(*)::int AS count
      FROM ${shown(language)} WHERE ${narrowing(wide, language)} GROUP BY 1
    )
    SELECT coalesce((SELECT json_object_agg(place, count) FROM counted), '{}') AS places,
      ARRAY(SELECT DISTINCT unnest(o.languages) FROM "Organization" o WHERE o.status IN ('MEMBER', 'LISTED') AND o."hiddenAt" IS NULL) AS languages`;

  return row ?? { places: {}, languages: [] };
}

/** The organizations of the directory with both their faces, and their names folded: once, which OFFSET 0 sees to. */
const shown = (language: Language) => Prisma.sql`"Organization" o
  JOIN "OrganizationFace" own ON own."organizationId" = o.id AND own.language = ${language}::"Language"
  LEFT JOIN "OrganizationFace" other ON other."organizationId" = o.id AND other.language = ${otherLanguage(language)}::"Language"
  CROSS JOIN wanted
  CROSS JOIN LATERAL (SELECT ${folded(Prisma.sql`own.name || ' ' || coalesce(o.city, '')`)} AS own, ${folded(Prisma.sql`other.name`)} AS other OFFSET 0) fold`;

const folded = (text: Prisma.Sql) => Prisma.sql`unaccent('unaccent', lower(${text}))`;

/** The words to look for, folded once: as the beginning of a name, and each as a part of it. */
function wanted({ q }: Filters): Prisma.Sql {
  const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&");
  const words = q.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS).map(literal);
  return Prisma.sql`wanted AS (
    SELECT ${folded(Prisma.sql`${literal(q)}`)} || '%' AS beginning,
      ARRAY(SELECT '%' || ${folded(Prisma.sql`word`)} || '%' FROM unnest(${words}::text[]) AS word) AS parts
  )`;
}

const rank = ({ q }: Filters): Prisma.Sql =>
  q ? Prisma.sql`CASE WHEN fold.own LIKE wanted.beginning THEN 0 WHEN fold.own LIKE ALL (wanted.parts) THEN 1 ELSE 2 END` : Prisma.sql`0`;

const tsquery = (q: string, language: Language) =>
  language === "fr" ? Prisma.sql`websearch_to_tsquery('portal_fr', ${q})` : Prisma.sql`websearch_to_tsquery('portal_en', ${q})`;

/** Parts of its name or city in either language, or the words of what it does and where. */
const holds = (q: string, language: Language) => Prisma.sql`(
  own.searchable @@ ${tsquery(q, language)} OR other.searchable @@ ${tsquery(q, otherLanguage(language))}
  OR fold.own LIKE ALL (wanted.parts) OR fold.other LIKE ALL (wanted.parts))`;

function narrowing({ q, province, language: spoken, population, kind, standing }: Filters, language: Language): Prisma.Sql {
  const conditions = [
    Prisma.sql`o."hiddenAt" IS NULL AND o.status = ANY(${standing === "" ? ["MEMBER", "LISTED"] : [standing.toUpperCase()]}::"OrganizationStatus"[])`,
    province && (province === NATIONAL ? Prisma.sql`o.province IS NULL` : Prisma.sql`o.province = ${province}`),
    spoken && Prisma.sql`o.languages @> ARRAY[${spoken}]`,
    population && Prisma.sql`o.populations @> ARRAY[${population}]`,
    kind && Prisma.sql`o.kind = ${kind}`,
    q && holds(q, language),
  ].filter((condition) => condition !== "");

  return Prisma.join(conditions as Prisma.Sql[], " AND ");
}
