import { type Actor, isTrusted } from "~/features/accounts/actor";
import { followAtLeast } from "~/features/notifications/follow.server";
import type { Circle } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, notFound, unprocessable } from "~/platform/errors";

import { appendPost } from "./append.server";
import { limits, newcomer } from "./limits";
import { openPoll, type PollInput } from "./poll.server";
import { linkWords, renderPost } from "./render.server";

/** What someone sends as a post. `files` are lines of Markdown that lead to the files sent along. */
export type Words = {
  /** Made by the server when the form was drawn: sent twice, it is one post. */
  id: string;
  language: Language;
  body: string;
  files?: string;
  replyTo?: string | null;
  poll?: PollInput | null;
};

/** Words that were drawn, and may be put into a thread. */
export type Drawn = Awaited<ReturnType<typeof drawWords>>;

type Writing = { id: string; categoryId: string; lastNumber: number };

const MINUTES_BETWEEN_SAME_WORDS = 5;
const SAME_WORDS_ANYWHERE = 2;
const HOUR_MS = 3_600_000;
const OUTWARD_LINK = /<a [^>]*href="https?:/g;

/** Whether these words are a post already: of the same person, from the same form. Refuses the id of other words of theirs (409), or of someone else (404). */
export async function isPosted(
  tx: Transaction,
  actor: Actor,
  { id, body, files = "" }: Pick<Words, "id" | "body" | "files">,
): Promise<boolean> {
  const post = await tx.post.findUnique({ where: { id }, select: { authorId: true, body: true, version: true } });
  if (!post) return false;
  if (post.authorId !== actor.id) throw notFound();
  // The way back in a browser leads to a form that was sent: what is written there now is something else.
  const typed = body.trim();
  const isSame = post.body === typed || (files !== "" && post.body.startsWith(`${typed}\n\n`)) || post.version > 1;
  if (!isSame) throw conflict("posting.error.sentBefore");
  return true;
}

/** Draws what someone wrote, before any lock is taken. Refuses what is empty, too long, names too many or cannot be drawn (422). */
export async function drawWords(actor: Actor, words: Words, seenBy: Circle) {
  const body = [words.body.trim(), words.files ?? ""].filter((part) => part !== "").join("\n\n");
  refuseShape(body);
  const { id, language, replyTo = null, poll = null, files = "" } = words;
  const rendered = await renderPost({ language, body, postId: id, actor, seenBy });
  refuseNames(rendered);

  return { id, language, typed: words.body, files, body, replyTo, poll, rendered };
}

type Names = { mentions: { accountIds: string[]; organizationIds: string[] } };

const namesIn = ({ mentions }: Names) => mentions.accountIds.length + mentions.organizationIds.length;

/** Refuses a text without a visible character, or too long (422). */
export function refuseShape(body: string) {
  if (!/[^\s\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u.test(body)) throw unprocessable("posting.error.bodyMissing");
  if (body.length > limits.body) throw unprocessable("posting.error.bodyTooLong");
}

/** Refuses to call too many people at once (422). */
export function refuseNames(rendered: Names) {
  if (namesIn(rendered) > limits.mentions) throw unprocessable(`posting.error.tooManyMentions:${namesIn(rendered)}`);
}

/**
 * Lets one person write one post at a time, and asks of what they wrote lately. Says whether these words are a post already. Refuses the same
 * words again within five minutes, and what newcomers may not do on their first day (422). `threadId` is null where a thread begins.
 */
export async function takeTurn(tx: Transaction, actor: Actor, drawn: Drawn, threadId: string | null): Promise<{ isPosted: boolean }> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`posts of ${actor.id}`}, 0))`;
  if (await isPosted(tx, actor, { ...drawn, body: drawn.typed })) return { isPosted: true };

  await refuseSameWords(tx, actor, drawn.body, threadId);
  if (!isTrusted(actor)) await refuseHaste(tx, actor, drawn, threadId);
  return { isPosted: false };
}

async function refuseSameWords(tx: Transaction, actor: Actor, body: string, threadId: string | null) {
  const [same] = await tx.$queryRaw<[{ here: number; anywhere: number }]>`
    SELECT count(*) FILTER (WHERE p."threadId" = ${threadId}::uuid)::int AS here, count(*)::int AS anywhere FROM "Post" p
    WHERE p."authorId" = ${actor.id}::uuid AND p."createdAt" > now() - make_interval(mins => ${MINUTES_BETWEEN_SAME_WORDS}::int)
      AND p.notice IS NULL AND p."removedAt" IS NULL
      AND lower(regexp_replace(p.body, '\\s+', ' ', 'g')) = lower(regexp_replace(${body}, '\\s+', ' ', 'g'))`;
  if (same.here > 0) throw unprocessable("posting.error.sameWordsHere");
  if (same.anywhere >= SAME_WORDS_ANYWHERE) throw unprocessable("posting.error.sameWordsAgain");
}

/** What strangers may do on their first day. */
async function refuseHaste(tx: Transaction, actor: Actor, { rendered }: Drawn, threadId: string | null) {
  const { createdAt } = await tx.account.findUniqueOrThrow({ where: { id: actor.id }, select: { createdAt: true } });
  if (Date.now() - createdAt.getTime() >= newcomer.hours * HOUR_MS) return;

  refuseReach(rendered);
  const threads = await tx.thread.count({ where: { starterId: actor.id } });
  if (threadId === null) {
    if (threads >= newcomer.threads) throw unprocessable("posting.error.newcomerThreads");
    return;
  }
  const posts = await tx.post.count({ where: { authorId: actor.id, notice: null } });
  if (posts - threads >= newcomer.replies) throw unprocessable("posting.error.newcomerReplies");
}

function refuseReach(rendered: Drawn["rendered"]) {
  if ((rendered.html.match(OUTWARD_LINK)?.length ?? 0) > newcomer.links) throw unprocessable("posting.error.newcomerLinks");
  if (namesIn(rendered) > newcomer.mentions) throw unprocessable("posting.error.newcomerMentions");
  if (rendered.attachmentIds.length > newcomer.attachments) throw unprocessable("posting.error.newcomerAttachments");
}

/**
 * Refuses what newcomers may not put into a text on their first day (422): links, names, files. For edits: whom a post names is counted over all
 * of them, since everyone who was named is told.
 */
export async function refuseReachOf(actor: Actor, rendered: Drawn["rendered"], postId: string) {
  const named = await db.postMention.findMany({ where: { postId }, select: { accountId: true, organizationId: true } });
  const mentions = {
    accountIds: [...new Set([...rendered.mentions.accountIds, ...named.flatMap(({ accountId }) => accountId ?? [])])],
    organizationIds: [...new Set([...rendered.mentions.organizationIds, ...named.flatMap(({ organizationId }) => organizationId ?? [])])],
  };
  const reach = namesIn({ mentions }) > named.length ? { ...rendered, mentions } : rendered;
  refuseNames(reach);
  if (isTrusted(actor)) return;
  const { createdAt } = await db.account.findUniqueOrThrow({ where: { id: actor.id }, select: { createdAt: true } });
  if (Date.now() - createdAt.getTime() < newcomer.hours * HOUR_MS) refuseReach(reach);
}

/** Puts words at the end of a locked thread, with whom they name, their files and their poll. The draft they come from is over. Gives the number. */
export async function putWords(tx: Transaction, actor: Actor, thread: Writing, { id, language, body, replyTo, poll, rendered }: Drawn) {
  const { html, text, renderer } = rendered;
  const replyToId = replyTo && (await isIn(tx, thread.id, replyTo)) ? replyTo : null;
  const post = { id, authorId: actor.id, language, body, html, text, renderer, replyToId };
  const number = await appendPost(tx, thread, post);
  await linkWords(tx, id, rendered);
  if (poll) await openPoll(tx, id, poll);
  await tx.postDraft.deleteMany({ where: { id, accountId: actor.id } });
  await followAtLeast(tx, actor.id, { type: "THREAD", id: thread.id }, number === 1 ? "WATCHING" : "TRACKING");
  return number;
}

const isIn = async (tx: Transaction, threadId: string, postId: string) =>
  (await tx.post.count({ where: { id: postId, threadId, notice: null, removedAt: null } })) > 0;
