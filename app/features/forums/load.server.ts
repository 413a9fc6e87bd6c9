import type { Viewer } from "~/features/accounts/actor";
import type { NoticeKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { found, gone, notFound } from "~/platform/errors";

import { hasOwnHidden, measureOf } from "./measures.server";
import { may, type PostSubject, type Space, type ThreadSubject } from "./policy";
import { seenSpaces, seenThreads } from "./seen.server";

export type LoadedCategory = { id: string; space: Space };

export type LoadedThread = {
  id: string;
  categoryId: string;
  contributionId: string | null;
  language: Language;
  title: string;
  slug: string;
  lastNumber: number;
  acceptedPostId: string | null;
  mergedIntoId: string | null;
  isPinned: boolean;
  subject: ThreadSubject;
};

export type LoadedPost = {
  id: string;
  number: number;
  notice: NoticeKind | null;
  language: Language;
  body: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  reactions: Record<string, number>;
  thread: LoadedThread;
  subject: PostSubject;
};

/** The category at an address (of this language or else the other, old addresses included). What is hidden does not exist (404). */
export async function loadCategory(tx: Transaction, viewer: Viewer, language: Language, slug: string): Promise<LoadedCategory> {
  const [row] = await tx.$queryRaw<(Omit<Space, "isArchived"> & { id: string; isArchived: boolean })[]>`
    SELECT k.id, k.kind, k."organizationId", k."seenBy", k."startedBy", k."repliedBy", k."archivedAt" IS NOT NULL AS "isArchived"
    FROM "CategorySlug" s JOIN "Category" k ON k.id = s."categoryId"
    WHERE s.slug = ${slug} AND ${seenSpaces(viewer)} ORDER BY s.language = ${language}::"Language" DESC LIMIT 1`;
  const { id, ...space } = found(row);
  return { id, space };
}

type Row = Omit<LoadedThread, "subject"> &
  Omit<Space, "isArchived"> & {
    starterId: string | null;
    isLocked: boolean;
    isArchived: boolean;
    isRemoved: boolean;
    hasOwnHidden: boolean;
    isSpaceArchived: boolean;
  };

/**
 * A thread, locked until the transaction ends, so that numbers and counts are given one after the other. What is hidden does not exist (404);
 * what was removed is gone (410), but for those who keep the place, or where `orRemoved` asks for it. A merged thread is given as it is, with
 * where it went.
 */
export async function loadThread(tx: Transaction, viewer: Viewer, id: string, { orRemoved = false } = {}): Promise<LoadedThread> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.id, t."categoryId", t."contributionId", t.language, t.title, t.slug, t."lastNumber", t."acceptedPostId", t."mergedIntoId",
      t."starterId", t."pinnedAt" IS NOT NULL AS "isPinned", t."lockedAt" IS NOT NULL AS "isLocked", t."archivedAt" IS NOT NULL AS "isArchived",
      t."removedAt" IS NOT NULL AS "isRemoved", ${hasOwnHidden(viewer)} AS "hasOwnHidden", k.kind, k."organizationId", k."seenBy", k."startedBy", k."repliedBy", k."archivedAt" IS NOT NULL AS "isSpaceArchived"
    FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" WHERE t.id = ${id}::uuid AND ${seenThreads(viewer)} FOR UPDATE OF t`;
  const { kind, organizationId, seenBy, startedBy, repliedBy, isSpaceArchived, ...rest } = found(row);
  const { starterId, isLocked, isArchived, isRemoved, hasOwnHidden: isOwn, ...thread } = rest;
  const space: Space = { kind, organizationId, seenBy, startedBy, repliedBy, isArchived: isSpaceArchived };
  const subject: ThreadSubject = { space, starterId, isLocked, isArchived, isRemoved, hasOwnHidden: isOwn };
  if (isRemoved && !thread.mergedIntoId && !orRemoved && !may.enterRemoved(viewer, subject)) throw gone("forums.gone.thread");

  return { ...thread, subject };
}

/** A post with its thread, which is locked as by loadThread. What is hidden does not exist (404); removed words can be loaded, by id. */
export async function loadPost(tx: Transaction, viewer: Viewer, id: string, { orRemoved = false } = {}): Promise<LoadedPost> {
  const place = found(await tx.post.findUnique({ where: { id }, select: { threadId: true } }));
  const thread = await loadThread(tx, viewer, place.threadId, { orRemoved });
  const post = found(await tx.post.findUnique({ where: { id }, omit: { html: true, text: true } }));
  // It was moved while we waited for its thread.
  if (post.threadId !== thread.id) throw notFound();

  const { number, notice, language, body, version, createdAt, editedAt, authorId, isWiki, removedAt } = post;
  const state = { isPostRemoved: removedAt !== null, isNotice: notice !== null, measure: measureOf(post) };
  const subject: PostSubject = { ...thread.subject, authorId, isWiki, ...state };
  const reactions = post.reactions as Record<string, number>;
  return { id, number, notice, language, body, version, createdAt, editedAt, reactions, thread, subject };
}
