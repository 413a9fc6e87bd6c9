import type { Actor, Viewer } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { visibleTo } from "~/features/publishing/queries.server";
import type { ContributionKind } from "~/generated/prisma/enums";
import { type Language, languages } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found } from "~/platform/errors";

import { inTurn } from "./category.server";
import { nameCategory } from "./category-slugs.server";
import { holdWords } from "./hold.server";
import { limits } from "./limits";
import type { LoadedCategory } from "./load.server";
import { may, type Space } from "./policy";
import { type Replied, replyTo } from "./post.server";
import { seenThreads } from "./seen.server";
import { threadSlug, writeFirstPost } from "./thread.server";
import { becameOf, takeTurn } from "./turn.server";
import { type Drawn, drawWords, type Words } from "./writing.server";

/** The work that is discussed: its names, and whether one can still begin. */
export type Discussed = {
  id: string;
  isRetired: boolean;
  faces: { language: Language; slug: string; title: string }[];
  /** Its thread, removed or not. */
  thread: { id: string; slug: string; posts: number; isRemoved: boolean } | null;
};

/** A published work by its address, old addresses and the other language included, as far as the viewer sees it, with its thread. One round trip. */
export async function findDiscussed(viewer: Viewer, kind: ContributionKind, language: Language, slug: string): Promise<Discussed | null> {
  const [row] = await db.$queryRaw<Discussed[]>`
    SELECT c.id, c."retiredAt" IS NOT NULL AS "isRetired",
      (SELECT json_agg(json_build_object('language', f.language, 'slug', f.slug, 'title', f.title) ORDER BY f.language = ${language}::"Language" DESC)
        FROM "Face" f WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL) AS faces,
      (SELECT json_build_object('id', t.id, 'slug', t.slug, 'posts', t."postCount", 'isRemoved', t."removedAt" IS NOT NULL)
        FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" WHERE t."contributionId" = c.id AND ${seenThreads(viewer)}) AS thread
    FROM "FaceSlug" s JOIN "Face" e ON e.id = s."faceId" JOIN "Contribution" c ON c.id = e."contributionId"
    WHERE s.kind = ${kind}::"ContributionKind" AND s.language IN ('en', 'fr') AND s.slug = ${slug} AND e."publishedRevisionId" IS NOT NULL
      AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, false)}
    ORDER BY s.language = ${language}::"Language" DESC LIMIT 1`;
  return row ?? null;
}

/** Whether someone may begin a discussion, before there is one. */
export async function mayDiscuss(viewer: Viewer): Promise<boolean> {
  const row = await db.category.findFirst({ where: { kind: "DISCUSSIONS" }, orderBy: { id: "asc" } });
  return may.discuss(viewer, row ? { ...row, isArchived: row.archivedAt !== null } : asMade);
}

/**
 * Writes about a published work. The first post makes the thread, in the language of the post; of two first ones at once the second is a
 * reply. Sent twice it is one post. What a moderator looks at first is held. Refuses what is hidden (404), who may not (403), a work that was retired
 * and a place that is at rest (409), a thread that was removed (410), words that cannot be taken (422) and haste (429).
 */
export async function discuss(actor: Actor, kind: ContributionKind, language: Language, slug: string, input: Words): Promise<Replied> {
  const sent = (became: "POSTED" | "HELD") => ({ postId: input.id, held: became === "HELD" });
  const became = await becameOf(db, actor, input);
  if (became) return sent(became);
  const work = found(await findDiscussed(actor, kind, language, slug));
  if (work.thread) return replyTo(actor, work.thread.id, input);
  if (work.isRetired) throw conflict("threads.conflict.retired");

  const { space } = await db.$transaction((tx) => openPlace(tx, actor));
  await spend(actor, "topics");
  const drawn = await drawWords(actor, input, space.seenBy);
  try {
    const done = await db.$transaction(async (tx) => {
      const begun = await begunOn(tx, work.id);
      if (begun) return { begun };
      const turn = await takeTurn(tx, actor, drawn, { threadId: null });
      if (turn.became) return sent(turn.became);
      await openPlace(tx, actor);
      if (turn.reasons.length === 0) return beginOn(tx, actor, work, drawn);
      await holdWords(tx, actor, { kind: "REPLY", contributionId: work.id }, drawn, turn.reasons);
      return sent("HELD");
    });
    return "begun" in done ? await replyTo(actor, done.begun, input) : done;
  } catch (error) {
    const became = isTaken(error) ? await becameOf(db, actor, input) : null;
    if (!became) throw error;
    return sent(became);
  }
}

/** The thread about a work, if there is one by now. Until the transaction ends nobody else begins one. */
export async function begunOn(tx: Transaction, workId: string): Promise<string | null> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`discussion of ${workId}`}, 0))`;
  return (await tx.thread.findUnique({ where: { contributionId: workId }, select: { id: true } }))?.id ?? null;
}

/** Begins the discussion of a work with its first post. Refuses who may not (403), and where the place is at rest (409). */
export async function beginOn(tx: Transaction, actor: Actor, work: Pick<Discussed, "id" | "faces">, drawn: Drawn): Promise<Replied> {
  const category = await openPlace(tx, actor);
  await writeFirstPost(tx, actor, await makeThread(tx, actor, category, work, drawn.language), drawn);
  return { postId: drawn.id, held: false };
}

/** The category of the discussions of works; it is made at the first need. */
export async function discussionsCategory(tx: Transaction): Promise<LoadedCategory> {
  const known = await findCategory(tx);
  if (known) return known;

  await inTurn(tx);
  const made = await findCategory(tx);
  if (made) return made;
  const { isArchived: _, ...access } = asMade;
  const last = await tx.category.aggregate({ where: { organizationId: null }, _max: { position: true } });
  const { id } = await tx.category.create({
    data: { ...access, colour: "moss", icon: "book", position: (last._max.position ?? -1) + 1 },
    select: { id: true },
  });
  const wordsIn = (language: Language) => {
    const t = translator(language);
    return { name: t("threads.discussion.category"), description: t("threads.discussion.categoryAbout") };
  };
  await nameCategory(tx, { id, organizationId: null }, { en: wordsIn("en"), fr: wordsIn("fr") });
  return { id, space: asMade };
}

const asMade: Space = {
  kind: "DISCUSSIONS",
  organizationId: null,
  seenBy: "EVERYONE",
  startedBy: "STAFF",
  repliedBy: "MEMBERS",
  isArchived: false,
};

async function findCategory(tx: Transaction): Promise<LoadedCategory | null> {
  const row = await tx.category.findFirst({ where: { kind: "DISCUSSIONS" }, orderBy: { id: "asc" } });
  return row && { id: row.id, space: { ...row, isArchived: row.archivedAt !== null } };
}

async function openPlace(tx: Transaction, actor: Actor): Promise<LoadedCategory> {
  const category = await discussionsCategory(tx);
  authorize(may.discuss(actor, { ...category.space, isArchived: false }));
  if (category.space.isArchived) throw conflict("posting.closed.category");
  return category;
}

async function makeThread(
  tx: Transaction,
  actor: Actor,
  category: LoadedCategory,
  { id, faces }: Pick<Discussed, "id" | "faces">,
  language: Language,
) {
  const { title: full } = found(faces.find((face) => face.language === language) ?? faces[0]);
  const title = full.slice(0, limits.title);
  const thread = await tx.thread.create({
    data: { categoryId: category.id, contributionId: id, starterId: actor.id, language, title, slug: threadSlug(title, language) },
    select: { id: true, categoryId: true },
  });
  await tx.$executeRaw`
    INSERT INTO "ThreadTopic" ("threadId", "termId", "lastPostAt")
    SELECT ${thread.id}::uuid, x."termId", now() FROM "ContributionTerm" x JOIN "Term" m ON m.id = x."termId"
    WHERE x."contributionId" = ${id}::uuid AND m.kind = 'TOPIC' ORDER BY m.position LIMIT ${limits.topics}`;
  await tx.category.update({ where: { id: category.id }, data: { threadCount: { increment: 1 } }, select: { id: true } });
  return thread;
}

/** The addresses of a work in the languages that it has, by its faces. */
export const slugsOf = ({ faces }: Discussed): Partial<Record<Language, string>> =>
  Object.fromEntries(languages.flatMap((each) => faces.filter((face) => face.language === each).map(({ slug }) => [each, slug])));
