import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { exportOrganizations } from "~/features/organizations/exported.server";
import type { ContentKind } from "~/features/publishing/content.server";
import { formatShared, formatText } from "~/features/publishing/content-format";
import type { Details } from "~/features/publishing/fields";
import { canonical } from "~/features/publishing/imported-contribution.server";
import { kindNameOf, shapes } from "~/features/publishing/kind-shape";
import { fieldsOf } from "~/features/publishing/load.server";
import { exportPairs } from "~/features/terminology/exported.server";
import { readVocabulary } from "~/features/vocabularies/vocabulary.server";
import type { TermKind } from "~/generated/prisma/enums";
import { vocabularyFiles } from "~/platform/content.server";
import { TERMINOLOGY_FILE } from "~/platform/content-terminology.server";
import { formatOrganization, formatPairs, formatTerms, remarksOf } from "~/platform/content-format";
import { db } from "~/platform/db.server";

import { contents } from "./content.server";

export type Exported = { terms: number; pairs: number; organizations: number; guides: number; summaries: number };

/**
 * Writes the public guides and summaries, their organizations, the vocabularies and the pairs of terms to a content folder, in the form that importContent reads:
 * importing them again changes nothing. What else is in the folder stays. Those of the demo world are left out.
 */
export async function exportContent(folder: string, onProgress: (place: string) => void = () => {}): Promise<Exported> {
  const [vocabulary, pairs, works] = await Promise.all([readVocabulary(db), exportPairs(), publishedWorks()]);
  for (const [kind, name] of Object.entries(vocabularyFiles) as [TermKind, string][]) {
    const file = path.join(folder, "vocabularies", name);
    if (vocabulary[kind].length > 0) write(file, formatTerms(vocabulary[kind], remarksIn(file)));
  }
  const terminology = path.join(folder, TERMINOLOGY_FILE);
  if (pairs.length > 0) write(terminology, formatPairs(pairs, remarksIn(terminology)));

  const organizations = await exportOrganizations(works.map(({ organizationId }) => organizationId));
  for (const { key, ...organization } of organizations.values())
    write(path.join(folder, "organizations", key, "organization.yaml"), formatOrganization(organization));

  const written = { guides: 0, summaries: 0 };
  for (const content of contents) {
    const own = works.filter(({ kind }) => kind === content.kind.kind);
    const taken = new Set(own.flatMap(({ contentKey }) => contentKey ?? []));
    for (const work of own) {
      const place = path.join(folder, content.folder, work.contentKey ?? freeKey(work, taken));
      onProgress(place);
      await writeWork(content, place, work, organizations.get(work.organizationId)?.key ?? "");
    }
    written[content.counted] = own.length;
  }
  return { terms: Object.values(vocabulary).flat().length, pairs: pairs.length, organizations: organizations.size, ...written };
}

/** What everyone may read, and what is in use. */
function publishedWorks() {
  return db.contribution.findMany({
    where: {
      kind: { in: contents.map(({ kind }) => kind.kind) },
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

type Work = Awaited<ReturnType<typeof publishedWorks>>[number];

async function writeWork(content: ContentKind, place: string, work: Work, organization: string) {
  const source = work.faces.find(({ language }) => language === work.sourceLanguage) ?? work.faces[0];
  if (!source?.publishedRevision) return;
  const { maturity, own: _, ...details } = source.publishedRevision.details as Details;
  const { authors, licence } = work;
  const today = work.publishedAt ?? new Date();
  const faces = [source, ...work.faces.filter((face) => face !== source)].flatMap(({ language, slug, publishedRevision }) =>
    publishedRevision ? [{ language, slug, fields: canonical(fieldsOf(publishedRevision)) }] : [],
  );
  const shared = {
    ...details,
    licence,
    authors,
    organization,
    sourceLanguage: source.language,
    reviewedOn: day(work.reviewedOn ?? today),
    nextReviewDue: day(work.nextReviewDue ?? today),
  };
  const more = await content.sharedLines({ id: work.id, sourceLanguage: work.sourceLanguage, faces });
  const hasMaturity = shapes[kindNameOf(work.kind)].details.includes("maturity");
  write(path.join(place, content.file), formatShared(shared, { maturity: hasMaturity ? maturity : null, more }));
  for (const { language, slug, fields } of faces)
    write(path.join(place, `${language}.md`), formatText({ ...fields, slug }, content.frontLines(fields)));
}

/** One that was written in the portal goes by its address, the English one where there is one. */
function freeKey({ faces, kind }: Work, taken: Set<string>): string {
  const slug = (faces.find(({ language }) => language === "en") ?? faces[0])?.slug ?? kindNameOf(kind);
  let key = slug;
  for (let count = 2; taken.has(key); count += 1) key = `${slug}-${count}`;
  taken.add(key);
  return key;
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

const remarksIn = (file: string): string => (existsSync(file) ? remarksOf(readFileSync(file, "utf8")) : "");

function write(file: string, text: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
