import { languages } from "~/i18n/languages";
import type { ContentOrganization } from "~/platform/content-organization.server";
import type { Transaction } from "~/platform/db.server";

export type Counts = { added: number; changed: number; same: number };

/**
 * Takes over the organizations that ship with the portal, by their key. One that has a life of its own by now (it was claimed, closed
 * or merged) keeps what its people say of it. Gives the id of each, and faults where an address is another's.
 */
export async function importOrganizations(tx: Transaction, wanted: readonly ContentOrganization[]) {
  const ids = new Map<string, string>();
  const counts: Counts = { added: 0, changed: 0, same: 0 };
  const faults: string[] = [];
  for (const organization of wanted) {
    const known = await findOrganization(tx, organization);
    if (known?.mergedIntoId) {
      ids.set(organization.key, await lastOf(tx, known.mergedIntoId));
      counts.same += 1;
      continue;
    }
    faults.push(...(await takenSlugs(tx, organization, known?.id)));
    if (faults.length > 0) continue;

    const outcome = known === null ? "added" : known.status !== organization.status || isSame(known, organization) ? "same" : "changed";
    counts[outcome] += 1;
    ids.set(organization.key, outcome === "same" && known ? known.id : await save(tx, organization, known?.id));
  }
  return { ids, counts, faults };
}

const withFaces = { faces: true } as const;

/** By its key; one that began in the portal has none, and goes by its English address. */
async function findOrganization(tx: Transaction, { key, faces }: ContentOrganization) {
  const known = await tx.organization.findUnique({ where: { contentKey: key }, include: withFaces });
  return (
    known ??
    tx.organization.findFirst({ where: { contentKey: null, faces: { some: { language: "en", slug: faces.en.slug } } }, include: withFaces })
  );
}

/** The one that stands at the end of a chain of mergers: what is imported for the others is its own. */
async function lastOf(tx: Transaction, id: string): Promise<string> {
  const { mergedIntoId } = await tx.organization.findUniqueOrThrow({ where: { id }, select: { mergedIntoId: true } });
  return mergedIntoId ? lastOf(tx, mergedIntoId) : id;
}

async function takenSlugs(tx: Transaction, { faces }: ContentOrganization, id: string | undefined): Promise<string[]> {
  const faults: string[] = [];
  for (const language of languages) {
    const { slug, at } = faces[language];
    const other = await tx.organizationSlug.findUnique({ where: { language_slug: { language, slug } } });
    if (other && other.organizationId !== id) faults.push(`${at.file}:${at.line}: the slug ${slug} is that of another organization`);
  }
  return faults;
}

type Known = NonNullable<Awaited<ReturnType<typeof findOrganization>>>;

function isSame(known: Known, wanted: ContentOrganization): boolean {
  const { key: _, faces, ...fields } = wanted;
  return (
    Object.entries(columnsOf(fields)).every(([name, value]) => JSON.stringify(known[name as keyof Known]) === JSON.stringify(value)) &&
    languages.every((language) => {
      const face = known.faces.find((one) => one.language === language);
      const { at: _at, ...said } = faces[language];
      return face !== undefined && Object.entries(said).every(([name, value]) => face[name as keyof typeof said] === value);
    })
  );
}

const columnsOf = ({ source, ...fields }: Omit<ContentOrganization, "key" | "faces">) => ({
  ...fields,
  sourceUrl: source?.url ?? null,
  sourceSeenOn: source ? new Date(source.seenOn) : null,
});

async function save(tx: Transaction, { key, faces, ...fields }: ContentOrganization, known?: string): Promise<string> {
  const columns = { contentKey: key, ...columnsOf(fields) };
  const { id } = known
    ? await tx.organization.update({ where: { id: known }, data: { ...columns, changedAt: new Date() } })
    : await tx.organization.create({ data: { ...columns, joinedAt: fields.status === "MEMBER" ? new Date() : null } });
  for (const language of languages) {
    const { at: _, ...face } = faces[language];
    const where = { organizationId_language: { organizationId: id, language } };
    await tx.organizationFace.upsert({ where, create: { organizationId: id, language, ...face }, update: face });
    await tx.organizationSlug.createMany({ data: { organizationId: id, language, slug: face.slug }, skipDuplicates: true });
  }
  return id;
}
