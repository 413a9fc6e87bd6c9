import { visibleTo } from "~/features/publishing/queries.server";
import { type Language, languages } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db } from "~/platform/db.server";
import { type PageName, patterns } from "~/platform/paths";

import { seenThreads } from "./seen.server";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Target = { key: string; kind: "thread" | "post" | "work"; number: number | null };

type Row = { key: string; title: string; number: number | null; lastNumber: number | null };

/**
 * The titles of the threads, posts, guides and summaries at some addresses, where everyone on the web may read them. What only some may see keeps its
 * address, whoever asks: a thread can be moved to where more people read.
 */
export async function findTitles(addresses: string[], language: Language): Promise<Map<string, string>> {
  const targets = addresses.map((address) => ({ address, target: targetAt(address) }));
  const keysOf = (kind: Target["kind"]) => targets.flatMap(({ target }) => (target?.kind === kind ? [target.key] : []));
  if (!targets.some(({ target }) => target)) return new Map();

  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id::text AS key, t.title, NULL::int AS number, t."lastNumber" FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
    WHERE t.id = ANY(${keysOf("thread")}::uuid[]) AND t."removedAt" IS NULL AND ${seenThreads(null)}
    UNION ALL
    SELECT p.id::text, t.title, p.number, t."lastNumber" FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE p.id = ANY(${keysOf("post")}::uuid[]) AND p."removedAt" IS NULL AND t."removedAt" IS NULL AND ${seenThreads(null)}
    UNION ALL
    SELECT s.kind || '/' || s.language || '/' || s.slug, f.title, NULL, NULL FROM "FaceSlug" s JOIN "Face" f ON f.id = s."faceId" JOIN "Contribution" c ON c.id = f."contributionId"
    WHERE s.kind IN ('PRACTICE', 'SUMMARY') AND s.slug = ANY(${keysOf("work").map((key) => key.replace(/^.*\//, ""))}) AND f."publishedRevisionId" IS NOT NULL
      AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND ${visibleTo(null, false)}`;
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const t = translator(language);

  return new Map(
    targets.flatMap(({ address, target }) => {
      const row = target && byKey.get(target.key);
      if (!row) return [];
      const number = row.number ?? target.number;
      const isPost = number !== null && number > 1 && number <= (row.lastNumber ?? 0);
      return [[address, isPost ? t("uploads.markdown.place", { title: row.title, number }) : row.title] as const];
    }),
  );
}

const shapes = languages.flatMap((language) =>
  (["post", "thread", "postPlace", "practice", "summary"] satisfies PageName[]).map((page) => ({
    page,
    language,
    shape: new RegExp(`^/${language}/${patterns[page][language].replace(/:(\w+)/g, "(?<$1>[^/?#]+)")}(?:\\?[^#]*)?(?:#(?<fragment>.*))?$`),
  })),
);

/** What an address of the portal leads to, if it is something with a title. */
function targetAt(address: string): Target | null {
  for (const { page, language, shape } of shapes) {
    const { id = "", slug = "", number, fragment = "" } = shape.exec(address)?.groups ?? {};
    if (id === "" && slug === "") continue;
    if (page === "practice" || page === "summary") return { key: `${page.toUpperCase()}/${language}/${slug}`, kind: "work", number: null };
    if (!UUID.test(id)) return null;
    if (page === "postPlace") return { key: id, kind: "post", number: null };
    const named = number ?? /^post-(\d{1,9})$/.exec(fragment)?.[1];
    return { key: id, kind: "thread", number: named && /^\d{1,9}$/.test(named) ? Number(named) : null };
  }
  return null;
}
