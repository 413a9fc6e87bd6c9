import { type Actor, isTrusted } from "~/features/accounts/actor";
import { vouchFor } from "~/features/accounts/vouching.server";
import { followAtLeast } from "~/features/notifications/follow.server";
import type { Circle } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { origin } from "~/platform/env.server";
import { unprocessable } from "~/platform/errors";

import { appendPost } from "./append.server";
import { limits, newcomer } from "./limits";
import { standingOf } from "./newcomer.server";
import { saysOnlyLinks } from "./outward";
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

/** Refuses a text without a visible character, too long, or that is nothing but links (422). */
export function refuseShape(body: string) {
  if (!/[^\s\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u.test(body)) throw unprocessable("posting.error.bodyMissing");
  if (body.length > limits.body) throw unprocessable("posting.error.bodyTooLong");
  if (saysOnlyLinks(body, origin)) throw unprocessable("holds.error.onlyLinks");
}

/** Refuses to call too many people at once (422). */
export function refuseNames(rendered: Names) {
  if (namesIn(rendered) > limits.mentions) throw unprocessable(`posting.error.tooManyMentions:${namesIn(rendered)}`);
}

/** Refuses what strangers may not put into a text on their first day: many names, many files (422). */
export function refuseReach(rendered: Drawn["rendered"]) {
  if (namesIn(rendered) > newcomer.mentions) throw unprocessable("posting.error.newcomerMentions");
  if (rendered.attachmentIds.length > newcomer.attachments) throw unprocessable("posting.error.newcomerAttachments");
}

/**
 * Refuses what newcomers may not put into a text on their first day (422): names, files. For edits: whom a post names is counted over all
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
  if ((await standingOf(db, actor)).firstDayEnds) refuseReach(reach);
}

/** Puts words at the end of a locked thread, with whom they name, their files and their poll. The draft they come from is over. Gives the number. */
export async function putWords(tx: Transaction, actor: Actor, thread: Writing, { id, language, body, replyTo, poll, rendered }: Drawn) {
  const { html, text, renderer } = rendered;
  const replyToId = replyTo && (await isIn(tx, thread.id, replyTo)) ? replyTo : null;
  const post = { id, authorId: actor.id, language, body, html, text, renderer, replyToId };
  const number = await appendPost(tx, thread, post);
  await linkWords(tx, id, rendered);
  if (poll) await openPoll(tx, id, poll);
  if (isTrusted(actor)) await vouchFor(tx, actor.id);
  await tx.postDraft.deleteMany({ where: { id, accountId: actor.id } });
  await followAtLeast(tx, actor.id, { type: "THREAD", id: thread.id }, number === 1 ? "WATCHING" : "TRACKING");
  return number;
}

const isIn = async (tx: Transaction, threadId: string, postId: string) =>
  (await tx.post.count({ where: { id: postId, threadId, notice: null, removedAt: null } })) > 0;
