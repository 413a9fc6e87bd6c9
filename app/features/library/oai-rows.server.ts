import { citedBy, type CitedReference } from "~/features/evidence/cited.server";
import type { KindName } from "~/features/publishing/kind-shape";
import { authorsOf, type WorkRow } from "~/features/publishing/work-row.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import type { OaiItem, Selection } from "./oai-request";

type Names = { en: string; fr: string };

type VersionOf = { language: Language; slug: string; number: number };

/** What is told of the text of a record. `other`: what stands in the other language; `before`: the version before this one. */
export type OaiText = {
  slug: string;
  title: string;
  summary: string;
  licence: string;
  number: number;
  publishedOn: string;
  firstPublishedOn: string;
  isTranslation: boolean;
  authors: WorkRow<unknown>["authors"];
  topics: Names[];
  organization: string | null;
  references: CitedReference[] | null;
  other: VersionOf | null;
  before: number | null;
};

/** One record. `isPublic`: visitors may read it; otherwise it is told as deleted, and nothing of its text is known here. */
export type OaiRow = {
  faceId: string;
  kind: KindName;
  id: string;
  language: Language;
  stampedAt: string;
  isPublic: boolean;
  text: OaiText | null;
};

/**
 * The records of a selection behind the place `after`, in an order that no change of a record changes: what is revised while someone harvests stays
 * where it is, and is neither missed nor told twice. With how many there are in all.
 */
export async function findOaiPage(
  selection: Selection,
  after: string | null,
  most: number,
  withText: boolean,
): Promise<{ rows: OaiRow[]; total: number }> {
  const where = Prisma.join([Prisma.sql`f."stampedAt" IS NOT NULL`, ...conditions(selection)], " AND ");
  const rows = await db.$queryRaw<(OaiRow & { total: number })[]>`
    WITH total AS (SELECT count(*)::int AS total FROM "Face" f JOIN "Contribution" c ON c.id = f."contributionId" WHERE ${where}),
    page AS (SELECT f.id FROM "Face" f JOIN "Contribution" c ON c.id = f."contributionId"
      WHERE ${where} ${after === null ? Prisma.empty : Prisma.sql`AND f.id > ${after}::uuid`} ORDER BY f.id LIMIT ${most + 1})
    SELECT total.total, ${record(withText)} FROM page, total, ${tables} WHERE f.id = page.id ORDER BY f.id`;

  return { rows, total: rows[0]?.total ?? 0 };
}

/** One record, whether visitors may read it or not; undefined where there never was one. */
export async function findOaiRow({ kind, id, language }: OaiItem): Promise<OaiRow | undefined> {
  const [row] = await db.$queryRaw<OaiRow[]>`
    SELECT ${record(true)} FROM ${tables} WHERE f."contributionId" = ${id}::uuid AND f.language = ${language}::"Language"
      AND c.kind = ${kindOf(kind)}::"ContributionKind" AND f."stampedAt" IS NOT NULL`;

  return row;
}

/** When the first record there is was last changed. */
export async function findEarliestStamp(): Promise<string | null> {
  const [row] = await db.$queryRaw<{ at: string | null }[]>`SELECT ${seconds(Prisma.sql`min(f."stampedAt")`)} AS at FROM "Face" f`;

  return row?.at ?? null;
}

const kindOf = (kind: KindName) => (kind === "summary" ? "SUMMARY" : "PRACTICE");

function conditions({ from, until, kind, language }: Selection): Prisma.Sql[] {
  return [
    kind === null ? Prisma.sql`c.kind IN ('PRACTICE', 'SUMMARY')` : Prisma.sql`c.kind = ${kindOf(kind)}::"ContributionKind"`,
    ...(language === null ? [] : [Prisma.sql`f.language = ${language}::"Language"`]),
    ...(from === null ? [] : [Prisma.sql`f."stampedAt" >= to_timestamp(${from})`]),
    // Datestamps are told in whole seconds: all of the last one counts.
    ...(until === null ? [] : [Prisma.sql`f."stampedAt" < to_timestamp(${until + 1})`]),
  ];
}

const seconds = (time: Prisma.Sql) => Prisma.sql`to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const day = (time: Prisma.Sql) => Prisma.sql`to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

const tables = Prisma.sql`"Face" f JOIN "Contribution" c ON c.id = f."contributionId" JOIN "Organization" g ON g.id = c."organizationId"
  LEFT JOIN "Revision" r ON r.id = f."publishedRevisionId" LEFT JOIN "Version" v ON v."revisionId" = r.id`;

const isPublic = Prisma.sql`(c.visibility = 'PUBLIC' AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND c."hiddenAt" IS NULL AND g."hiddenAt" IS NULL
  AND v.id IS NOT NULL AND v."hiddenAt" IS NULL)`;

const other = Prisma.sql`(SELECT json_build_object('language', o.language, 'slug', o.slug, 'number', w.number) FROM "Face" o JOIN "Version" w ON w."revisionId" = o."publishedRevisionId"
  WHERE o."contributionId" = c.id AND o.language <> f.language AND w."hiddenAt" IS NULL)`;

const text = Prisma.sql`CASE WHEN ${isPublic} THEN (SELECT row_to_json(told) FROM (SELECT f.slug, r.title, r.summary, r.details->>'licence' AS licence, v.number,
    ${day(Prisma.sql`v."publishedAt"`)} AS "publishedOn", ${day(Prisma.sql`coalesce(f."publishedAt", v."publishedAt")`)} AS "firstPublishedOn",
    f.language <> c."sourceLanguage" AS "isTranslation", ${authorsOf},
    coalesce((SELECT json_agg(json_build_object('en', t.en, 'fr', t.fr) ORDER BY t.position) FROM "ContributionTerm" ct JOIN "Term" t ON t.id = ct."termId"
      WHERE ct."contributionId" = c.id AND t.kind = 'TOPIC'), '[]') AS topics,
    (SELECT o.name FROM "OrganizationFace" o WHERE o."organizationId" = g.id AND o.language = f.language) AS organization,
    ${citedBy} AS references, ${other} AS other,
    (SELECT max(w.number) FROM "Version" w WHERE w."faceId" = f.id AND w.number < v.number AND w."hiddenAt" IS NULL) AS before) told) END`;

/** What is not public is not even read. */
const record = (
  withText: boolean,
) => Prisma.sql`f.id AS "faceId", CASE c.kind WHEN 'SUMMARY' THEN 'summary' ELSE 'practice' END AS kind, c.id, f.language,
  ${seconds(Prisma.sql`f."stampedAt"`)} AS "stampedAt", ${isPublic} AS "isPublic", ${withText ? text : Prisma.sql`NULL`} AS text`;
