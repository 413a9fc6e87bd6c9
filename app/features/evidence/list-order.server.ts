import type { SoughtWords } from "~/features/publishing/listing.server";
import { Prisma } from "~/generated/prisma/client";

import type { Sort } from "./filters";

/** How a list runs: by what, from where on, and how a page of it that was found is put in order. Each but the last has an index. */
type Order = { key: Prisma.Sql; order: Prisma.Sql; past: (after: string) => Prisma.Sql; ofPage: Prisma.Sql };

const newest: Order = {
  key: Prisma.sql`c."publishedAt"`,
  order: Prisma.sql`c."publishedAt" DESC, c.id DESC`,
  past: (after) => Prisma.sql`(c."publishedAt", c.id) < (SELECT l."publishedAt", l.id FROM "Contribution" l WHERE l.id = ${after}::uuid)`,
  ofPage: Prisma.sql`page.key DESC, page.id DESC`,
};

const evidence: Order = {
  key: Prisma.sql`s."evidenceUpTo"`,
  order: Prisma.sql`s."evidenceUpTo" DESC, s."contributionId"`,
  past: (after) =>
    Prisma.sql`s."evidenceUpTo" <= ${dayOf(after)} AND (s."evidenceUpTo" < ${dayOf(after)} OR s."contributionId" > ${after}::uuid)`,
  ofPage: Prisma.sql`page.key DESC, page.id`,
};

const dayOf = (after: string) => Prisma.sql`(SELECT l."evidenceUpTo" FROM "Summary" l WHERE l."contributionId" = ${after}::uuid)`;

/** What fits is walked along in this order; by how well it fits it is put in order afterwards. */
export const orders: Record<Sort, Order> = { newest, evidence, relevance: newest };

/** A page of the `counted` by how well they fit the words. */
export function byRelevance(words: SoughtWords, after: string | null, limit: number): Prisma.Sql {
  const rank = Prisma.sql`ts_rank(f.searchable, CASE WHEN f.language = 'fr' THEN ${words.fr} ELSE ${words.en} END)`;
  const ranked = Prisma.sql`
    SELECT counted.id, max(${rank}) AS key FROM counted JOIN "Face" f ON f."contributionId" = counted.id AND f."publishedRevisionId" IS NOT NULL GROUP BY counted.id`;

  return Prisma.sql`WITH ranked AS MATERIALIZED (${ranked}) SELECT * FROM ranked
    ${after ? Prisma.sql`WHERE (key, id) < (SELECT l.key, l.id FROM ranked l WHERE l.id = ${after}::uuid)` : Prisma.empty}
    ORDER BY key DESC, id DESC LIMIT ${limit}`;
}
