import { changesBetween } from "~/features/publishing/section-changes";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";

/** An edition whose parent has changed in what concerns it, and since when. */
export type Pending = { contributionId: string; slug: string; language: Language; title: string; at: Date; sections: number };

const MOST = 200;

type Row = Omit<Pending, "sections"> & { pinned: string; current: string; concerned: string[] };

/** The editions of an organization whose parent has published something newer that concerns them: of sections which they kept or changed. At most 200 are looked at. */
export async function pendingUpstream(db: Transaction, organizationId: string): Promise<Pending[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id AS "contributionId", f.slug, f.language, f.title, v."publishedAt" AS at, was.body AS pinned, now.body AS current,
      (SELECT coalesce(array_agg(s.section), '{}') FROM "SectionChange" s WHERE s."faceId" = f.id AND s.kind IN ('KEPT', 'CHANGED')) AS concerned
    FROM "Contribution" c JOIN "Edition" e ON e."contributionId" = c.id JOIN "Face" f ON f."contributionId" = c.id
      JOIN "Revision" latest ON latest."faceId" = f.id AND latest.number = f."latestNumber"
      JOIN "Version" p ON p.id = (latest.details->'own'->'pin'->>0)::uuid JOIN "Revision" was ON was.id = p."revisionId"
      JOIN "Contribution" parent ON parent.id = e."parentId" AND parent."retiredAt" IS NULL AND parent."discardedAt" IS NULL AND parent."hiddenAt" IS NULL
      JOIN "Face" pf ON pf."contributionId" = parent.id AND pf.language = f.language
      JOIN "Version" v ON v."revisionId" = pf."publishedRevisionId" AND v."hiddenAt" IS NULL AND v.id <> p.id
      JOIN "Revision" now ON now.id = v."revisionId"
    WHERE c."organizationId" = ${organizationId}::uuid AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL
    ORDER BY v."publishedAt", f.id LIMIT ${MOST}`;

  return rows.flatMap(({ pinned, current, concerned, ...row }) => {
    const changed = changedKeys(pinned, current);
    const sections = concerned.filter((key) => changed.includes(key)).length;
    return sections > 0 ? [{ ...row, sections }] : [];
  });
}

/** The sections of a text that a later one has otherwise, or no more. */
export const changedKeys = (before: string, after: string): string[] =>
  changesBetween(before, after)
    .filter(({ kind }) => kind === "CHANGED" || kind === "DROPPED")
    .map(({ key }) => key);
