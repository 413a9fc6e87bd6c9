import type { Viewer } from "~/features/accounts/actor";
import { getWork } from "~/features/publishing/work.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { notFound } from "~/platform/errors";

import { type WrittenFormat, writeBibliography } from "./bibliography.server";
import { referencesOf } from "./drawing.server";
import { evidenceOf } from "./evidence";
import { limits } from "./limits";
import { summaryKind } from "./summary-kind.server";

const MOST_KEPT = 10;

/** The summary at an address, with what the text that is shown there cites. What is hidden from the viewer does not exist (404). */
async function getCiting(viewer: Viewer, language: Language, slug: string) {
  const work = await getWork<null>(summaryKind, Prisma.sql`NULL`, viewer, language, slug);
  if (work.outcome !== "page") return { outcome: "elsewhere" as const, slug: work.outcome === "moved" ? work.slug : null };

  const { text, isPublished, isHidden, isMissingHere, visibility, alternates } = work;
  return {
    outcome: "page" as const,
    slug: work.slug,
    title: text.title,
    language: text.language,
    isMissingHere,
    isPublic: isPublished && !isHidden && visibility === "PUBLIC",
    alternates,
    ids: evidenceOf(text.own).references.map(({ id }) => id),
  };
}

export type BibliographyPage = Extract<Awaited<ReturnType<typeof getBibliography>>, { outcome: "page" }>;

/**
 * A page of all that a summary cites, numbered as in its text, each with the public summaries that cite it too; or the address to go to
 * instead. Refuses what the viewer may not see, and pages that there are not (404).
 */
export async function getBibliography(viewer: Viewer, language: Language, slug: string, page: number) {
  const citing = await getCiting(viewer, language, slug);
  if (citing.outcome === "elsewhere") return citing;
  const { ids, ...summary } = citing;
  const from = (page - 1) * limits.listed;
  if (from > 0 && from >= ids.length) throw notFound();

  const shown = await referencesOf(ids.slice(from, from + limits.listed));
  const also = await alsoCiting(
    shown.map(({ id }) => id),
    language,
  );
  return {
    ...summary,
    page,
    pages: Math.max(1, Math.ceil(ids.length / limits.listed)),
    total: ids.length,
    first: from + 1,
    references: shown.map(({ id, key, csl, styled }) => ({
      key,
      apa: styled.apa?.[citing.language] ?? csl.title ?? key,
      also: also.get(id) ?? [],
    })),
  };
}

type Also = { id: string; language: Language; slug: string; title: string };

/** The public summaries that cite the same publications, by the ids of these references. */
async function alsoCiting(ids: string[], language: Language): Promise<Map<string, Also[]>> {
  const rows = await db.$queryRaw<Also[]>`
    SELECT DISTINCT ON (own.id, c.id) own.id, f.language, f.slug, f.title
    FROM "Reference" own JOIN "Reference" other ON other.doi = own.doi AND other."contributionId" <> own."contributionId"
      JOIN "Contribution" c ON c.id = other."contributionId" AND c.kind = 'SUMMARY'
        AND c.visibility = 'PUBLIC' AND c."hiddenAt" IS NULL AND c."discardedAt" IS NULL AND c."retiredAt" IS NULL
      JOIN "Face" f ON f."contributionId" = c.id JOIN "Revision" r ON r.id = f."publishedRevisionId"
    WHERE own.id = ANY(${ids}::uuid[]) AND own.doi IS NOT NULL
      AND jsonb_exists(r.details->'own'->'references', other.key || ' ' || other.id::text)
    ORDER BY own.id, c.id, f.language = ${language}::"Language" DESC`;
  const groups = new Map<string, Also[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) group.push(row);
    else groups.set(row.id, [row]);
  }
  return groups;
}

const kept = new Map<string, Promise<string>>();

/**
 * All that a summary cites as a file, under the keys of its text; or the address to go to instead. `tag` changes with what is in it.
 * Refuses what the viewer may not see (404).
 */
export async function getBibliographyFile(viewer: Viewer, language: Language, slug: string, format: WrittenFormat) {
  const citing = await getCiting(viewer, language, slug);
  if (citing.outcome === "elsewhere") return citing;

  // A row never changes, so that the ids tell what is in the file.
  const tag = `${format}-${await digest(citing.ids)}`;
  return { ...citing, tag, write: () => written(tag, citing.ids, format) };
}

async function digest(ids: string[]): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ids.join()));
  return Buffer.from(hash).toString("hex").slice(0, 32);
}

/** Thousands take the writer a while: the files asked for last are kept. */
function written(tag: string, ids: string[], format: WrittenFormat): Promise<string> {
  const file = kept.get(tag) ?? write(ids, format);
  kept.delete(tag);
  kept.set(tag, file);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
  file.catch(() => kept.delete(tag));
  return file;
}

async function write(ids: string[], format: WrittenFormat): Promise<string> {
  const references = await referencesOf(ids);
  return writeBibliography(
    references.map(({ key, csl }) => ({ ...csl, id: key })),
    format,
  );
}
