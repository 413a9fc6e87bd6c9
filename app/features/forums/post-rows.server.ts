import type { Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { distanceTo } from "~/features/people/distance.server";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { NoticeKind, PollResults, ReactionKind, SuggestionState } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { POSTS_A_PAGE } from "./limits";
import { isOwnHidden, measureIn } from "./measures.server";
import type { Measure } from "./policy";
import { seenThreads } from "./seen.server";
import { type WriterRow, writerJson } from "./writer.server";

export type PollRow = {
  question: string;
  isMultiple: boolean;
  results: PollResults;
  closesAt: string | null;
  isClosed: boolean;
  voters: number;
  options: { id: string; label: string; votes: number; isOwn: boolean }[];
};

export type PostRow = {
  id: string;
  number: number;
  notice: NoticeKind | null;
  other: { id: string; slug: string; title: string; language: Language } | null;
  author: WriterRow;
  authorId: string | null;
  removerId: string | null;
  removedAt: Date | null;
  language: Language;
  html: string;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  isWiki: boolean;
  isRemoved: boolean;
  measure: Measure | null;
  isAccepted: boolean;
  replyTo: { number: number; name: string | null } | null;
  reactions: Partial<Record<ReactionKind, number>>;
  own: ReactionKind[];
  bookmark: { note: string; remindAt: string | null } | null;
  poll: PollRow | null;
  files: { id: string; name: string; size: number }[];
  proposals: { title: string; slug: string; language: Language; state: SuggestionState }[];
  distance: "MUTED" | "BLOCKED" | null;
};

/** The posts of one page of a thread, with all that a page shows of them. One round trip. */
export async function findPosts(viewer: Viewer, language: Language, threadId: string, page: number): Promise<PostRow[]> {
  const first = (page - 1) * POSTS_A_PAGE + 1;
  const viewerId = Prisma.sql`${viewer?.id ?? null}::uuid`;
  const isRead = Prisma.sql`(p."removedAt" IS NULL OR ${isOwnHidden(viewer)})`;

  return db.$queryRaw<PostRow[]>`
    SELECT p.id, p.number, p.notice, p."authorId", p."removerId", p.language, CASE WHEN ${isRead} THEN p.html ELSE '' END AS html, p.version,
      p."createdAt", p."editedAt", p."isWiki", p."removedAt", p."removedAt" IS NOT NULL AS "isRemoved", ${measureIn()} AS measure, t."acceptedPostId" = p.id IS TRUE AS "isAccepted", p.reactions,
      ${writerJson(Prisma.sql`p."authorId"`, language)} AS author,
      CASE WHEN p."otherThreadId" IS NOT NULL THEN ${otherJson(viewer)} END AS other,
      (SELECT json_build_object('number', q.number, 'name', b.name) FROM "Post" q LEFT JOIN "Account" b ON b.id = q."authorId"
        WHERE q.id = p."replyToId" AND q."threadId" = p."threadId") AS "replyTo",
      coalesce((SELECT json_agg(g.kind) FROM "Reaction" g WHERE g."postId" = p.id AND g."accountId" = ${viewerId}), '[]') AS own,
      (SELECT json_build_object('note', g.note, 'remindAt', CASE WHEN g."remindedAt" IS NULL THEN g."remindAt" END)
        FROM "Bookmark" g WHERE g."postId" = p.id AND g."accountId" = ${viewerId}) AS bookmark,
      CASE WHEN ${isRead} THEN ${pollJson(viewerId)} END AS poll,
      CASE WHEN ${isRead} THEN (SELECT json_agg(json_build_object('id', a.id, 'name', a.name, 'size', a.size) ORDER BY a.id)
        FROM "PostAttachment" y JOIN "Attachment" a ON a.id = y."attachmentId" WHERE y."postId" = p.id AND a.type NOT LIKE 'image/%') END AS files,
      ${proposalsJson(viewer)} AS proposals, ${distanceTo(viewer, Prisma.sql`p."authorId"`)} AS distance
    FROM ${pageFrom(threadId, first)} p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE p.number < ${first + POSTS_A_PAGE} AND ${seenThreads(viewer)}
    ORDER BY p.number`;
}

/** As many posts as stand on a page at most. Asked by a range alone, the low numbers, which every thread has, would be read from all threads. */
const pageFrom = (threadId: string, first: number) => Prisma.sql`(
  SELECT * FROM "Post" p WHERE p."threadId" = ${threadId}::uuid AND p.number >= ${first} ORDER BY p.number LIMIT ${POSTS_A_PAGE})`;

/** The other thread that a notice speaks of, if the viewer sees it. */
const otherJson = (viewer: Viewer) => Prisma.sql`(
  SELECT json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'language', t.language) FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
  WHERE t.id = p."otherThreadId" AND (t."removedAt" IS NULL OR t."mergedIntoId" IS NOT NULL) AND ${seenThreads(viewer)})`;

const pollJson = (viewerId: Prisma.Sql) => Prisma.sql`(
  SELECT json_build_object('question', o.question, 'isMultiple', o."isMultiple", 'results', o.results, 'closesAt', o."closesAt",
    'isClosed', coalesce(o."closesAt" <= now(), false), 'voters', o.voters,
    'options', (SELECT json_agg(json_build_object('id', c.id, 'label', c.label, 'votes', c.votes, 'isOwn', EXISTS (
      SELECT 1 FROM "PollVote" v WHERE v."optionId" = c.id AND v."accountId" = ${viewerId})) ORDER BY c.position) FROM "PollOption" c WHERE c."postId" = o."postId"))
  FROM "Poll" o WHERE o."postId" = p.id)`;

/** Guides for which these words were proposed: told to all once their author has agreed, before that to the two concerned. */
const proposalsJson = (viewer: Viewer) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('title', e.title, 'slug', e.slug, 'language', e.language, 'state', u.state) ORDER BY u."createdAt")
  FROM "Suggestion" u JOIN "Face" e ON e.id = u."faceId" JOIN "Contribution" c ON c.id = e."contributionId"
  WHERE u."postId" = p.id AND e."publishedRevisionId" IS NOT NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, allows(viewer, "practice.review"))}
    AND (u.state IN ('OPEN', 'TAKEN') OR (u.state = 'ASKED' AND ${viewer?.id ?? null}::uuid IN (u."authorId", u."proposerId")))), '[]')`;
