import type { Actor } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { Circle } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";
import { pathTo } from "~/platform/paths";

import { type ComposerPlace, type ComposerValues, newComposer } from "./composer-values";
import { findDraft } from "./draft-list.server";
import { isStillSilent, openPost } from "./editing.server";
import { loadCategory, type LoadedThread, loadThread } from "./load.server";
import { may } from "./policy";
import { quoteOf } from "./quote";
import { threadSlug } from "./thread.server";
import { seenSpaces, seenThreads } from "./seen.server";

const OLD_DAYS = 180;

/** The page on which a thread begins, blank or with a draft. Refuses what is hidden (404), who may not (403) and a category at rest (409). */
export async function getForNew(actor: Actor, language: Language, slug: string, draftId: string | null) {
  const { id, space } = await loadCategory(db, actor, language, slug);
  authorize(may.start(actor, { ...space, isArchived: false }));
  if (space.isArchived) throw conflict("posting.closed.category");
  const [faces, draft] = await Promise.all([
    db.categoryFace.findMany({ where: { categoryId: id }, select: { language: true, name: true, slug: true } }),
    draftId ? findDraft(actor, { id: draftId }) : null,
  ]);
  const kept = draft?.values.kind === "THREAD" && draft.values.category === id ? draft : null;

  return {
    category: { id, ...found(faces.find((face) => face.language === language)) },
    slugs: Object.fromEntries(faces.map((face) => [face.language, face.slug])) as Record<Language, string>,
    values: kept?.values ?? newComposer("THREAD", { category: id }, { id: newId(), language }),
    savedAt: kept?.savedAt ?? null,
  };
}

/** The same around a form that came back; null where the category is hidden or closed by now. */
export async function findForNew(actor: Actor, language: Language, slug: string) {
  return getForNew(actor, language, slug, null).catch(asNull(404, 409));
}

export type Closed = "merged" | "locked" | "archived" | "category" | "removed" | "hidden";

/** What a reply begins with: the post that is answered, words that are quoted, a draft of another place. */
type Beginning = { to: number | null; quote: string | null; draft: string | null };

/**
 * The page on which a reply is written: with its draft, what it quotes and whom it answers. Where the thread has closed, it says how, and where
 * it went. Refuses what is hidden (404), what was removed (410) and who may write nowhere here (403).
 */
export async function getForReply(actor: Actor, language: Language, threadId: string, { to, quote, draft: draftId }: Beginning) {
  const thread = await db.$transaction((tx) => loadThread(tx, actor, threadId));
  const place = await placeOf(actor, thread, language);
  const closed = closedBy(actor, thread);
  const [own, brought] = await Promise.all([findDraft(actor, { threadId }), draftId ? findDraft(actor, { id: draftId }) : null]);
  const draft = brought?.values.kind === "REPLY" ? brought : own;
  const quoted = quote ? await quotable(threadId, { id: quote }) : null;
  const answered = quoted ?? (to ? await quotable(threadId, { number: to }) : null);
  const blank = newComposer("REPLY", { thread: threadId }, { id: newId(), language });
  const values = { ...(draft?.values ?? blank), thread: threadId };
  if (answered) values.replyTo = answered.id;
  if (quoted) values.body = [values.body.trim(), quotationOf(quoted)].filter((part) => part !== "").join("\n\n");

  return {
    ...place,
    closed,
    values,
    savedAt: draft?.savedAt ?? null,
    answering: answered ? aboutPost(answered) : await answeringIn(values),
  };
}

/** What stands around a reply that could not be posted. All but its own words may be hidden from its writer by now. */
export async function getAroundReply(actor: Actor, language: Language, threadId: string, values: ComposerValues) {
  const thread = await db.$transaction((tx) => loadThread(tx, actor, threadId, { orRemoved: true })).catch(asNull(404));
  const answering = thread && (await answeringIn(values));
  return thread && { ...(await placeOf(actor, thread, language)), closed: closedBy(actor, thread), answering };
}

/** For what may be hidden or closed by now: nothing, where it was refused in one of these ways. */
const asNull =
  (...statuses: number[]) =>
  (refusal: unknown): null => {
    if (refusal instanceof Response && statuses.includes(refusal.status)) return null;
    throw refusal;
  };

/** Why nothing can be written in a thread now; null where it can. Refuses who could not write there at any time (403). */
function closedBy(actor: Actor, { subject, mergedIntoId }: LoadedThread): Closed | null {
  const { space } = subject;
  authorize(may.reply(actor, { ...subject, space: { ...space, isArchived: false }, isLocked: false, isArchived: false, isRemoved: false }));
  if (mergedIntoId) return "merged";
  if (subject.isRemoved) return "removed";
  if (space.isArchived) return "category";
  if (subject.isArchived) return "archived";
  return may.reply(actor, subject) ? null : "locked";
}

type PlaceRow = {
  lastPostAt: Date;
  category: { name: string; slug: string; mayStart: boolean };
  into: { id: string; slug: string; title: string; language: Language } | null;
};

async function placeOf(actor: Actor, thread: LoadedThread, language: Language) {
  const [row] = await db.$queryRaw<PlaceRow[]>`
    SELECT o."lastPostAt", json_build_object('name', e.name, 'slug', e.slug) AS category, (${intoOf(actor)}) AS into
    FROM "Thread" o JOIN "CategoryFace" e ON e."categoryId" = o."categoryId" AND e.language = ${language}::"Language"
    WHERE o.id = ${thread.id}::uuid`;
  const { lastPostAt, category, into } = found(row);
  const { id, subject } = thread;
  // What was removed is not called by its name to who cannot read it.
  const isTold = !subject.isRemoved || thread.mergedIntoId !== null || may.readRemoved(actor, subject);
  const { slug, title } = isTold ? thread : { slug: threadSlug("", language), title: "" };

  return {
    thread: { id, slug, title, language: thread.language, isRemoved: subject.isRemoved },
    category,
    into,
    isOld: Date.now() - lastPostAt.getTime() > OLD_DAYS * 86_400_000,
    mayStart: may.start(actor, subject.space),
  };
}

/** Where thread `o` went in the end, as far as the viewer may see it. */
const intoOf = (actor: Actor) => Prisma.sql`
  WITH RECURSIVE way(id, steps) AS (
    SELECT o."mergedIntoId", 1 UNION ALL SELECT x."mergedIntoId", way.steps + 1 FROM way JOIN "Thread" x ON x.id = way.id WHERE way.steps < 20)
  SELECT json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'language', t.language)
  FROM way JOIN "Thread" t ON t.id = way.id JOIN "Category" k ON k.id = t."categoryId"
  WHERE t."removedAt" IS NULL AND ${seenThreads(actor)} LIMIT 1`;

async function quotable(threadId: string, which: { id: string } | { number: number }) {
  return db.post.findFirst({
    where: { threadId, notice: null, removedAt: null, ...which },
    select: { id: true, number: true, language: true, body: true, author: { select: { name: true } } },
  });
}

type Quotable = NonNullable<Awaited<ReturnType<typeof quotable>>>;

/** Words of a post as a quotation, with the way to where they stand. */
const quotationOf = ({ id, number, language, body, author }: Omit<Quotable, "author"> & { author: { name: string } | null }) =>
  quoteOf({ name: author?.name ?? "", number, address: pathTo(language, "postPlace", { id }), text: body });

const aboutPost = ({ number, author }: Quotable) => ({ number, name: author?.name ?? null });

async function answeringIn({ thread, replyTo }: ComposerValues) {
  const post = replyTo === "" ? null : await quotable(thread, { id: replyTo });
  return post && aboutPost(post);
}

/** The page on which a post is changed, with the draft of that. Refuses like editPost. */
export async function getForEdit(actor: Actor, id: string) {
  const post = await db.$transaction((tx) => openPost(tx, actor, id));
  const draft = await findDraft(actor, { postId: id });
  const { number, version, language, body, thread } = post;
  const saved = newComposer("EDIT", { post: id }, { id: newId(), language, body, version });

  return {
    isRepair: post.subject.measure === "HIDDEN",
    isSilent: isStillSilent(actor, post),
    number,
    thread: { id: thread.id, slug: thread.slug, title: thread.title, language: thread.language },
    values: draft ? { ...draft.values, version: draft.values.version || version } : saved,
    savedAt: draft?.savedAt ?? null,
  };
}

/** The same around a form that came back; null where the post is hidden, removed or closed by now. */
export const findForEdit = (actor: Actor, id: string) => getForEdit(actor, id).catch(asNull(404, 409, 410));

/** Who would see words in this place, for their preview. A place that is hidden is as open as any. */
export async function audienceOf(tx: Transaction, actor: Actor, { category, thread, post }: ComposerPlace): Promise<Circle> {
  const [row] = await tx.$queryRaw<{ seenBy: Circle }[]>`
    SELECT k."seenBy" FROM "Category" k
    WHERE k.id = coalesce(${category || null}::uuid, (SELECT t."categoryId" FROM "Thread" t WHERE t.id = coalesce(${thread || null}::uuid,
      (SELECT p."threadId" FROM "Post" p WHERE p.id = ${post || null}::uuid)))) AND ${seenSpaces(actor)}`;
  return row?.seenBy ?? "EVERYONE";
}
