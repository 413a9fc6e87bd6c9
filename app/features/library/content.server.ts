import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

import { summaryContent } from "~/features/evidence/content.server";
import { practiceContent } from "~/features/practices/content.server";
import type { ContentKind, Known } from "~/features/publishing/content.server";
import type { ContentContribution } from "~/features/publishing/content-kind.server";
import { type Language, languages } from "~/i18n/languages";
import { checkPage, readVocabularies, type Vocabularies } from "~/platform/content.server";
import { type ContentCategory, readCategories } from "~/platform/content-categories.server";
import { Faults, type Place } from "~/platform/content-files.server";
import { type ContentOrganization, readOrganization } from "~/platform/content-organization.server";
import { type ContentPair, readTerminology } from "~/platform/content-terminology.server";

/** Every kind that stands in files. */
export const contents: readonly ContentKind[] = [practiceContent, summaryContent];

/** `faults` as `file:line: what is wrong`; `notes` are worth knowing and stand in nobody's way. */
export type Content = {
  vocabularies: Vocabularies;
  organizations: ContentOrganization[];
  contributions: Record<ContentKind["counted"], ContentContribution[]>;
  categories: ContentCategory[];
  pairs: ContentPair[];
  faults: string[];
  notes: string[];
};

/** Reads and draws everything below a content folder, with all that is wrong in it. What the folder does not have is left out. */
export async function readContent(folder: string, known: Known, onProgress: (place: string) => void = () => {}): Promise<Content> {
  const faults = new Faults();
  const notes: string[] = [];
  if (!existsSync(folder)) faults.add(folder, 1, "there is no such folder");
  const vocabularies = readVocabularies(folder, faults);
  const terms = { ...known.terms, ...vocabularies };
  const organizations = foldersIn(path.join(folder, "organizations")).flatMap(
    (key) => readOrganization(folder, key, { PROVINCE: terms.PROVINCE ?? [], POPULATION: terms.POPULATION ?? [] }, faults) ?? [],
  );
  const wide = { ...known, terms, organizations: [...known.organizations, ...organizations.map(({ key }) => key)] };
  refuseSameSlugs(organizations, faults);

  const contributions: Content["contributions"] = { guides: [], summaries: [] };
  for (const content of contents) {
    for (const key of foldersIn(path.join(folder, content.folder))) {
      const place = path.join(folder, content.folder, key);
      onProgress(place);
      const contribution = await content.read(folder, key, wide, faults);
      if (contribution) contributions[content.counted].push(contribution);
      for (const language of languages)
        if (!existsSync(path.join(place, `${language}.md`))) notes.push(`${place}: there is no ${language}.md`);
    }
    refuseSameSlugs(contributions[content.counted], faults);
  }
  for (const key of foldersIn(path.join(folder, "pages"))) for (const language of languages) await checkPage(folder, key, language, faults);
  const categories = readCategories(folder, faults);
  const pairs = readTerminology(folder, faults);

  return { vocabularies, organizations, contributions, categories, pairs, faults: faults.lines(), notes };
}

type Addressed = { faces: Partial<Record<Language, { slug: string; at: Place }>> };

function refuseSameSlugs(things: Addressed[], faults: Faults) {
  for (const language of languages) {
    const taken = new Map<string, Place>();
    for (const face of things.flatMap(({ faces }) => faces[language] ?? [])) {
      const first = taken.get(face.slug);
      if (first) faults.add(face.at.file, face.at.line, `the slug ${face.slug} is that of ${first.file} too`);
      else taken.set(face.slug, face.at);
    }
  }
}

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
