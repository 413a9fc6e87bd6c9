import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { exportOrganizations } from "~/features/organizations/exported.server";
import type { Details } from "~/features/publishing/fields";
import { fieldsOf } from "~/features/publishing/load.server";
import { readVocabulary } from "~/features/vocabularies/vocabulary.server";
import type { TermKind } from "~/generated/prisma/enums";
import { vocabularyFiles } from "~/platform/content.server";
import { formatOrganization, formatPractice, formatTerms, formatText, remarksOf } from "~/platform/content-format";
import { db } from "~/platform/db.server";

import { canonical } from "./imported-guide.server";
import { practiceKind } from "./practice-kind.server";

export type Exported = { terms: number; organizations: number; guides: number };

/**
 * Writes the public guides, their organizations and the vocabularies to a content folder, in the form that importContent reads:
 * importing them again changes nothing. What else is in the folder stays. Guides of the demo world are left out.
 */
export async function exportContent(folder: string, onProgress: (place: string) => void = () => {}): Promise<Exported> {
  const [vocabulary, guides] = await Promise.all([readVocabulary(db), publishedGuides()]);
  for (const [kind, name] of Object.entries(vocabularyFiles) as [TermKind, string][]) {
    const file = path.join(folder, "vocabularies", name);
    const remarks = existsSync(file) ? remarksOf(readFileSync(file, "utf8")) : "";
    if (vocabulary[kind].length > 0) write(file, formatTerms(vocabulary[kind], remarks));
  }

  const organizations = await exportOrganizations(guides.map(({ organizationId }) => organizationId));
  for (const { key, ...organization } of organizations.values())
    write(path.join(folder, "organizations", key, "organization.yaml"), formatOrganization(organization));

  const taken = new Set(guides.flatMap(({ contentKey }) => contentKey ?? []));
  for (const guide of guides) {
    const place = path.join(folder, "practices", guide.contentKey ?? freeKey(guide, taken));
    onProgress(place);
    writeGuide(place, guide, organizations.get(guide.organizationId)?.key ?? "");
  }
  return { terms: Object.values(vocabulary).flat().length, organizations: organizations.size, guides: guides.length };
}

/** Guides that everyone may read, and that are in use. */
function publishedGuides() {
  return db.contribution.findMany({
    where: {
      kind: practiceKind.kind,
      visibility: "PUBLIC",
      publishedAt: { not: null },
      retiredAt: null,
      discardedAt: null,
      hiddenAt: null,
      organization: { hiddenAt: null },
      OR: [{ organization: { contentKey: null } }, { organization: { contentKey: { not: { startsWith: "demo-" } } } }],
    },
    include: {
      authors: { orderBy: { position: "asc" } },
      faces: { where: { publishedRevisionId: { not: null } }, omit: { text: true }, include: { publishedRevision: true } },
    },
    orderBy: { id: "asc" },
  });
}

type Guide = Awaited<ReturnType<typeof publishedGuides>>[number];

function writeGuide(place: string, guide: Guide, organization: string) {
  const source = guide.faces.find(({ language }) => language === guide.sourceLanguage) ?? guide.faces[0];
  if (!source?.publishedRevision) return;
  const details = source.publishedRevision.details as Details;
  const { authors, licence } = guide;
  const today = guide.publishedAt ?? new Date();
  write(
    path.join(place, "practice.yaml"),
    formatPractice({
      ...details,
      licence,
      authors,
      organization,
      sourceLanguage: source.language,
      reviewedOn: day(guide.reviewedOn ?? today),
      nextReviewDue: day(guide.nextReviewDue ?? today),
    }),
  );
  for (const { language, slug, publishedRevision } of guide.faces)
    if (publishedRevision) write(path.join(place, `${language}.md`), formatText({ ...canonical(fieldsOf(publishedRevision)), slug }));
}

/** One that was written in the portal goes by its address, the English one where there is one. */
function freeKey({ faces }: Guide, taken: Set<string>): string {
  const slug = (faces.find(({ language }) => language === "en") ?? faces[0])?.slug ?? "guide";
  let key = slug;
  for (let count = 2; taken.has(key); count += 1) key = `${slug}-${count}`;
  taken.add(key);
  return key;
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

function write(file: string, text: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
