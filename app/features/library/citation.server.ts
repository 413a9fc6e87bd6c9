import type { Viewer } from "~/features/accounts/actor";
import type { CitedReference } from "~/features/evidence/cited.server";
import type { KindName } from "~/features/publishing/kind-shape";
import { mayFor } from "~/features/publishing/policy";
import type { WorkPage } from "~/features/publishing/work.server";
import { type Language, otherLanguage } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { origin } from "~/platform/env.server";
import { gone, notFound } from "~/platform/errors";
import { pathTo } from "~/platform/paths";

import { type Author, type Citation, type ListedVersion, pageOf } from "./citation";
import { itemOf } from "./citation-item";
import { type CitationRow, findCitationRow } from "./citation-row.server";
import { kinds } from "./kinds.server";

export type Found = { outcome: "page"; citation: Citation } | { outcome: "moved"; language: Language; slug: string };

/**
 * What is said about a version of a work to whoever cites it: the one with this number, or else the one that stands; or where to go instead. One
 * round trip, or two where the slug is of the other language. What the viewer may not see, is not published or was put away does not exist (404); a
 * version that moderation took from sight is gone (410).
 */
export async function getCitation(
  viewer: Viewer,
  kind: KindName,
  language: Language,
  slug: string,
  number: number | null = null,
): Promise<Found> {
  const row = await findRow(viewer, kind, language, slug, number);
  if (!row?.text) throw notFound();
  if (row.text.isHidden) throw gone("citing.gone");

  // A number counts the versions of one face: its address is in the language of that face.
  const isElsewhere = row.text.slug !== slug || (number !== null && row.text.language !== language);
  if (isElsewhere) return { outcome: "moved", language: number === null ? language : row.text.language, slug: row.text.slug };
  return { outcome: "page", citation: citationOf(kind, row, row.text, mayFor(kinds[kind]).readDrafts(viewer, row)) };
}

/** The same of what stands, for the page of a work; null where there is nothing to cite. */
export async function findCitation(viewer: Viewer, kind: KindName, language: Language, slug: string): Promise<Citation | null> {
  const row = await findRow(viewer, kind, language, slug, null);
  return row?.text && !row.text.isHidden ? citationOf(kind, row, row.text, mayFor(kinds[kind]).readDrafts(viewer, row)) : null;
}

/**
 * The same out of what the page of a work has read anyway, in the language of its text: nothing is asked of the database. Versions other than the
 * one that stands are not in it.
 */
export function citationOfWork(
  kind: KindName,
  work: Pick<WorkPage, "slug" | "cited" | "organization" | "licence" | "terms" | "visibility" | "may">,
  text: { language: Language; title: string; summary: string; number: number },
  references: CitedReference[] = [],
): Citation | null {
  const { slug, cited, organization, terms } = work;
  if (!cited) return null;
  const { language } = text;
  const version = { ...cited.version, language, revision: text.number, isCurrent: true, isHidden: false };
  const topics = terms.filter((term) => term.kind === "TOPIC").map(({ label }) => ({ en: label, fr: label }));
  const faces = cited.faces.map((face) => ({ ...face, publishedOn: face.publishedOn ?? version.publishedOn }));
  const owner = organization && { [language]: organization };
  const known = { ...cited, visibility: work.visibility, organization: owner, topics, faces, versions: [version] };
  const said = { ...text, ...version, slug, licence: work.licence, references };
  return citationOf(kind, { ...known, isRetired: false, retiredOn: null }, said, work.may.seeHistory);
}

async function findRow(viewer: Viewer, kind: KindName, language: Language, slug: string, number: number | null) {
  for (const asked of [language, otherLanguage(language)]) {
    const row = await findCitationRow(kinds[kind].kind, language, asked, slug, number);
    if (row && isSeen(viewer, kind, row, slug)) return row;
  }
  return null;
}

/** Nobody cites what is hidden or put away. The address of a face that was never published would tell its title. */
function isSeen(viewer: Viewer, kind: KindName, row: CitationRow, slug: string): boolean {
  const isKnown = row.faces.some((face) => face.language === row.asked || face.slug === slug);
  return isKnown && row.isPublished && !row.isDiscarded && !row.isHidden && mayFor(kinds[kind]).read(viewer, row);
}

type Known = Pick<
  CitationRow,
  "id" | "organization" | "visibility" | "isRetired" | "retiredOn" | "sourceLanguage" | "authors" | "topics" | "faces" | "versions"
>;

type Text = NonNullable<CitationRow["text"]>;

function citationOf(kind: KindName, row: Known, text: Text, seeHistory: boolean): Citation {
  const { language } = text;
  const addressed = (version: CitationRow["versions"][number]): ListedVersion => ({
    language: version.language,
    number: version.number,
    publishedOn: version.publishedOn,
    revision: version.revision,
    isCurrent: version.isCurrent,
    isHidden: version.isHidden,
    address: origin + pathTo(version.language, pageOf(kind, "Version"), { slug: slugIn(row, version.language), number: version.number }),
  });
  const workIn = (each: Language) => origin + pathTo(each, pageOf(kind, ""), { slug: slugIn(row, each) });
  const other = row.faces.find((face) => face.language !== language);
  const organization = row.organization?.[language];
  const known: Omit<Citation, "item"> = {
    id: row.id,
    kind,
    version: addressed(text),
    slug: text.slug,
    slugs: Object.fromEntries(row.faces.map((face) => [face.language, face.slug])),
    title: text.title,
    lead: text.summary,
    authors: row.authors.map((author) => authorOf(author, language)),
    organization: organization
      ? { name: organization.name, address: origin + pathTo(language, "organization", { slug: organization.slug }) }
      : null,
    portal: { name: translator(language)("site.name"), address: origin + pathTo(language, "home") },
    licence: text.licence,
    topics: row.topics.map((topic) => topic[language]),
    work: workIn(language),
    otherWork: other ? workIn(other.language) : null,
    isTranslation: row.sourceLanguage !== language,
    firstPublishedOn: row.faces.find((face) => face.language === language)?.publishedOn ?? text.publishedOn,
    references: text.references ?? [],
    versions: row.versions.map(addressed),
    retiredOn: row.retiredOn,
    isOpen: row.visibility === "PUBLIC" && !row.isRetired,
    may: { seeHistory },
  };
  return { ...known, item: itemOf(known) };
}

const slugIn = (row: Known, language: Language) => row.faces.find((face) => face.language === language)?.slug ?? "";

const authorOf = (author: Known["authors"][number], language: Language): Author => ({
  name: author[language],
  isPerson: author.isPerson,
  profile: author.profile && origin + pathTo(language, "person", { slug: author.profile }),
});
