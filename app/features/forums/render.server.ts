import type { Actor } from "~/features/accounts/actor";
import { MOST_ATTACHMENTS } from "~/features/uploads/limits";
import type { Circle } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { origin } from "~/platform/env.server";
import { unprocessable } from "~/platform/errors";
import { RENDERER, renderPostMarkdown } from "~/platform/markdown.server";
import { referencesIn } from "~/platform/markdown-references";

import { findNamed } from "./named.server";
import { findTitles } from "./titled.server";

type Source = { language: Language; body: string; postId: string; number?: number; actor: Actor; seenBy: Circle };

export type RenderedPost = {
  html: string;
  text: string;
  renderer: number;
  mentions: { accountIds: string[]; organizationIds: string[] };
  attachmentIds: string[];
};

/**
 * Draws a post: with the names of whom it calls, the titles of the pages it leads to, and the pictures of who writes. `seenBy` is the circle
 * that can read there. Says whom it calls, and which files stand in it. Refuses like renderMarkdown, and more than ten files (422).
 */
export async function renderPost({ language, body, postId, actor, seenBy }: Source): Promise<RenderedPost> {
  const { handles, addresses, files: fileIds } = referencesIn(body, origin);
  const [named, titles, files] = await Promise.all([
    findNamed(handles, { language, actor, seenBy }),
    findTitles(addresses, language),
    findFiles(fileIds, actor, postId),
  ]);
  const parts = { key: postId.replaceAll("-", ""), origin, names: named, titles, files };
  const { html, text, names, files: attachmentIds } = await renderPostMarkdown(body, parts, { language });
  if (attachmentIds.length > MOST_ATTACHMENTS) throw unprocessable("uploads.attachments.errors.tooMany");

  const called = [...new Map(names.map((handle) => named.get(handle)).map((one) => [one?.id, one])).values()];
  const idsOf = (kind: "person" | "organization") => called.flatMap((one) => (one?.kind === kind ? [one.id] : []));
  return {
    html,
    text,
    renderer: RENDERER,
    mentions: { accountIds: idsOf("person"), organizationIds: idsOf("organization") },
    attachmentIds,
  };
}

/** The files that may stand in a post: those of who writes, and those that stand there already. */
async function findFiles(ids: string[], actor: Actor, postId: string) {
  if (ids.length === 0) return new Map<string, null>();
  const files = await db.attachment.findMany({
    where: { id: { in: ids }, OR: [{ uploaderId: actor.id }, { posts: { some: { postId } } }] },
    select: { id: true, width: true, height: true },
  });
  return new Map(files.map(({ id, width, height }) => [id, width && height ? { width, height } : null]));
}

/**
 * Keeps whom a post names, and which files stand in it now. Who was named once stays so, since older versions still name them; a file that was
 * taken out is shown to nobody any more.
 */
export async function linkWords(tx: Transaction, postId: string, { mentions, attachmentIds }: RenderedPost) {
  const named = [
    ...mentions.accountIds.map((accountId) => ({ postId, accountId })),
    ...mentions.organizationIds.map((organizationId) => ({ postId, organizationId })),
  ];
  await tx.postMention.createMany({ data: named, skipDuplicates: true });
  await tx.postAttachment.deleteMany({ where: { postId, attachmentId: { notIn: attachmentIds } } });
  await tx.postAttachment.createMany({ data: attachmentIds.map((attachmentId) => ({ postId, attachmentId })), skipDuplicates: true });
}
