import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { forgetAttachments } from "~/features/uploads/attachment.server";
import { db } from "~/platform/db.server";
import { fileAt } from "~/platform/paths";

import { isOwnHidden, measureIn } from "./measures.server";
import { may, type Space } from "./policy";
import { seenThreads } from "./seen.server";

const ORPHANS_AT_ONCE = 500;

type Standing = Omit<Space, "isArchived"> & {
  isArchived: boolean;
  isSeen: boolean;
  isPublic: boolean;
  isRemoved: boolean;
  isHeld: boolean;
  isOwnHidden: boolean;
};

export type FoundAttachment = { name: string; type: string; isPublic: boolean; read: () => Promise<Uint8Array<ArrayBuffer>> };

/**
 * A file of a post, where the viewer may see one in which it stands; what was removed is there for the stewards of its space, and what
 * moderation hides for its author. A file that stands nowhere yet is there for who sent it. Moderators look at those of hidden and of waiting
 * words, wherever they stand. `isPublic` when everyone may see it.
 */
export async function findAttachment(viewer: Viewer, id: string): Promise<FoundAttachment | null> {
  const file = await db.attachment.findUnique({ where: { id }, omit: { bytes: true } });
  if (!file) return null;

  const standings = await db.$queryRaw<Standing[]>`
    SELECT k.kind, k."organizationId", k."seenBy", k."startedBy", k."repliedBy", k."archivedAt" IS NOT NULL AS "isArchived",
      ${seenThreads(viewer)} AS "isSeen", ${seenThreads(null)} AS "isPublic", (p."removedAt" IS NOT NULL OR t."removedAt" IS NOT NULL) AS "isRemoved",
      ${measureIn()} IS NOT NULL AS "isHeld", ${isOwnHidden(viewer)} AS "isOwnHidden"
    FROM "PostAttachment" x JOIN "Post" p ON p.id = x."postId" JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE x."attachmentId" = ${id}::uuid`;
  const isOwn = viewer !== null && file.uploaderId === viewer.id && standings.length === 0 && !(await standsInGuide(id));
  const isShown = standings.some((standing) => isThereFor(viewer, standing));
  const isLookedAt = allows(viewer, "case.decide") && (standings.some(({ isHeld }) => isHeld) || (await standsInHeld(file)));
  if (!isOwn && !isShown && !isLookedAt) return null;

  return {
    name: file.name,
    type: file.type,
    isPublic: standings.some(({ isPublic, isRemoved }) => isPublic && !isRemoved),
    read: async () => (await db.attachment.findUniqueOrThrow({ where: { id }, select: { bytes: true } })).bytes,
  };
}

const isThereFor = (viewer: Viewer, { isSeen, isRemoved, isHeld, isOwnHidden, ...space }: Standing) =>
  isSeen && (!isRemoved || isOwnHidden || (!isHeld && may.clear(viewer, space)));

const standsInGuide = async (id: string) => (await db.contributionAttachment.count({ where: { attachmentId: id } })) > 0;

async function standsInHeld({ id, uploaderId }: { id: string; uploaderId: string | null }): Promise<boolean> {
  const held = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "HeldPost" h WHERE h."authorId" = ${uploaderId}::uuid AND h.fields->>'body' LIKE ${`%${fileAt(id)}%`} LIMIT 1`;
  return held.length > 0;
}

/** Forgets the files that for two days have stood in no post, and stand in no draft or waiting words of who sent them. */
export async function forgetOrphanedAttachments() {
  const orphans = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM "Attachment" a WHERE a."createdAt" < now() - interval '2 days'
      AND NOT EXISTS (SELECT 1 FROM "PostAttachment" x WHERE x."attachmentId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "ContributionAttachment" x WHERE x."attachmentId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "PostDraft" d WHERE d."accountId" = a."uploaderId" AND d.fields->>'body' LIKE '%/files/' || a.id || '%')
      AND NOT EXISTS (SELECT 1 FROM "HeldPost" h WHERE h."authorId" = a."uploaderId" AND h.fields->>'body' LIKE '%/files/' || a.id || '%')
    ORDER BY a.id LIMIT ${ORPHANS_AT_ONCE}`;
  await forgetAttachments(
    db,
    orphans.map(({ id }) => id),
  );
}
