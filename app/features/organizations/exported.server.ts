import { languages } from "~/i18n/languages";
import type { ContentOrganization } from "~/platform/content-organization.server";
import { db } from "~/platform/db.server";

type Exported = Omit<ContentOrganization, "faces"> & {
  faces: Record<"en" | "fr", Omit<ContentOrganization["faces"]["en"], "at">>;
};

/**
 * The organizations as content has them, by their id: those that came with it, and the given ones. Contacts stay in the portal,
 * since they were agreed to for its pages alone.
 */
export async function exportOrganizations(ids: readonly string[]): Promise<Map<string, Exported>> {
  const organizations = await db.organization.findMany({
    where: {
      OR: [{ id: { in: [...ids] } }, { contentKey: { not: null }, NOT: { contentKey: { startsWith: "demo-" } } }],
      status: { notIn: ["APPLIED", "DECLINED", "MERGED"] },
    },
    include: { faces: true },
    orderBy: { id: "asc" },
  });
  return new Map(organizations.flatMap((organization) => exported(organization) ?? []));

  function exported({ id, faces, contentKey, status, sourceUrl, sourceSeenOn, ...fields }: (typeof organizations)[number]) {
    const [en, fr] = languages.map((language) => faces.find((face) => face.language === language));
    if (!en || !fr) return null;
    const { kind, province, city, languages: spoken, populations } = fields;
    const source = sourceUrl && sourceSeenOn ? { url: sourceUrl, seenOn: sourceSeenOn.toISOString().slice(0, 10) } : null;
    const standing = status === "MEMBER" ? ("MEMBER" as const) : ("LISTED" as const);

    const key = contentKey ?? en.slug;
    return [[id, { key, kind, province, city, status: standing, languages: spoken, populations, source, faces: { en, fr } }]] satisfies [
      [string, Exported],
    ];
  }
}
