import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { replicatedGuides } from "~/features/adoption/told-of-guide.server";
import { type SoughtWords, understood } from "~/features/publishing/listing.server";
import { visibleTo } from "~/features/publishing/queries.server";
import { termLabel } from "~/features/publishing/term-label.server";
import { Prisma } from "~/generated/prisma/client";
import type { Maturity } from "~/generated/prisma/enums";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";

import { type Filters, noFilters } from "./filters";
import { practiceKind } from "./practice-kind.server";
import { shownMaturity } from "./queries.server";

export type PracticeCard = {
  id: string;
  slug: string;
  language: Language;
  title: string;
  summary: string;
  organization: string;
  /** The address of the organization in the language of the list. */
  organizationSlug: string;
  maturity: Maturity;
  words: number;
  publishedOn: string;
  topics: { key: string; label: string }[];
};

export type PracticeList = { items: PracticeCard[]; total: number; next: string | null };

/** A page of published guides: each in the reader's language, or in the other where that is all there is. One round trip. */
export async function listPractices(
  viewer: Viewer,
  language: Language,
  filters: Filters,
  after: string | null = null,
  limit = PAGE_SIZE,
): Promise<PracticeList> {
  const words = await understood(filters.q);
  const key = sortKey(filters, language, words);
  const ascending = filters.sort === "title";
  const past = ascending ? Prisma.sql`>` : Prisma.sql`<`;
  const order = ascending ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await db.$queryRaw<(PracticeCard & { total: number })[]>`
    WITH matching AS (
      SELECT c.id, ${key} AS key, coalesce(own.id, other.id) AS "faceId"
      FROM "Contribution" c
      JOIN "Practice" p ON p."contributionId" = c.id
      LEFT JOIN "Face" own ON own."contributionId" = c.id AND own.language = ${language}::"Language" AND own."publishedRevisionId" IS NOT NULL
      LEFT JOIN "Face" other ON other."contributionId" = c.id AND other.language <> ${language}::"Language" AND other."publishedRevisionId" IS NOT NULL
      WHERE c.kind = 'PRACTICE' AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL
        AND coalesce(own.id, other.id) IS NOT NULL
        AND ${visibleTo(viewer, allows(viewer, practiceKind.edit))}
        AND ${narrowing(filters, language, words)}
    ), page AS (
      SELECT * FROM matching
      ${after ? Prisma.sql`WHERE (key, id) ${past} (SELECT key, id FROM matching WHERE id = ${after}::uuid)` : Prisma.empty}
      ORDER BY key ${order}, id ${order}
      LIMIT ${limit + 1}
    )
    SELECT page.id, f.slug, f.language, f.title, f.summary, ${shownMaturity()} AS maturity, r.words,
      to_char(f."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "publishedOn",
      CASE WHEN g."hiddenAt" IS NULL THEN o.name ELSE '' END AS organization, o.slug AS "organizationSlug",
      coalesce((SELECT json_agg(json_build_object('key', t.key, 'label', ${termLabel(language)}) ORDER BY t.position)
        FROM "ContributionTerm" ct JOIN "Term" t ON t.id = ct."termId" WHERE ct."contributionId" = c.id AND t.kind = 'TOPIC'), '[]') AS topics,
      (SELECT count(*)::int FROM matching) AS total
    FROM page JOIN "Contribution" c ON c.id = page.id JOIN "Practice" p ON p."contributionId" = c.id
      JOIN "Face" f ON f.id = page."faceId" JOIN "Revision" r ON r.id = f."publishedRevisionId"
      JOIN "OrganizationFace" o ON o."organizationId" = c."organizationId" AND o.language = ${language}::"Language"
      JOIN "Organization" g ON g.id = c."organizationId"
    ORDER BY page.key ${order}, page.id ${order}`;

  const items = rows.slice(0, limit).map(({ total: _, ...item }) => item);
  return { items, total: rows[0]?.total ?? 0, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The newest guides that a viewer may see. */
export const listNewestPractices = async (viewer: Viewer, language: Language, limit: number): Promise<PracticeCard[]> =>
  (await listPractices(viewer, language, { ...noFilters, sort: "newest" }, null, limit)).items;

function sortKey({ sort }: Filters, language: Language, words: SoughtWords): Prisma.Sql {
  if (sort === "title") return Prisma.sql`coalesce(own.title, other.title) COLLATE "und-x-icu"`;
  if (sort === "modified") return Prisma.sql`coalesce(own."modifiedAt", other."modifiedAt")`;
  if (sort === "relevance")
    return Prisma.sql`greatest(ts_rank(own.searchable, ${words[language]}), ts_rank(other.searchable, ${words[otherLanguage(language)]}), 0)`;
  return Prisma.sql`c."publishedAt"`;
}

function narrowing(filters: Filters, language: Language, words: SoughtWords): Prisma.Sql {
  const term = (kind: "TOPIC" | "POPULATION" | "SETTING" | "PROVINCE", key: string) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "ContributionTerm" ct JOIN "Term" t ON t.id = ct."termId" WHERE ct."contributionId" = c.id AND t.kind = ${kind}::"TermKind" AND t.key = ${key})`;
  const conditions = [
    filters.topic && term("TOPIC", filters.topic),
    filters.population && term("POPULATION", filters.population),
    filters.setting && term("SETTING", filters.setting),
    filters.province && term("PROVINCE", filters.province),
    filters.maturity && ofMaturity(filters.maturity),
    filters.language && Prisma.sql`${filters.language === language ? Prisma.sql`own.id` : Prisma.sql`other.id`} IS NOT NULL`,
    filters.organization &&
      Prisma.sql`EXISTS (SELECT 1 FROM "OrganizationFace" o WHERE o."organizationId" = c."organizationId" AND o.slug = ${filters.organization})`,
    filters.q && Prisma.sql`(own.searchable @@ ${words[language]} OR other.searchable @@ ${words[otherLanguage(language)]})`,
  ].filter((condition) => condition !== "");

  return conditions.length > 0 ? Prisma.join(conditions as Prisma.Sql[], " AND ") : Prisma.sql`TRUE`;
}

/** What is replicated is that, whatever its writers say. */
const ofMaturity = (maturity: string): Prisma.Sql =>
  maturity === "REPLICATED"
    ? Prisma.sql`c.id IN ${replicatedGuides()}`
    : Prisma.sql`(p.maturity = ${maturity}::"Maturity" AND c.id NOT IN ${replicatedGuides()})`;
