import type { Viewer } from "~/features/accounts/actor";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";

import { isPresent, isSeen } from "./audience.server";
import { type Filters, wordsOf } from "./filters";
import { MOST_COUNTED } from "./limits";
import { cardOf, type PersonCard, personColumns, type PersonRow } from "./person-row.server";

export type PeopleList = { items: PersonCard[]; total: number; next: string | null };

/**
 * A page of the directory by name, as far as the viewer may see. A filter on a field finds only those whose field the viewer may see:
 * else it would tell what is hidden. `total` stops at one more than MOST_COUNTED. One round trip.
 */
export async function listPeople(
  viewer: Viewer,
  language: Language,
  filters: Filters,
  after: string | null = null,
  limit = PAGE_SIZE,
): Promise<PeopleList> {
  const matching = Prisma.sql`
    SELECT p."accountId", p."sortName" FROM "Profile" p JOIN "Account" a ON a.id = p."accountId"
    WHERE p."sortName" <> '' AND ${isPresent} AND ${isSeen(viewer, "listing")} AND ${narrowing(viewer, filters)}`;
  const inOrder = Prisma.sql`ORDER BY p."sortName", p."accountId"`;
  const past = Prisma.sql`(p."sortName", p."accountId") > (SELECT l."sortName", l."accountId" FROM "Profile" l WHERE l."accountId" = ${after}::uuid)`;
  // The first page is a part of what is counted, so that both are found in one walk along the names.
  const page = after
    ? Prisma.sql`${matching} AND ${past} ${inOrder} LIMIT ${limit + 1}`
    : Prisma.sql`SELECT * FROM counted p ${inOrder} LIMIT ${limit + 1}`;
  const [vocabularies, rows] = await Promise.all([
    listVocabularies(language),
    db.$queryRaw<(PersonRow & { total: number })[]>`
      WITH counted AS MATERIALIZED (${matching} ${inOrder} LIMIT ${MOST_COUNTED + 1}), page AS MATERIALIZED (${page})
      SELECT ${personColumns(language)}, (SELECT count(*)::int FROM counted) AS total
      FROM page JOIN "Profile" p USING ("accountId") JOIN "Account" a ON a.id = p."accountId"
      ORDER BY page."sortName", page."accountId"`,
  ]);

  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => cardOf(viewer, row, language, vocabularies)),
    total: rows[0]?.total ?? 0,
    next: rows.length > limit ? (shown.at(-1)?.accountId ?? null) : null,
  };
}

/** Some of the people of an organization, as far as the viewer may see: its stewards first, then by name. */
export async function listPeopleOf(
  viewer: Viewer,
  language: Language,
  organizationId: string,
  limit = PAGE_SIZE,
): Promise<(PersonCard & { isSteward: boolean })[]> {
  const [vocabularies, rows] = await Promise.all([
    listVocabularies(language),
    db.$queryRaw<(PersonRow & { isSteward: boolean })[]>`
      WITH page AS MATERIALIZED (
        SELECT p."accountId", p."sortName", b."isSteward"
        FROM "Membership" b JOIN "Profile" p ON p."accountId" = b."accountId" JOIN "Account" a ON a.id = p."accountId"
        WHERE b."organizationId" = ${organizationId}::uuid AND p."sortName" <> '' AND ${isPresent} AND ${isSeen(viewer, "listing")}
        ORDER BY b."isSteward" DESC, p."sortName", p."accountId" LIMIT ${limit})
      SELECT ${personColumns(language)}, page."isSteward"
      FROM page JOIN "Profile" p USING ("accountId") JOIN "Account" a ON a.id = p."accountId"
      ORDER BY page."isSteward" DESC, page."sortName", page."accountId"`,
  ]);
  return rows.map((row) => ({ ...cardOf(viewer, row, language, vocabularies), isSteward: row.isSteward }));
}

/** The name of an organization in good standing, by its slug. */
export async function findOrganizationName(language: Language, slug: string): Promise<string | null> {
  const [face] = await db.$queryRaw<{ name: string }[]>`
    SELECT f.name FROM "OrganizationSlug" s JOIN "Organization" o ON o.id = s."organizationId" AND o.status = 'MEMBER' AND o."hiddenAt" IS NULL
    JOIN "OrganizationFace" f ON f."organizationId" = o.id AND f.language = ${language}::"Language"
    WHERE s.slug = ${slug} LIMIT 1`;
  return face?.name ?? null;
}

function narrowing(viewer: Viewer, { q, topic, language, province, organization }: Filters): Prisma.Sql {
  const conditions = [
    (topic || language || province) && Prisma.sql`p.facets @> ARRAY[${`${topic}|${language}|${province}`}]`,
    topic && isSeen(viewer, "topics"),
    language && isSeen(viewer, "languages"),
    province && isSeen(viewer, "province"),
    organization &&
      Prisma.sql`p."accountId" IN (
        SELECT m."accountId" FROM "OrganizationSlug" s JOIN "Organization" o ON o.id = s."organizationId" AND o.status = 'MEMBER' AND o."hiddenAt" IS NULL
        JOIN "Membership" m ON m."organizationId" = o.id WHERE s.slug = ${organization})`,
    q && named(q),
  ].filter((condition) => condition !== "");

  return conditions.length > 0 ? Prisma.join(conditions as Prisma.Sql[], " AND ") : Prisma.sql`TRUE`;
}

/** Whose name has words that begin so. One letter would fit a good part of all people: it leads to those whose whole name begins with it. */
function named(q: string): Prisma.Sql {
  const words = wordsOf(q);
  if (words.length === 0) return Prisma.sql`FALSE`;
  const [first = ""] = words;
  if (words.join("").length === 1) return Prisma.sql`p."sortName" >= ${first} AND p."sortName" < ${`${first}\u{10ffff}`}`;

  return Prisma.sql`p.words @@ to_tsquery('simple', ${words.map((word) => `${word}:*`).join(" & ")})`;
}
