import type { Actor, Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found } from "~/platform/errors";

import { limits } from "./limits";
import type { Pair } from "./pair";
import { mayKeepTerms } from "./policy";

export type PairList = { items: Pair[]; total: number; next: string | null; may: { keep: boolean } };

const MOST_WORDS = 8;

/** A page of the pairs, in the alphabet of the page's language; narrowed to those that hold all of the words somewhere. One round trip. */
export async function listPairs(viewer: Viewer, language: Language, q: string, after: string | null): Promise<PairList> {
  const key = Prisma.sql`${language === "fr" ? Prisma.sql`fr` : Prisma.sql`en`} COLLATE "und-x-icu"`;
  const rows = await db.$queryRaw<(Pair & { total: number })[]>`
    WITH matching AS (SELECT id, ${key} AS key FROM "TermPair" WHERE ${holds(q)}),
    page AS (
      SELECT * FROM matching
      ${after ? Prisma.sql`WHERE (key, id) > (SELECT key, id FROM matching WHERE id = ${after}::uuid)` : Prisma.empty}
      ORDER BY key, id LIMIT ${limits.page + 1}
    )
    SELECT t.id, t.en, t.fr, t."enOthers", t."frOthers", t."enNote", t."frNote", t.source, (SELECT count(*)::int FROM matching) AS total
    FROM page JOIN "TermPair" t ON t.id = page.id ORDER BY page.key, page.id`;

  const items = rows.slice(0, limits.page).map(({ total: _, ...pair }) => pair);
  return {
    items,
    total: rows[0]?.total ?? 0,
    next: rows.length > limits.page ? (items.at(-1)?.id ?? null) : null,
    may: { keep: mayKeepTerms(viewer) },
  };
}

export type PairFields = ReturnType<typeof fieldsOf>;

/** What the form of a new pair begins with. Refuses who may not (403). */
export function getForNewPair(actor: Actor): PairFields {
  authorize(mayKeepTerms(actor));
  return { changedAt: "", en: "", fr: "", enOthers: "", frOthers: "", enNote: "", frNote: "", source: "" };
}

/** What the form of a pair begins with. Refuses who may not (403), and what there is not (404). */
export async function getPairForEdit(actor: Actor, id: string): Promise<PairFields> {
  authorize(mayKeepTerms(actor));
  return fieldsOf(found(await db.termPair.findUnique({ where: { id }, omit: { id: true, contentKey: true } })));
}

const fieldsOf = ({ changedAt, enOthers, frOthers, ...words }: Omit<Pair, "id"> & { changedAt: Date }) => ({
  ...words,
  enOthers: enOthers.join("\n"),
  frOthers: frOthers.join("\n"),
  changedAt: changedAt.toISOString(),
});

/** Parts of its words in either language, however they are accented. */
function holds(q: string): Prisma.Sql {
  const words = q.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return Prisma.sql`TRUE`;
  const parts = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const all = Prisma.sql`concat_ws(' ', en, fr, array_to_string("enOthers", ' '), array_to_string("frOthers", ' '))`;
  return Prisma.sql`unaccent('unaccent', lower(${all})) LIKE ALL (ARRAY(SELECT unaccent('unaccent', lower(part)) FROM unnest(${parts}::text[]) AS part))`;
}
