import type { Actor, Viewer } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { allows } from "~/features/accounts/roles";
import type { Kind } from "~/features/publishing/kinds.server";
import { visibleTo } from "~/features/publishing/queries.server";
import { faceNamedIn } from "~/features/publishing/suggestion-queries.server";
import { suggest } from "~/features/publishing/suggestion.server";
import { Prisma } from "~/generated/prisma/client";
import type { Circle, Visibility } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";

import { loadPost } from "./load.server";
import { seenThreads } from "./seen.server";

type Input = { guide: string; section: string; body: string; note: string };

const MOST_GUIDES = 20;

/**
 * Offers words of a post for a section of a guide; their author is asked, unless they offer them themselves. Of others' words some can be
 * left out, but none added. Refuses what is hidden (404), who is silenced (403), a post that was removed (409), and what suggest refuses.
 */
export async function proposePost(kind: Kind, actor: Actor, postId: string, { guide, ...input }: Input) {
  await spend(actor, "proposals");
  const face = faceNamedIn(kind, guide);
  if (!face) throw unprocessable("suggestions.error.guide");

  return db.$transaction(async (tx) => {
    const { subject, body } = await loadPost(tx, actor, postId);
    authorize(allows(actor, "post.write") && !subject.isNotice);
    if (subject.isPostRemoved || subject.isRemoved) throw conflict("polls.rested");
    if (subject.authorId !== actor.id && !isTakenFrom(body, input.body)) throw unprocessable("suggestions.error.notTheirs");

    return suggest(tx, kind, actor, face.language, face.slug, { ...input, postId, authorId: subject.authorId });
  });
}

/** Whether each line of the words stands in the text. Spaces do not count. */
export function isTakenFrom(text: string, words: string): boolean {
  const plain = (line: string) => line.replace(/\s+/g, " ").trim();
  const whole = plain(text);
  return words.split("\n").every((line) => whole.includes(plain(line)));
}

export type ProposedPost = Awaited<ReturnType<typeof getPostToPropose>>;

/** A post with what a proposal starts from: its words, who wrote them, and the guides that it is about or leads to. What is hidden does not exist (404). */
export async function getPostToPropose(kind: Kind, actor: Actor, language: Language, postId: string) {
  authorize(allows(actor, "post.write"));
  const [row] = await db.$queryRaw<
    {
      number: number;
      body: string;
      html: string;
      authorId: string | null;
      name: string | null;
      title: string;
      threadLanguage: Language;
      contributionId: string | null;
      seenBy: Circle;
      organizationId: string | null;
    }[]
  >`
    SELECT p.number, p.body, p.html, p."authorId", a.name, t.title, t.language AS "threadLanguage", t."contributionId", k."seenBy", k."organizationId"
    FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId" LEFT JOIN "Account" a ON a.id = p."authorId"
    WHERE p.id = ${postId}::uuid AND p.notice IS NULL AND p."removedAt" IS NULL AND t."removedAt" IS NULL AND ${seenThreads(actor)}`;
  const { html, contributionId, ...post } = found(row);
  const guides = await guidesOf(kind, actor, language, contributionId, html);

  return { ...post, isOwn: post.authorId === actor.id, guides };
}

type Guide = { language: Language; slug: string; title: string; isDiscussed: boolean };

/** The guide that a thread is about, in both languages, the reader's first; then those to which the words lead. */
async function guidesOf(kind: Kind, viewer: Viewer, language: Language, contributionId: string | null, html: string): Promise<Guide[]> {
  const named = [...html.matchAll(/href="([^"]{1,400})"/g)]
    .map(([, href]) => faceNamedIn(kind, href ?? ""))
    .filter((face) => face !== null);
  const links = Prisma.join([
    Prisma.sql`(NULL, NULL)`,
    ...named.slice(0, MOST_GUIDES).map((face) => Prisma.sql`(${face.language}::text, ${face.slug}::text)`),
  ]);

  return db.$queryRaw<Guide[]>`
    SELECT f.language, f.slug, f.title, c.id IS NOT DISTINCT FROM ${contributionId}::uuid AS "isDiscussed"
    FROM "Face" f JOIN "Contribution" c ON c.id = f."contributionId"
    WHERE c.kind = ${kind.kind}::"ContributionKind" AND f."publishedRevisionId" IS NOT NULL AND c."publishedAt" IS NOT NULL
      AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, allows(viewer, kind.edit))}
      AND (c.id = ${contributionId}::uuid OR f.id IN (
        SELECT s."faceId" FROM "FaceSlug" s JOIN (VALUES ${links}) AS l (language, slug) ON s.language::text = l.language AND s.slug = l.slug
        WHERE s.kind = c.kind))
    ORDER BY 4 DESC, f.language = ${language}::"Language" DESC, f.title LIMIT ${MOST_GUIDES}`;
}

type Space = { seenBy: Circle; organizationId: string | null };

const readersOf: Record<Circle, number> = { EVERYONE: 4, MEMBERS: 3, AFFILIATED: 2, ORGANIZATION: 1, STAFF: 0 };
const readersOfGuide: Record<Visibility, number> = { PUBLIC: 4, MEMBERS: 3, ORGANIZATION: 1 };

/** Whether a guide is read by people who do not read a thread of this category. */
export const isReadWider = (guide: { visibility: Visibility; organizationId: string }, space: Space): boolean =>
  readersOfGuide[guide.visibility] > readersOf[space.seenBy] ||
  (guide.visibility === "ORGANIZATION" && space.seenBy === "ORGANIZATION" && guide.organizationId !== space.organizationId);

/** Where the words of a post stand, for their author: who reads there, and whether the author still does. */
export async function findPlaceOfWords(viewer: Viewer, postId: string | null): Promise<(Space & { isSeen: boolean }) | null> {
  if (!postId) return null;
  const [place] = await db.$queryRaw<(Space & { isSeen: boolean })[]>`
    SELECT k."seenBy", k."organizationId", p."removedAt" IS NULL AND t."removedAt" IS NULL AND ${seenThreads(viewer)} AS "isSeen"
    FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId" WHERE p.id = ${postId}::uuid`;
  return place ?? null;
}

/** Which of these posts someone may read: to link to no other. */
export async function seenPosts(viewer: Viewer, ids: (string | null)[]): Promise<Set<string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE p.id = ANY(${wanted}::uuid[]) AND p."removedAt" IS NULL AND t."removedAt" IS NULL AND ${seenThreads(viewer)}`;
  return new Set(rows.map(({ id }) => id));
}
