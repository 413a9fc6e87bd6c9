import PDFDocument from "pdfkit";

import type { Book, BookFace } from "./book";
import { codeOf } from "./book-code.server";
import { dayOf } from "./book-day";
import { sectionsOf } from "./book-epub-pages";
import type { ReadFace } from "./book-epub.server";
import { column, drawBlocks, drawEvidence, shortened } from "./book-pdf-blocks.server";
import { type Doc, type Look, piecesOf, typeFor, type Type } from "./book-pdf-fonts.server";
import { linesOf } from "./book-pdf-lines.server";
import {
  artifact,
  child,
  colors,
  content,
  down,
  drawLine,
  drawLines,
  lineHeight,
  mark,
  need,
  paper,
  type Sheet,
  skip,
  type Tag,
} from "./book-pdf-sheet.server";
import { type Ink, saidOf } from "./book-pdf-words.server";
import type { Drawn } from "./book-pictures.server";

const SIZE = 10.5;
const CODE = 78;

/** A book as a tagged PDF, with its fonts in it: each language a part of its own. The same book gives the same bytes. */
export async function pdfOf({ origin }: Book, faces: ReadFace[], pictures: Map<string, Drawn>): Promise<Uint8Array> {
  const [first] = faces;
  if (!first) throw new Error("A book has a text.");
  const day = dayOf(faces.map(({ face }) => face));
  const { face } = first;
  const doc = new PDFDocument({
    size: paper.size,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pdfVersion: "1.7",
    lang: face.language,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: face.title,
      Author: face.authors.join(", ") || face.publisher,
      Subject: face.summary,
      Keywords: `${face.words.version}; ${face.address}`,
      Creator: face.publisher,
      CreationDate: day,
      ModDate: day,
    },
  });
  const bytes = collected(doc);
  const type = typeFor(doc);
  const root = doc.struct("Document", { title: face.title, lang: face.language });
  doc.addStructure(root);
  const begins = faces.map((one) => drawFace(doc, type, root, one, { origin, pictures, size: SIZE }));
  drawFeet(doc, type, faces, begins);
  root.end();
  doc.end();
  return bytes;
}

/** One language, from a new page on. Gives the number of that page. */
function drawFace(doc: Doc, type: Type, root: Tag, { face, parts }: ReadFace, ink: Ink): number {
  doc.addPage();
  const begin = doc.bufferedPageRange().count - 1;
  const part = doc.struct("Part", { title: face.title, lang: face.language });
  root.add(part);
  const sheet: Sheet = { type, doc, x: paper.left, width: column, y: paper.top, sides: [], places: new Set(), prefix: `${face.language}-` };
  const places = [
    ...parts.blocks.flatMap((block) => (block.is === "heading" ? [block.id] : [])),
    ...parts.notes.map((_, index) => `note-${index + 1}`),
    ...parts.sources.map((_, index) => `source-${index + 1}`),
  ];
  for (const place of places) sheet.places.add(place);
  drawFront(sheet, part, face);
  for (const { key, blocks } of sectionsOf(parts.blocks)) {
    const section = child(sheet, part, "Sect");
    drawBlocks(sheet, section, blocks, ink);
    for (const evidence of face.evidence) if (key === `s-${evidence.section}`) drawEvidence(sheet, section, evidence, face.words.evidence);
    section.end();
  }
  drawEnd(sheet, part, face.words.notes, "note", parts.notes, ink);
  const sources = parts.sources.map((inlines) => [{ is: "paragraph" as const, inlines }]);
  drawEnd(sheet, part, face.words.sources, "source", sources, ink);
  part.end();
  return begin;
}

/** What a copy is: its title, and beside the code that leads to its page all that there is to know of it. */
function drawFront(sheet: Sheet, part: Tag, face: BookFace) {
  const say = (tag: string, text: string, look: Look, after: number) => {
    drawLines(sheet, child(sheet, part, tag), linesOf(sheet.type, [{ text, look }], sheet.width), tag);
    down(sheet, after);
  };
  sheet.doc.outline.addItem(face.title.slice(0, 200));
  say("P", face.words.genre, { style: "bold", size: 9.5, color: colors.accent }, 4);
  say("H1", face.title, { style: "title", size: 25, color: colors.ink }, 7);
  say("P", face.summary, { style: "text", size: 12.5, color: colors.soft }, 12);
  drawFacts(sheet, part, face);
  down(sheet, 16);
}

function drawFacts(sheet: Sheet, part: Tag, face: BookFace) {
  const { doc, type, x } = sheet;
  const top = sheet.y;
  const width = sheet.width - CODE - 22;
  const name = 104;
  const look: Look = { style: "text", size: 9, color: colors.ink };
  const page = doc.bufferedPageRange().count;
  artifact(
    sheet,
    () =>
      void doc
        .moveTo(x, top)
        .lineTo(x + sheet.width, top)
        .lineWidth(1)
        .stroke(colors.edge),
  );
  down(sheet, 9);
  const list = child(sheet, part, "L");
  for (const fact of face.facts) {
    const names = linesOf(type, [{ text: fact.name, look: { ...look, style: "bold", color: colors.soft } }], name - 10);
    const said = linesOf(type, saidOf(fact.said, look), width - name);
    const height = Math.max(names.length, said.length) * lineHeight(9);
    need(sheet, height);
    const entry = child(sheet, list, "LI");
    const at = (index: number) => sheet.y + index * lineHeight(9);
    const label = child(sheet, entry, "Lbl");
    for (const [index, line] of names.entries()) drawLine(sheet, label, line, { x, y: at(index), width: name - 10 }, "Lbl");
    const body = child(sheet, entry, "LBody");
    for (const [index, line] of said.entries()) drawLine(sheet, body, line, { x: x + name, y: at(index), width: width - name }, "LBody");
    down(sheet, height + 1.5);
  }
  const stayed = doc.bufferedPageRange().count === page;
  drawCode(sheet, part, face, stayed ? top + 9 : paper.top);
  if (stayed) sheet.y = Math.max(sheet.y, top + 9 + CODE + 40);
  artifact(
    sheet,
    () =>
      void doc
        .moveTo(x, sheet.y + 6)
        .lineTo(x + sheet.width, sheet.y + 6)
        .lineWidth(1)
        .stroke(colors.edge),
  );
}

/** The code, and below it what it is for. */
function drawCode(sheet: Sheet, part: Tag, { copy, words }: BookFace, top: number) {
  const { doc, type } = sheet;
  const x = sheet.x + sheet.width - CODE;
  const { size, isDark } = codeOf(copy);
  const square = CODE / size;
  const figure = child(sheet, part, "Figure", { alt: words.code, bbox: [x, top, x + CODE, top + CODE], placement: "Block" });
  content(sheet, figure, "Figure", () => {
    for (let row = 0; row < size; row += 1)
      for (let at = 0; at < size; at += 1) if (isDark(row, at)) doc.rect(x + at * square, top + row * square, square + 0.05, square + 0.05);
    doc.fill("#000000");
  });
  const look: Look = { style: "text", size: 6.5, color: colors.soft };
  const lines = linesOf(type, [{ text: words.check, look }], CODE + 4);
  const hint = child(sheet, part, "P");
  for (const [index, line] of lines.entries()) drawLine(sheet, hint, line, { x, y: top + CODE + 4 + index * 8.4, width: CODE + 4 }, "P");
}

/** Notes and sources, each with its number, to which the text leads. */
function drawEnd(sheet: Sheet, part: Tag, title: string, id: string, items: ReadFace["parts"]["notes"], ink: Ink) {
  if (items.length === 0) return;
  const section = child(sheet, part, "Sect");
  drawBlocks(sheet, section, [{ is: "heading", level: 2, id: "", inlines: [{ is: "text", text: title }] }], ink);
  const small = { ...ink, size: 9.5 };
  const list = child(sheet, section, "L");
  for (const [index, item] of items.entries()) {
    skip(sheet, 3);
    need(sheet, lineHeight(small.size));
    mark(sheet, `${id}-${index + 1}`);
    const entry = child(sheet, list, "LI");
    const look: Look = { style: "text", size: small.size, color: colors.soft };
    const [label] = linesOf(sheet.type, [{ text: `${index + 1}.`, look }], 40);
    if (label) drawLine(sheet, child(sheet, entry, "Lbl"), label, { x: sheet.x, y: sheet.y, width: 17, align: "right" }, "Lbl");
    const { x, width } = sheet;
    sheet.x += 24;
    sheet.width -= 24;
    drawBlocks(sheet, child(sheet, entry, "LBody"), item, small);
    sheet.x = x;
    sheet.width = width;
  }
  section.end();
}

/** At the foot of each page: what it is of, and its number. No part of the text. */
function drawFeet(doc: Doc, type: Type, faces: ReadFace[], begins: number[]) {
  const { count } = doc.bufferedPageRange();
  const y = paper.height - 40;
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    const words = faces[begins.findLastIndex((begin) => begin <= page)]?.face;
    if (!words) continue;
    const sheet: Sheet = { type, doc, x: paper.left, width: column, y, sides: [], places: new Set(), prefix: "" };
    const look: Look = { style: "text", size: 8, color: colors.soft };
    const number = piecesOf(type, words.words.page.replace("{page}", String(page + 1)).replace("{pages}", String(count)), look);
    const wide = number.reduce((sum, { width }) => sum + width, 0);
    const font = number[0]?.font ?? "";
    const title = shortened(sheet, `${words.title} · ${words.words.version}`, font, 8, column - wide - 30);
    artifact(
      sheet,
      () => {
        let at = paper.left;
        const put = (text: string, family: string) =>
          void doc.font(family).fontSize(8).fillColor(look.color).text(text, at, y, { lineBreak: false, baseline: "alphabetic" });
        for (const piece of piecesOf(type, title, look)) {
          put(piece.text, piece.font);
          at += piece.width;
        }
        at = paper.width - paper.right - wide;
        for (const piece of number) {
          put(piece.text, piece.font);
          at += piece.width;
        }
      },
      "Pagination",
    );
  }
}

const collected = (doc: Doc): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
  });
