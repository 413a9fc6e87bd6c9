import type { Doc, Piece, Type } from "./book-pdf-fonts.server";
import { type Line, placesIn, widthOfLine } from "./book-pdf-lines.server";

export type Tag = ReturnType<Doc["struct"]>;

/** Where the next thing is drawn, and what runs along its left: the line of a quote, or the ground of a code. */
export type Sheet = { type: Type; doc: Doc; x: number; width: number; y: number; sides: Side[]; places: Set<string>; prefix: string };

type Side = { x: number; width: number; color: string };

export const colors = { ink: "#1c2b2a", soft: "#4b5b59", link: "#0b5a55", edge: "#b9c4c0", ground: "#f1f4f2", accent: "#a8431a" } as const;

/** Letter, as it is printed in Canada. In points. */
export const paper = { size: "LETTER", width: 612, height: 792, top: 68, bottom: 72, left: 76, right: 76 } as const;

const BOTTOM = paper.height - paper.bottom;

/** Goes on with the next page where less than this is left. True where it did. */
export function need(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= BOTTOM || sheet.y <= paper.top) return false;
  turn(sheet);
  return true;
}

export function turn(sheet: Sheet) {
  sheet.doc.addPage();
  sheet.y = paper.top;
}

export const left = (sheet: Sheet): number => BOTTOM - sheet.y;

/** Leaves room, but not at the top of a page. */
export function skip(sheet: Sheet, height: number) {
  if (sheet.y <= paper.top) return;
  down(sheet, Math.min(height, Math.max(0, left(sheet))));
}

/** Moves on, with what runs along. */
export function down(sheet: Sheet, height: number) {
  for (const side of sheet.sides) artifact(sheet, () => void sheet.doc.rect(side.x, sheet.y, side.width, height).fill(side.color));
  sheet.y += height;
}

/** What is no part of the text for those who listen to it. */
export function artifact({ doc }: Pick<Sheet, "doc">, draw: () => void, type: "Layout" | "Pagination" = "Layout") {
  doc.markContent("Artifact", { type });
  draw();
  doc.endMarkedContent();
}

/** A part of the text that belongs to a tag. */
export function content({ doc }: Pick<Sheet, "doc">, tag: Tag, name: string, draw: () => void) {
  const marked = doc.markStructureContent(name);
  draw();
  doc.endMarkedContent();
  tag.add(marked);
}

type TagOptions = { title?: string; lang?: string; alt?: string; scope?: "Column" | "Row"; bbox?: number[]; placement?: string };

export const child = ({ doc }: Pick<Sheet, "doc">, parent: Tag, name: string, options: TagOptions = {}): Tag => {
  const tag = doc.struct(name, options as Parameters<Doc["struct"]>[1]);
  parent.add(tag);
  return tag;
};

export const lineHeight = (size: number): number => size * (size > 14 ? 1.22 : 1.42);

/** `rest`: how much of the width is the space after it. */
type Drawn = { piece: Piece; x: number; text: string; width: number; rest: number };

/** Lines below one another from the place of the sheet on, over as many pages as they need. */
export function drawLines(sheet: Sheet, tag: Tag, lines: Line[], name = "P") {
  for (const [index, line] of lines.entries()) {
    const height = lineHeight(line.size);
    // No first line stays alone at the foot of a page, and no last one at the head of the next.
    const together = lines.length > 2 && (index === 0 || index === lines.length - 2) ? 2 : 1;
    need(sheet, height * together);
    const { y } = sheet;
    down(sheet, height);
    drawLine(sheet, tag, line, { x: sheet.x, y, width: sheet.width }, name);
  }
}

type Place = { x: number; y: number; width: number; align?: "left" | "center" | "right" };

/** One line in a place, each link of it under a tag of its own. */
export function drawLine(sheet: Sheet, tag: Tag, line: Line, place: Place, name: string) {
  const { doc } = sheet;
  const height = lineHeight(line.size);
  const baseline = place.y + height * 0.5 + line.size * 0.32;
  for (const run of runsIn(line, place)) {
    const href = targetIn(sheet, run[0]?.piece.look.href);
    const owner = href === null ? tag : child(sheet, tag, "Link");
    content(sheet, owner, href === null ? name : "Link", () => {
      for (const one of run) draw(doc, one, baseline);
    });
    if (href === null) continue;
    const [first, last] = [Math.min(...run.map(({ x }) => x)), Math.max(...run.map(({ x, width }) => x + width))];
    const options = {
      structParent: owner,
      Contents: new String(
        run
          .map(({ text }) => text)
          .join("")
          .slice(0, 500),
      ),
    } as unknown as PDFKit.Mixins.AnnotationOption;
    if (href.startsWith("#")) doc.goTo(first, place.y, last - first, height, sheet.prefix + href.slice(1), options);
    else doc.link(first, place.y, last - first, height, href, options);
    owner.end();
  }
}

/** A link within the text leads only to what is there. */
function targetIn({ places }: Sheet, href: string | undefined): string | null {
  if (!href) return null;
  return href.startsWith("#") && !places.has(href.slice(1)) ? null : href;
}

/** The pieces of a line where they stand, those of one link together. In the order in which they are read. */
function runsIn(line: Line, { x, width, align = "left" }: Place): Drawn[][] {
  const wide = widthOfLine(line);
  const side = line.isRtl && align === "left" ? "right" : align;
  const start = x + (side === "right" ? width - wide : side === "center" ? (width - wide) / 2 : 0);
  const places = placesIn(line);
  const runs: Drawn[][] = [];
  for (const [index, word] of line.words.entries()) {
    let at = start + (places[index] ?? 0);
    for (const piece of word.isRtl && word.pieces.length > 1 ? [...word.pieces].reverse() : word.pieces) {
      place(runs, piece, at, word.isRtl);
      at += piece.width;
    }
    const run = runs.at(-1);
    const last = run?.at(-1);
    const next = line.words[index + 1];
    if (last && !next && !word.isRtl && word.space > 0) last.text += " ";
    if (last && next && !word.isRtl && !next.isRtl && word.space > 0) {
      const isSame =
        next.pieces[0]?.font === last.piece.font && next.pieces[0]?.look === last.piece.look && last.piece.actual === undefined;
      // A space is drawn too, so that what is copied has it.
      if (isSame || last.piece.look.href === undefined) {
        last.text += " ";
        last.width += word.space;
        last.rest = word.space;
      }
    }
  }
  return runs;
}

function place(runs: Drawn[][], piece: Piece, x: number, isRtl: boolean) {
  const run = runs.at(-1);
  const last = run?.at(-1);
  const { look } = piece;
  const isOne =
    last &&
    last.piece.font === piece.font &&
    last.piece.look === look &&
    !isRtl &&
    piece.actual === undefined &&
    last.piece.actual === undefined;
  if (isOne && Math.abs(last.x + last.width - x) < 0.01) {
    last.text += piece.text;
    last.width += piece.width;
    last.rest = 0;
    return;
  }
  const drawn = { piece, x, text: piece.text, width: piece.width, rest: 0 };
  if (run && last && last.piece.look.href === look.href) run.push(drawn);
  else runs.push([drawn]);
}

function draw(doc: Doc, { piece, x, text, width, rest }: Drawn, baseline: number) {
  const { look, font, actual } = piece;
  const y = baseline - (look.rise ?? 0);
  if (actual !== undefined) doc.markContent("Span", { actual });
  doc.font(font).fontSize(look.size).fillColor(look.color);
  doc.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
  if (actual !== undefined) doc.endMarkedContent();
  const rule = (at: number, thickness: number) =>
    doc
      .moveTo(x, at)
      .lineTo(x + width - rest, at)
      .lineWidth(thickness)
      .strokeColor(look.color)
      .stroke();
  if (look.href && !look.rise) rule(y + look.size * 0.14, 0.5);
  if (look.struck) rule(y - look.size * 0.28, 0.6);
}

/** A place that links lead to. */
export function mark(sheet: Sheet, id: string) {
  if (id !== "") sheet.doc.addNamedDestination(sheet.prefix + id, "XYZ", null, Math.max(0, sheet.y - 6), null);
}
