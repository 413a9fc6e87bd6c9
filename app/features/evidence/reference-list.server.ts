import type { Actor } from "~/features/accounts/actor";
import type { Details, Fields } from "~/features/publishing/fields";
import { type Loaded, loadFace } from "~/features/publishing/load.server";
import { mayFor } from "~/features/publishing/policy";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { authorize } from "~/platform/errors";

import { type Kept, STYLER } from "./bibliography.server";
import { citedKeys, type Place, placesOf } from "./citing";
import { type CslItem, likenessOf } from "./csl";
import { summaryKind } from "./summary-kind.server";

/** Locks a summary whose references are to be changed. Refuses strangers (404), and who may not write on it (403). */
export async function loadList(tx: Transaction, actor: Actor, language: Language, slug: string): Promise<Loaded> {
  const loaded = await loadFace(tx, summaryKind, actor, language, slug);
  authorize(mayFor(summaryKind).revise(actor, loaded.subject));
  return loaded;
}

/** What is stored of a reference that a summary takes up. */
export const rowOf = (contributionId: string, key: string, item: CslItem, styled: Kept | undefined, adderId: string | null) => ({
  contributionId,
  key,
  csl: item as object,
  doi: item.DOI ?? null,
  likeness: likenessOf(item),
  styled: styled ?? {},
  styler: STYLER,
  adderId,
});

/** All keys that a summary has ever given, so that none comes to mean another publication. */
export async function keysGiven(tx: Transaction, contributionId: string): Promise<Set<string>> {
  const rows = await tx.reference.findMany({ where: { contributionId }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** A reference that seems to be the same as another one. */
export type Twin = { id: string; key: string; apa: string };

/** References in use with the same DOI, or the same title and year. */
export async function twinsOf(
  tx: Transaction,
  contributionId: string,
  item: CslItem,
  language: Language,
  except: string | null = null,
): Promise<Twin[]> {
  return tx.$queryRaw<Twin[]>`
    SELECT id, key, coalesce(styled->'apa'->>${language}, csl->>'title') AS apa FROM "Reference"
    WHERE "contributionId" = ${contributionId}::uuid AND "removedAt" IS NULL AND id IS DISTINCT FROM ${except}::uuid
      AND (doi = ${item.DOI ?? null} OR likeness = ${likenessOf(item)})
    ORDER BY key LIMIT 5`;
}

/** The latest text of one language, as far as it cites. */
type LatestText = { language: Language; body: string; own: Fields["own"] };

/** The latest revisions of a summary in both languages: what they cite must stay. */
export async function latestTexts(tx: Transaction, contributionId: string): Promise<LatestText[]> {
  const rows = await tx.$queryRaw<{ language: Language; body: string; details: Details }[]>`
    SELECT f.language, r.body, r.details FROM "Face" f JOIN "Revision" r ON r."faceId" = f.id AND r.number = f."latestNumber"
    WHERE f."contributionId" = ${contributionId}::uuid ORDER BY f.language`;
  return rows.map(({ language, body, details }) => ({ language, body, own: details.own ?? {} }));
}

/** In which languages, and there in which parts, the latest texts cite a key. */
export const citedWhere = (texts: LatestText[], key: string): { language: Language; places: Place[] }[] =>
  texts.map((text) => ({ language: text.language, places: placesOf(text, key) })).filter(({ places }) => places.length > 0);

/** The same for all keys at once: in which languages they are cited. */
export function citedLanguages(texts: LatestText[]): Map<string, Language[]> {
  const cited = new Map<string, Language[]>();
  for (const text of texts) for (const key of citedKeys(text)) cited.set(key, [...(cited.get(key) ?? []), text.language]);
  return cited;
}
