import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";
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

/**
 * Calls a person by their present name in every post that names them, when they may have taken another. Nobody remembers the handle they had:
 * it is the one of the drawn names that is none of the others named there.
 */
export async function renameMentions(accountId: string) {
  const profile = await db.profile.findUnique({
    where: { accountId },
    select: { slug: true, sortName: true, account: { select: { name: true } } },
  });
  if (!profile || profile.sortName === "") return;
  const called = { handle: profile.slug, name: profile.account.name };

  for (let after = ""; ; ) {
    const mentions = await db.postMention.findMany({
      where: { accountId, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true, postId: true },
    });
    for (const { postId } of mentions) await db.$transaction((tx) => renameIn(tx, postId, called));
    const last = mentions.at(-1);
    if (mentions.length < AT_ONCE || !last) return;
    after = last.id;
  }
}

async function renameIn(tx: Transaction, postId: string, called: NonNullable<Called>) {
  await tx.$queryRaw`SELECT id FROM "Post" WHERE id = ${postId}::uuid FOR UPDATE`;
  const { mentions, ...post } = await tx.post.findUniqueOrThrow({
    where: { id: postId },
    select: {
      id: true,
      language: true,
      body: true,
      html: true,
      mentions: { select: { account: { select: { profile: { select: { slug: true } } } } } },
    },
  });
  const known = new Set(mentions.map(({ account }) => account?.profile?.slug));
  const drawn = new Set([...post.html.matchAll(personLink("[a-z0-9-]+", post.language))].map(([, handle = ""]) => handle));
  const unknown = [...drawn].filter((handle) => !known.has(handle));
  const handle = drawn.has(called.handle) ? called.handle : unknown.length === 1 ? unknown[0] : undefined;
  if (handle) await replaceIn(tx, post, handle, called);
}

const personLink = (handle: string, language: Language) =>
  new RegExp(`<a class="mention" href="${pathTo(language, "person", { slug: "" })}(${handle})">@([^<]*)</a>`, "g");

type Post = { id: string; language: Language; body: string; html: string };

async function replaceIn(tx: Transaction, { id, language, body, html }: Post, handle: string, called: Called) {
  const words = called ? `@${called.handle}` : translator(language)("uploads.markdown.former");
  const otherwise = (text: string) => text.replace(reference(), (raw, found?: string) => (found?.toLowerCase() === handle ? words : raw));
  const drawn = html.replace(personLink(handle, language), (_, __, label: string) => {
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
