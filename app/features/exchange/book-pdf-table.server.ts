import { type Cell, wordsIn } from "./book-blocks";
import type { Look } from "./book-pdf-fonts.server";
import { type Line, linesOf, type Said, widthsOf } from "./book-pdf-lines.server";
import {
  artifact,
  child,
  colors,
  down,
  drawLine,
  drawLines,
  left,
  lineHeight,
  need,
  type Sheet,
  skip,
  type Tag,
  turn,
} from "./book-pdf-sheet.server";
import { type Ink, saidIn } from "./book-pdf-words.server";

const PADDING = { x: 6, y: 4 };
const SIZE = 9.5;
/** A table of more columns cannot be read on paper. */
const MOST_COLUMNS = 10;

const lookOf = (cell: Cell): Look => ({ style: cell.isHead ? "bold" : "text", size: SIZE, color: colors.ink });

/** A table, or, where its columns do not fit beside one another, its rows below one another. */
export function drawTable(sheet: Sheet, tag: Tag, rows: Cell[][], ink: Ink) {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  if (count === 0) return;
  const table = child(sheet, tag, "Table");
  const widths = count <= MOST_COLUMNS ? columnsOf(sheet, rows, count, ink) : null;
  if (widths === null) drawRecords(sheet, table, rows, ink);
  else drawGrid(sheet, table, rows, widths, ink);
}

/** How wide each column is; null where not even the words fit. */
function columnsOf({ type, width }: Sheet, rows: Cell[][], count: number, ink: Ink): number[] | null {
  const measures = Array.from({ length: count }, (_, column) => {
    const cells = rows.flatMap((row) => row[column] ?? []).map((cell) => widthsOf(type, saidIn(cell.inlines, lookOf(cell), ink)));
    // A long address is cut before a column becomes wider than it need be.
    const least = Math.min(110, Math.max(18, ...cells.map((cell) => cell.least))) + 2 * PADDING.x;
    return { least, most: Math.max(least, ...cells.map((cell) => cell.most + 2 * PADDING.x)) };
  });
  const least = measures.reduce((sum, one) => sum + one.least, 0);
  const most = measures.reduce((sum, one) => sum + one.most, 0);
  if (least > width) return null;
  if (most <= width) return measures.map((one) => one.most);
  return measures.map((one) => one.least + ((width - least) * (one.most - one.least)) / (most - least));
}

type Laid = { cell: Cell; lines: Line[]; tag: Tag | null };

function drawGrid(sheet: Sheet, table: Tag, rows: Cell[][], widths: number[], ink: Ink) {
  const [head = [], ...body] = rows;
  const lay = (cells: Cell[]): Laid[] =>
    widths.map((width, column) => {
      const cell = cells[column] ?? { inlines: [], isHead: false, align: "left" as const };
      return { cell, lines: linesOf(sheet.type, saidIn(cell.inlines, lookOf(cell), ink), width - 2 * PADDING.x), tag: null };
    });
  const headLaid = lay(head);
  const headHeight = heightOf(headLaid);
  need(sheet, Math.min(300, headHeight + 40));
  drawRow(sheet, table, headLaid, widths, true, 0);
  // What takes a third of a page is not said again on each.
  const repeated = headHeight < 200 && head.some(({ isHead }) => isHead) ? headLaid : null;
  for (const cells of body) {
    const laid = lay(cells);
    const height = heightOf(laid);
    if (height > left(sheet) && (height < 400 || left(sheet) < 60)) nextPage(sheet, repeated, widths);
    drawRow(sheet, table, laid, widths, false, repeated ? headHeight : 0, () => nextPage(sheet, repeated, widths));
  }
  rule(sheet, widths, sheet.y, colors.edge);
}

const heightOf = (row: Laid[]): number =>
  Math.max(...row.map(({ lines }) => lines.reduce((sum, { size }) => sum + lineHeight(size), 0))) + 2 * PADDING.y;

/** The head stands on each page, for those who look; those who listen hear it once. */
function nextPage(sheet: Sheet, head: Laid[] | null, widths: number[]) {
  rule(sheet, widths, sheet.y, colors.edge);
  turn(sheet);
  if (!head) return;
  const { y } = sheet;
  artifact(sheet, () => {
    sheet.doc.rect(sheet.x, y, sum(widths), heightOf(head)).fill(colors.ground);
  });
  down(sheet, heightOf(head));
  artifact(sheet, () => eachLine(sheet, head, widths, y + PADDING.y, (one, line, place) => plainLine(sheet, one.cell, line, place)));
}

/** One row; what does not fit on the page goes on on the next. */
function drawRow(sheet: Sheet, table: Tag, row: Laid[], widths: number[], isHead: boolean, _head: number, onward = () => turn(sheet)) {
  const tag = child(sheet, table, "TR");
  for (const one of row) one.tag = child(sheet, tag, one.cell.isHead ? "TH" : "TD", one.cell.isHead ? { scope: "Column" } : {});
  let rest = row.map((one) => ({ ...one }));
  while (rest.some(({ lines }) => lines.length > 0)) {
    const room = Math.max(left(sheet) - 2 * PADDING.y, lineHeight(SIZE));
    const now = rest.map((one) => ({ ...one, lines: fitting(one.lines, room) }));
    const height = heightOf(now);
    const { y } = sheet;
    if (isHead) artifact(sheet, () => void sheet.doc.rect(sheet.x, y, sum(widths), height).fill(colors.ground));
    else rule(sheet, widths, y, colors.edge);
    down(sheet, height);
    eachLine(sheet, now, widths, y + PADDING.y, (one, line, place) => {
      if (one.tag) drawLine(sheet, one.tag, line, { ...place, align: one.cell.align }, one.cell.isHead ? "TH" : "TD");
    });
    rest = rest.map((one, index) => ({ ...one, lines: one.lines.slice(now[index]?.lines.length ?? 0) }));
    if (rest.some(({ lines }) => lines.length > 0)) onward();
  }
}

function fitting(lines: Line[], room: number): Line[] {
  let used = 0;
  const fit = lines.filter(({ size }, index) => {
    used += lineHeight(size);
    return used <= room || index === 0;
  });
  return fit;
}

type Place = { x: number; y: number; width: number };

function eachLine(sheet: Sheet, row: Laid[], widths: number[], top: number, draw: (one: Laid, line: Line, place: Place) => void) {
  let { x } = sheet;
  for (const [column, one] of row.entries()) {
    const width = widths[column] ?? 0;
    let y = top;
    for (const line of one.lines) {
      draw(one, line, { x: x + PADDING.x, y, width: width - 2 * PADDING.x });
      y += lineHeight(line.size);
    }
    x += width;
  }
}

function plainLine({ doc }: Sheet, { align }: Cell, line: Line, { x, y, width }: Place) {
  const words = line.words.flatMap(({ pieces, space }) =>
    pieces.map((piece, index) => ({ piece, space: index === pieces.length - 1 ? space : 0 })),
  );
  const wide = words.reduce((total, { piece, space }) => total + piece.width + space, 0);
  let at = x + (align === "right" ? width - wide : align === "center" ? (width - wide) / 2 : 0);
  for (const { piece, space } of words) {
    doc.font(piece.font).fontSize(piece.look.size).fillColor(piece.look.color);
    doc.text(piece.text, at, y + lineHeight(line.size) * 0.5 + line.size * 0.32, { lineBreak: false, baseline: "alphabetic" });
    at += piece.width + space;
  }
}

function rule(sheet: Sheet, widths: number[], y: number, color: string) {
  artifact(
    sheet,
    () =>
      void sheet.doc
        .moveTo(sheet.x, y)
        .lineTo(sheet.x + sum(widths), y)
        .lineWidth(0.6)
        .stroke(color),
  );
}

/** Each row by itself: its first cell, and below it every other one with the name of its column. */
function drawRecords(sheet: Sheet, table: Tag, rows: Cell[][], ink: Ink) {
  const [head = [], ...body] = rows;
  const names = head.map(({ inlines }) => wordsIn(inlines));
  const bold: Look = { style: "bold", size: SIZE, color: colors.ink };
  for (const [index, cells] of (body.length > 0 ? body : [head]).entries()) {
    if (index > 0) skip(sheet, 8);
    need(sheet, 44);
    rule(sheet, [sheet.width], sheet.y, colors.edge);
    down(sheet, 4);
    const row = child(sheet, table, "TR");
    for (const [column, cell] of cells.entries()) {
      const isFirst = column === 0;
      const owner = child(sheet, row, isFirst ? "TH" : "TD", isFirst ? { scope: "Row" } : {});
      const name = isFirst || !names[column] ? [] : [{ text: `${names[column]} — `, look: { ...bold, color: colors.soft } }];
      const said: Said[] = [...name, ...saidIn(cell.inlines, isFirst ? bold : { ...bold, style: "text" }, ink)];
      drawLines(sheet, owner, linesOf(sheet.type, said, sheet.width), isFirst ? "TH" : "TD");
    }
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
