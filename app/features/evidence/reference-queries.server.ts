import type { Actor } from "~/features/accounts/actor";
import type { Details } from "~/features/publishing/fields";
import { getFaceAtWork } from "~/features/publishing/face-at-work.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, conflict, found } from "~/platform/errors";

import type { CslItem } from "./csl";
import { evidenceOf } from "./evidence";
import { citedLanguages, citedWhere, latestTexts } from "./reference-list.server";
import { formOf } from "./reference-form";
import { summaryKind } from "./summary-kind.server";

const PAGE = 50;

/** A summary for those who may change its references: 404 for strangers, 403 for readers. */
export async function getListAtWork(actor: Actor, language: Language, slug: string) {
  const { face, contribution, subject, may } = await getFaceAtWork(summaryKind, actor, language, slug);
  authorize(may.revise(actor, subject));
  const other = contribution.faces.find((one) => one.id !== face.id) ?? null;

  return {
    contributionId: contribution.id,
    slug: face.slug,
    title: face.title,
    other: other && { language: other.language, slug: other.slug },
  };
}

export type ReferencesPage = Awaited<ReturnType<typeof getReferences>>;

/** The working list of a summary by key, a page at a time, with where each is cited. `sought`: words of a title, a key or a DOI. */
export async function getReferences(actor: Actor, language: Language, slug: string, { after = "", sought = "" } = {}) {
  const { contributionId, ...summary } = await getListAtWork(actor, language, slug);
  const narrowed =
    sought === ""
      ? Prisma.empty
      : Prisma.sql`AND strpos(lower(key || ' ' || (csl->>'title') || ' ' || coalesce(doi, '') || ' ' || likeness), ${sought.toLowerCase()}) > 0`;
  const [rows, [count], texts, stale] = await Promise.all([
    db.$queryRaw<{ id: string; key: string; apa: string | null; title: string | null }[]>`
      SELECT id, key, styled->'apa'->>${language} AS apa, csl->>'title' AS title FROM "Reference"
      WHERE "contributionId" = ${contributionId}::uuid AND "removedAt" IS NULL AND key > ${after} ${narrowed}
      ORDER BY key LIMIT ${PAGE + 1}`,
    db.$queryRaw<{ all: number }[]>`
      SELECT count(*)::int AS all FROM "Reference" WHERE "contributionId" = ${contributionId}::uuid AND "removedAt" IS NULL`,
    latestTexts(db, contributionId),
    areStale(contributionId),
  ]);
  const cited = citedLanguages(texts);
  const shown = rows.slice(0, PAGE);
  return {
    ...summary,
    total: count?.all ?? 0,
    references: shown.map(({ title, apa, ...row }) => ({ ...row, apa: apa ?? title ?? row.key, cited: cited.get(row.key) ?? [] })),
    next: rows.length > PAGE ? (shown.at(-1)?.key ?? null) : null,
    /** The languages whose text was saved before the list was changed. */
    stale,
  };
}

/** In which languages the latest text was drawn with other references than those of the list. */
async function areStale(contributionId: string): Promise<Language[]> {
  const rows = await db.$queryRaw<{ language: Language; details: Details; ids: string[] }[]>`
    SELECT f.language, r.details, ARRAY(SELECT id::text FROM "Reference" WHERE "contributionId" = f."contributionId" AND "removedAt" IS NULL) AS ids
    FROM "Face" f JOIN "Revision" r ON r."faceId" = f.id AND r.number = f."latestNumber" WHERE f."contributionId" = ${contributionId}::uuid`;
  return rows
    .filter(({ details, ids }) => {
      const drawn = new Set(evidenceOf(details.own).references.map(({ id }) => id));
      return drawn.size !== ids.length || ids.some((id) => !drawn.has(id));
    })
    .map(({ language }) => language);
}

/**
 * One reference of the list as a form, and where it is cited: 404 for strangers, 403 for readers, 409 when it was corrected or removed
 * meanwhile, unless what someone typed is to be shown again.
 */
export async function getReference(actor: Actor, language: Language, slug: string, id: string, isAgain = false) {
  const { contributionId, ...summary } = await getListAtWork(actor, language, slug);
  const row = found(await db.reference.findUnique({ where: { id, contributionId } }));
  if (row.removedAt !== null && !isAgain) throw conflict("references.conflict.movedOn");
  const item = row.csl as unknown as CslItem;

  return { ...summary, id, key: row.key, form: formOf(item), cited: citedWhere(await latestTexts(db, contributionId), row.key) };
}
