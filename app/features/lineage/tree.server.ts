import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { Kind } from "~/features/publishing/kinds.server";
import { getPlainWork } from "~/features/publishing/work.server";
import { visibleTo } from "~/features/publishing/queries.server";
import type { ChangeKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";

/** So many of a line are shown. */
const MOST_EDITIONS = 500;

type Change = { section: string; kind: ChangeKind; heading: string; reason: string; context: string[] };

type EditionRow = {
  id: string;
  parentId: string | null;
  slug: string;
  title: string;
  language: Language;
  organization: string | null;
  organizationSlug: string | null;
  version: number | null;
  isRetired: boolean;
  changes: Change[];
  isSeen: boolean;
};

/** One of a line with those that were made of it. What the viewer may not see is `null` in its place, and what was made of it still stands. */
export type TreeNode = { id: string; edition: Omit<EditionRow, "id" | "parentId" | "isSeen"> | null; children: TreeNode[] };

/**
 * The whole line of a guide: the first of it with all editions, and what each changed. Three round trips; at most 500 editions, oldest first.
 * Refuses what the viewer may not see (404).
 */
export async function getTree(kind: Kind, viewer: Viewer, language: Language, slug: string) {
  const work = await getPlainWork(kind, viewer, language, slug);
  if (work.outcome === "moved") return work;
  const title = work.outcome === "page" ? work.text.title : work.title;
  const [self] = await db.$queryRaw<{ id: string; rootId: string }[]>`
    SELECT f."contributionId" AS id, coalesce(e."rootId", f."contributionId") AS "rootId"
    FROM "FaceSlug" s JOIN "Face" f ON f.id = s."faceId" LEFT JOIN "Edition" e ON e."contributionId" = f."contributionId"
    WHERE s.kind = ${kind.kind}::"ContributionKind" AND s.slug = ${slug} ORDER BY s.language = ${language}::"Language" DESC LIMIT 1`;
  const { id, rootId } = found(self);
  const rows = await editionsOf(kind, viewer, language, rootId);

  return {
    outcome: "page" as const,
    slug,
    title,
    alternates: work.outcome === "page" ? work.alternates : {},
    id,
    root: treeOf(rows, rootId),
    count: rows.filter((row) => row.isSeen && row.parentId !== null).length,
    isCut: rows.length > MOST_EDITIONS,
  };
}

const editionsOf = (kind: Kind, viewer: Viewer, language: Language, rootId: string) => db.$queryRaw<EditionRow[]>`
  WITH line AS (
    SELECT ${rootId}::uuid AS id, NULL::uuid AS "parentId", '-infinity'::timestamptz AS at
    UNION ALL (SELECT e."contributionId", e."parentId", e."createdAt" FROM "Edition" e WHERE e."rootId" = ${rootId}::uuid
      ORDER BY e."createdAt", e."contributionId" LIMIT ${MOST_EDITIONS}))
  SELECT l.id, l."parentId", f.slug, f.title, f.language, v.number AS version, c."retiredAt" IS NOT NULL AS "isRetired",
    CASE WHEN g."hiddenAt" IS NULL THEN o.name END AS organization, CASE WHEN g."hiddenAt" IS NULL THEN o.slug END AS "organizationSlug",
    (f.id IS NOT NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, allows(viewer, kind.edit))}) AS "isSeen",
    coalesce((SELECT json_agg(json_build_object('section', s.section, 'kind', s.kind, 'heading', s.heading, 'reason', s.reason,
        'context', (SELECT coalesce(json_agg(CASE WHEN ${language}::"Language" = 'fr' THEN t.fr ELSE t.en END ORDER BY t.kind), '[]') FROM "Term" t
          WHERE (t.kind, t.key) IN (('SETTING', s.setting), ('POPULATION', s.population), ('PROVINCE', s.province)))) ORDER BY s.position)
      FROM "SectionChange" s WHERE s."faceId" = f.id AND s.kind <> 'KEPT'), '[]') AS changes
  FROM line l JOIN "Contribution" c ON c.id = l.id JOIN "Organization" g ON g.id = c."organizationId"
    LEFT JOIN "OrganizationFace" o ON o."organizationId" = c."organizationId" AND o.language = ${language}::"Language"
    LEFT JOIN LATERAL (SELECT f.* FROM "Face" f WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
      ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) f ON TRUE
    LEFT JOIN "Pin" p ON p."faceId" = f.id LEFT JOIN "Version" v ON v.id = p."versionId"
  ORDER BY l.at, l.id`;

/** What is not published is not in it, unless something that is was made of it. */
function treeOf(rows: EditionRow[], rootId: string): TreeNode {
  const nodes = new Map(rows.map((row) => [row.id, { id: row.id, edition: shown(row), children: [] as TreeNode[] }]));
  for (const row of rows.toReversed()) {
    const node = nodes.get(row.id);
    if (!node || row.parentId === null || (node.edition === null && node.children.length === 0)) continue;
    nodes.get(row.parentId)?.children.unshift(node);
  }
  return found(nodes.get(rootId));
}

function shown({ id: _, parentId: __, isSeen, ...edition }: EditionRow): TreeNode["edition"] {
  return isSeen ? edition : null;
}
