import { rewriteSuggestions } from "~/features/publishing/erasure.server";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import type { Transaction } from "~/platform/db.server";
import { escapeHtml } from "~/platform/markdown-target";
import { reference } from "~/platform/markdown-references";
import { plainText } from "~/platform/plain-text";

import { quotedName } from "./quote";

/** How someone stands in the words of others: called by their handle, and by name above the quotations of their posts. */
type Known = { handle: string | null; name: string; accountId: string };

type Quoting = { id: string; language: Language; body: string; html: string };

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const TARGET = /^\d*\]\([^)\s]*?([0-9a-f-]{36})\)/;

/**
 * Takes the name of someone who leaves for good from above the quotations of their posts, and from what others have not sent yet or have
 * offered for a guide. Everything is looked through, since nothing knows who quotes whom; it happens once, in a job.
 */
export async function forgetName(tx: Transaction, known: Known) {
  const beginning = beginningOf(known.name);
  const posts = await tx.$queryRaw<Quoting[]>`
    SELECT p.id, p.language, p.body, p.html FROM "Post" p WHERE strpos(p.body, ${beginning}) > 0
      OR EXISTS (SELECT 1 FROM "PostRevision" r WHERE r."postId" = p.id AND strpos(r.body, ${beginning}) > 0)`;
  for (const post of posts) await forgetInPost(tx, post, known);
  await forgetInDrafts(tx, known);
  const held = known.handle ? [beginning, `@${known.handle}`] : [beginning];
  await rewriteSuggestions(tx, held, (text, language) => withoutName(tx, text, known, language));
}

async function forgetInPost(tx: Transaction, { id, language, body, html }: Quoting, known: Known) {
  const written = await withoutName(tx, body, known, language);
  const drawn = await withoutDrawnName(tx, html, known, language);
  if (written !== body || drawn !== html)
    await tx.post.update({
      where: { id },
      data: { body: written, html: drawn, text: plainText(drawn), version: { increment: 1 } },
      select: { id: true },
    });

  for (const revision of await tx.postRevision.findMany({ where: { postId: id } })) {
    const replaced = await withoutName(tx, revision.body, known, language);
    const where = { postId_number: { postId: id, number: revision.number } };
    if (replaced !== revision.body) await tx.postRevision.update({ where, data: { body: replaced }, select: { number: true } });
  }
}

async function forgetInDrafts(tx: Transaction, known: Known) {
  const drafts = await tx.$queryRaw<{ id: string; body: string; language: Language }[]>`
    SELECT id, fields->>'body' AS body, coalesce(nullif(fields->>'language', ''), 'en') AS language FROM "PostDraft"
    WHERE strpos(fields->>'body', ${beginningOf(known.name)}) > 0 OR strpos(lower(fields->>'body'), '@' || ${known.handle}::text) > 0`;
  for (const { id, body, language } of drafts) {
    const replaced = await withoutName(tx, body, known, language);
    if (replaced !== body)
      await tx.$executeRaw`UPDATE "PostDraft" SET fields = jsonb_set(fields, '{body}', to_jsonb(${replaced}::text)) WHERE id = ${id}::uuid`;
  }
}

const beginningOf = (name: string) => `[${quotedName(name)}, #`;

/** A text in Markdown without the handle, and without the name above quotations of this person: someone else may have the same name. */
async function withoutName(tx: Transaction, text: string, { handle, name, accountId }: Known, language: Language): Promise<string> {
  const t = translator(language);
  const [first = "", ...rest] = text.split(beginningOf(name));
  const theirs = await postsOf(
    tx,
    accountId,
    rest.map((piece) => TARGET.exec(piece)?.[1]),
  );
  const put = (piece: string) =>
    (theirs.has(TARGET.exec(piece)?.[1] ?? "") ? `[${t("leaving.formerMember")}, #` : beginningOf(name)) + piece;
  const unquoted = first + rest.map(put).join("");
  return unquoted.replace(reference(), (raw, found?: string) => (found?.toLowerCase() === handle ? t("uploads.markdown.former") : raw));
}

async function withoutDrawnName(tx: Transaction, html: string, { name, accountId }: Known, language: Language): Promise<string> {
  const link = new RegExp(`(<a [^>]*href="[^"]*?/(${UUID})"[^>]*>)${escapeRegExp(escapeHtml(name))}(?=, #\\d+</a>)`, "g");
  const theirs = await postsOf(
    tx,
    accountId,
    [...html.matchAll(link)].map(([, , id]) => id),
  );
  const former = escapeHtml(translator(language)("leaving.formerMember"));
  return html.replace(link, (whole, opening: string, id: string) => (theirs.has(id) ? opening + former : whole));
}

/** Which of these posts are by this person. */
async function postsOf(tx: Transaction, authorId: string, ids: (string | undefined)[]): Promise<Set<string>> {
  const asked = ids.filter((id) => id !== undefined && new RegExp(`^${UUID}$`).test(id)) as string[];
  if (asked.length === 0) return new Set();
  const posts = await tx.post.findMany({ where: { id: { in: asked }, authorId }, select: { id: true } });
  return new Set(posts.map(({ id }) => id));
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
