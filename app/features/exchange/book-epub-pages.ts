import type { BookEvidence, BookFace, Run } from "./book";
import type { Block, Cell, Inline, Parts } from "./book-blocks";
import type { Drawn } from "./book-pictures.server";

/** What a text may show, and from where its addresses go on. */
export type Shown = { origin: string; pictures: Map<string, Drawn> };

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as XML holds them, without what it cannot hold. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .toWellFormed()
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? "");

/** The look of a book: what readers set themselves stays theirs. */
export const STYLE = `body { line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: start; page-break-after: avoid; break-after: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
.center { text-align: center; }
.end { text-align: end; }
pre { white-space: pre-wrap; }
blockquote { margin: 1em 0; border-inline-start: 3px solid; padding-inline-start: 1em; }
.lead { font-size: 1.15em; }
.genre { font-size: 0.9em; }
.evidence { border: 1px solid; border-radius: 0.4em; margin: 1em 0; padding: 0.2em 0.8em; font-size: 0.92em; }
.evidence-title { font-weight: bold; }
dt { font-weight: bold; margin-top: 0.6em; }
dd { margin: 0; overflow-wrap: anywhere; }
.code { max-width: 10em; }
li > p { margin: 0; }
`;

/** The first page of a language. */
export const titlePage = (face: BookFace): string =>
  page(
    face,
    `<section epub:type="titlepage"><p class="genre">${escaped(face.words.genre)}</p>
<h1>${escaped(face.title)}</h1>
<p class="lead">${escaped(face.summary)}</p>
<p>${escaped(face.authors.join(", "))}</p>
<p>${escaped(face.words.version)}</p></section>`,
  );

/** What there is to know of a copy, with the code that tells whether it is current. */
export const aboutPage = (face: BookFace): string =>
  page(
    face,
    `<section><h1>${escaped(face.words.about)}</h1>
<dl>
${face.facts.map(({ name, said }) => `<dt>${escaped(name)}</dt><dd>${runs(said)}</dd>`).join("\n")}
</dl>
<p><img class="code" src="code-${face.language}.svg" alt="${escaped(face.words.code)}"/></p>
<p>${escaped(face.words.check)}</p></section>`,
  );

/** The text, with what its sections rest on, its notes and its sources. */
export function facePage({ face, parts }: { face: BookFace; parts: Parts }, shown: Shown): string {
  const draw = drawing(shown, idsIn(parts));
  const sections = sectionsOf(parts.blocks).map(({ key, blocks }) => {
    const evidence = face.evidence.filter(({ section }) => key === `s-${section}`);
    return `<section>\n${draw.blocks(blocks)}\n${evidence.map((one) => evidenceBox(one, face.words.evidence)).join("\n")}</section>`;
  });
  const notes = parts.notes.map(
    (note, index) =>
      `<aside epub:type="footnote" role="doc-footnote" id="note-${index + 1}"><p>${index + 1}.</p>\n${draw.blocks(note)}</aside>`,
  );
  const sources = parts.sources.map((source, index) => `<li id="source-${index + 1}">${draw.inlines(source)}</li>`);
  return page(
    face,
    [
      ...sections,
      notes.length > 0 ? `<section><h2>${escaped(face.words.notes)}</h2>\n${notes.join("\n")}</section>` : "",
      sources.length > 0
        ? `<section id="sources"><h2>${escaped(face.words.sources)}</h2>\n<ol>\n${sources.join("\n")}\n</ol></section>`
        : "",
    ]
      .filter(Boolean)
      .join("\n"),
  );
}

const page = ({ language, title }: BookFace, body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><title>${escaped(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;

/** A text cut where its sections begin: `key` is the id of their heading. */
export function sectionsOf(blocks: Block[]): { key: string; blocks: Block[] }[] {
  const sections: { key: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const begins = block.is === "heading" && block.level === 2;
    if (begins || sections.length === 0) sections.push({ key: begins ? block.id : "", blocks: [] });
    sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

const evidenceBox = ({ lines }: BookEvidence, title: string): string =>
  `<aside class="evidence"><p class="evidence-title">${escaped(title)}</p>\n<ul>\n${lines.map((line) => `<li>${runs(line)}</li>`).join("\n")}\n</ul></aside>`;

const runs = (said: Run[]): string =>
  said
    .map(({ text, href, lang }) => {
      const language = lang ? ` lang="${lang}" xml:lang="${lang}"` : "";
      if (href) return `<a href="${escaped(href)}"${language}>${escaped(text)}</a>`;
      return lang ? `<span${language}>${escaped(text)}</span>` : escaped(text);
    })
    .join("");

/** Where a link of a text can lead within it. */
function idsIn({ blocks, sources }: Parts): Set<string> {
  const ids = new Set(sources.map((_, index) => `source-${index + 1}`));
  const walk = (all: Block[]) => {
    for (const block of all) {
      if (block.is === "heading") ids.add(block.id);
      if (block.is === "list") for (const item of block.items) walk(item);
      if (block.is === "quote") walk(block.blocks);
    }
  };
  walk(blocks);
  return ids;
}

function drawing({ origin, pictures }: Shown, ids: Set<string>) {
  const marked = new Set<number>();
  const blocks = (all: Block[]): string => all.map(block).join("\n");
  const inlines = (all: Inline[]): string => all.map(inline).join("");

  function block(one: Block): string {
    switch (one.is) {
      case "heading":
        return `<h${one.level} id="${escaped(one.id)}">${inlines(one.inlines)}</h${one.level}>`;
      case "paragraph":
        return `<p>${inlines(one.inlines)}</p>`;
      case "quote":
        return `<blockquote>${blocks(one.blocks) || "<p></p>"}</blockquote>`;
      case "code":
        return `<pre><code>${escaped(one.text)}</code></pre>`;
      case "rule":
        return "<hr/>";
      case "list": {
        const items = one.items.map(
          (item) => `<li>${item.length === 1 && item[0]?.is === "paragraph" ? inlines(item[0].inlines) : blocks(item)}</li>`,
        );
        if (items.length === 0) return "";
        return one.start === null
          ? `<ul>\n${items.join("\n")}\n</ul>`
          : `<ol${one.start === 1 ? "" : ` start="${one.start}"`}>\n${items.join("\n")}\n</ol>`;
      }
      case "table":
        return table(one.rows);
    }
  }

  function table(rows: Cell[][]): string {
    const [head = [], ...body] = rows;
    const row = (cells: Cell[]) => `<tr>${cells.map(cell).join("")}</tr>`;
    const rest = body.length > 0 ? `<tbody>${body.map(row).join("\n")}</tbody>` : "";
    return `<table><thead>${row(head)}</thead>${rest}</table>`;
  }

  function cell({ inlines: words, isHead, align }: Cell): string {
    const side = align === "left" ? "" : ` class="${align === "right" ? "end" : "center"}"`;
    const name = isHead ? "th" : "td";
    return `<${name}${isHead ? ' scope="col"' : ""}${side}>${inlines(words)}</${name}>`;
  }

  function inline(one: Inline): string {
    if (one.is === "break") return "<br/>";
    if (one.is === "box") return one.isChecked ? "☑ " : "☐ ";
    if (one.is === "note") {
      const id = marked.has(one.number) ? "" : ` id="note-mark-${one.number}"`;
      marked.add(one.number);
      return `<sup><a epub:type="noteref" role="doc-noteref"${id} href="#note-${one.number}">${one.number}</a></sup>`;
    }
    if (one.is === "picture") {
      const picture = pictures.get(one.id);
      return picture ? `<img src="${one.id}.${picture.type}" alt="${escaped(one.alt)}"/>` : escaped(one.alt);
    }
    let words = escaped(one.text);
    if (one.code) words = `<code>${words}</code>`;
    if (one.struck) words = `<del>${words}</del>`;
    if (one.italic) words = `<em>${words}</em>`;
    if (one.bold) words = `<strong>${words}</strong>`;
    const target = targetOf(one.href);
    return target === null ? words : `<a href="${escaped(target)}">${words}</a>`;
  }

  function targetOf(href: string | undefined): string | null {
    if (!href) return null;
    if (href.startsWith("#")) return ids.has(href.slice(1)) ? href : null;
    return href.startsWith("/") ? origin + href : href;
  }

  return { blocks, inlines };
}
