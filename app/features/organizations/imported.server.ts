import type { Transaction } from "~/platform/db.server";
import type { ContentOrganization } from "~/platform/content-organization.server";
import { languages } from "~/i18n/languages";

export type Counts = { added: number; changed: number; same: number };

/** Takes over the organizations that ship with the portal, by their key. Gives the id of each, and faults where an address is another's. */
export async function importOrganizations(tx: Transaction, wanted: readonly ContentOrganization[]) {
  const ids = new Map<string, string>();
  const counts: Counts = { added: 0, changed: 0, same: 0 };
  const faults: string[] = [];
  for (const organization of wanted) {
    const known = await findOrganization(tx, organization);
    for (const language of languages) {
      const { slug, at } = organization.faces[language];
      const other = await tx.organizationFace.findUnique({ where: { language_slug: { language, slug } } });
      if (other && other.organizationId !== known?.id)
        faults.push(`${at.file}:${at.line}: the slug ${slug} is that of another organization`);
    }
    if (faults.length > 0) continue;

    const outcome = known === null ? "added" : isSame(known, organization) ? "same" : "changed";
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

type Known = NonNullable<Awaited<ReturnType<typeof findOrganization>>>;

function isSame(known: Known, wanted: ContentOrganization): boolean {
  return (
    (["kind", "province", "city", "status"] as const).every((field) => known[field] === wanted[field]) &&
    languages.every((language) => {
      const face = known.faces.find((one) => one.language === language);
      return face?.name === wanted.faces[language].name && face.slug === wanted.faces[language].slug && face.site === wanted.site;
    })
  );
}

async function save(
  tx: Transaction,
  { key, kind, province, city, status, site, faces }: ContentOrganization,
  known?: string,
): Promise<string> {
  const fields = { contentKey: key, kind, province, city, status };
  const { id } = known
    ? await tx.organization.update({ where: { id: known }, data: fields })
    : await tx.organization.create({ data: fields });
  for (const language of languages) {
    const { name, slug } = faces[language];
    const where = { organizationId_language: { organizationId: id, language } };
    await tx.organizationFace.upsert({ where, create: { organizationId: id, language, name, slug, site }, update: { name, slug, site } });
    await tx.organizationSlug.createMany({ data: { organizationId: id, language, slug }, skipDuplicates: true });
  }
  return id;
}
