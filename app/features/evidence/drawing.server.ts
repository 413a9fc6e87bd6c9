import type { Fields } from "~/features/publishing/fields";
import type { Rendered } from "~/features/publishing/kinds.server";
import type { Own } from "~/features/publishing/own-fields";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { renderMarkdown } from "~/platform/markdown.server";
import { pathTo } from "~/platform/paths";
import { plainText } from "~/platform/plain-text";

import type { Kept } from "./bibliography.server";
import { citedKeys, numbersOf, withLinks } from "./citing";
import type { CslItem } from "./csl";
import { evidenceOf } from "./evidence";
import { limits } from "./limits";

/** A reference as it is stored. */
export type Listed = { id: string; key: string; csl: CslItem; styled: Kept };

/** What drawing a text needs to know of a reference: `apa` is HTML in the language of the text. */
export type Drawable = { id: string; key: string; apa: string };

/** Draws a summary: numbers its references, turns what cites them into links, and keeps with the text what it cites. Refuses like renderMarkdown. */
export async function drawSummary(
  reader: Transaction,
  contributionId: string,
  fields: Fields,
  language: Language,
): Promise<{ fields: Fields; rendered: Rendered }> {
  const references = await reader.$queryRaw<Drawable[]>`
    SELECT id, key, styled->'apa'->>${language} AS apa FROM "Reference" WHERE "contributionId" = ${contributionId}::uuid AND "removedAt" IS NULL`;
  const faces = await reader.face.findMany({ where: { contributionId }, select: { language: true, slug: true } });
  // A text that is just begun in this language is found by its address in the other.
  const face = faces.find((one) => one.language === language) ?? faces[0];
  return drawWith(references, fields, language, face?.slug ?? "");
}

/** The same with the references given; `slug` is the address of the text. Refuses like renderMarkdown. */
export async function drawWith(
  references: Drawable[],
  fields: Fields,
  language: Language,
  slug: string,
  limitMs?: number,
): Promise<{ fields: Fields; rendered: Rendered }> {
  const keys = inStyledOrder(references, language).map(({ key }) => key);
  const numbers = numbersOf(citedKeys(fields), keys);
  const linked = withLinks(fields.body, (key) => {
    const number = numbers.get(key);
    return number === undefined ? null : { number, address: addressOf(number, language, slug) };
  });
  const { html, words } = await renderMarkdown(linked, { language, ...(limitMs ? { limitMs } : {}) });

  const byKey = new Map(references.map((reference) => [reference.key, reference]));
  const ordered = [...numbers.keys()].flatMap((key) => byKey.get(key) ?? []);
  const { references: _, ...own } = fields.own ?? {};
  const kept: Own = ordered.length > 0 ? { ...own, references: ordered.map(({ key, id }) => `${key} ${id}`) } : own;
  return { fields: { ...fields, own: kept }, rendered: { html, sourcesHtml: sourcesOf(ordered), words } };
}

/** Makes references that an earlier revision cites what they were then: those under the same keys step aside, others stay. */
export async function restoreReferences(tx: Transaction, contributionId: string, own: Own) {
  const cited = evidenceOf(own).references;
  const removed = await tx.reference.findMany({
    where: { contributionId, id: { in: cited.map(({ id }) => id) }, removedAt: { not: null } },
    select: { id: true, key: true },
  });
  if (removed.length === 0) return;

  await tx.reference.updateMany({
    where: { contributionId, key: { in: removed.map(({ key }) => key) }, removedAt: null },
    data: { removedAt: new Date() },
  });
  await tx.reference.updateMany({ where: { id: { in: removed.map(({ id }) => id) } }, data: { removedAt: null } });
}

const listed = { id: true, key: true, csl: true, styled: true } as const;

const asListed = (row: { id: string; key: string; csl: unknown; styled: unknown }): Listed => ({
  ...row,
  csl: row.csl as CslItem,
  styled: row.styled as Kept,
});

/** The references with these ids, in this order, whether they are still in use or not. */
export async function referencesOf(ids: string[]): Promise<Listed[]> {
  const rows = await db.reference.findMany({ where: { id: { in: ids } }, select: listed });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [asListed(row)] : [];
  });
}

/** On which page of the bibliography a number stands. */
const pageOf = (number: number): number => Math.ceil(number / limits.listed);

function addressOf(number: number, language: Language, slug: string): string {
  if (number <= limits.listed) return `#source-${number}`;
  return pathTo(language, "bibliography", { slug, page: pageOf(number) }, `source-${number}`);
}

function inStyledOrder(references: Drawable[], language: Language): Drawable[] {
  const { compare } = new Intl.Collator(`${language}-CA`, { ignorePunctuation: true, numeric: true });
  return references
    .map((reference) => ({ reference, words: plainText(reference.apa) }))
    .sort((one, other) => compare(one.words, other.words) || compare(one.reference.key, other.reference.key))
    .map(({ reference }) => reference);
}

function sourcesOf(references: Drawable[]): string {
  if (references.length === 0) return "";
  const items = references.slice(0, limits.listed).map(({ apa }, index) => `<li id="source-${index + 1}">${apa}</li>`);
  return `<ol class="sources">\n${items.join("\n")}\n</ol>\n`;
}
