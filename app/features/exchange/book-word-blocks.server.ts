import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

import { type Block, type Cell, type Inline, wordsIn } from "./book-blocks";
import { childrenOf, clean, localeOf, markOf, type Pen } from "./book-word-text.server";

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5];
const alignments = { left: AlignmentType.START, center: AlignmentType.CENTER, right: AlignmentType.END } as const;

const MOST_DEEP = 8;
const RTL = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Lists that are numbered, each from its own number on; Word counts each of them by itself. */
export type Counts = { lists: number; starts: Set<number> };

type Within = { pen: Pen; counts: Counts; style?: string; depth: number };

export function blocksOf(blocks: Block[], within: Within): (Paragraph | Table)[] {
  return blocks.flatMap((block) => blockOf(block, within));
}

function blockOf(block: Block, within: Within): (Paragraph | Table)[] {
  const { pen } = within;
  switch (block.is) {
    case "heading":
      return [headed(block, pen)];
    case "paragraph":
      return [paragraph(block.inlines, within, {})];
    case "list":
      return listOf(block, within);
    case "quote":
      return blocksOf(block.blocks, { ...within, style: "Quote" });
    case "code":
      return block.text
        .split("\n")
        .map((line) => new Paragraph({ style: "PortalCode", children: [new TextRun({ text: clean(line) || " ", noProof: true })] }));
    case "rule":
      return [new Paragraph({ style: "PortalRule" })];
    case "table":
      // Two tables that touch are one for Word.
      return [tableOf(block.rows, pen), new Paragraph({ style: "PortalGap" })];
  }
}

function headed({ level, id, inlines }: Extract<Block, { is: "heading" }>, pen: Pen): Paragraph {
  const mark = markOf(pen, id);
  const words = childrenOf(inlines, pen);
  const heading = headings[Math.min(level - 2, 4)] ?? HeadingLevel.HEADING_5;
  return new Paragraph({ heading, children: mark ? [new Bookmark({ id: mark, children: words })] : words });
}

function paragraph(inlines: Inline[], { pen, style, depth }: Within, more: Partial<IParagraphOptions>): Paragraph {
  const children: ParagraphChild[] = childrenOf(inlines, pen);
  return new Paragraph({
    ...(style ? { style } : depth > 0 && !more.numbering ? { style: "ListParagraph" } : {}),
    ...(RTL.test(wordsIn(inlines)) ? { bidirectional: true } : {}),
    ...more,
    children,
  });
}

function listOf({ start, items }: Extract<Block, { is: "list" }>, within: Within): (Paragraph | Table)[] {
  const { counts, depth } = within;
  counts.lists += 1;
  if (start !== null) counts.starts.add(start);
  const level = Math.min(depth, MOST_DEEP);
  const numbering = { reference: start === null ? "signs" : `numbers-${start}`, level, instance: counts.lists };
  return items.flatMap((item) => {
    const [first, ...rest] = item;
    const inner = { ...within, depth: depth + 1 };
    const { inlines, others } = first?.is === "paragraph" ? { inlines: first.inlines, others: rest } : { inlines: [], others: item };
    const { style: _, ...plain } = inner;
    return [paragraph(inlines, plain, { numbering, contextualSpacing: true }), ...blocksOf(others, inner)];
  });
}

function tableOf(rows: Cell[][], pen: Pen): Table {
  const count = Math.max(1, ...rows.map(({ length }) => length));
  const edge = { style: BorderStyle.SINGLE, size: 4, color: "B9C4C0" };
  const full = rows.map((row) => [
    ...row,
    ...Array.from({ length: count - row.length }, (): Cell => ({ inlines: [], isHead: false, align: "left" })),
  ]);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: count }, () => Math.floor(9360 / count)),
    borders: { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge },
    rows: full.map(
      (row, index) =>
        new TableRow({ tableHeader: index === 0, cantSplit: false, children: row.map((cell) => cellOf(cell, index === 0, pen)) }),
    ),
  });
}

const cellOf = ({ inlines, align }: Cell, isHead: boolean, pen: Pen): TableCell =>
  new TableCell({
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: "F1F4F2", color: "auto" } } : {}),
    children: [
      new Paragraph({
        style: isHead ? "PortalTableHead" : "PortalTableCell",
        alignment: alignments[align],
        children: childrenOf(inlines, pen),
      }),
    ],
  });

/** Notes hold no more than paragraphs. */
export const noteOf = (blocks: Block[], pen: Pen): Paragraph[] => {
  const paragraphs = blocks.map((block) => new Paragraph({ style: "FootnoteText", children: childrenOf(inlinesOf(block), pen) }));
  return paragraphs.length > 0
    ? paragraphs
    : [new Paragraph({ style: "FootnoteText", children: [new TextRun({ text: "", language: localeOf(pen.language) })] })];
};

function inlinesOf(block: Block): Inline[] {
  if (block.is === "heading" || block.is === "paragraph") return block.inlines.filter(({ is }) => is !== "note" && is !== "picture");
  const between = (all: Inline[][]) => all.flatMap((inlines, index): Inline[] => (index === 0 ? inlines : [{ is: "break" }, ...inlines]));
  if (block.is === "list") return between(block.items.map((item) => between(item.map(inlinesOf))));
  if (block.is === "quote") return between(block.blocks.map(inlinesOf));
  if (block.is === "table")
    return between(block.rows.map((row) => row.flatMap(({ inlines }): Inline[] => [...inlines, { is: "text", text: " " }])));
  return block.is === "code" ? [{ is: "text", text: block.text, code: true }] : [];
}
