import type { Viewer } from "~/features/accounts/actor";
import { kindNameOf } from "~/features/publishing/kind-shape";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { ContributionKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { pathTo } from "~/platform/paths";

import { seenThreads } from "./seen.server";

const MOST_LINKS = 8;
const MOST_SIMILAR = 5;
const MOST_WORDS = 8;

/** So many are looked at more closely: what a common word is found in costs no more in a large portal than in a small one. */
const MOST_LOOKED_AT = 1_000;
const MOST_WITH_ALL = 50;

type Kind = "thread" | "guide";

type Row = {
  kind: Kind;
  work: ContributionKind | null;
  id: string;
  slug: string;
  title: string;
  language: Language;
  posts: number;
  isAnswered: boolean;
};

export type Linkable = { title: string; path: string; lang: Language; kind: Kind };

export type SimilarItem = { title: string; path: string; lang: Language; posts: number; isAnswered: boolean };

/** Threads, guides and summaries that one can link to, by the words of their titles, of which the last may be a beginning. Only what the viewer sees. */
export async function listLinkable(viewer: Viewer, language: Language, q: string): Promise<Linkable[]> {
  const words = (q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const text = words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(" & ");
  const query = Prisma.sql`(to_tsquery('portal_en', ${text}) || to_tsquery('portal_fr', ${text}))`;

  const rows = await db.$queryRaw<Row[]>`
    WITH threads AS MATERIALIZED (${threads(viewer, query, MOST_LOOKED_AT)}), guides AS MATERIALIZED (${guides(viewer, query, MOST_LOOKED_AT)})
    (SELECT ${threadColumns} FROM threads t ORDER BY t.heat DESC LIMIT ${MOST_LINKS})
    UNION ALL
    (SELECT ${guideColumns} FROM guides f ORDER BY f.language = ${language}::"Language" DESC, f."publishedAt" DESC LIMIT ${MOST_LINKS})`;

  const of = (kind: Kind) => rows.filter((row) => row.kind === kind);
  const half = MOST_LINKS / 2;
  const places = Math.max(half, MOST_LINKS - of("guide").length);
  return [...of("thread").slice(0, places), ...of("guide")].slice(0, MOST_LINKS).map((row) => ({
    title: row.title,
    path: pathOf(row, language),
    lang: row.language,
    kind: row.kind,
  }));
}

/** Threads, guides and summaries that are like a title in a language: at least two of its words are in theirs. Only what the viewer sees. */
export async function findSimilarTo(viewer: Viewer, language: Language, title: string, writtenIn: Language) {
  const config = writtenIn === "fr" ? Prisma.sql`'portal_fr'::regconfig` : Prisma.sql`'portal_en'::regconfig`;
  const every = Prisma.sql`plainto_tsquery(${config}, ${title})`;
  const some = Prisma.sql`replace(replace(${every}::text, ' <-> ', ' & '), ' & ', ' | ')::tsquery`;
  const stems = Prisma.sql`tsvector_to_array(to_tsvector(${config}, ${title}))`;

  const rows = await db.$queryRaw<Row[]>`
    WITH wanted AS MATERIALIZED (SELECT ${stems} AS stems),
    threads AS MATERIALIZED ((${threads(viewer, every, MOST_WITH_ALL)}) UNION (${threads(viewer, some, MOST_LOOKED_AT)})),
    guides AS MATERIALIZED ((${guides(viewer, every, MOST_WITH_ALL)}) UNION (${guides(viewer, some, MOST_LOOKED_AT)}))
    (SELECT ${threadColumns} FROM threads t, wanted, ${inCommon(Prisma.sql`t.searchable`)}
      WHERE common.count >= least(2, cardinality(wanted.stems)) ORDER BY common.count DESC, t."isAnswered" DESC, t.heat DESC LIMIT ${MOST_SIMILAR})
    UNION ALL
    (SELECT ${guideColumns} FROM guides f, wanted, ${inCommon(Prisma.sql`f.searchable`)}
      WHERE common.count >= least(2, cardinality(wanted.stems))
      ORDER BY common.count DESC, f.language = ${language}::"Language" DESC, f."publishedAt" DESC LIMIT ${MOST_SIMILAR})`;

  const of = (kind: Kind): SimilarItem[] =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({ title: row.title, path: pathOf(row, language), lang: row.language, posts: row.posts, isAnswered: row.isAnswered }));
  return { threads: of("thread"), guides: of("guide") };
}

const pathOf = ({ work, id, slug, language: own }: Row, language: Language) =>
  work === null ? pathTo(language, "thread", { id, slug }) : pathTo(own, kindNameOf(work), { slug });

const threadColumns = Prisma.sql`'thread' AS kind, NULL::"ContributionKind" AS work, t.id, t.slug, t.title, t.language, t."postCount" AS posts, t."isAnswered"`;

const guideColumns = Prisma.sql`'guide' AS kind, f.kind AS work, f.id, f.slug, f.title, f.language, 0 AS posts, FALSE AS "isAnswered"`;

const threads = (viewer: Viewer, query: Prisma.Sql, limit: number) => Prisma.sql`
  SELECT t.id, t.slug, t.title, t.language, t."postCount", t.heat, t."acceptedPostId" IS NOT NULL AS "isAnswered", t.searchable
  FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
  WHERE t.searchable @@ ${query} AND t."removedAt" IS NULL AND t."mergedIntoId" IS NULL AND ${seenThreads(viewer)} LIMIT ${limit}`;

/** By title and summary: most words are somewhere in a long text. */
const guides = (viewer: Viewer, query: Prisma.Sql, limit: number) => Prisma.sql`
  SELECT f.id, c.kind, f.slug, f.title, f.language, f."publishedAt", ts_filter(f.searchable, '{a,b}') AS searchable
  FROM "Face" f JOIN "Contribution" c ON c.id = f."contributionId"
  WHERE f.searchable @@ ${query} AND ts_filter(f.searchable, '{a,b}') @@ ${query} AND f."publishedRevisionId" IS NOT NULL AND c.kind IN ('PRACTICE', 'SUMMARY')
    AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, false)} LIMIT ${limit}`;

const inCommon = (searchable: Prisma.Sql) => Prisma.sql`LATERAL (
  SELECT count(*)::int AS count FROM unnest(wanted.stems) stem WHERE stem = ANY(tsvector_to_array(${searchable}))) common`;
