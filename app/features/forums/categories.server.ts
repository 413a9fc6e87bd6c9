import type { Viewer } from "~/features/accounts/actor";
import type { FollowLevel } from "~/generated/prisma/enums";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";

import { may, type Space } from "./policy";
import { seenSpaces, seenThreads } from "./seen.server";

export type CategoryCard = {
  id: string;
  name: string;
  slug: string;
  description: string;
  colour: string;
  icon: string;
  /** None for the discussions of guides: some of these may be hidden from who looks. */
  threads: number | null;
  isArchived: boolean;
  /** The organization whose own space this is. */
  organization: string | null;
  latest: { id: string; slug: string; title: string; language: Language; at: string } | null;
  mayStart: boolean;
};

type CardRow = Omit<CategoryCard, "mayStart"> & Space;

/** The categories that a viewer sees, in their order, each with its latest thread: first those of the portal, then those of organizations, at last what is at rest. */
export async function listCategories(viewer: Viewer, language: Language): Promise<CategoryCard[]> {
  const rows = await db.$queryRaw<CardRow[]>`
    SELECT k.id, f.name, f.slug, f.description, k.colour, k.icon, CASE WHEN k.kind = 'FORUM' THEN k."threadCount" END AS threads,
      k."archivedAt" IS NOT NULL AS "isArchived", o.name AS organization,
      k.kind, k."organizationId", k."seenBy", k."startedBy", k."repliedBy",
      CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'language', t.language,
        'at', to_char(t."lastPostAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) END AS latest
    FROM "Category" k JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
      LEFT JOIN "OrganizationFace" o ON o."organizationId" = k."organizationId" AND o.language = ${language}::"Language"
      LEFT JOIN LATERAL (
        SELECT t.* FROM "Thread" t WHERE t."categoryId" = k.id AND t."removedAt" IS NULL AND ${seenThreads(viewer)}
        ORDER BY t."lastPostAt" DESC, t.id DESC LIMIT 1) t ON TRUE
    WHERE ${seenSpaces(viewer)}
    ORDER BY k."archivedAt" IS NOT NULL, k."organizationId" IS NOT NULL, k.position, f.name COLLATE "und-x-icu", k.id`;

  return rows.map(({ kind, organizationId, seenBy, startedBy, repliedBy, ...card }) => ({
    ...card,
    mayStart: may.start(viewer, { kind, organizationId, seenBy, startedBy, repliedBy, isArchived: card.isArchived }),
  }));
}

type Row = Omit<CategoryCard, "mayStart" | "latest"> & Space & { slugs: Record<Language, string>; level: FollowLevel | null };

export type CategoryPage = Awaited<ReturnType<typeof getCategory>>;

/** The category at an address, old ones and those of the other language included (`slug` is the one of now). What is hidden does not exist (404). */
export async function getCategory(viewer: Viewer, language: Language, slug: string) {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT k.id, f.name, f.slug, f.description, k.colour, k.icon, CASE WHEN k.kind = 'FORUM' THEN k."threadCount" END AS threads,
      k."archivedAt" IS NOT NULL AS "isArchived", o.name AS organization,
      k.kind, k."organizationId", k."seenBy", k."startedBy", k."repliedBy",
      (SELECT json_object_agg(e.language, e.slug) FROM "CategoryFace" e WHERE e."categoryId" = k.id) AS slugs,
      (SELECT m.level FROM "Follow" m WHERE m."accountId" = ${viewer?.id ?? null}::uuid AND m."subjectType" = 'CATEGORY' AND m."subjectId" = k.id) AS level
    FROM "CategorySlug" s JOIN "Category" k ON k.id = s."categoryId"
      JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
      LEFT JOIN "OrganizationFace" o ON o."organizationId" = k."organizationId" AND o.language = ${language}::"Language"
    WHERE s.slug = ${slug} AND ${seenSpaces(viewer)} ORDER BY s.language = ${language}::"Language" DESC LIMIT 1`;

  const { kind, organizationId, seenBy, startedBy, repliedBy, level, ...category } = found(row);
  const space: Space = { kind, organizationId, seenBy, startedBy, repliedBy, isArchived: category.isArchived };
  return {
    ...category,
    slugs: Object.fromEntries(languages.map((each) => [each, category.slugs[each]])) as Record<Language, string>,
    seenBy,
    isDiscussions: kind === "DISCUSSIONS",
    isStaffOnly: startedBy === "STAFF",
    level: level ?? ("NORMAL" as FollowLevel),
    mayStart: may.start(viewer, space),
    mayKeep: may.keep(viewer, space),
  };
}
