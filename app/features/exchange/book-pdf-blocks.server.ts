import type { BookEvidence } from "./book";
import { type Block, type Inline, wordsIn } from "./book-blocks";
import { type Look, widthOf } from "./book-pdf-fonts.server";
import { linesOf } from "./book-pdf-lines.server";
import {
  artifact,
  child,
  colors,
  content,
  down,
  drawLine,
  drawLines,
  left,
  lineHeight,
  mark,
  need,
  paper,
  type Sheet,
  skip,
  type Tag,
} from "./book-pdf-sheet.server";
import { drawTable } from "./book-pdf-table.server";
import { type Ink, saidIn, saidOf } from "./book-pdf-words.server";

const INDENT = 20;
/** No text becomes narrower than this, however deep it is nested. */
const NARROWEST = 160;

const headingSizes: Record<number, number> = { 2: 16, 3: 13, 4: 11.5, 5: 11, 6: 11 };

export function drawBlocks(sheet: Sheet, tag: Tag, blocks: Block[], ink: Ink) {
  for (const [index, block] of blocks.entries()) {
    if (index > 0 && block.is !== "heading") skip(sheet, ink.size * 0.6);
    drawBlock(sheet, tag, block, ink);
  }
}

function drawBlock(sheet: Sheet, tag: Tag, block: Block, ink: Ink) {
  switch (block.is) {
    case "heading":
      return drawHeading(sheet, tag, block, ink);
    case "paragraph":
      return drawParagraph(sheet, tag, block.inlines, ink);
    case "list":
      return drawList(sheet, tag, block, ink);
    case "quote":
      return aside(sheet, child(sheet, tag, "BlockQuote"), colors.edge, (quote) => drawBlocks(sheet, quote, block.blocks, ink));
    case "code":
      return drawCode(sheet, tag, block.text);
    case "table":
      return drawTable(sheet, tag, block.rows, ink);
    case "rule":
      need(sheet, 14);
      artifact(
        sheet,
        () =>
          void sheet.doc
            .moveTo(sheet.x, sheet.y + 6)
            .lineTo(sheet.x + sheet.width, sheet.y + 6)
            .lineWidth(0.6)
            .stroke(colors.edge),
      );
      return down(sheet, 12);
  }
}

function drawHeading(sheet: Sheet, tag: Tag, { level, id, inlines }: Extract<Block, { is: "heading" }>, ink: Ink) {
  const size = headingSizes[level] ?? 11;
  const look: Look = { style: level === 2 ? "title" : "bold", size, color: colors.ink };
  const lines = linesOf(sheet.type, saidIn(inlines, look, ink), sheet.width);
  const height = lines.reduce((sum, line) => sum + lineHeight(line.size), 0);
  // A heading stays with the lines below it.
  need(sheet, Math.min(height + 70, 300));
  skip(sheet, level === 2 ? 20 : 13);
  mark(sheet, id);
  if (level === 2) sheet.doc.outline.addItem(wordsIn(inlines).slice(0, 200));
  const heading = child(sheet, tag, `H${level}`, { title: wordsIn(inlines).slice(0, 200) });
  drawLines(sheet, heading, lines, `H${level}`);
  down(sheet, level === 2 ? 5 : 3);
}

/** Pictures among words stand below the words before them. */
function drawParagraph(sheet: Sheet, tag: Tag, inlines: Inline[], ink: Ink) {
  const look: Look = { style: "text", size: ink.size, color: colors.ink };
  let words: Inline[] = [];
  const close = () => {
    if (words.some((one) => one.is !== "text" || one.text.trim() !== ""))
      drawLines(sheet, child(sheet, tag, "P"), linesOf(sheet.type, saidIn(words, look, ink), sheet.width));
    words = [];
  };
  for (const one of inlines) {
    if (one.is !== "picture" || !ink.pictures.has(one.id)) words.push(one);
    else {
      close();
      drawPicture(sheet, tag, one, ink);
    }
  }
  close();
}

function drawPicture(sheet: Sheet, tag: Tag, { id, alt }: Extract<Inline, { is: "picture" }>, { pictures }: Ink) {
  const picture = pictures.get(id);
  if (!picture) return;
  const most = { width: sheet.width, height: 380 };
  // As large as on a screen, and no larger than the column.
  const scale = Math.min(most.width / picture.width, most.height / picture.height, 0.75);
  const [width, height] = [picture.width * scale, picture.height * scale];
  need(sheet, height + 8);
  down(sheet, 4);
  const { x, y, doc } = sheet;
  down(sheet, height + 4);
  const figure = child(sheet, tag, "Figure", { alt: alt || "–", bbox: [x, y, x + width, y + height], placement: "Block" });
  content(sheet, figure, "Figure", () => void doc.image(picture.data, x, y, { width, height }));
}

function drawList(sheet: Sheet, tag: Tag, { start, items }: Extract<Block, { is: "list" }>, ink: Ink) {
  const list = child(sheet, tag, "L");
  const look: Look = { style: "text", size: ink.size, color: colors.soft };
  for (const [index, item] of items.entries()) {
    if (index > 0) skip(sheet, ink.size * 0.28);
    // The box of a task stands for the sign.
    const isTask = item[0]?.is === "paragraph" && item[0].inlines[0]?.is === "box";
    const label = start !== null ? `${start + index}.` : isTask ? "" : "•";
    const lines = linesOf(sheet.type, [{ text: label, look }], 60);
    const entry = child(sheet, list, "LI");
    const indent = Math.max(INDENT, (lines[0]?.words[0]?.width ?? 0) + 7);
    need(sheet, lineHeight(ink.size));
    if (lines[0])
      drawLine(
        sheet,
        child(sheet, entry, "Lbl"),
        lines[0],
        { x: sheet.x, y: sheet.y, width: indent - 7, align: start === null ? "left" : "right" },
        "Lbl",
      );
    indented(sheet, indent, () => drawBlocks(sheet, child(sheet, entry, "LBody"), item, ink));
    if (item.length === 0) down(sheet, lineHeight(ink.size));
  }
}

function drawCode(sheet: Sheet, tag: Tag, text: string) {
  const look: Look = { style: "code", size: 8.5, color: colors.ink };
  const lines = text.split("\n").slice(0, 5_000);
  sheet.sides.push({ x: sheet.x, width: sheet.width, color: colors.ground });
  need(sheet, 40);
  down(sheet, 6);
  const code = child(sheet, child(sheet, tag, "P"), "Code");
  indented(sheet, 8, () => {
    // Spaces count here: they do not break.
    for (const line of lines)
      drawLines(
        sheet,
        code,
        linesOf(sheet.type, [{ text: line.replace(/\t/g, "    ").replace(/ /g, "\u00a0"), look }], sheet.width - 8),
        "Code",
      );
  });
  down(sheet, Math.min(6, Math.max(0, left(sheet))));
  sheet.sides.pop();
}

/** With a line along its left. */
function aside(sheet: Sheet, tag: Tag, color: string, draw: (tag: Tag) => void) {
  sheet.sides.push({ x: sheet.x, width: 2.5, color });
  indented(sheet, 14, () => draw(tag));
  sheet.sides.pop();
}

/** What a section rests on, beside its end. */
export function drawEvidence(sheet: Sheet, tag: Tag, { lines }: BookEvidence, title: string) {
  const size = 9.5;
  skip(sheet, 10);
  need(sheet, 44);
  aside(sheet, child(sheet, tag, "Div"), colors.accent, (box) => {
    const look: Look = { style: "bold", size, color: colors.ink };
    drawLines(sheet, child(sheet, box, "P"), linesOf(sheet.type, [{ text: title, look }], sheet.width));
    for (const line of lines) {
      down(sheet, Math.min(2, Math.max(0, left(sheet))));
      drawLines(sheet, child(sheet, box, "P"), linesOf(sheet.type, saidOf(line, { style: "text", size, color: colors.ink }), sheet.width));
    }
  });
}

function indented(sheet: Sheet, by: number, draw: () => void) {
  const { x, width } = sheet;
  const room = Math.min(by, Math.max(0, width - NARROWEST));
  sheet.x += room;
  sheet.width -= room;
  draw();
  sheet.x = x;
  sheet.width = width;
}

/** How much of a text fits on one line, with dots where it goes on. */
export function shortened(sheet: Sheet, text: string, font: string, size: number, width: number): string {
  if (widthOf(sheet.type, text, font, size) <= width) return text;
  let short = text;
  while (short.length > 1 && widthOf(sheet.type, `${short}…`, font, size) > width) short = short.slice(0, -4).trimEnd();
  return `${short}…`;
}

export const column = paper.width - paper.left - paper.right;
