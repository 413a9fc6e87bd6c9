import type { Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import { type Language, otherLanguage } from "~/i18n/languages";
import { notFound } from "~/platform/errors";

import type { Kind } from "./kinds.server";
import { isOpenTo } from "./lifecycle";
import { mayFor } from "./policy";
import { findWork, type WorkRow } from "./work-row.server";

/** A contribution as the page shows it on which it is read. */
export type WorkPage<Special = unknown> = Extract<Awaited<ReturnType<typeof getWork<Special>>>, { outcome: "page" }>;

/** What stands at the address of a contribution that was taken out of use. */
export type RetiredWork = Extract<Awaited<ReturnType<typeof getWork<unknown>>>, { outcome: "retired" }>;

/**
 * One contribution as a reader sees it, in the language of the address or, where that face is missing, in the other; or where to go
 * instead. `special` is an SQL expression over the table `c` for what only its kind has. One round trip, or two where the slug is of the other
 * language. What is hidden from the viewer does not exist (404).
 */
export async function getWork<Special>(kind: Kind, special: Prisma.Sql, viewer: Viewer, language: Language, slug: string) {
  // A hidden draft does not stand before an open work whose slug in the other language is the same.
  for (const asked of [language, otherLanguage(language)]) {
    const row = await findWork<Special>(kind.kind, special, viewer, language, asked, slug);
    if (row && isSeen(kind, viewer, row, slug)) return seenBy(kind, viewer, row, language, slug);
  }
  throw notFound();
}

/** The same without what only its kind has. */
export const getPlainWork = (kind: Kind, viewer: Viewer, language: Language, slug: string) =>
  getWork<null>(kind, Prisma.sql`NULL`, viewer, language, slug);

function isSeen(kind: Kind, viewer: Viewer, row: WorkRow<unknown>, slug: string): boolean {
  const may = mayFor(kind);
  // The address of a face that nobody has published yet would tell its title.
  const isKnown = row.faces.some((face) => face.isPublished && (face.language === row.asked.language || face.slug === slug));
  return may.read(viewer, row) && (isKnown || may.readDrafts(viewer, row));
}

function seenBy<Special>(kind: Kind, viewer: Viewer, row: WorkRow<Special>, language: Language, slug: string) {
  const may = mayFor(kind);
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

  return {
    outcome: "page" as const,
    slug,
    text: row.shown,
    special: row.special,
    isPublished: shownFace.isPublished,
    isHidden: row.isHidden,
    isRemoved: row.isHidden && row.isDiscarded,
    isMissingHere: shownFace.language !== language,
    promisedBy: row.promisedBy,
    isFollowed: row.isFollowed,
    publishedOn: shownFace.publishedOn,
    modifiedOn: shownFace.modifiedOn,
    organization: row.organization,
    authors: row.authors.map((author) => author[language]),
    credits: row.credits.filter(({ accountId }, index) => row.credits.findIndex((one) => one.accountId === accountId) === index),
    licence: row.licence,
    visibility: row.visibility,
    reviewedOn: row.reviewedOn,
    nextReviewDue: row.nextReviewDue,
    terms: row.terms,
    alternates: Object.fromEntries(
      row.faces.filter((face) => face.isPublished || worksOnIt).map((face) => [face.language, face.slug]),
    ) as Partial<Record<Language, string>>,
    cited: citedIn(row),
    ...workOn(kind, viewer, row, own),
  };
}

/** What else a citation of the text says, where one may be cited: what is hidden or not published is not. */
function citedIn(row: WorkRow<unknown>) {
  if (!row.shown?.version || row.isHidden || row.isDiscarded) return null;
  const faces = row.faces.filter(({ isPublished }) => isPublished);
  return { id: row.id, version: row.shown.version, authors: row.authors, sourceLanguage: row.sourceLanguage, faces };
}

/** For those who work on it: how it stands in the language of the page, and what they may do. */
function workOn<Special>(kind: Kind, viewer: Viewer, row: WorkRow<Special>, own: WorkRow<Special>["faces"][number] | undefined) {
  const may = mayFor(kind);
  const worksOnIt = may.readDrafts(viewer, row);
  const mayRevise = may.revise(viewer, row);
  return {
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
