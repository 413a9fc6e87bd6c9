import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

export type Similar = { id: string; name: string; slug: string; status: "LISTED" | "MEMBER"; city: string | null };

const MOST = 5;

/** How alike two names must be, in trigrams (pg_trgm), to be shown as perhaps the same. */
const ALIKE = 0.55;

/** The organizations in public whose name is like one of these, most alike first: perhaps the one that someone is about to apply for. */
export async function findSimilar(names: readonly string[], language: Language): Promise<Similar[]> {
  return db.$queryRaw<Similar[]>`
    WITH alike AS (
      SELECT f."organizationId" AS id, max(similarity(unaccent(lower(f.name)), unaccent(lower(wanted.name)))) AS likeness
      FROM "OrganizationFace" f CROSS JOIN unnest(${names.filter(Boolean)}::text[]) AS wanted(name)
      GROUP BY f."organizationId"
    )
    SELECT o.id, f.name, f.slug, o.status, o.city
    FROM alike JOIN "Organization" o ON o.id = alike.id
    JOIN "OrganizationFace" f ON f."organizationId" = o.id AND f.language = ${language}::"Language"
    WHERE alike.likeness >= ${ALIKE} AND o.status IN ('LISTED', 'MEMBER') AND o."hiddenAt" IS NULL
    ORDER BY alike.likeness DESC, o.id LIMIT ${MOST}`;
}
