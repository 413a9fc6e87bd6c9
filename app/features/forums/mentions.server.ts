import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import type { Transaction } from "~/platform/db.server";
import { reference } from "~/platform/markdown-references";
import { escapeHtml } from "~/platform/markdown-target";
import { pathTo } from "~/platform/paths";
import { plainText } from "~/platform/plain-text";

const AT_ONCE = 200;

/** Who someone is called from now on. Null for someone who left for good. */
type Called = { handle: string; name: string } | null;

/**
 * Calls a person otherwise in every post that names them by this handle, in its older versions too: by their new name, or as a former member.
 * To be called before the profile goes, since the handle goes with it. An open form of such a post meets a newer version.
 */
export async function replaceMentions(tx: Transaction, accountId: string, handle: string, called: Called) {
  for (let after = ""; ; ) {
    const mentions = await tx.postMention.findMany({
      where: { accountId, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true, post: { select: { id: true, language: true, body: true, html: true } } },
    });
    for (const { post } of mentions) await replaceIn(tx, post, handle, called);
    const last = mentions.at(-1);
    if (mentions.length < AT_ONCE || !last) return;
    after = last.id;
  }
}

type Post = { id: string; language: Language; body: string; html: string };

async function replaceIn(tx: Transaction, { id, language, body, html }: Post, handle: string, called: Called) {
  const words = called ? `@${called.handle}` : translator(language)("uploads.markdown.former");
  const otherwise = (text: string) => text.replace(reference(), (raw, found?: string) => (found?.toLowerCase() === handle ? words : raw));
  const link = new RegExp(`<a class="mention" href="${pathTo(language, "person", { slug: handle })}">@([^<]*)</a>`, "g");
  const drawn = html.replace(link, (_, label: string) => {
    if (!called) return escapeHtml(words);
    // Where the name is not for everyone, the handle stands in its place.
    const name = label === handle ? called.handle : called.name;
    return `<a class="mention" href="${pathTo(language, "person", { slug: called.handle })}">@${escapeHtml(name)}</a>`;
  });
  // In code a handle is no link, but it says the same.
  const said = drawn.replace(/>[^<]+/g, otherwise);
  const next = { body: otherwise(body), html: said, text: plainText(said) };
  if (next.body !== body || next.html !== html)
    await tx.post.update({ where: { id }, data: { ...next, version: { increment: 1 } }, select: { id: true } });

  for (const revision of await tx.postRevision.findMany({ where: { postId: id }, select: { number: true, body: true } })) {
    const replaced = otherwise(revision.body);
    if (replaced !== revision.body)
      await tx.postRevision.update({
        where: { postId_number: { postId: id, number: revision.number } },
        data: { body: replaced },
        select: { number: true },
      });
  }
}
