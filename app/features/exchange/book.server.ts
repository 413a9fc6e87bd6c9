import type { Viewer } from "~/features/accounts/actor";
import type { Citation } from "~/features/library/citation";
import { getCitation } from "~/features/library/citation.server";
import { kinds } from "~/features/library/kinds.server";
import { getClaims } from "~/features/claims/shown.server";
import { getLine } from "~/features/lineage/line.server";
import { pinOf } from "~/features/lineage/pin";
import type { Details } from "~/features/publishing/fields";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { origin } from "~/platform/env.server";
import { found } from "~/platform/errors";
import { pathTo } from "~/platform/paths";

import type { Book, BookFace, BookPicture, travelling } from "./book";
import { evidenceOf, factsOf, wordsOf } from "./book-facts";

type KindName = (typeof travelling)[number];

export type FoundBook = { outcome: "page"; book: Book; citation: Citation; isPublic: boolean };

/**
 * A version of a guide with all that its files say, in its language or in both: English first. What it says beside the text is what everyone sees who
 * may read the guide. Leads on, and refuses, like getCitation.
 */
export async function getBook(viewer: Viewer, kind: KindName, language: Language, slug: string, number: number, both: boolean) {
  const answer = await getCitation(viewer, kind, language, slug, number);
  if (answer.outcome === "moved") return answer;

  const { citation } = answer;
  const { visibility } = await db.contribution.findUniqueOrThrow({ where: { id: citation.id }, select: { visibility: true } });
  const isPublic = visibility === "PUBLIC";
  // A file goes on to others: it tells of other texts only what they may see too.
  const reader = isPublic ? null : viewer;
  const others = both ? await besideIt(viewer, citation) : [];
  const faces = await Promise.all([citation, ...others].map((one) => faceOf(reader, one)));
  faces.sort((one, another) => one.language.localeCompare(another.language));
  const pictures = faces.flatMap(({ html }) => [...html.matchAll(PICTURE)].map(([, id = ""]) => id));
  const book: Book = { faces, origin, pictures: [...new Set(pictures)] };
  return { outcome: "page" as const, book, citation, isPublic } satisfies FoundBook;
}

const PICTURE = /<img src="\/files\/([0-9a-f-]{36})"/g;

/** The pictures that stand in a book; those that are no longer there are left out. */
export async function picturesOf(contributionId: string, ids: string[]): Promise<BookPicture[]> {
  return db.attachment.findMany({
    where: { id: { in: ids }, contributions: { some: { contributionId } } },
    select: { id: true, bytes: true },
    orderBy: { id: "asc" },
  });
}

/** The newest version in the other language that is shown. */
async function besideIt(viewer: Viewer, { kind, version, versions, slugs }: Citation): Promise<Citation[]> {
  const language = otherLanguage(version.language);
  const newest = versions.find((one) => one.language === language && !one.isHidden);
  const slug = slugs[language];
  if (!newest || !slug) return [];
  const answer = await getCitation(viewer, kind, language, slug, newest.number);
  return answer.outcome === "page" ? [answer.citation] : [];
}

async function faceOf(reader: Viewer, citation: Citation): Promise<BookFace> {
  const { language, number } = citation.version;
  const { id, revision } = found(
    await db.version.findFirst({
      where: { number, face: { contributionId: citation.id, language } },
      select: { id: true, revision: { select: { html: true, sourcesHtml: true, body: true, sources: true, details: true } } },
    }),
  );
  const { own } = revision.details as Details;
  const { details: _, ...text } = revision;
  const copy = origin + pathTo(language, "copy", { id });
  const [claims, { line }, pinned] = await Promise.all([
    getClaims(reader, language, own),
    getLine(kinds[citation.kind], reader, language, citation.id),
    db.version.findFirst({ where: { id: pinOf(own)?.versionId ?? id }, select: { number: true } }),
  ]);
  const [parent, ...before] = line;
  // The version of its parent on which this one rests, which may not be that of the newest.
  const rested = parent && pinned && pinOf(own) ? [{ ...parent, version: pinned.number }, ...before] : line;
  return {
    id,
    language,
    ...text,
    title: citation.title,
    summary: citation.lead,
    authors: citation.authors.map(({ name }) => name),
    publisher: citation.organization?.name ?? citation.portal.name,
    publishedOn: citation.version.publishedOn,
    address: citation.version.address,
    copy,
    ...factsOf(citation, rested, copy),
    evidence: evidenceOf(claims, language, origin),
    words: wordsOf(citation, copy),
  };
}
