import { existsSync } from "node:fs";
import path from "node:path";

import type { TermKind } from "~/generated/prisma/enums";
import { type Language, languages } from "~/i18n/languages";
import { Faults, type Read, readText, readYaml, splitFrontMatter } from "~/platform/content-files.server";
import { compareSections, type Heading, headingsOf } from "~/platform/content-text.server";

import type { ContentContribution, ContentFace, ContentText, Prepared, ReadFace, Shared, Speech, Written } from "./content-kind.server";
import type { Kind } from "./kinds.server";

/** What files may refer to, besides each other; and which texts are published as they stand, and so need no more checks. */
export type Known = {
  organizations: readonly string[];
  terms: Partial<Record<TermKind, readonly { key: string }[]>>;
  licences: readonly string[];
  isPublished?: (kind: Kind, language: Language, text: ContentText) => boolean;
};

/** A kind as files hold it. */
export type ContentKind = Written & {
  kind: Kind;
  folder: string;
  file: string;
  counted: "guides" | "summaries";
  /** One contribution with its faces, drawn, from its folder. Null, and faults, where it is not as it should be. */
  read: (folder: string, key: string, known: Known, faults: Faults) => Promise<ContentContribution | null>;
};

/** Makes of what a kind says about its files how they are read and written. */
export function contentKind<MoreShared, MoreFront>(speech: Speech<MoreShared, MoreFront>): ContentKind {
  const { kind, folder, file, counted, sharedOwn, canonicalOwn, sharedLines, frontLines } = speech;
  const read: ContentKind["read"] = (content, key, known, faults) =>
    readContribution(speech, path.join(content, folder, key), known, faults);
  return { kind, folder, file, counted, sharedOwn, canonicalOwn, sharedLines, frontLines, read };
}

async function readContribution<MoreShared, MoreFront>(
  speech: Speech<MoreShared, MoreFront>,
  place: string,
  known: Known,
  faults: Faults,
): Promise<ContentContribution | null> {
  const shared = readShared(speech, place, known, faults);
  const faces: Partial<Record<Language, ReadFace<MoreFront> & { headings: Heading[] }>> = {};
  for (const language of languages) {
    const face = readFace(speech, place, language, shared?.value ?? null, known, faults);
    if (face) faces[language] = face;
  }
  const source = shared?.value.sourceLanguage ?? "en";
  const [one, other] = source === "en" ? [faces.en, faces.fr] : [faces.fr, faces.en];
  if (shared && one && other && !(one.isPublished && other.isPublished)) compareSections(one.headings, other.headings, other.file, faults);
  speech.check(shared, faces, place, faults);
  if (!shared) return null;

  const prepared = await speech.prepare(shared.value);
  const drawn: ContentContribution["faces"] = {};
  for (const language of languages) {
    const face = faces[language] && (await drawFace(prepared, faces[language], language, faults));
    if (face) drawn[language] = face;
  }
  return {
    ...pickShared(shared.value),
    key: path.basename(place),
    maturity: speech.maturityOf(shared.value),
    faces: drawn,
    bring: prepared.bring,
  };
}

function pickShared(shared: Shared): Shared {
  const { organization, sourceLanguage, authors, topics, populations, settings, provinces, licence, reviewedOn, nextReviewDue } = shared;
  return { organization, sourceLanguage, authors, topics, populations, settings, provinces, licence, reviewedOn, nextReviewDue };
}

function readShared<MoreShared, MoreFront>(
  speech: Speech<MoreShared, MoreFront>,
  place: string,
  known: Known,
  faults: Faults,
): Read<Shared & MoreShared> | null {
  const key = path.basename(place);
  const file = path.join(place, speech.file);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key)) faults.add(file, 1, `the folder ${key} is not named by lower-case words with hyphens`);
  if (!existsSync(file)) {
    faults.add(file, 1, "there is no such file");
    return null;
  }
  const text = readText(file, faults);
  const read = text === null ? null : readYaml(text, speech.sharedShape, file, faults);
  if (!read) return null;

  checkReferences(read.value, file, read.lineOf, known, faults);
  const { sourceLanguage } = read.value;
  if (!existsSync(path.join(place, `${sourceLanguage}.md`)))
    faults.add(file, read.lineOf(["sourceLanguage"]), `sourceLanguage is ${sourceLanguage}, but there is no ${sourceLanguage}.md`);
  return read;
}

const vocabularies = { topics: "TOPIC", populations: "POPULATION", settings: "SETTING", provinces: "PROVINCE" } as const;

function checkReferences(shared: Shared, file: string, lineOf: Read<unknown>["lineOf"], known: Known, faults: Faults) {
  for (const [field, kind] of Object.entries(vocabularies) as [keyof typeof vocabularies, TermKind][]) {
    for (const [index, key] of shared[field].entries())
      if (!known.terms[kind]?.some((term) => term.key === key))
        faults.add(file, lineOf([field, index]), `${key} is not one of the ${field} of the vocabulary`);
  }
  if (!known.organizations.includes(shared.organization))
    faults.add(file, lineOf(["organization"]), `there is no organization ${shared.organization}`);
  if (!known.licences.includes(shared.licence))
    faults.add(file, lineOf(["licence"]), `licence ${shared.licence} is none of ${known.licences.join(", ")}`);
  if (shared.nextReviewDue <= shared.reviewedOn) faults.add(file, lineOf(["nextReviewDue"]), "nextReviewDue is not after reviewedOn");
}

function readFace<MoreShared, MoreFront>(
  speech: Speech<MoreShared, MoreFront>,
  place: string,
  language: Language,
  shared: (Shared & MoreShared) | null,
  known: Known,
  faults: Faults,
): (ReadFace<MoreFront> & { headings: Heading[] }) | null {
  const file = path.join(place, `${language}.md`);
  const whole = existsSync(file) ? readText(file, faults) : null;
  const split = whole === null ? null : splitFrontMatter(whole, file, faults);
  if (!split) return null;

  const { body, bodyLine } = split;
  const front = readYaml(split.yaml, speech.frontShape, file, faults, 2);
  const { title = "", slug = "", summary = "" } = front?.value ?? {};
  const text = front && { title, slug, summary, body, ...speech.fieldsOf(front.value, shared) };
  const isPublished = text !== null && (known.isPublished?.(speech.kind, language, text) ?? false);
  const headings = headingsOf(body, file, bodyLine, isPublished ? new Faults() : faults);
  if (!front || !text) return null;

  if (speech.kind.reserved.includes(slug)) faults.add(file, front.lineOf(["slug"]), `the slug ${slug} is the address of another page`);
  return { file, bodyLine, front, text, isPublished, headings };
}

async function drawFace({ draw }: Prepared, face: ReadFace, language: Language, faults: Faults): Promise<ContentFace | null> {
  const { file, bodyLine, front, text } = face;
  try {
    return { ...text, ...(await draw(text, language)), at: { file, line: front.lineOf(["slug"]) } };
  } catch (refusal) {
    if (!(refusal instanceof Response)) throw refusal;
    faults.add(file, bodyLine, `this Markdown is refused (${await refusal.text()})`);
    return null;
  }
}
