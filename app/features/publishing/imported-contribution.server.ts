import { record } from "~/features/activity/record.server";
import { type Language, languages } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";

import type { ContentKind } from "./content.server";
import type { Brought, ContentContribution, ContentFace } from "./content-kind.server";
import { areSame, type Details, detailsOf, type Fields } from "./fields";
import { eventOf, type Kind } from "./kinds.server";
import { fieldsOf } from "./load.server";
import { addRevision, publishRevision } from "./revision.server";

export type ImportedContribution = { outcome: "added" | "changed" | "same"; faults: string[]; notes: string[] };

/**
 * Takes over one contribution. A text that differs from the published one becomes a new revision, which is published; a text that people
 * changed in the portal, or are working on, is left to them, and a note says so.
 */
export async function importContribution(
  tx: Transaction,
  content: ContentKind,
  wanted: ContentContribution,
  organizationId: string,
): Promise<ImportedContribution> {
  const { kind, folder } = content;
  const known = await findWork(tx, kind, wanted);
  const told: Pick<ImportedContribution, "faults" | "notes"> = { faults: await slugFaults(tx, kind, wanted, known), notes: [] };
  if (told.faults.length > 0) return { outcome: "same", ...told };
  if (known && (known.retiredAt !== null || known.discardedAt !== null)) {
    told.notes.push(`${folder}/${wanted.key}: it was taken out of use in the portal, and is left alone`);
    return { outcome: "same", ...told };
  }
  const work = known ?? (await addWork(tx, kind, wanted, organizationId));
  const brought = once(wanted.bring ? await wanted.bring(tx, work.id) : nothing);
  const outcomes: Outcome[] = [];
  for (const language of languages) {
    const face = wanted.faces[language];
    if (face) outcomes.push(await importFace(tx, content, work, wanted, brought, language, face, told.notes));
  }
  if (known === null) return { outcome: "added", ...told };

  const isLeft = outcomes.includes("left");
  const isChanged = !isLeft && (await updateWork(tx, known, wanted, organizationId));
  return { outcome: isChanged || outcomes.includes("changed") ? "changed" : "same", ...told };
}

type Outcome = "changed" | "same" | "left";

type Work = NonNullable<Awaited<ReturnType<typeof findWork>>>;

const nothing: Brought = { comparable: (own) => own, take: async () => {}, placed: (own) => own };

/** What is brought is taken over before the first text, and not again. */
function once({ take, ...brought }: Brought): Brought {
  let taken: Promise<void> | null = null;
  return {
    ...brought,
    take: () => {
      taken ??= take();
      return taken;
    },
  };
}

/** By its key; one that was written in the portal has none, and goes by its address. It is locked until the transaction ends. */
async function findWork(tx: Transaction, kind: Kind, { key, faces }: ContentContribution) {
  const slugs = languages.flatMap((language) => (faces[language] ? [{ language, slug: faces[language].slug }] : []));
  const found =
    (await tx.contribution.findUnique({ where: { contentKey: key }, select: { id: true } })) ??
    (await tx.contribution.findFirst({
      where: { kind: kind.kind, contentKey: null, faces: { some: { OR: slugs } } },
      select: { id: true },
    }));
  if (!found) return null;

  await tx.$queryRaw`SELECT 1 FROM "Contribution" WHERE id = ${found.id}::uuid FOR UPDATE`;
  return tx.contribution.findUniqueOrThrow({ where: { id: found.id }, include: withTexts });
}

const withTexts = {
  authors: { orderBy: { position: "asc" } },
  faces: { omit: { text: true }, include: { publishedRevision: true } },
} as const;

async function slugFaults(tx: Transaction, kind: Kind, { faces }: ContentContribution, known: Work | null): Promise<string[]> {
  const faults: string[] = [];
  for (const language of languages) {
    const face = faces[language];
    if (!face) continue;
    const key = { kind: kind.kind, language, slug: face.slug };
    const taken = await tx.faceSlug.findUnique({
      where: { kind_language_slug: key },
      select: { face: { select: { contributionId: true } } },
    });
    if (taken && taken.face.contributionId !== known?.id)
      faults.push(`${face.at.file}:${face.at.line}: the slug ${face.slug} is that of another text in the portal`);
  }
  return faults;
}

function addWork(tx: Transaction, kind: Kind, wanted: ContentContribution, organizationId: string): Promise<Work> {
  return tx.contribution.create({
    data: {
      kind: kind.kind,
      contentKey: wanted.key,
      organizationId,
      sourceLanguage: wanted.sourceLanguage,
      licence: wanted.licence,
      authors: { create: wanted.authors.map(({ en, fr }, position) => ({ position, en, fr })) },
    },
    include: withTexts,
  });
}

async function importFace(
  tx: Transaction,
  { kind, folder, canonicalOwn }: ContentKind,
  work: Work,
  wanted: ContentContribution,
  brought: Brought,
  language: Language,
  text: ContentFace,
  notes: string[],
): Promise<Outcome> {
  const known = work.faces.find((face) => face.language === language);
  const published = known?.publishedRevision;
  const fields = fieldsIn(work, wanted, language, text);
  if (known && published && areSame(stored(published), fields)) {
    if (known.slug === text.slug) return "same";
    await moveTo(tx, kind, known.id, language, text.slug);
    return "changed";
  }
  const reason = known && (await reasonToLeave(tx, known, (revision) => areSame(stored(revision), fields)));
  if (reason) {
    notes.push(`${folder}/${wanted.key}/${language}.md: ${reason}, and is left alone`);
    return "left";
  }
  const { title, summary } = text;
  const face = known ?? (await tx.face.create({ data: { contributionId: work.id, language, slug: text.slug, title, summary } }));
  await moveTo(tx, kind, face.id, language, text.slug);
  const target = { face: { ...face, slug: text.slug }, contribution: work };
  await brought.take();
  const placed = fields.own ? { ...fields, own: brought.placed(fields.own) } : fields;
  const number = await addRevision(tx, kind, target, placed, text.rendered, { authorId: null });
  await publishRevision(tx, kind, target, number, {
    keepSlug: true,
    reviewedOn: day(wanted.reviewedOn),
    nextReviewDue: day(wanted.nextReviewDue),
  });
  await record(tx, null, eventOf(kind, "imported"), { type: "CONTRIBUTION", id: work.id }, { language, number });
  work.publishedAt ??= new Date();
  return "changed";

  function stored(revision: Parameters<typeof fieldsOf>[0]): Fields {
    const { own, ...said } = canonical(fieldsOf(revision));
    const compared = brought.comparable(canonicalOwn(own ?? {}));
    return Object.keys(compared).length > 0 ? { ...said, own: compared } : said;
  }
}

/** Why a text of the portal must not be replaced by that of a file; null when it may be. */
async function reasonToLeave(
  tx: Transaction,
  face: Work["faces"][number],
  isWanted: (revision: Parameters<typeof fieldsOf>[0]) => boolean,
): Promise<string | null> {
  if (face.publishedRevision === null || face.state !== "PUBLISHED") return "someone is working on this text in the portal";
  if (face.publishedRevision.authorId === null) return null;

  const earlier = await tx.revision.findMany({ where: { faceId: face.id } });
  return earlier.some(isWanted) ? "a newer text was published in the portal" : null;
}

/** Gives a face the address of its file. Its older ones stay its own, and lead there. */
async function moveTo(tx: Transaction, kind: Kind, faceId: string, language: Language, slug: string) {
  const key = { kind: kind.kind, language, slug };
  await tx.faceSlug.upsert({ where: { kind_language_slug: key }, create: { ...key, faceId }, update: {} });
  await tx.face.update({ where: { id: faceId }, data: { slug } });
}

/** Takes over what both languages have in common. Gives whether anything was different. */
async function updateWork(tx: Transaction, known: Work, wanted: ContentContribution, organizationId: string): Promise<boolean> {
  const authors = (list: { en: string; fr: string }[]) => JSON.stringify(list.map(({ en, fr }) => [en, fr]));
  const fields = {
    organizationId,
    sourceLanguage: wanted.sourceLanguage,
    reviewedOn: day(wanted.reviewedOn),
    nextReviewDue: day(wanted.nextReviewDue),
  };
  const hasSameFields = (Object.keys(fields) as (keyof typeof fields)[]).every((name) => String(known[name]) === String(fields[name]));
  const hasSameAuthors = authors(known.authors) === authors(wanted.authors);
  if (!hasSameFields) await tx.contribution.update({ where: { id: known.id }, data: fields });
  if (!hasSameAuthors) {
    const accountOf = (name: string) => known.authors.find(({ en, accountId }) => en === name && accountId)?.accountId ?? null;
    await tx.authorship.deleteMany({ where: { contributionId: known.id } });
    await tx.authorship.createMany({
      data: wanted.authors.map(({ en, fr }, position) => ({ contributionId: known.id, position, en, fr, accountId: accountOf(en) })),
    });
  }
  return !hasSameFields || !hasSameAuthors;
}

/**
 * What a file says, as a revision has it. Files hold the details once, of the source language; where those are as published, the
 * other language keeps its own.
 */
function fieldsIn(
  work: Work,
  wanted: ContentContribution,
  language: Language,
  { title, summary, sources, body, own }: ContentFace,
): Fields {
  const { topics, populations, settings, provinces, maturity, licence } = wanted;
  const published = (of: Language) =>
    sharedOf(work.faces.find((face) => face.language === of)?.publishedRevision?.details as Details | undefined);
  const visibility = published(language)?.visibility ?? work.visibility;
  const details = { topics, populations, settings, provinces, maturity, licence, visibility };
  const source = published(work.sourceLanguage);
  const isAsPublished =
    source !== undefined && JSON.stringify(detailsOf(source)) === JSON.stringify(detailsOf({ ...details, visibility: source.visibility }));

  const said = { title, summary, sources, body, ...((isAsPublished && published(language)) || details) };
  return Object.keys(own).length > 0 ? { ...said, own } : said;
}

/** What is chosen about a text, without what only its kind says. */
function sharedOf(details: Details | undefined): Details | undefined {
  if (!details) return undefined;
  const { own: _, ...shared } = details;
  return shared;
}

/** A text as it would be written to a file. */
export const canonical = <Text extends Pick<Fields, "title" | "summary" | "sources" | "body">>(fields: Text): Text => ({
  ...fields,
  title: fields.title.trim(),
  summary: fields.summary.replace(/[ \t\n]+/g, " ").trim(),
  sources: fields.sources
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n"),
  body: fields.body.replace(/^(?:[ \t]*\n)+/, "").trimEnd(),
});

const day = (date: string) => new Date(`${date}T00:00:00Z`);
