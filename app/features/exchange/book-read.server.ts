import { parseDocument } from "htmlparser2";

import type { BookFace } from "./book";
import type { Block, Cell, Inline, Marks, Parts } from "./book-blocks";

type Node = ReturnType<typeof parseDocument>["children"][number];
type Element = Extract<Node, { attribs: unknown }>;

/** What the HTML of a text and of its sources consists of. It is our own (platform/markdown-render.server.ts), so only what that writes is known here. */
export function partsOf({ html, sourcesHtml }: Pick<BookFace, "html" | "sourcesHtml">): Parts {
  const notes: Block[][] = [];
  const blocks = blocksIn(parseDocument(html).children, notes);
  const list = elementsIn(parseDocument(sourcesHtml).children).find(({ name }) => name === "ol");
  const sources = elementsIn(list?.children ?? []).map((item) => trimmed(inlinesIn(item.children, {})));
  return { blocks, notes, sources };
}

const inlineNames = new Set(["a", "strong", "b", "em", "i", "del", "s", "code", "br", "img", "input", "sup", "span"]);

const isElement = (node: Node): node is Element => "attribs" in node;

const elementsIn = (nodes: Node[]): Element[] => nodes.filter(isElement);

/** Words that stand among blocks become a paragraph of their own: so it is in a list whose items are one line each. */
function blocksIn(nodes: Node[], notes: Block[][]): Block[] {
  const blocks: Block[] = [];
  let loose: Node[] = [];
  const close = () => {
    const inlines = trimmed(inlinesIn(loose, {}));
    if (inlines.length > 0) blocks.push({ is: "paragraph", inlines });
    loose = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || inlineNames.has(node.name)) loose.push(node);
    else {
      close();
      blocks.push(...blocksOf(node, notes));
    }
  }
  close();
  return blocks;
}

function blocksOf(node: Element, notes: Block[][]): Block[] {
  const { name, attribs, children } = node;
  if (/^h[1-6]$/.test(name))
    return [{ is: "heading", level: Math.max(2, Number(name[1])), id: attribs.id ?? "", inlines: trimmed(inlinesIn(children, {})) }];
  if (name === "p") return blocksIn(children, notes);
  if (name === "ul" || name === "ol") {
    const start = name === "ol" ? Number(attribs.start ?? 1) : null;
    return [{ is: "list", start, items: elementsIn(children).map((item) => blocksIn(item.children, notes)) }];
  }
  if (name === "blockquote") return [{ is: "quote", blocks: blocksIn(children, notes) }];
  if (name === "pre") return [{ is: "code", text: plain(children).replace(/\n$/, "") }];
  if (name === "hr") return [{ is: "rule" }];
  if (name === "table") return [{ is: "table", rows: rowsIn(children) }];
  if (name === "section" && (attribs.class ?? "").includes("footnotes")) {
    notes.push(...notesIn(children, notes));
    return [];
  }
  return blocksIn(children, notes);
}

function rowsIn(nodes: Node[]): Cell[][] {
  return elementsIn(nodes).flatMap((node) => (node.name === "tr" ? [elementsIn(node.children).map(cellOf)] : rowsIn(node.children)));
}

function cellOf({ name, attribs, children }: Element): Cell {
  const align = /^align-(center|right)$/.exec(attribs.class ?? "")?.[1] as "center" | "right" | undefined;
  return { inlines: trimmed(inlinesIn(children, {})), isHead: name === "th", align: align ?? "left" };
}

/** The notes below a text, without the arrows that lead back to it. */
function notesIn(nodes: Node[], notes: Block[][]): Block[][] {
  const list = elementsIn(nodes).find(({ name }) => name === "ol");
  return elementsIn(list?.children ?? []).map((item) => blocksIn(withoutReturn(item.children), notes));
}

const withoutReturn = (nodes: Node[]): Node[] =>
  nodes.flatMap((node): Node[] => {
    if (!isElement(node)) return [node];
    if (node.name === "a" && node.attribs.href?.startsWith("#s-footnote-ref-")) return [];
    node.children = withoutReturn(node.children as Node[]) as typeof node.children;
    return [node];
  });

function inlinesIn(nodes: Node[], marks: Marks): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === "text") {
      const text = node.data.replace(/[ \t\n\f]+/g, " ");
      return text === "" ? [] : [{ is: "text", text, ...marks }];
    }
    return isElement(node) ? inlinesOf(node, marks) : [];
  });
}

function inlinesOf({ name, attribs, children }: Element, marks: Marks): Inline[] {
  const nodes = children as Node[];
  if (name === "br") return [{ is: "break" }];
  if (name === "input") return [{ is: "box", isChecked: "checked" in attribs }];
  if (name === "img") {
    const id = /^\/files\/([0-9a-f-]{36})$/.exec(attribs.src ?? "")?.[1];
    const [width, height] = [Number(attribs.width), Number(attribs.height)];
    return id && width > 0 && height > 0 ? [{ is: "picture", id, alt: attribs.alt ?? "", width, height }] : [];
  }
  if (name === "sup") {
    const note = elementsIn(nodes).find((node) => node.attribs.id?.startsWith("s-footnote-ref-"));
    const number = Number(note && plain(note.children as Node[]));
    return number > 0 ? [{ is: "note", number }] : inlinesIn(nodes, marks);
  }
  if (name === "a") return inlinesIn(nodes, attribs.href ? { ...marks, href: attribs.href } : marks);
  if (name === "strong" || name === "b") return inlinesIn(nodes, { ...marks, bold: true });
  if (name === "em" || name === "i") return inlinesIn(nodes, { ...marks, italic: true });
  if (name === "del" || name === "s") return inlinesIn(nodes, { ...marks, struck: true });
  if (name === "code") return inlinesIn(nodes, { ...marks, code: true });
  return inlinesIn(nodes, marks);
}

const plain = (nodes: Node[]): string =>
  nodes.map((node) => (node.type === "text" ? node.data : isElement(node) ? plain(node.children as Node[]) : "")).join("");

/** Without the space at both ends, and around what begins a new line. */
function trimmed(inlines: Inline[]): Inline[] {
  const isEdge = (one: Inline | undefined) => one === undefined || one.is === "break";
  const cut = inlines.map((one, index): Inline => {
    if (one.is !== "text") return one;
    const start = isEdge(inlines[index - 1]) ? one.text.replace(/^ +/, "") : one.text;
    return { ...one, text: isEdge(inlines[index + 1]) ? start.replace(/ +$/, "") : start };
  });
  return cut.filter((one) => one.is !== "text" || one.text !== "");
}
