import type { Viewer } from "~/features/accounts/actor";
import { diffWords, type Piece } from "~/features/publishing/diff";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found, gone } from "~/platform/errors";

import { measureIn } from "./measures.server";
import { type Measure, may, type ThreadSubject } from "./policy";
import { seenThreads } from "./seen.server";

const VERSIONS_A_PAGE = 10;
/** For a page together: it is the thread that answers everyone. */
const COMPARED_WITHIN_MS = 300;

export type Version = {
  /** As its readers count: silent changes are no versions to them. */
  number: number;
  at: string;
  /** Null where they have left for good. */
  by: string | null;
  isPresent: boolean;
  /** What leads to it from the one before; null where it is the first. */
  changes: Piece[] | null;
  /** What the first one said. */
  text: string | null;
};

type Row = Omit<ThreadSubject, "space" | "hasOwnHidden"> &
  Omit<ThreadSubject["space"], "isArchived"> & {
    id: string;
    slug: string;
    title: string;
    threadLanguage: Language;
    number: number;
    language: Language;
    version: number;
    body: string;
    createdAt: Date;
    editedAt: Date | null;
    name: string | null;
    authorId: string | null;
    isWiki: boolean;
    measure: Measure | null;
    isPostRemoved: boolean;
    isSpaceArchived: boolean;
  };

/** A post as it was written, for those who see it. What is hidden does not exist (404); what was removed is gone (410), but for who reads it all the same. */
export async function getPost(viewer: Viewer, id: string) {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT t.id, t.slug, t.title, t.language AS "threadLanguage", p.number, p.language, p.version, p.body, p."createdAt", p."editedAt",
      coalesce(e.name, a.name) AS name, p."authorId", p."isWiki", ${measureIn()} AS measure, p."removedAt" IS NOT NULL AS "isPostRemoved", t."starterId", t."lockedAt" IS NOT NULL AS "isLocked",
      t."archivedAt" IS NOT NULL AS "isArchived", t."removedAt" IS NOT NULL AS "isRemoved", k.kind, k."organizationId", k."seenBy", k."startedBy",
      k."repliedBy", k."archivedAt" IS NOT NULL AS "isSpaceArchived"
    FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    LEFT JOIN "Account" a ON a.id = p."authorId" AND p."editedAt" IS NULL LEFT JOIN "Account" e ON e.id = p."editorId"
    WHERE p.id = ${id}::uuid AND p.notice IS NULL AND ${seenThreads(viewer)}`;
  const post = found(row);
  const { starterId, isLocked, isArchived, isRemoved, isSpaceArchived, kind, organizationId, seenBy, startedBy, repliedBy } = post;
  const space = { kind, organizationId, seenBy, startedBy, repliedBy, isArchived: isSpaceArchived };
  const { isPostRemoved, authorId, isWiki, measure } = post;
  const thread = { space, starterId, isLocked, isArchived, isRemoved, hasOwnHidden: false };
  const subject = { ...thread, authorId, isWiki, measure, isPostRemoved, isNotice: false };
  if ((isPostRemoved || isRemoved) && !may.readWords(viewer, subject)) throw gone("posting.closed.gonePost");
  return post;
}

/** What a post said before, newest first, each version beside the one before it; `below` the number given. Refuses like getPost. */
export async function getPostHistory(viewer: Viewer, id: string, below?: number) {
  const { number, language, version, body, createdAt, editedAt, name, ...rest } = await getPost(viewer, id);
  const revisions = await db.postRevision.findMany({
    where: { postId: id, isHidden: false, ...(below ? { number: { lt: below } } : {}) },
    orderBy: { number: "desc" },
    take: VERSIONS_A_PAGE + 1,
    select: { number: true, body: true, at: true, editor: { select: { name: true } } },
  });
  const old = revisions.map(({ number, body, at, editor }) => ({ number, body, at, by: editor?.name ?? null, isPresent: false }));
  const present = { number: version, body, at: editedAt ?? createdAt, by: name, isPresent: true };
  const texts = below ? old : [present, ...old];
  const shown = texts.slice(0, VERSIONS_A_PAGE);
  const earlier = await db.postRevision.count({ where: { postId: id, isHidden: false, number: { lt: shown[0]?.number ?? 0 } } });
  const until = performance.now() + COMPARED_WITHIN_MS;

  return {
    number,
    language,
    thread: { id: rest.id, slug: rest.slug, title: rest.title, language: rest.threadLanguage },
    versions: shown.map(({ body, at, ...entry }, index): Version => {
      const before = texts[index + 1];
      const changes = before ? diffWords(before.body, body, until - performance.now()) : null;
      return { ...entry, number: earlier + 1 - index, at: at.toISOString(), changes, text: before ? null : body };
    }),
    next: texts.length > VERSIONS_A_PAGE ? (shown.at(-1)?.number ?? null) : null,
  };
}
