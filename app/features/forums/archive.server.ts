import type { Viewer } from "~/features/accounts/actor";
import type { PartOf } from "~/features/accounts/archive.server";
import { findActor } from "~/features/accounts/session.server";
import type { FollowLevel, FollowSubject, PostDraftKind, ReactionKind } from "~/generated/prisma/enums";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import type { ArchiveFile, Entry, Fact, Row } from "~/platform/archive";
import { db } from "~/platform/db.server";

import { seenSpaces, seenThreads } from "./seen.server";

const AT_ONCE = 100;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * What this person said in the forums, word for word, and what they follow, keep and read there. A place that they see no more is not
 * named: their own words are theirs, others' titles are not.
 */
export const forumsPart: PartOf = async ({ id, language }) => {
  const viewer = await findActor(id);

  return {
    facts: { threads: await threadsOf(id), follows: await followsOf(id, viewer, language) },
    lists: {
      posts: postsOf(id, viewer),
      postRevisions: postRevisionsOf(id, viewer),
      postDrafts: postDraftsOf(id),
      heldPosts: heldPostsOf(id),
      bookmarks: bookmarksOf(id, viewer),
      reactions: reactionsOf(id, viewer),
      votes: votesOf(id, viewer),
      readings: readingsOf(id, viewer),
    },
  };
};

const threadsOf = (starterId: string): Promise<Row[]> =>
  db.thread.findMany({ where: { starterId }, orderBy: { id: "asc" }, select: { title: true, language: true, createdAt: true } });

type Followed = { follows: FollowSubject; name: string; level: FollowLevel; changedAt: Date };

const followsOf = (id: string, viewer: Viewer, language: Language) => db.$queryRaw<Followed[]>`
  SELECT f."subjectType" AS follows, f.level, f."changedAt", coalesce(
    (SELECT t.title FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" WHERE t.id = f."subjectId" AND t."removedAt" IS NULL AND ${seenThreads(viewer)}),
    (SELECT a.name FROM "CategoryFace" a JOIN "Category" k ON k.id = a."categoryId"
      WHERE k.id = f."subjectId" AND a.language = ${language}::"Language" AND ${seenSpaces(viewer)}),
    (SELECT ${language === "fr" ? Prisma.sql`m.fr` : Prisma.sql`m.en`} FROM "Term" m WHERE m.id = f."subjectId"), '') AS name
  FROM "Follow" f WHERE f."accountId" = ${id}::uuid ORDER BY f."subjectType", f."changedAt"`;

/** The title of thread `t`, for who sees it. */
const titleFor = (viewer: Viewer) =>
  Prisma.sql`CASE WHEN t."removedAt" IS NULL AND ${seenThreads(viewer)} THEN t.title ELSE '' END AS thread`;

const POST_PLACE = Prisma.sql`JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"`;

type OwnPost = {
  id: string;
  thread: string;
  postNumber: number;
  language: Language;
  createdAt: Date;
  editedAt: Date | null;
  removedAt: Date | null;
};

async function* postsOf(id: string, viewer: Viewer): AsyncGenerator<Entry> {
  const read = (after: string) => db.$queryRaw<(OwnPost & { body: string; poll: Fact })[]>`
    SELECT p.id, ${titleFor(viewer)}, p.number AS "postNumber", p.language, p."createdAt", p."editedAt", p."removedAt", p.body,
      (SELECT jsonb_build_object('question', o.question, 'options', (SELECT jsonb_agg(x.label ORDER BY x.position) FROM "PollOption" x WHERE x."postId" = p.id))
        FROM "Poll" o WHERE o."postId" = p.id) AS poll
    FROM "Post" p ${POST_PLACE} WHERE p."authorId" = ${id}::uuid AND p.notice IS NULL AND p.id > ${after}::uuid ORDER BY p.id LIMIT ${AT_ONCE}`;
  for await (const { id: postId, body, poll, ...row } of inBatches(read, (post) => post.id)) {
    const file = fileOf(`post-${postId}`, body);
    yield { row: { ...row, file: file.name, text: { body, poll } }, file };
  }
}

const REVISION_KEY = Prisma.sql`(r."postId" || ' ' || to_char(r.number, 'FM0000000')) COLLATE "C"`;

type OwnRevision = { key: string; postId: string; thread: string; postNumber: number; number: number; at: Date; body: string };

/** What own posts said before they were edited, and what this person wrote into posts that are open to all. */
async function* postRevisionsOf(id: string, viewer: Viewer): AsyncGenerator<Entry> {
  const read = (after: string) => db.$queryRaw<OwnRevision[]>`
    SELECT ${REVISION_KEY} AS key, r."postId", ${titleFor(viewer)}, p.number AS "postNumber", r.number, r.at, r.body
    FROM "PostRevision" r JOIN "Post" p ON p.id = r."postId" ${POST_PLACE}
    WHERE (r."editorId" = ${id}::uuid OR (p."authorId" = ${id}::uuid AND NOT p."isWiki"))
      AND ${REVISION_KEY} > ${after} ORDER BY ${REVISION_KEY} LIMIT ${AT_ONCE}`;
  for await (const { key: _, postId, body, ...row } of inBatches(read, ({ key }) => key)) {
    const file = fileOf(`post-${postId}-${row.number}`, body);
    yield { row: { ...row, file: file.name, text: { body } }, file };
  }
}

/** What was not sent. Nobody else has seen it. */
async function* postDraftsOf(accountId: string): AsyncGenerator<Entry> {
  const drafts = await db.postDraft.findMany({ where: { accountId }, orderBy: { id: "asc" } });
  for (const { id, kind, fields, updatedAt } of drafts) {
    const text = fields as { title?: string; body?: string };
    const file = fileOf(`post-draft-${id}`, [text.title, text.body].filter(Boolean).join("\n\n"));
    const draftOf: PostDraftKind = kind;
    yield { row: { draftOf, changedAt: updatedAt, file: file.name, text: fields as Fact }, file };
  }
}

/** What waits for a moderator. */
async function* heldPostsOf(authorId: string): AsyncGenerator<Entry> {
  const held = await db.heldPost.findMany({ where: { authorId }, orderBy: { id: "asc" } });
  for (const { id, kind, fields, heldAt } of held) {
    const text = fields as { title?: string; body?: string };
    const file = fileOf(`held-post-${id}`, [text.title, text.body].filter(Boolean).join("\n\n"));
    const draftOf: PostDraftKind = kind;
    yield { row: { draftOf, at: heldAt, file: file.name, text: fields as Fact }, file };
  }
}

type Kept = { id: string; thread: string; postNumber: number };

async function* bookmarksOf(id: string, viewer: Viewer): AsyncGenerator<Entry> {
  const read = (after: string) => db.$queryRaw<(Kept & { note: string; createdAt: Date; remindAt: Date | null })[]>`
    SELECT b."postId" AS id, ${titleFor(viewer)}, p.number AS "postNumber", b.note, b."createdAt", b."remindAt"
    FROM "Bookmark" b JOIN "Post" p ON p.id = b."postId" ${POST_PLACE}
    WHERE b."accountId" = ${id}::uuid AND b."postId" > ${after}::uuid ORDER BY b."postId" LIMIT ${AT_ONCE}`;
  for await (const { id: _, ...row } of inBatches(read, (kept) => kept.id)) yield { row };
}

async function* reactionsOf(id: string, viewer: Viewer): AsyncGenerator<Entry> {
  const read = (after: string) => db.$queryRaw<(Kept & { reactions: ReactionKind[]; at: Date })[]>`
    SELECT p.id, ${titleFor(viewer)}, p.number AS "postNumber", r.reactions, r.at
    FROM (SELECT "postId", jsonb_agg(kind ORDER BY kind) AS reactions, min(at) AS at FROM "Reaction"
      WHERE "accountId" = ${id}::uuid AND "postId" > ${after}::uuid GROUP BY 1 ORDER BY 1 LIMIT ${AT_ONCE}) r
    JOIN "Post" p ON p.id = r."postId" ${POST_PLACE} ORDER BY p.id`;
  for await (const { id: _, ...row } of inBatches(read, (kept) => kept.id)) yield { row };
}

async function* votesOf(id: string, viewer: Viewer): AsyncGenerator<Entry> {
  const read = (after: string) => db.$queryRaw<{ id: string; thread: string; vote: string; at: Date }[]>`
    SELECT v."optionId" AS id, ${titleFor(viewer)}, CASE WHEN t."removedAt" IS NULL AND ${seenThreads(viewer)} THEN o.label ELSE '' END AS vote, v.at
    FROM "PollVote" v JOIN "PollOption" o ON o.id = v."optionId" JOIN "Post" p ON p.id = v."postId" ${POST_PLACE}
    WHERE v."accountId" = ${id}::uuid AND v."optionId" > ${after}::uuid ORDER BY v."optionId" LIMIT ${AT_ONCE}`;
  for await (const { id: _, ...row } of inBatches(read, (vote) => vote.id)) yield { row };
}

async function* readingsOf(id: string, viewer: Viewer): AsyncGenerator<Entry> {
  const read = (after: string) => db.$queryRaw<{ id: string; thread: string; readUpTo: number; seconds: number; at: Date }[]>`
    SELECT t.id, ${titleFor(viewer)}, g."lastNumber" AS "readUpTo", g.seconds, g.at
    FROM "Reading" g JOIN "Thread" t ON t.id = g."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE g."accountId" = ${id}::uuid AND g."threadId" > ${after}::uuid ORDER BY g."threadId" LIMIT ${AT_ONCE}`;
  for await (const { id: _, ...row } of inBatches(read, (reading) => reading.id)) yield { row };
}

/** All rows of a query that reads on from where the last one ended. */
async function* inBatches<Found>(read: (after: string) => Promise<Found[]>, keyOf: (row: Found) => string): AsyncGenerator<Found> {
  for (let after = FIRST; ; ) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < AT_ONCE || !last) return;
    after = keyOf(last);
  }
}

const fileOf = (name: string, words: string): ArchiveFile => ({ name: `texts/${name}.md`, bytes: Buffer.from(`${words}\n`) });
