import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { type SoughtWords, understood } from "~/features/publishing/listing.server";
import { visibleTo } from "~/features/publishing/queries.server";
import { termLabel } from "~/features/publishing/term-label.server";
import { Prisma } from "~/generated/prisma/client";
import type { Certainty } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";

import { type Filters, levelOf, noFilters } from "./filters";
import { limits } from "./limits";
import { byRelevance, orders } from "./list-order.server";
import { facet, type FacetName } from "./projection.server";
import { summaryKind } from "./summary-kind.server";

export type SummaryCard = {
  id: string;
  slug: string;
  language: Language;
  title: string;
  /** The bottom line. */
  summary: string;
  organization: string;
  /** The address of the organization in the language of the list. */
  organizationSlug: string;
  evidenceUpTo: string;
  certainties: Certainty[];
  studyTypes: string[];
  topics: { key: string; label: string }[];
};

export type SummaryList = { items: SummaryCard[]; total: number; next: string | null };

/**
 * A page of published summaries: each in the reader's language, or in the other where that is all there is. `total` stops at one more than
 * `limits.counted`. Those come first that fit the words best, of `limits.ranked` that are the newest. One round trip.
 */
export async function listSummaries(
  viewer: Viewer,
  language: Language,
  filters: Filters,
  after: string | null = null,
  limit = PAGE_SIZE,
): Promise<SummaryList> {
  const words = await understood(filters.q);
  const { key, order, past, ofPage } = orders[filters.sort];
  const fitting = Prisma.sql`
    SELECT c.id, ${key} AS key FROM "Contribution" c JOIN "Summary" s ON s."contributionId" = c.id
    WHERE c.kind = 'SUMMARY' AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL
      AND ${visibleTo(viewer, allows(viewer, summaryKind.edit))} AND ${narrowing(filters, words)}`;
  const rows = await db.$queryRaw<(SummaryCard & { total: number })[]>`
    WITH counted AS MATERIALIZED (${fitting} ORDER BY ${order} LIMIT ${filters.sort === "relevance" ? limits.ranked : limits.counted + 1}), page AS MATERIALIZED (${page()})
    SELECT c.id, f.slug, f.language, f.title, f.summary, s."evidenceTold" AS "evidenceUpTo", to_json(s.certainties) AS certainties, s."studyTypes",
      CASE WHEN g."hiddenAt" IS NULL THEN o.name ELSE '' END AS organization, o.slug AS "organizationSlug",
      coalesce((SELECT json_agg(json_build_object('key', t.key, 'label', ${termLabel(language)}) ORDER BY t.position)
        FROM "ContributionTerm" ct JOIN "Term" t ON t.id = ct."termId" WHERE ct."contributionId" = c.id AND t.kind = 'TOPIC'), '[]') AS topics,
      (SELECT least(count(*), ${limits.counted + 1})::int FROM counted) AS total
    FROM page JOIN "Contribution" c ON c.id = page.id JOIN "Summary" s ON s."contributionId" = c.id
      JOIN LATERAL (SELECT f.slug, f.language, f.title, f.summary FROM "Face" f WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
        ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) f ON TRUE
      JOIN "OrganizationFace" o ON o."organizationId" = c."organizationId" AND o.language = ${language}::"Language"
      JOIN "Organization" g ON g.id = c."organizationId"
    ORDER BY ${ofPage}`;

  const items = rows.slice(0, limit).map(({ total: _, ...item }) => item);
  return { items, total: rows[0]?.total ?? 0, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };

  function page(): Prisma.Sql {
    if (filters.sort === "relevance") return byRelevance(words, after, limit + 1);
    // The first page is a part of what is counted, so that both are found in one walk.
    return after
      ? Prisma.sql`${fitting} AND ${past(after)} ORDER BY ${order} LIMIT ${limit + 1}`
      : Prisma.sql`SELECT * FROM counted LIMIT ${limit + 1}`;
  }
}

/** The newest summaries that a viewer may see. */
export const listNewestSummaries = async (viewer: Viewer, language: Language, limit: number): Promise<SummaryCard[]> =>
  (await listSummaries(viewer, language, noFilters, null, limit)).items;

function narrowing(filters: Filters, words: SoughtWords): Prisma.Sql {
  const { q, organization, since, certainty } = filters;
  const named: [FacetName, string][] = [
    ["topic", filters.topic],
    ["population", filters.population],
    ["setting", filters.setting],
    ["province", filters.province],
    ["study", filters.study],
    ["certainty", certainty && levelOf(certainty)],
    ["language", filters.language],
  ];
  const facets = named.filter(([, value]) => value !== "").map(([name, value]) => facet(name, value));
  const conditions = [
    facets.length > 0 && Prisma.sql`s.facets @> ${facets}::text[]`,
    since && Prisma.sql`s."evidenceUpTo" >= ${`${since}-01-01`}::date`,
    filters.sort === "evidence" && Prisma.sql`s."evidenceUpTo" IS NOT NULL`,
    organization && Prisma.sql`c."organizationId" IN (SELECT o."organizationId" FROM "OrganizationFace" o WHERE o.slug = ${organization})`,
    q && holds(words),
  ].filter((condition) => typeof condition === "object");

  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`TRUE`;
}

/** Has these words in a published face, in the language of that face. */
const holds = (words: SoughtWords) => Prisma.sql`c.id IN (SELECT w."contributionId" FROM "Face" w WHERE w."publishedRevisionId" IS NOT NULL
  AND ((w.language = 'en' AND w.searchable @@ ${words.en}) OR (w.language = 'fr' AND w.searchable @@ ${words.fr})))`;
