import { existsSync } from "node:fs";
import path from "node:path";

import type { TermKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

import { Faults, readText, readYaml, splitFrontMatter } from "./content-files.server";
import { pageFaceShape, vocabularyShape } from "./content-shapes.server";
import { headingsOf } from "./content-text.server";
import { notFound } from "./errors";
import { renderMarkdown } from "./markdown.server";

/** Content is trusted: a busy machine must not refuse it. */
export const PATIENCE_MS = 10_000;

export type ContentTerm = { key: string; en: string; fr: string };

export type Vocabularies = Partial<Record<TermKind, ContentTerm[]>>;

/** The file of each vocabulary, below `vocabularies`. */
export const vocabularyFiles: Record<TermKind, string> = {
  TOPIC: "topics.yaml",
  POPULATION: "populations.yaml",
  SETTING: "settings.yaml",
  PROVINCE: "provinces.yaml",
};

export type Page = {
  title: string;
  summary: string;
  html: string;
  sections: { key: string; heading: string }[];
  modifiedOn: string;
  /** Only of what people agree to. */
  version: string | null;
  /** What is new in this version, in a sentence. */
  changes: string | null;
};

const pages = new Map<string, Promise<Page>>();

/** One of the pages that ship with the portal: about, code-of-conduct, terms, privacy, accessibility. Read and drawn once. Throws 404. */
export function readPage(key: string, language: Language): Promise<Page> {
  const file = path.join("content/pages", key, `${language}.md`);
  const page = pages.get(file) ?? drawPage(file, language);
  pages.set(file, page);
  page.catch(() => pages.delete(file));
  return page;
}

async function drawPage(file: string, language: Language): Promise<Page> {
  const faults = new Faults();
  if (!/^content\/pages\/[a-z-]+\/(?:en|fr)\.md$/.test(file) || !existsSync(file)) throw notFound();
  const text = readText(file, faults);
  const front = text === null ? null : splitFrontMatter(text, file, faults);
  const page = front && readYaml(front.yaml, pageFaceShape, file, faults, 2);
  if (!page) throw new Error(faults.lines().join("\n"));
  const { title, summary, modifiedOn, version = null, changes = null } = page.value;
  const { html, sections } = await renderMarkdown(front.body, { language, limitMs: PATIENCE_MS });

  return { title, summary, html, sections, modifiedOn, version, changes };
}

export type PageVersion = { version: string; asksAgainSince: string };

const versions = new Map<string, PageVersion>();

/** The present version of a page that people agree to, and the oldest one whose consent still counts. Read once. */
export function readPageVersion(key: string): PageVersion {
  const known = versions.get(key) ?? versionIn(path.join("content/pages", key, "en.md"), new Faults());
  if (!known) throw new Error(`content/pages/${key} has no version.`);
  versions.set(key, known);
  return known;
}

function versionIn(file: string, faults: Faults): PageVersion | null {
  const text = readText(file, faults);
  const front = text === null ? null : splitFrontMatter(text, file, faults);
  const { version, asksAgainSince } = (front && readYaml(front.yaml, pageFaceShape, file, faults, 2))?.value ?? {};
  return version && asksAgainSince ? { version, asksAgainSince } : null;
}

/** A page is there in both languages, in the shape that readPage wants, and can be drawn. */
export async function checkPage(folder: string, key: string, language: Language, faults: Faults) {
  const file = path.join(folder, "pages", key, `${language}.md`);
  if (!existsSync(file)) return faults.add(file, 1, "there is no such file");
  const text = readText(file, faults);
  const front = text === null ? null : splitFrontMatter(text, file, faults);
  if (!front) return;
  readYaml(front.yaml, pageFaceShape, file, faults, 2);
  const english = path.join(folder, "pages", key, "en.md");
  if (language !== "en" && existsSync(english)) {
    const [here, there] = [file, english].map((each) => JSON.stringify(versionIn(each, new Faults())));
    if (here !== there) faults.add(file, 2, "the version is not that of the other language");
  }
  headingsOf(front.body, file, front.bodyLine, faults);
  const refusal = await renderMarkdown(front.body, { language, limitMs: PATIENCE_MS }).catch((reason: unknown) => reason);
  if (refusal instanceof Response) faults.add(file, front.bodyLine, `this Markdown is refused (${await refusal.text()})`);
}

/** The vocabularies of a content folder. A key that stands twice is a fault. */
export function readVocabularies(folder: string, faults: Faults): Vocabularies {
  const vocabularies: Vocabularies = {};
  for (const [kind, name] of Object.entries(vocabularyFiles) as [TermKind, string][]) {
    const file = path.join(folder, "vocabularies", name);
    const text = existsSync(file) ? readText(file, faults) : null;
    const read = text === null ? null : readYaml(text, vocabularyShape, file, faults);
    if (!read) continue;
    const keys = read.value.map(({ key }) => key);
    for (const [index, key] of keys.entries())
      if (keys.indexOf(key) < index) faults.add(file, read.lineOf([index]), `the key ${key} stands twice`);
    vocabularies[kind] = read.value;
  }
  return vocabularies;
}
