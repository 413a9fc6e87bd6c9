import type { Actor } from "~/features/accounts/actor";
import type { Circle } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { RENDERER, renderMarkdown } from "~/platform/markdown.server";

type Source = { language: Language; body: string; postId: string; number?: number; actor: Actor; seenBy: Circle };

export type RenderedPost = {
  html: string;
  text: string;
  renderer: number;
  mentions: { accountIds: string[]; organizationIds: string[] };
  attachmentIds: string[];
};

/** Draws a post. Refuses like renderMarkdown. */
export async function renderPost({ language, body }: Source): Promise<RenderedPost> {
  const { html, text } = await renderMarkdown(body, { language });
  return { html, text, renderer: RENDERER, mentions: { accountIds: [], organizationIds: [] }, attachmentIds: [] };
}

/** Keeps whom a post names and which files it shows; who is named already stays as they are. */
export async function linkWords(tx: Transaction, postId: string, { mentions, attachmentIds }: RenderedPost) {
  const named = [
    ...mentions.accountIds.map((accountId) => ({ postId, accountId })),
    ...mentions.organizationIds.map((organizationId) => ({ postId, organizationId })),
  ];
  await tx.postMention.createMany({ data: named, skipDuplicates: true });
  await tx.postAttachment.createMany({ data: attachmentIds.map((attachmentId) => ({ postId, attachmentId })), skipDuplicates: true });
}
