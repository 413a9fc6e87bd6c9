import type { Actor, Viewer } from "~/features/accounts/actor";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { ContributionKind, PostDraftKind } from "~/generated/prisma/enums";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";

import { type ComposerFields, type ComposerValues, newComposer } from "./composer-values";
import { seenSpaces, seenThreads } from "./seen.server";

/** A draft as its form is drawn from it. */
export type FoundDraft = { values: ComposerValues; savedAt: string };

type Of = { id: string } | { threadId: string } | { contributionId: string } | { postId: string };

/** One's own draft: of an id, or for a thread, a discussion, a post that is being changed. Null where there is none. */
export async function findDraft(viewer: Viewer, of: Of): Promise<FoundDraft | null> {
  if (!viewer) return null;
  const kind = "threadId" in of ? { kind: "REPLY" as const } : "postId" in of ? { kind: "EDIT" as const } : {};
  const draft = await db.postDraft.findFirst({ where: { accountId: viewer.id, ...of, ...kind } });
  return draft && { values: valuesOf(draft), savedAt: draft.updatedAt.toISOString() };
}

export type KeptDraft = {
  id: string;
  kind: PostDraftKind;
  categoryId: string | null;
  threadId: string | null;
  contributionId: string | null;
  postId: string | null;
  sequence: number;
  fields: unknown;
};

/** A form as a draft holds it. */
export function valuesOf({ id, kind, categoryId, threadId, contributionId, postId, sequence, fields }: KeptDraft): ComposerValues {
  const place = { category: categoryId ?? "", thread: threadId ?? "", contribution: contributionId ?? "", post: postId ?? "" };
  const { language, ...rest } = fields as ComposerFields;
  return newComposer(kind, place, { id, language, ...rest, sequence });
}

export type ListedDraft = {
  id: string;
  kind: PostDraftKind;
  title: string;
  /** The beginning of the text; all of it where its place is gone. */
  text: string;
  language: Language;
  savedAt: string;
  /** Where it goes on. Null where that is gone, or hidden by now. */
  place: {
    category: { slug: string; name: string } | null;
    thread: { id: string; slug: string; title: string; language: Language } | null;
    work: { kind: ContributionKind; slug: string; title: string; language: Language } | null;
    postId: string | null;
  } | null;
};

const EXCERPT = 240;

/** One's drafts for the forums, those changed last first. One round trip. */
export async function listDrafts(
  actor: Actor,
  language: Language,
  after: string | null = null,
): Promise<{ items: ListedDraft[]; next: string | null }> {
  const past = after
    ? Prisma.sql`AND (d."updatedAt", d.id) < (SELECT x."updatedAt", x.id FROM "PostDraft" x WHERE x.id = ${after}::uuid AND x."accountId" = d."accountId")`
    : Prisma.empty;
  const rows = await db.$queryRaw<ListRow[]>`
    SELECT d.id, d.kind, d."updatedAt", d."postId", d.fields, category, thread, work
    FROM "PostDraft" d
    LEFT JOIN LATERAL (${categoryOf(actor, language)}) kc ON TRUE
    LEFT JOIN LATERAL (${threadOf(actor)}) tc ON TRUE
    LEFT JOIN LATERAL (${workOf(actor, language)}) wc ON TRUE
    WHERE d."accountId" = ${actor.id}::uuid ${past}
    ORDER BY d."updatedAt" DESC, d.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const items = rows.slice(0, PAGE_SIZE).map(listed);
  return { items, next: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
}

type ListRow = {
  id: string;
  kind: PostDraftKind;
  updatedAt: Date;
  postId: string | null;
  fields: Partial<ComposerFields>;
  category: { slug: string; name: string } | null;
  thread: { id: string; slug: string; title: string; language: Language } | null;
  work: { kind: ContributionKind; slug: string; title: string; language: Language } | null;
};

function listed({ id, kind, updatedAt, postId, fields, category, thread, work }: ListRow): ListedDraft {
  const isGone = !category && !thread && !work;
  const text = (fields.body ?? "").trim();
  return {
    id,
    kind,
    title: (fields.title ?? "").trim(),
    text: isGone || text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT).trimEnd()}…`,
    language: fields.language ?? languages[0],
    savedAt: updatedAt.toISOString(),
    place: isGone ? null : { category, thread, work, postId },
  };
}

const categoryOf = (actor: Actor, language: Language) => Prisma.sql`
  SELECT json_build_object('slug', e.slug, 'name', e.name) AS category
  FROM "Category" k JOIN "CategoryFace" e ON e."categoryId" = k.id AND e.language = ${language}::"Language"
  WHERE k.id = d."categoryId" AND k."archivedAt" IS NULL AND ${seenSpaces(actor)}`;

/** A merged thread still leads on to the other one. */
const threadOf = (actor: Actor) => Prisma.sql`
  SELECT json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'language', t.language) AS thread
  FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
  WHERE t.id = coalesce(d."threadId", (SELECT p."threadId" FROM "Post" p WHERE p.id = d."postId" AND p."removedAt" IS NULL))
    AND (t."removedAt" IS NULL OR t."mergedIntoId" IS NOT NULL) AND ${seenThreads(actor)}`;

const workOf = (actor: Actor, language: Language) => Prisma.sql`
  SELECT json_build_object('kind', c.kind, 'slug', f.slug, 'title', f.title, 'language', f.language) AS work
  FROM "Contribution" c JOIN "Face" f ON f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
  WHERE c.id = d."contributionId" AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND ${visibleTo(actor, false)}
  ORDER BY f.language = ${language}::"Language" DESC LIMIT 1`;
