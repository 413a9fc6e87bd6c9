import type { Viewer } from "~/features/accounts/actor";
import { isOpenTo } from "~/features/publishing/lifecycle";
import { mayFor } from "~/features/publishing/policy";
import type { FaceState, Maturity, Visibility } from "~/generated/prisma/enums";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { notFound } from "~/platform/errors";

import { practiceKind } from "./practice-kind.server";
import { termLabel } from "./term-label.server";

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
  isRetired: boolean;
  isDiscarded: boolean;
  isHidden: boolean;
  reviewedOn: string | null;
  nextReviewDue: string | null;
  retiredOn: string | null;
  retirementReason: string | null;
  successor: { language: Language; slug: string; title: string } | null;
  authors: { en: string; fr: string }[];
  credits: { accountId: string | null; name: string | null; postId: string | null }[];
  proposals: number;
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
 * instead. One round trip, or two where the slug is of the other language. What is hidden from the viewer does not exist (404).
 */
export async function getPractice(viewer: Viewer, language: Language, slug: string) {
  // A hidden draft does not stand before an open guide whose slug in the other language is the same.
  for (const asked of [language, otherLanguage(language)]) {
    const row = await findPractice(language, asked, slug);
    if (row && isSeen(viewer, row, slug)) return seenBy(viewer, row, language, slug);
  }
  throw notFound();
}

function isSeen(viewer: Viewer, row: Row, slug: string): boolean {
  const may = mayFor(practiceKind);
  // The address of a face that nobody has published yet would tell its title.
  const isKnown = row.faces.some((face) => face.isPublished && (face.language === row.asked.language || face.slug === slug));
  return may.read(viewer, row) && (isKnown || may.readDrafts(viewer, row));
}

function seenBy(viewer: Viewer, row: Row, language: Language, slug: string) {
  const may = mayFor(practiceKind);
  const own = row.faces.find((face) => face.language === language);
  const other = row.faces.find((face) => face.language !== language);
  const worksOnIt = may.readDrafts(viewer, row);
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

  const shownFace = [own, other].find((face) => face?.isPublished) ?? (worksOnIt ? (own ?? other) : undefined);
  if (!shownFace || !row.shown) throw notFound();
  const canonical = own && (own.isPublished || worksOnIt) ? own.slug : shownFace.slug;
  if (slug !== canonical) return { outcome: "moved" as const, slug: canonical };

  const mayRevise = may.revise(viewer, row);
  return {
    outcome: "page" as const,
    slug,
    guide: row.shown,
    isPublished: shownFace.isPublished,
    isHidden: row.isHidden,
    isRemoved: row.isHidden && row.isDiscarded,
    isMissingHere: shownFace.language !== language,
    publishedOn: shownFace.publishedOn,
    modifiedOn: shownFace.modifiedOn,
    organization: row.organization,
    authors: row.authors.map((author) => author[language]),
    credits: row.credits.filter(({ accountId }, index) => row.credits.findIndex((one) => one.accountId === accountId) === index),
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
        ? {
            own: own ? { slug: own.slug, state: own.state, isPublished: own.isPublished } : null,
            review: row.review,
            proposals: row.proposals,
          }
        : null,
    may: {
      revise: mayRevise,
      translate: mayRevise && !own,
      submit: mayRevise && own !== undefined && isOpenTo("submit", own.state),
      withdraw: mayRevise && own?.state === "IN_REVIEW",
      seeHistory: worksOnIt,
      review: own?.state === "IN_REVIEW" && may.review(viewer, row),
      retire: row.isPublished && may.retire(viewer, row),
    },
  };
}

/** The text shown: what is published in the language asked for, else in the other; else the latest revision, for those who work on it. */
async function findPractice(language: Language, asked: Language, slug: string): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH asked AS (
      SELECT s.language, s.slug, f."contributionId" AS id FROM "FaceSlug" s JOIN "Face" f ON f.id = s."faceId"
      WHERE s.kind = 'PRACTICE' AND s.slug = ${slug} AND s.language = ${asked}::"Language"
    )
    SELECT json_build_object('language', asked.language, 'slug', asked.slug) AS asked,
      c."organizationId", c.visibility, c.licence, p.maturity, c."sourceLanguage", c."publishedAt" IS NOT NULL AS "isPublished", c."retiredAt" IS NOT NULL AS "isRetired", c."discardedAt" IS NOT NULL AS "isDiscarded", c."hiddenAt" IS NOT NULL AS "isHidden",
      to_char(c."reviewedOn", 'YYYY-MM-DD') AS "reviewedOn", to_char(c."nextReviewDue", 'YYYY-MM-DD') AS "nextReviewDue",
      to_char(c."retiredAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "retiredOn", c."retirementReason",
      (SELECT json_build_object('name', o.name, 'slug', o.slug) FROM "OrganizationFace" o JOIN "Organization" g ON g.id = o."organizationId"
        WHERE o."organizationId" = c."organizationId" AND o.language = ${language}::"Language" AND g."hiddenAt" IS NULL) AS organization,
      (SELECT json_build_object('language', f.language, 'slug', f.slug, 'title', f.title) FROM "Face" f JOIN "Contribution" n ON n.id = f."contributionId"
        WHERE n.id = c."successorId" AND n.visibility = 'PUBLIC' AND n."hiddenAt" IS NULL AND f."publishedRevisionId" IS NOT NULL ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) AS successor,
      coalesce((SELECT json_agg(json_build_object('en', coalesce(x.name, a.en), 'fr', coalesce(x.name, a.fr)) ORDER BY a.position) FROM "Authorship" a LEFT JOIN "Account" x ON x.id = a."accountId" WHERE a."contributionId" = c.id), '[]') AS authors,
      coalesce((SELECT json_agg(json_build_object('accountId', u."authorId", 'name', x.name, 'postId', u."postId") ORDER BY u."decidedAt")
        FROM "Suggestion" u JOIN "Face" f ON f.id = u."faceId" JOIN "Revision" r ON r.id = f."publishedRevisionId" LEFT JOIN "Account" x ON x.id = u."authorId"
        WHERE f."contributionId" = c.id AND u.state = 'TAKEN' AND EXISTS (SELECT 1 FROM "Revision" v
          WHERE v."faceId" = f.id AND v.number <= r.number AND v."createdAt" >= u."decidedAt" AND v."authorId" IS NOT DISTINCT FROM u."deciderId")), '[]') AS credits,
      (SELECT count(*)::int FROM "Suggestion" u JOIN "Face" f ON f.id = u."faceId" WHERE f."contributionId" = c.id AND f.language = ${language}::"Language" AND u.state = 'OPEN') AS proposals,
      coalesce((SELECT json_agg(DISTINCT w.id) FROM (
        SELECT c."creatorId" AS id UNION SELECT a."accountId" FROM "Authorship" a WHERE a."contributionId" = c.id
        UNION SELECT r."authorId" FROM "Revision" r JOIN "Face" f ON f.id = r."faceId" WHERE f."contributionId" = c.id) w WHERE w.id IS NOT NULL), '[]') AS "writerIds",
      coalesce((SELECT json_agg(json_build_object('kind', t.kind, 'key', t.key, 'label', ${termLabel(language)}) ORDER BY t.kind, t.position)
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
