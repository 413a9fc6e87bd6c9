import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from "docx";

import type { Book, BookFace } from "./book";
import { codePicture } from "./book-code.server";
import { dayOf } from "./book-day";
import { sectionsOf } from "./book-epub-pages";
import type { ReadFace } from "./book-epub.server";
import type { Drawn } from "./book-pictures.server";
import { blocksOf, type Counts, noteOf } from "./book-word-blocks.server";
import { settled } from "./book-word-package.server";
import { childrenOf, clean, factChildren, localeOf, markOf, type Pen } from "./book-word-text.server";

/**
 * A book as a Word document. What stands beside the text has styles whose names begin with Portal: the portal knows by them, when the document is
 * brought back, what is not part of the text (import-word.server.ts). The same book gives the same bytes.
 */
export async function wordOf({ origin }: Book, faces: ReadFace[], pictures: Map<string, Drawn>): Promise<Uint8Array> {
  const [first] = faces;
  if (!first) throw new Error("A book has a text.");
  const counts: Counts = { lists: 0, starts: new Set([1]) };
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  let notes = 0;
  const sections = [];
  for (const one of faces) {
    const pen: Pen = { language: one.face.language, origin, pictures, places: placesIn(one), firstNote: notes + 1 };
    for (const [index, note] of one.parts.notes.entries()) footnotes[notes + index + 1] = { children: noteOf(note, pen) };
    notes += one.parts.notes.length;
    sections.push({
      properties: { page: { size: { width: 12240, height: 15840 }, margin: { top: 1300, bottom: 1300, left: 1440, right: 1440 } } },
      footers: { default: footOf(one.face) },
      children: await faceOf(one, pen, counts),
    });
  }
  const { face } = first;
  const document = new Document({
    title: clean(face.title),
    subject: clean(face.summary),
    creator: clean(face.authors.join(", ") || face.publisher),
    lastModifiedBy: clean(face.publisher),
    description: clean(`${face.words.version} ${face.address}`),
    revision: 1,
    styles: stylesFor(face),
    numbering: {
      config: [
        { reference: "signs", levels: levelsOf(null) },
        ...[...counts.starts].map((start) => ({ reference: `numbers-${start}`, levels: levelsOf(start) })),
      ],
    },
    footnotes,
    sections,
  });
  return settled(new Uint8Array(await Packer.toBuffer(document)), dayOf(faces.map((one) => one.face)));
}

const placesIn = ({ parts }: ReadFace): Set<string> =>
  new Set([
    ...parts.blocks.flatMap((block) => (block.is === "heading" ? [block.id] : [])),
    ...parts.sources.map((_, index) => `source-${index + 1}`),
  ]);

async function faceOf({ face, parts }: ReadFace, pen: Pen, counts: Counts): Promise<(Paragraph | Table)[]> {
  const language = localeOf(face.language);
  const say = (text: string, more: object) => new Paragraph({ ...more, children: [new TextRun({ text: clean(text), language })] });
  const children: (Paragraph | Table)[] = [
    say(face.words.genre, { style: "PortalFacts" }),
    say(face.title, { heading: HeadingLevel.TITLE }),
    say(face.summary, { style: "PortalSummary" }),
    ...(await factsOf(face, pen)),
  ];
  for (const { key, blocks } of sectionsOf(parts.blocks)) {
    children.push(...blocksOf(blocks, { pen, counts, depth: 0 }));
    for (const { section, lines } of face.evidence) {
      if (key !== `s-${section}`) continue;
      children.push(
        new Paragraph({
          style: "PortalFacts",
          keepNext: true,
          children: [new TextRun({ text: clean(face.words.evidence), bold: true, language })],
        }),
      );
      for (const line of lines) children.push(new Paragraph({ style: "PortalFacts", children: factChildren(line, pen) }));
    }
  }
  if (parts.sources.length === 0) return children;
  counts.lists += 1;
  const numbering = { reference: "numbers-1", level: 0, instance: counts.lists };
  const sources = parts.sources.map((source, index) => {
    const id = markOf(pen, `source-${index + 1}`);
    const words = childrenOf(source, pen);
    return new Paragraph({ numbering, children: id ? [new Bookmark({ id, children: words })] : words });
  });
  return [...children, say(face.words.sources, { style: "PortalSources" }), ...sources];
}

/** Whose it is, where it comes from, and the code that leads to the page of the copy. */
async function factsOf(face: BookFace, pen: Pen): Promise<Paragraph[]> {
  const language = localeOf(face.language);
  const facts = face.facts.map(
    ({ name, said }) =>
      new Paragraph({
        style: "PortalFacts",
        children: [new TextRun({ text: `${clean(name)} — `, bold: true, language }), ...factChildren(said, pen)],
      }),
  );
  const code = new ImageRun({
    type: "png",
    data: await codePicture(face.copy),
    transformation: { width: 104, height: 104 },
    altText: { name: "code", title: "", description: clean(face.words.code) },
  });
  return [
    ...facts,
    new Paragraph({ style: "PortalFacts", keepNext: true, children: [code] }),
    new Paragraph({ style: "PortalFacts", children: [new TextRun({ text: clean(face.words.check), language })] }),
  ];
}

function footOf(face: BookFace): Footer {
  const language = localeOf(face.language);
  const [before = "", between = "", after = ""] = face.words.page.split(/\{page\}|\{pages\}/);
  return new Footer({
    children: [
      new Paragraph({
        style: "PortalFoot",
        children: [
          new TextRun({ text: clean(`${face.title} · ${face.words.version} · `), language }),
          new TextRun({ language, children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
        ],
      }),
    ],
  });
}

/** Nine levels, as many as Word has. */
const levelsOf = (start: number | null): ILevelsOptions[] =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    format: start === null ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: start === null ? (["•", "◦", "▪"][level % 3] ?? "•") : `%${level + 1}.`,
    alignment: AlignmentType.START,
    start: start ?? 1,
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } },
  }));

const INK = "1C2B2A";
const SOFT = "4B5B59";

function stylesFor(face: BookFace) {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: INK, font: "Georgia" },
    paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
  });
  const style = (name: string, run: object, paragraph: object, basedOn = "Normal") => ({
    id: name.replaceAll(" ", ""),
    name,
    basedOn,
    quickFormat: true,
    run,
    paragraph,
  });
  return {
    default: {
      document: {
        run: { font: "Calibri", size: 22, color: INK, language: localeOf(face.language) },
        paragraph: { spacing: { after: 140, line: 288 } },
      },
      title: { run: { size: 48, bold: true, color: INK, font: "Georgia" }, paragraph: { spacing: { after: 120 } } },
      heading1: heading(32, 360),
      heading2: heading(26, 280),
      heading3: heading(23, 240),
      heading4: heading(22, 200),
      heading5: heading(22, 200),
      hyperlink: { run: { color: "0B5A55", underline: {} } },
      listParagraph: { paragraph: { indent: { left: 400 } } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 60, line: 240 } } },
    },
    paragraphStyles: [
      style("Portal Facts", { size: 18, color: SOFT }, { spacing: { after: 50, line: 250 } }),
      style("Portal Summary", { size: 25, color: SOFT }, { spacing: { after: 220 } }),
      style(
        "Portal Sources",
        { size: 32, bold: true, font: "Georgia" },
        { spacing: { before: 360, after: 100 }, keepNext: true, outlineLevel: 0 },
      ),
      style(
        "Portal Code",
        { font: "Consolas", size: 19 },
        { spacing: { after: 0, line: 250 }, shading: { type: "clear" as const, fill: "F1F4F2", color: "auto" } },
      ),
      style("Portal Rule", {}, { border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "B9C4C0", space: 1 } } }),
      style("Portal Gap", { size: 10 }, { spacing: { after: 60, line: 200 } }),
      style("Portal Table Head", { bold: true, size: 20 }, { spacing: { after: 0, line: 260 } }),
      style("Portal Table Cell", { size: 20 }, { spacing: { after: 0, line: 260 } }),
      style("Portal Foot", { size: 16, color: SOFT }, { spacing: { after: 0 } }),
      style(
        "Quote",
        { italics: false, color: SOFT },
        { indent: { left: 360 }, border: { left: { style: BorderStyle.SINGLE, size: 18, color: "B9C4C0", space: 12 } } },
      ),
    ],
    characterStyles: [{ id: "PortalCodeWords", name: "Portal Code Words", run: { font: "Consolas", size: 20 } }],
  };
}
