import type { Viewer } from "~/features/accounts/actor";
import { getWork } from "~/features/publishing/work.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";

import { citedBy, type CitedReference } from "./cited.server";
import { evidenceOf } from "./evidence";
import { layersOf } from "./layers";
import { summaryKind } from "./summary-kind.server";
import { isLongAgo } from "./up-to";

export type SummaryPage = Extract<Awaited<ReturnType<typeof getSummary>>, { outcome: "page" }>;

/**
 * One evidence summary as a reader sees it, in the language of the address or, where that face is missing, in the other; or where to go
 * instead; `more` is an SQL expression over the table `c` for what others say of it. One round trip, or two where the slug is of the other language. What is hidden from the viewer does not exist (404).
 */
export async function getSummary<More = unknown>(viewer: Viewer, language: Language, slug: string, more: Prisma.Sql = Prisma.sql`NULL`) {
  const special = Prisma.sql`json_build_object('cites', ${citedIn(language)}, 'more', ${more})`;
  const work = await getWork<{ cites: CitedReference[] | null; more: More }>(summaryKind, special, viewer, language, slug);
  if (work.outcome !== "page") return work;

  const { text, special: told, ...page } = work;
  const { own, html, sections, ...shown } = text;
  const { references, ...evidence } = evidenceOf(own);
  return {
    ...page,
    text: { ...shown, ...layersOf(html, sections) },
    evidence,
    /** For machines; people read it below the text. */
    cites: told.cites ?? [],
    /** What others say of it. */
    more: told.more,
    /** The number of each reference by its key. */
    numbers: Object.fromEntries(references.map(({ key }, index) => [key, index + 1])),
    isLongAgo: isLongAgo(evidence.evidenceUpTo),
  };
}

/** What the text cites that is published in a language. */
const citedIn = (language: Language) => Prisma.sql`(
  SELECT ${citedBy} FROM "Face" f JOIN "Revision" r ON r.id = f."publishedRevisionId"
  WHERE f."contributionId" = c.id AND f.language = ${language}::"Language")`;
