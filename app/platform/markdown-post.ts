import type { Token, TokenizerAndRendererExtension, Tokens } from "marked";

import { fileOf, ownPathOf, reference, untailed } from "./markdown-references";
import { type Refusal, spoilerCloses, spoilerOpens } from "./markdown-refusal";
import { escapeHtml } from "./markdown-target";

/** By id: how large the pictures are that a text may show. */
export type Pictures = Map<string, { width: number; height: number }>;

/** What a post is drawn with. What is not in here is drawn as in any other text. */
export type PostParts = {
  /** Stands in every id of the post, so that many can be on a page. */
  key: string;
  origin: string;
  /** By handle: where the link leads and what it says. */
  names: Map<string, { href: string; label: string }>;
  /** By path: the title of the page there. */
  titles: Map<string, string>;
  /** By id: the size of a picture, or null for any other file. */
  files: Map<string, { width: number; height: number } | null>;
};

/** What of it stands in the post as it was drawn. */
export type Used = { names: Set<string>; files: Set<string> };

type Words = { spoiler: string; picture: string };

/** A short handle may stand for a long name: so many are drawn in a post, and the rest stay words. */
const MOST_MENTIONS = 200;

/** How often the text may be read on the search for the ends of spoilers. */
const MOST_READINGS = 40;

/** Draws what only posts have, and notes what it drew. `refuse` stops the drawing. */
export function postDrawing(parts: PostParts, words: Words, length: number, refuse: (reason: Refusal) => never) {
  const used: Used = { names: new Set(), files: new Set() };
  let mentionsLeft = MOST_MENTIONS;
  const isNamed = (handle: string) => parts.names.has(handle) && mentionsLeft-- > 0;
  const pathOf = (href: string) => ownPathOf(href.replaceAll("&amp;", "&").trim(), parts.origin);
  const ownFile = (href: string) => {
    const id = fileOf(pathOf(href) ?? "");
    if (id === null || !parts.files.has(id)) return undefined;
    used.files.add(id);
    return { id, size: parts.files.get(id) ?? null };
  };

  return {
    used,
    prefix: `s-${parts.key}-`,
    extensions: [mentions(parts, used), pages(), spoilers(words.spoiler, length, refuse)],
    /** Puts names and titles in the place of words; what stands in a link stays as it is. */
    weave: (token: Token, isLinked: (tokens: Token[]) => boolean) => {
      for (const tokens of childrenOf(token)) if (!isLinked(tokens)) weave(tokens, isNamed, parts.titles);
    },
    /** The portal's own origin is left out of a link, so that it counts as a way within. */
    hrefOf: (href: string) => pathOf(href) ?? href,
    titleOf: (href: string) => parts.titles.get(pathOf(href) ?? ""),
    noteFile: (href: string) => void ownFile(href),
    /** A picture that was sent to the portal; undefined for any other. */
    picture(href: string, alt: string): string | undefined {
      const file = ownFile(href);
      if (!file?.size) return undefined;
      const path = `/files/${file.id}`;
      const name = alt.trim() === "" ? ` aria-label="${escapeHtml(words.picture)}"` : "";
      const { width, height } = file.size;
      return `<a href="${path}"${name}><img src="${path}" width="${width}" height="${height}" loading="lazy" decoding="async" alt="${escapeHtml(alt)}" /></a>`;
    },
  };
}

export type PostDrawing = ReturnType<typeof postDrawing>;

const mentions = ({ names }: PostParts, used: Used): TokenizerAndRendererExtension => ({
  name: "mention",
  renderer({ handle }) {
    const named = names.get(handle);
    used.names.add(handle);
    return named ? `<a class="mention" href="${escapeHtml(named.href)}">@${escapeHtml(named.label)}</a>` : "";
  },
});

const pages = (): TokenizerAndRendererExtension => ({
  name: "page",
  renderer: ({ href, title }) => `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`,
});

/** `[spoiler]` at the beginning of a line, up to the `[/spoiler]` at the end of one that belongs to it. */
function spoilers(word: string, length: number, refuse: (reason: Refusal) => never): TokenizerAndRendererExtension {
  let left = MOST_READINGS * length;
  const spend = (count: number) => {
    left -= count;
    if (left < 0) refuse("tooDeep");
  };
  return {
    name: "spoiler",
    level: "block",
    childTokens: ["tokens"],
    start(source) {
      const at = source.search(/\n\[spoiler\]/i);
      return at < 0 ? undefined : at + 1;
    },
    tokenizer(source) {
      const raw = spoilerOpens(source) ? spoilerAt(source, spend) : null;
      if (raw === null) return undefined;
      const inner = raw.trim().slice("[spoiler]".length, -"[/spoiler]".length);
      return { type: "spoiler", raw, tokens: this.lexer.blockTokens(inner.replace(/^[ \t]*\n/, ""), []) };
    },
    renderer({ tokens = [] }) {
      return `<details class="spoiler"><summary>${escapeHtml(word)}</summary>\n${this.parser.parse(tokens)}</details>\n`;
    },
  };
}

function spoilerAt(source: string, spend: (count: number) => void): string | null {
  let depth = 0;
  let fence = "";
  for (let from = 0; from < source.length; ) {
    const end = source.indexOf("\n", from);
    const next = end < 0 ? source.length : end + 1;
    const line = source.slice(from, next);
    spend(line.length);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence !== "") fence = mark.startsWith(fence) ? "" : fence;
    else if (mark !== "") fence = mark;
    else {
      if (spoilerOpens(line)) depth += 1;
      if (spoilerCloses(line)) depth -= 1;
      if (depth === 0) return source.slice(0, next);
    }
    from = next;
  }
  return null;
}

/** The lists of inline tokens right below a token. */
function childrenOf(token: Token): Token[][] {
  if (token.type === "table") {
    const { header, rows } = token as Tokens.Table;
    return [...header, ...rows.flat()].map((cell) => cell.tokens);
  }
  return token.type !== "link" && "tokens" in token && token.tokens ? [token.tokens] : [];
}

function weave(tokens: Token[], isNamed: (handle: string) => boolean, titles: PostParts["titles"]) {
  const woven: Token[] = [];
  for (const token of tokens) {
    if (token.type !== "text" || (token as Tokens.Text).tokens) woven.push(token);
    else woven.push(...piecesOf(token as Tokens.Text, isNamed, titles));
  }
  tokens.length = 0;
  for (const token of woven) tokens.push(token);
}

function piecesOf(token: Tokens.Text, isNamed: (handle: string) => boolean, titles: PostParts["titles"]): Token[] {
  const { text } = token;
  const pieces: Token[] = [];
  let done = 0;
  const plain = (end: number) => {
    if (end > done) pieces.push({ ...token, raw: text.slice(done, end), text: text.slice(done, end) });
  };
  for (const { 0: raw, 1: handle, 2: path, index } of text.matchAll(reference())) {
    const href = untailed(path ?? "");
    const title = titles.get(href);
    const known = handle ? isNamed(handle.toLowerCase()) : title !== undefined;
    if (!known) continue;
    plain(index);
    pieces.push(handle ? { type: "mention", raw, handle: handle.toLowerCase() } : { type: "page", raw, href, title });
    done = index + (handle ? raw.length : href.length);
  }
  if (done === 0 && pieces.length === 0) return [token];
  plain(text.length);
  return pieces;
}
