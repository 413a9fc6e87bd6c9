import { Marked, type Token, type Tokens } from "marked";
import footnotes from "marked-footnote";

import { idsFor, type Section } from "./markdown-headings";
import { type Pictures, type PostDrawing, postDrawing, type PostParts } from "./markdown-post";
import { fileOf } from "./markdown-references";
import { type Refusal, refusalOf } from "./markdown-refusal";
import { sanitize } from "./markdown-sanitize.server";
import { escapeHtml, targetOf } from "./markdown-target";
import { countWords, plainText } from "./plain-text";

/** What the renderer adds in words, in the language of the page. `{n}` stands for a number. */
export type Wording = { table: string; footnotes: string; backToText: string; spoiler: string; picture: string };

/** A text as it is shown (`html`), as it is searched (`text`), its length in words, and its sections for a table of contents. */
export type RenderedMarkdown = { html: string; text: string; words: number; sections: Section[] };

/** A post as it is shown and searched, with the handles that became links, and the files that are shown or linked to. */
export type RenderedPost = { html: string; text: string; names: string[]; files: string[] };

/** Stops the drawing of a text that must not be drawn. */
export class Refused extends Error {
  constructor(readonly reason: Refusal) {
    super(reason);
  }
}

/** In characters. A short text can refer to a long one many times over. */
const LONGEST_HTML = 3_000_000;
/** Of a post, with the lines that lead to its files. */
const LONGEST_POST = 40_000;
/** Twenty of them stand on a page, for everyone who opens it. */
const LONGEST_POST_HTML = 400_000;
const MOST_SOURCES = 500;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * Draws a text as HTML that is safe to show to anyone. HTML in the text is shown as it was typed. It runs in a worker thread,
 * since a hostile text may take long: see markdown.server.ts.
 */
export function drawText(source: string, wording: Wording, pictures: Pictures = new Map()): RenderedMarkdown {
  const text = readied(source);
  const marked = newMarked(wording, null, pictures);
  marked.use(footnotes({ prefixId: "s-footnote-", description: wording.footnotes, headingClass: "", backRefLabel: wording.backToText }));
  const html = sanitize(shortEnough(marked.parse(text, { async: false })));
  const plain = plainText(html);

  return { html, text: plain, words: countWords(plain), sections: sectionsIn(html) };
}

/** Draws a post: as any text, with names, titles, pictures and spoilers, and its headings below those of the page. */
export function drawPost(source: string, wording: Wording, parts: PostParts): RenderedPost {
  if (source.length > LONGEST_POST) throw new Refused("tooLong");
  const text = readied(source);
  const refuse = (reason: Refusal): never => {
    throw new Refused(reason);
  };
  const post = postDrawing(parts, wording, text.length, refuse);
  const marked = newMarked(wording, post);
  marked.use({ extensions: post.extensions });
  const prefixId = `${post.prefix}footnote-`;
  marked.use(footnotes({ prefixId, description: wording.footnotes, headingClass: "", backRefLabel: wording.backToText }));
  const drawn = shortEnough(marked.parse(text, { async: false }), LONGEST_POST_HTML).replace(/<(\/?)h2\b/g, "<$1h3");
  const html = shortEnough(sanitize(drawn), LONGEST_POST_HTML);

  return { html, text: plainText(html), names: [...post.used.names], files: [...post.used.files] };
}

/** Draws a list of sources, one a line; citations lead to `#source-1` and so on. Nothing where there are none. */
export function drawSources(source: string, wording: Wording): string {
  const lines = readied(source)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0) return "";
  if (lines.length > MOST_SOURCES) throw new Refused("tooLong");

  const marked = newMarked(wording);
  const items = lines.map((line, index) => {
    const number = index + 1;
    const unnumbered = line.replace(/^(\d{1,3})[.)][ \t]+/, (mark, own: string) => (Number(own) === number ? "" : mark));
    const html = sanitize(shortEnough(marked.parseInline(unnumbered, { async: false })));
    return `<li id="source-${number}">${html}</li>`;
  });
  return shortEnough(`<ol class="sources">\n${items.join("\n")}\n</ol>\n`);
}

/** The text without what HTML cannot hold, if it may be parsed at all. */
function readied(source: string): string {
  const text = source.toWellFormed().replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "");
  const reason = refusalOf(text);
  if (reason) throw new Refused(reason);
  return text;
}

/** A picture that stands in a text; undefined for any other. */
function pictureIn(pictures: Pictures, href: string, alt: string): string | undefined {
  const size = pictures.get(fileOf(href) ?? "");
  if (!size) return undefined;
  return `<img src="${href}" width="${size.width}" height="${size.height}" loading="lazy" decoding="async" alt="${escapeHtml(alt)}" />`;
}

function shortEnough(html: string, longest = LONGEST_HTML): string {
  if (html.length > longest) throw new Refused("tooLong");
  return html;
}

function newMarked(wording: Wording, post: PostDrawing | null = null, pictures: Pictures = new Map()): Marked {
  const prefix = post?.prefix ?? "s-";
  const linked = new Set<Token[]>();
  const marked = new Marked({ gfm: true, silent: false });
  let tables = 0;
  marked.use({
    hooks: {
      processAllTokens(tokens) {
        idsFor(headingsIn(marked, tokens), post ? 3 : 2);
        marked.walkTokens(tokens, (token) => {
          if (token.type === "link" && token.tokens) flatten(token.tokens, linked);
          else post?.weave(token, (list) => linked.has(list));
        });
        return tokens;
      },
    },
    // HTML is no Markdown here: without these two it is text like any other. A line break in a table cell cannot be had otherwise.
    tokenizer: {
      html: () => undefined,
      tag(source) {
        const [raw] = /^<br[ \t]*\/?>/i.exec(source) ?? [];
        return raw === undefined ? undefined : ({ type: "br", raw } as unknown as Tokens.Tag);
      },
    },
    renderer: {
      html: ({ text }) => escapeHtml(text),
      heading(token) {
        const { id, level } = token as unknown as { id: string; level: number };
        return `<h${level} id="${prefix}${id}">${this.parser.parseInline(token.tokens)}</h${level}>\n`;
      },
      code: ({ text }) => `<pre tabindex="0"><code>${escapeHtml(text.replace(/\n$/, ""))}\n</code></pre>\n`,
      link(token) {
        const inner = token.autolink ? escapeHtml(token.text) : this.parser.parseInline(token.tokens);
        if (post) return ownLink(post, token, inner);
        if (/^#source-\d{1,3}$/.test(token.href) && /^\d{1,3}$/.test(inner))
          return `<a class="citation" role="doc-noteref" href="${token.href}">[${inner}]</a>`;
        const target = targetOf(token.href);
        return target === null ? inner : `<a href="${escapeHtml(target)}">${inner}</a>`;
      },
      // Pictures of elsewhere are linked to: showing them would tell their server who reads here.
      image({ href, text }) {
        const own = post ? post.picture(href, text) : pictureIn(pictures, href, text);
        if (own !== undefined) return own;
        const target = targetOf(post?.hrefOf(href) ?? href, prefix);
        return target === null ? escapeHtml(text) : `<a href="${escapeHtml(target)}">${escapeHtml(text || target)}</a>`;
      },
      listitem(item) {
        const inner = this.parser.parse(item.tokens);
        if (!item.task) return `<li>${inner}</li>\n`;
        const name = plainText(inner.split(/<(?:ul|ol|blockquote|pre|div)/, 1)[0] ?? "").slice(0, 200);
        return `<li class="task">${inner.replace("<input ", () => `<input aria-label="${escapeHtml(name)}" `)}</li>\n`;
      },
      checkbox: ({ checked }) => `<input type="checkbox" disabled="disabled"${checked ? ' checked="checked"' : ""}> `,
      table({ header, rows }) {
        tables += 1;
        const row = (cells: Tokens.TableCell[]) => `<tr>${cells.map((cell) => this.tablecell(cell)).join("")}</tr>\n`;
        const name = escapeHtml(wording.table.replace("{n}", String(tables)));
        const body = rows.length === 0 ? "" : `<tbody>\n${rows.map(row).join("")}</tbody>\n`;
        return `<div class="table-scroll" role="region" tabindex="0" aria-label="${name}"><table>\n<thead>\n${row(header)}</thead>\n${body}</table></div>\n`;
      },
      tablecell({ tokens, header, align }) {
        const inner = this.parser.parseInline(tokens);
        const tag = header && inner !== "" ? 'th scope="col"' : "td";
        const side = align === "center" || align === "right" ? ` class="align-${align}"` : "";
        return `<${tag}${side}>${inner}</${tag.slice(0, 2)}>`;
      },
    },
  });
  return marked;
}

function headingsIn(marked: Marked, tokens: Token[]): Tokens.Heading[] {
  const headings: Tokens.Heading[] = [];
  marked.walkTokens(tokens, (token) => void (token.type === "heading" && headings.push(token as Tokens.Heading)));
  return headings;
}

/** A link in a post: a bare address of the portal says the title of its page. */
function ownLink(post: PostDrawing, { href, autolink }: Tokens.Link, inner: string): string {
  const target = targetOf(post.hrefOf(href), post.prefix);
  if (target === null) return inner;
  post.noteFile(href);
  const title = autolink ? post.titleOf(href) : undefined;
  return `<a href="${escapeHtml(target)}">${title === undefined ? inner : escapeHtml(title)}</a>`;
}

/** Takes links, pictures and footnote marks out of a link: a link cannot stand in another. Notes whose words are those of a link. */
function flatten(tokens: Token[], linked: Set<Token[]>) {
  linked.add(tokens);
  for (const [index, token] of tokens.entries()) {
    if (token.type === "link" || token.type === "image" || token.type === "footnoteRef")
      tokens[index] = { type: "text", raw: token.raw, text: String((token as Tokens.Link).text ?? ""), escaped: false };
    else if ("tokens" in token && token.tokens) flatten(token.tokens, linked);
  }
}

/** The headings of the second level, as they are in the HTML. */
function sectionsIn(html: string): Section[] {
  return [...html.matchAll(/<h2 id="s-([^"]+)">(.*?)<\/h2>/g)]
    .map(([, key = "", heading = ""]) => ({ key, heading: plainText(heading) }))
    .filter(({ key }) => key !== "footnote-label");
}
