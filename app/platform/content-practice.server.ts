import { existsSync } from "node:fs";
import path from "node:path";

import type { Maturity, TermKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

import { Faults, readText, readYaml, splitFrontMatter } from "./content-files.server";
import { practiceFaceShape, practiceShape } from "./content-shapes.server";
import { checkCitations, compareSections, type Heading, headingsOf } from "./content-text.server";
import { renderMarkdown, renderSources } from "./markdown.server";

/** Content is trusted: a busy machine must not refuse it. */
export const PATIENCE_MS = 10_000;

/** Where a file says something, to name it in a fault. */
export type Place = { file: string; line: number };

/** One language of a guide; its sources are one a line. */
export type ContentText = { title: string; slug: string; summary: string; sources: string; body: string };

export type ContentFace = ContentText & { at: Place; rendered: { html: string; sourcesHtml: string; words: number } };

export type ContentPractice = {
  key: string;
  organization: string;
  sourceLanguage: Language;
  authors: { en: string; fr: string }[];
  topics: string[];
  populations: string[];
  settings: string[];
  provinces: string[];
  maturity: Maturity;
  licence: string;
  reviewedOn: string;
  nextReviewDue: string;
  faces: Partial<Record<Language, ContentFace>>;
};

/** What files may refer to, besides each other; and which texts are published as they stand, and so need no more checks. */
export type Known = {
  organizations: readonly string[];
  terms: Partial<Record<TermKind, readonly { key: string }[]>>;
  licences: readonly string[];
  reservedSlugs: readonly string[];
  isPublished?: (language: Language, text: ContentText) => boolean;
};

/** One guide with its faces, drawn, from its folder. Null, and faults, where it is not as it should be. */
export async function readPractice(folder: string, key: string, known: Known, faults: Faults): Promise<ContentPractice | null> {
  const place = path.join(folder, "practices", key);
  const en = await readFace(place, "en", known, faults);
  const fr = await readFace(place, "fr", known, faults);
  const file = path.join(place, "practice.yaml");
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key)) faults.add(file, 1, `the folder ${key} is not named by lower-case words with hyphens`);
  if (!existsSync(file)) {
    faults.add(file, 1, "there is no such file");
    return null;
  }
  const text = readText(file, faults);
  const read = text === null ? null : readYaml(text, practiceShape, file, faults);
  if (!read) return null;

  const { sourceLanguage, maturity, ...others } = read.value;
  checkReferences(read.value, file, read.lineOf, known, faults);
  if (!existsSync(path.join(place, `${sourceLanguage}.md`)))
    faults.add(file, read.lineOf(["sourceLanguage"]), `sourceLanguage is ${sourceLanguage}, but there is no ${sourceLanguage}.md`);
  const [source, other] = sourceLanguage === "en" ? [en, fr] : [fr, en];
  if (source && other && !(source.isPublished && other.isPublished))
    compareSections(source.headings, other.headings, other.face.at.file, faults);

  const faces = { ...(en ? { en: en.face } : {}), ...(fr ? { fr: fr.face } : {}) };
  return { ...others, key, sourceLanguage, maturity: maturity.toUpperCase() as Maturity, faces };
}

const vocabularies = { topics: "TOPIC", populations: "POPULATION", settings: "SETTING", provinces: "PROVINCE" } as const;

type References = Record<keyof typeof vocabularies, string[]> & Record<"organization" | "licence" | "reviewedOn" | "nextReviewDue", string>;

function checkReferences(
  practice: References,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
  known: Known,
  faults: Faults,
) {
  for (const [field, kind] of Object.entries(vocabularies) as [keyof typeof vocabularies, TermKind][]) {
    for (const [index, key] of practice[field].entries())
      if (!known.terms[kind]?.some((term) => term.key === key))
        faults.add(file, lineOf([field, index]), `${key} is not one of the ${field} of the vocabulary`);
  }
  if (!known.organizations.includes(practice.organization))
    faults.add(file, lineOf(["organization"]), `there is no organization ${practice.organization}`);
  if (!known.licences.includes(practice.licence))
    faults.add(file, lineOf(["licence"]), `licence ${practice.licence} is none of ${known.licences.join(", ")}`);
  if (practice.nextReviewDue <= practice.reviewedOn) faults.add(file, lineOf(["nextReviewDue"]), "nextReviewDue is not after reviewedOn");
}

type ReadFace = { face: ContentFace; headings: Heading[]; isPublished: boolean };

async function readFace(place: string, language: Language, known: Known, faults: Faults): Promise<ReadFace | null> {
  const file = path.join(place, `${language}.md`);
  const text = existsSync(file) ? readText(file, faults) : null;
  const front = text === null ? null : splitFrontMatter(text, file, faults);
  if (!front) return null;

  const { body, bodyLine } = front;
  const read = readYaml(front.yaml, practiceFaceShape, file, faults, 2);
  const content = read && { ...read.value, sources: read.value.sources.join("\n"), body };
  const isPublished = content !== null && (known.isPublished?.(language, content) ?? false);
  const headings = headingsOf(body, file, bodyLine, isPublished ? new Faults() : faults);
  const rendered = await draw(body, content?.sources ?? "", language, (reason) => faults.add(file, bodyLine, reason));
  if (!read || !content || !rendered) return null;

  const at = { file, line: read.lineOf(["slug"]) };
  if (known.reservedSlugs.includes(content.slug)) faults.add(file, at.line, `the slug ${content.slug} is the address of another page`);
  if (!isPublished) {
    const lineOfSource = (index: number) => read.lineOf(["sources", index]);
    checkCitations(body, file, bodyLine, read.value.sources.length, lineOfSource, faults);
  }
  return { face: { ...content, at, rendered }, headings, isPublished };
}

async function draw(body: string, sources: string, language: Language, onRefusal: (what: string) => void) {
  try {
    const [{ html, words }, sourcesHtml] = await Promise.all([
      renderMarkdown(body, { language, limitMs: PATIENCE_MS }),
      renderSources(sources, { language, limitMs: PATIENCE_MS }),
    ]);
    return { html, sourcesHtml, words };
  } catch (refusal) {
    if (!(refusal instanceof Response)) throw refusal;
    onRefusal(`this Markdown is refused (${await refusal.text()})`);
    return null;
  }
}
