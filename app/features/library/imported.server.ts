import { record } from "~/features/activity/record.server";
import { type Counts, importOrganizations } from "~/features/organizations/imported.server";
import type { Known } from "~/features/publishing/content.server";
import { type Details, areSame, type Fields, noDetails } from "~/features/publishing/fields";
import { canonical, importContribution } from "~/features/publishing/imported-contribution.server";
import { licences } from "~/features/publishing/limits";
import { forgetGlossary } from "~/features/terminology/glossary.server";
import { importPairs } from "~/features/terminology/imported.server";
import { forgetVocabulary, importVocabularies, readVocabulary } from "~/features/vocabularies/vocabulary.server";
import { db, type Transaction } from "~/platform/db.server";

import { type Content, contents, readContent } from "./content.server";

export type Imported = {
  /** `file:line: what is wrong`. Where there is one, nothing was imported. */
  faults: string[];
  notes: string[];
  counts: Record<"terms" | "pairs" | "organizations" | "guides" | "summaries", Counts> & { categories?: Counts };
};

/** Takes over what belongs to another feature, in the same transaction. */
export type ImportCategories = (tx: Transaction, categories: Content["categories"]) => Promise<Counts>;

type Options = { dryRun?: boolean; onProgress?: (place: string) => void; importCategories?: ImportCategories };

const TIMEOUT_MS = 120_000;
const LOCK = 5_021_122;
/** The portal as the subject of an event: it has no row of its own. */
const PORTAL = { type: "PORTAL", id: "00000000-0000-0000-0000-000000000000" } as const;

/** Why the portal does not start with its content. */
export class ContentFaulty extends Error {}

/** Ends the transaction and undoes it. */
class Undo extends Error {}

/**
 * Takes over a content folder: vocabularies, pairs of terms, organizations, guides, summaries, and categories where it is told how. All of it in one
 * transaction, or nothing, with all faults told at once. What is in the portal already is left as it is; a changed text becomes a new published revision.
 */
export async function importContent(folder: string, { dryRun = false, onProgress, importCategories }: Options = {}): Promise<Imported> {
  const none = { added: 0, changed: 0, same: 0 };
  const imported: Imported = {
    faults: [],
    notes: [],
    counts: { terms: none, pairs: none, organizations: none, guides: none, summaries: none },
  };
  const content = await readContent(folder, await knownToPortal(), onProgress);
  imported.notes.push(...content.notes);
  imported.faults.push(...content.faults);
  if (imported.faults.length > 0) return imported;

  try {
    await db.$transaction((tx) => takeOver(tx, content, imported, { dryRun, importCategories }), {
      timeout: TIMEOUT_MS,
      maxWait: TIMEOUT_MS,
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  forgetVocabulary();
  forgetGlossary();
  return imported;
}

/** Takes over the content that ships with the portal, when its database is new. Throws ContentFaulty with all faults. */
export async function importFirstContent(folder: string, options: Options = {}): Promise<Imported["counts"] | null> {
  if ((await db.term.count()) > 0) return null;
  const { faults, counts } = await importContent(folder, options);
  if (faults.length > 0) throw new ContentFaulty(["the content has faults:", ...faults].join("\n"));
  return counts;
}

type Way = { dryRun: boolean; importCategories: ImportCategories | undefined };

async function takeOver(tx: Transaction, content: Content, imported: Imported, { dryRun, importCategories }: Way) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
  const terms = await importVocabularies(tx, content.vocabularies);
  const organizations = await importOrganizations(tx, content.organizations);
  const pairs = await importPairs(tx, content.pairs);
  imported.faults.push(...organizations.faults, ...pairs.faults);
  if (imported.faults.length > 0) throw new Undo();

  const others = await tx.organization.findMany({ where: { contentKey: { not: null } }, select: { id: true, contentKey: true } });
  const idOf = new Map([...others.map(({ id, contentKey }) => [contentKey ?? "", id] as const), ...organizations.ids]);
  const works = { guides: { added: 0, changed: 0, same: 0 }, summaries: { added: 0, changed: 0, same: 0 } };
  for (const kind of contents)
    for (const wanted of content.contributions[kind.counted]) {
      const { outcome, faults, notes } = await importContribution(tx, kind, wanted, idOf.get(wanted.organization) ?? "");
      works[kind.counted][outcome] += 1;
      imported.faults.push(...faults);
      imported.notes.push(...notes);
    }
  imported.counts = { terms, pairs: pairs.counts, organizations: organizations.counts, ...works };
  if (importCategories) imported.counts.categories = await importCategories(tx, content.categories);
  const changes = Object.values(imported.counts).reduce((sum, { added, changed }) => sum + added + changed, 0);
  if (imported.faults.length > 0 || dryRun) throw new Undo();
  if (changes > 0)
    await record(tx, null, "content.imported", PORTAL, {
      added: works.guides.added + works.summaries.added,
      changed: works.guides.changed + works.summaries.changed,
    });
}

/** What files may refer to, and the texts that are published as they stand: those were checked by people. */
async function knownToPortal(): Promise<Known> {
  const [organizations, terms, faces] = await Promise.all([
    db.organization.findMany({ where: { contentKey: { not: null } }, select: { contentKey: true } }),
    readVocabulary(db),
    db.face.findMany({
      where: { publishedRevisionId: { not: null }, contribution: { kind: { in: contents.map(({ kind }) => kind.kind) } } },
      select: {
        language: true,
        slug: true,
        contribution: { select: { kind: true } },
        publishedRevision: { select: { title: true, summary: true, body: true, sources: true, details: true } },
      },
    }),
  ]);
  const published = new Map(
    faces.map(({ contribution, language, slug, publishedRevision }) => [`${contribution.kind}/${language}/${slug}`, publishedRevision]),
  );

  return {
    organizations: organizations.flatMap(({ contentKey }) => contentKey ?? []),
    terms,
    licences,
    isPublished: ({ kind }, language, text) => {
      const known = published.get(`${kind}/${language}/${text.slug}`);
      const canonicalOwn = contents.find((content) => content.kind.kind === kind)?.canonicalOwn;
      if (!known || !canonicalOwn) return false;
      const { body, sources } = canonical(known);
      const { references: _, ...own } = canonicalOwn((known.details as Details).own ?? {});
      return areSame({ ...untold, body, sources, own }, { ...untold, body: text.body, sources: text.sources, own: text.own });
    },
  };
}

const untold: Fields = { ...noDetails, title: "", summary: "", body: "", sources: "" };
