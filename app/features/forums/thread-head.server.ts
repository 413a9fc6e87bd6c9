import type { Viewer } from "~/features/accounts/actor";
import type { ContributionKind, Circle, FollowLevel, Visibility } from "~/generated/prisma/enums";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found, gone } from "~/platform/errors";

import { type KeptDraft, valuesOf } from "./draft-list.server";
import { hasOwnHidden } from "./measures.server";
import { may, type Space, type ThreadSubject } from "./policy";
import { seenThreads } from "./seen.server";
import { type WriterRow, writerJson, writerOf } from "./writer.server";

const MOST_PARTICIPANTS = 5;

type Row = Space & {
  id: string;
  title: string;
  slug: string;
  language: Language;
  category: { id: string; name: string; slug: string; colour: string; icon: string };
  topics: { key: string; label: string }[];
  starterId: string | null;
  createdAt: Date;
  lastNumber: number;
  postCount: number;
  reactionCount: number;
  participantCount: number;
  participants: { writer: WriterRow; posts: number }[];
  answer: { id: string; number: number; writer: WriterRow } | null;
  guide: { kind: ContributionKind; title: string; slug: string; language: Language } | null;
  visibility: Visibility | null;
  isPinned: boolean;
  isLocked: boolean;
  isThreadArchived: boolean;
  isRemoved: boolean;
  hasOwnHidden: boolean;
  mergedIntoId: string | null;
  merged: { id: string; slug: string } | null;
  lead: string | null;
  level: FollowLevel | null;
  read: number | null;
  draft: (KeptDraft & { updatedAt: string }) | null;
  /** When one's own replies were sent that wait for a moderator. */
  waiting: string[];
  starter: WriterRow;
};

/** What is asked of a post before a page shows what may be done with it. */
export type Head = Awaited<ReturnType<typeof getThreadHead>>;

/**
 * What stands around the posts of a thread: title, place, who takes part, one's own place in it. One round trip. What is hidden does not exist
 * (404), what was removed is gone (410) but for those who keep the place; `mergedInto` says where a merged one leads.
 */
export async function getThreadHead(viewer: Viewer, language: Language, id: string) {
  const { merged, ...row } = found(await findThread(viewer, language, id));
  const { kind, organizationId, seenBy, startedBy, repliedBy, isArchived, starterId, isLocked, isThreadArchived, ...others } = row;
  const { isRemoved, hasOwnHidden, ...rest } = others;
  const space: Space = { kind, organizationId, seenBy, startedBy, repliedBy, isArchived };
  const subject: ThreadSubject = { space, starterId, isLocked, isArchived: isThreadArchived, isRemoved, hasOwnHidden };
  if (isRemoved && !merged && !may.enterRemoved(viewer, subject)) throw gone("forums.gone.thread");

  const { mergedIntoId: _, visibility, starter, participants, answer, createdAt, level, draft, ...head } = rest;
  return {
    ...head,
    mergedInto: merged,
    subject,
    createdAt: createdAt.toISOString(),
    starter: writerOf(viewer, starter),
    draft: draft && { values: valuesOf(draft), savedAt: new Date(draft.updatedAt).toISOString() },
    participants: participants.map(({ writer, posts }) => ({ writer: writerOf(viewer, writer), posts })),
    answer: answer && { id: answer.id, number: answer.number, writer: writerOf(viewer, answer.writer) },
    isPublic: isForAll(seenBy, visibility) && !isRemoved,
    isSpaceArchived: isArchived,
    level: level ?? ("NORMAL" as FollowLevel),
    may: {
      reply: may.reply(viewer, subject),
      keep: may.keep(viewer, space),
      restore: may.restore(viewer, subject),
      rename: may.rename(viewer, subject),
      remove: may.removeThread(viewer, subject, {
        isAlone: participants.every(({ writer }) => writer?.id === starterId),
        isDiscussion: head.guide !== null || kind === "DISCUSSIONS",
      }),
    },
    closed: closedTo(viewer, subject),
  };
}

const isForAll = (seenBy: Circle, visibility: Visibility | null) => seenBy === "EVERYONE" && (visibility ?? "PUBLIC") === "PUBLIC";

/** Why someone may not write here; null where they may. */
function closedTo(viewer: Viewer, subject: ThreadSubject) {
  if (may.reply(viewer, subject)) return null;
  if (subject.isRemoved) return "removed" as const;
  if (subject.space.isArchived || subject.isArchived) return "archived" as const;
  if (subject.isLocked) return "locked" as const;
  if (!viewer) return "visitor" as const;
  return viewer.isSilenced ? ("silenced" as const) : subject.space.repliedBy;
}

async function findThread(viewer: Viewer, language: Language, id: string): Promise<Row | undefined> {
  const viewerId = Prisma.sql`${viewer?.id ?? null}::uuid`;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT t.id, t.title, t.slug, t.language, t."starterId", t."createdAt", t."lastNumber", t."postCount", t."reactionCount", t."mergedIntoId",
      t."pinnedAt" IS NOT NULL AS "isPinned", t."lockedAt" IS NOT NULL AS "isLocked", t."archivedAt" IS NOT NULL AS "isThreadArchived",
      t."removedAt" IS NOT NULL AS "isRemoved", ${hasOwnHidden(viewer)} AS "hasOwnHidden",
      k.kind, k."organizationId", k."seenBy", k."startedBy", k."repliedBy", k."archivedAt" IS NOT NULL AS "isArchived",
      json_build_object('id', k.id, 'name', f.name, 'slug', f.slug, 'colour', k.colour, 'icon', k.icon) AS category,
      coalesce((SELECT json_agg(json_build_object('key', m.key, 'label', ${language === "fr" ? Prisma.sql`m.fr` : Prisma.sql`m.en`}) ORDER BY m.position)
        FROM "ThreadTopic" x JOIN "Term" m ON m.id = x."termId" WHERE x."threadId" = t.id), '[]') AS topics,
      ${writerJson(Prisma.sql`t."starterId"`, language)} AS starter,
      (SELECT count(*)::int FROM (SELECT 1 FROM "Participant" i WHERE i."threadId" = t.id LIMIT 1000) c) AS "participantCount",
      coalesce((SELECT json_agg(json_build_object('writer', ${writerJson(Prisma.sql`i."accountId"`, language)}, 'posts', i.posts))
        FROM (SELECT * FROM "Participant" i WHERE i."threadId" = t.id ORDER BY i.posts DESC LIMIT ${MOST_PARTICIPANTS}) i), '[]') AS participants,
      (SELECT json_build_object('id', p.id, 'number', p.number, 'writer', ${writerJson(Prisma.sql`p."authorId"`, language)})
        FROM "Post" p WHERE p.id = t."acceptedPostId" AND p."removedAt" IS NULL AND p."threadId" = t.id) AS answer,
      (SELECT json_build_object('kind', c.kind, 'title', e.title, 'slug', e.slug, 'language', e.language) FROM "Face" e JOIN "Contribution" c ON c.id = e."contributionId"
        WHERE e."contributionId" = t."contributionId" AND e."publishedRevisionId" IS NOT NULL
        ORDER BY e.language = ${language}::"Language" DESC LIMIT 1) AS guide,
      (SELECT c.visibility FROM "Contribution" c WHERE c.id = t."contributionId") AS visibility,
      ${mergedJson(viewer)} AS merged,
      (SELECT left(p.text, 300) FROM "Post" p WHERE p."threadId" = t.id AND p.number = 1 AND p."removedAt" IS NULL) AS lead,
      (SELECT m.level FROM "Follow" m WHERE m."accountId" = ${viewerId} AND m."subjectType" = 'THREAD' AND m."subjectId" = t.id) AS level,
      (SELECT r."lastNumber" FROM "Reading" r WHERE r."accountId" = ${viewerId} AND r."threadId" = t.id) AS read,
      (SELECT to_jsonb(d)
        FROM "PostDraft" d WHERE d."accountId" = ${viewerId} AND d.kind = 'REPLY' AND d."threadId" = t.id LIMIT 1) AS draft,
      coalesce((SELECT json_agg(h."heldAt" ORDER BY h."heldAt") FROM "HeldPost" h WHERE h."authorId" = ${viewerId} AND h."threadId" = t.id), '[]') AS waiting
    FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
    WHERE t.id = ${id}::uuid AND ${seenThreads(viewer)}`;

  return row;
}

/** Where a merged thread went, if the viewer sees that; the names within are those that seenThreads speaks of. */
const mergedJson = (viewer: Viewer): Prisma.Sql => Prisma.sql`(
  SELECT z.place FROM (SELECT t."mergedIntoId" AS id) o CROSS JOIN LATERAL (
    SELECT json_build_object('id', t.id, 'slug', t.slug) AS place FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
    WHERE t.id = o.id AND ${seenThreads(viewer)}) z)`;
