import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { mayFor } from "~/features/publishing/policy";
import { isOpenTo } from "~/features/publishing/lifecycle";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { FaceState, Maturity, Visibility } from "~/generated/prisma/enums";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { notFound } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import type { Filters } from "./filters";
import { practiceKind } from "./practice-kind.server";

export type PracticeCard = {
  id: string;
  slug: string;
  language: Language;
  title: string;
  summary: string;
  organization: string;
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
  const key = sortKey(filters, language);
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
        AND ${visibleTo(viewer, allows(viewer, practiceKind.review))}
        AND ${narrowing(filters, language)}
    ), page AS (
      SELECT * FROM matching
      ${after ? Prisma.sql`WHERE (key, id) ${past} (SELECT key, id FROM matching WHERE id = ${after}::uuid)` : Prisma.empty}
      ORDER BY key ${order}, id ${order}
      LIMIT ${limit + 1}
    )
    SELECT page.id, f.slug, f.language, f.title, f.summary, p.maturity, r.words,
      to_char(f."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "publishedOn",
      (SELECT name FROM "OrganizationFace" o WHERE o."organizationId" = c."organizationId" AND o.language = ${language}::"Language") AS organization,
      coalesce((SELECT json_agg(json_build_object('key', t.key, 'label', ${label(language)}) ORDER BY t.position)
        FROM "ContributionTerm" ct JOIN "Term" t ON t.id = ct."termId" WHERE ct."contributionId" = c.id AND t.kind = 'TOPIC'), '[]') AS topics,
      (SELECT count(*)::int FROM matching) AS total
    FROM page JOIN "Contribution" c ON c.id = page.id JOIN "Practice" p ON p."contributionId" = c.id
      JOIN "Face" f ON f.id = page."faceId" JOIN "Revision" r ON r.id = f."publishedRevisionId"
    ORDER BY page.key ${order}, page.id ${order}`;

  const items = rows.slice(0, limit).map(({ total: _, ...item }) => item);
  return { items, total: rows[0]?.total ?? 0, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The newest guides that a viewer may see. */
export const listNewestPractices = async (viewer: Viewer, language: Language, limit: number): Promise<PracticeCard[]> =>
  (await listPractices(viewer, language, { ...noFilters, sort: "newest" }, null, limit)).items;

export const noFilters: Filters = {
  q: "",
  topic: "",
  population: "",
  setting: "",
  province: "",
  organization: "",
  maturity: "",
  language: "",
  sort: "newest",
};

/** The organizations that have published guides, for the filter. */
export const listPublishingOrganizations = (language: Language) =>
  db.$queryRaw<{ slug: string; name: string }[]>`
    SELECT o.slug, o.name FROM "OrganizationFace" o
    WHERE o.language = ${language}::"Language" AND EXISTS (
      SELECT 1 FROM "Contribution" c WHERE c."organizationId" = o."organizationId" AND c.kind = 'PRACTICE' AND c.visibility = 'PUBLIC' AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL)
    ORDER BY o.name COLLATE "und-x-icu" LIMIT 200`;

const label = (language: Language) => (language === "fr" ? Prisma.sql`t.fr` : Prisma.sql`t.en`);

const tsquery = (q: string, language: Language) =>
  language === "fr" ? Prisma.sql`websearch_to_tsquery('portal_fr', ${q})` : Prisma.sql`websearch_to_tsquery('portal_en', ${q})`;

function sortKey({ sort, q }: Filters, language: Language): Prisma.Sql {
  if (sort === "title") return Prisma.sql`coalesce(own.title, other.title) COLLATE "und-x-icu"`;
  if (sort === "modified") return Prisma.sql`coalesce(own."modifiedAt", other."modifiedAt")`;
  if (sort === "relevance")
    return Prisma.sql`greatest(ts_rank(own.searchable, ${tsquery(q, language)}), ts_rank(other.searchable, ${tsquery(q, otherLanguage(language))}), 0)`;
  return Prisma.sql`c."publishedAt"`;
}

function narrowing(filters: Filters, language: Language): Prisma.Sql {
  const term = (kind: "TOPIC" | "POPULATION" | "SETTING" | "PROVINCE", key: string) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "ContributionTerm" ct JOIN "Term" t ON t.id = ct."termId" WHERE ct."contributionId" = c.id AND t.kind = ${kind}::"TermKind" AND t.key = ${key})`;
  const conditions = [
    filters.topic && term("TOPIC", filters.topic),
    filters.population && term("POPULATION", filters.population),
    filters.setting && term("SETTING", filters.setting),
    filters.province && term("PROVINCE", filters.province),
    filters.maturity && Prisma.sql`p.maturity = ${filters.maturity}::"Maturity"`,
    filters.language && Prisma.sql`${filters.language === language ? Prisma.sql`own.id` : Prisma.sql`other.id`} IS NOT NULL`,
    filters.organization &&
      Prisma.sql`EXISTS (SELECT 1 FROM "OrganizationFace" o WHERE o."organizationId" = c."organizationId" AND o.slug = ${filters.organization})`,
    filters.q &&
      Prisma.sql`(own.searchable @@ ${tsquery(filters.q, language)} OR other.searchable @@ ${tsquery(filters.q, otherLanguage(language))})`,
  ].filter((condition) => condition !== "");

  return conditions.length > 0 ? Prisma.join(conditions as Prisma.Sql[], " AND ") : Prisma.sql`TRUE`;
}

type FaceRow = {
  language: Language;
  slug: string;
  title: string;
  state: FaceState;
  isPublished: boolean;
  publishedOn: string | null;
  modifiedOn: string | null;
};

type Row = {
  asked: { language: Language; slug: string };
  organizationId: string;
  organization: { name: string; slug: string } | null;
  visibility: Visibility;
  licence: string;
  maturity: Maturity;
  sourceLanguage: Language;
  isPublished: boolean;
  isDiscarded: boolean;
  reviewedOn: string | null;
  nextReviewDue: string | null;
  retiredOn: string | null;
  retirementReason: string | null;
  successor: { language: Language; slug: string; title: string } | null;
  authors: { en: string; fr: string }[];
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
  } | null;
  review: { state: "open" | "CHANGES_REQUESTED" | "DECLINED" | "APPROVED"; comment: string; language: Language } | null;
};

export type PracticePage = Extract<Awaited<ReturnType<typeof getPractice>>, { outcome: "page" }>;

/**
 * One guide as a reader sees it, in the language of the address or, where that face is missing, in the other; or where to go
 * instead. One round trip. What is hidden from the viewer does not exist (404).
 */
export async function getPractice(viewer: Viewer, language: Language, slug: string) {
  const row = await findPractice(language, slug);
  if (!row) throw notFound();
  const subject = { ...row };
  const may = mayFor(practiceKind);
  if (!may.read(viewer, subject)) throw notFound();

  const own = row.faces.find((face) => face.language === language);
  const other = row.faces.find((face) => face.language !== language);
  if (row.retiredOn !== null) {
    const named = [own, other].find((face) => face?.isPublished);
    return {
      outcome: "retired" as const,
      retiredOn: row.retiredOn,
      reason: row.retirementReason ?? "",
      successor: row.successor,
      title: named?.title ?? "",
      language: named?.language ?? language,
    };
  }

  const worksOnIt = may.readDrafts(viewer, subject);
  const shownFace = [own, other].find((face) => face?.isPublished) ?? (worksOnIt ? (own ?? other) : undefined);
  if (!shownFace || !row.shown) throw notFound();
  const canonical = own && (own.isPublished || worksOnIt) ? own.slug : shownFace.slug;
  if (slug !== canonical) return { outcome: "moved" as const, slug: canonical };

  const mayRevise = may.revise(viewer, subject);
  return {
    outcome: "page" as const,
    slug,
    guide: row.shown,
    isPublished: shownFace.isPublished,
    isMissingHere: shownFace.language !== language,
    publishedOn: shownFace.publishedOn,
    modifiedOn: shownFace.modifiedOn,
    organization: row.organization,
    authors: row.authors.map((author) => author[language]),
    licence: row.licence,
    maturity: row.maturity,
    visibility: row.visibility,
    reviewedOn: row.reviewedOn,
    nextReviewDue: row.nextReviewDue,
    terms: row.terms,
    alternates: Object.fromEntries(
      row.faces.filter((face) => face.isPublished || worksOnIt).map((face) => [face.language, face.slug]),
    ) as Partial<Record<Language, string>>,
    work:
      worksOnIt || mayRevise
        ? { own: own ? { slug: own.slug, state: own.state, isPublished: own.isPublished } : null, review: row.review }
        : null,
    may: {
      revise: mayRevise,
      translate: mayRevise && !own,
      submit: mayRevise && own !== undefined && isOpenTo("submit", own.state),
      withdraw: mayRevise && own?.state === "IN_REVIEW",
      seeHistory: worksOnIt,
      review: own?.state === "IN_REVIEW" && may.review(viewer, subject),
      retire: row.isPublished && may.retire(viewer, subject),
    },
  };
}

/** The text shown: what is published in the language asked for, else in the other; else the latest revision, for those who work on it. */
async function findPractice(language: Language, slug: string): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH asked AS (
      SELECT s.language, s.slug, f."contributionId" AS id FROM "FaceSlug" s JOIN "Face" f ON f.id = s."faceId"
      WHERE s.kind = 'PRACTICE' AND s.slug = ${slug} ORDER BY s.language = ${language}::"Language" DESC LIMIT 1
    )
    SELECT json_build_object('language', asked.language, 'slug', asked.slug) AS asked,
      c."organizationId", c.visibility, c.licence, p.maturity, c."sourceLanguage", c."publishedAt" IS NOT NULL AS "isPublished", c."discardedAt" IS NOT NULL AS "isDiscarded",
      to_char(c."reviewedOn", 'YYYY-MM-DD') AS "reviewedOn", to_char(c."nextReviewDue", 'YYYY-MM-DD') AS "nextReviewDue",
      to_char(c."retiredAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "retiredOn", c."retirementReason",
      (SELECT json_build_object('name', o.name, 'slug', o.slug) FROM "OrganizationFace" o WHERE o."organizationId" = c."organizationId" AND o.language = ${language}::"Language") AS organization,
      (SELECT json_build_object('language', f.language, 'slug', f.slug, 'title', f.title) FROM "Face" f
        WHERE f."contributionId" = c."successorId" AND f."publishedRevisionId" IS NOT NULL ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) AS successor,
      coalesce((SELECT json_agg(json_build_object('en', coalesce(x.name, a.en), 'fr', coalesce(x.name, a.fr)) ORDER BY a.position) FROM "Authorship" a LEFT JOIN "Account" x ON x.id = a."accountId" WHERE a."contributionId" = c.id), '[]') AS authors,
      coalesce((SELECT json_agg(DISTINCT w.id) FROM (
        SELECT c."creatorId" AS id UNION SELECT a."accountId" FROM "Authorship" a WHERE a."contributionId" = c.id
        UNION SELECT r."authorId" FROM "Revision" r JOIN "Face" f ON f.id = r."faceId" WHERE f."contributionId" = c.id) w WHERE w.id IS NOT NULL), '[]') AS "writerIds",
      coalesce((SELECT json_agg(json_build_object('kind', t.kind, 'key', t.key, 'label', ${label(language)}) ORDER BY t.kind, t.position)
        FROM "ContributionTerm" ct JOIN "Term" t ON t.id = ct."termId" WHERE ct."contributionId" = c.id), '[]') AS terms,
      (SELECT json_agg(json_build_object('language', f.language, 'slug', f.slug, 'title', f.title, 'state', f.state, 'isPublished', f."publishedRevisionId" IS NOT NULL,
        'publishedOn', to_char(f."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'modifiedOn', to_char(f."modifiedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD')))
        FROM "Face" f WHERE f."contributionId" = c.id) AS faces,
      (SELECT json_build_object('title', r.title, 'summary', r.summary, 'html', r.html, 'sourcesHtml', r."sourcesHtml", 'sections', r.sections, 'words', r.words, 'number', r.number, 'language', f.language)
        FROM "Face" f JOIN "Revision" r ON r.id = f."publishedRevisionId" OR (f."publishedRevisionId" IS NULL AND r."faceId" = f.id AND r.number = f."latestNumber")
        WHERE f."contributionId" = c.id ORDER BY f."publishedRevisionId" IS NOT NULL DESC, f.language = ${language}::"Language" DESC LIMIT 1) AS shown,
      (SELECT json_build_object('state', coalesce(v.decision::text, 'open'), 'comment', v.comment, 'language', f.language) FROM "Review" v JOIN "Face" f ON f.id = v."faceId"
        WHERE f."contributionId" = c.id AND f.language = ${language}::"Language" AND v.decision IS DISTINCT FROM 'WITHDRAWN' ORDER BY v."submittedAt" DESC LIMIT 1) AS review
    FROM asked JOIN "Contribution" c ON c.id = asked.id JOIN "Practice" p ON p."contributionId" = c.id`;

  return row;
}
