import { createRequire } from "node:module";

import type PDFDocument from "pdfkit";

export type Doc = InstanceType<typeof PDFDocument>;

/** How words are drawn. `href` leads out, or to a place in the document where it begins with #. */
export type Look = {
  style: Style;
  size: number;
  color: string;
  href?: string | undefined;
  struck?: boolean;
  rise?: number;
};

export type Style = keyof typeof chains;

/** Words of one look and one font. `actual`: what they say, where the font cannot show it. */
export type Piece = { text: string; font: string; look: Look; width: number; actual?: string };

const { resolve } = createRequire(import.meta.url);
const atkinson = (weight: number, slant = "normal") =>
  ["latin", "latin-ext"].map(
    (part) => `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-${weight}-${slant}.woff`,
  );
const dejavu = (name: string) => `dejavu-fonts-ttf/ttf/${name}.ttf`;

/** The fonts of a style: those of the portal, then one that knows many scripts. */
const chains = {
  text: [...atkinson(400), dejavu("DejaVuSans")],
  bold: [...atkinson(700), dejavu("DejaVuSans-Bold")],
  italic: [...atkinson(400, "italic"), dejavu("DejaVuSans-Oblique")],
  boldItalic: [...atkinson(700, "italic"), dejavu("DejaVuSans-BoldOblique")],
  title: [
    ...["latin", "latin-ext"].map((part) => `@fontsource/fraunces/files/fraunces-${part}-600-normal.woff`),
    dejavu("DejaVuSans-Bold"),
  ],
  code: [dejavu("DejaVuSansMono"), dejavu("DejaVuSans")],
} as const satisfies Record<string, readonly string[]>;

type Known = { hasGlyphForCodePoint: (codePoint: number) => boolean };

export type Type = { doc: Doc; graphemes: Intl.Segmenter; fonts: Map<string, string>; widths: Map<string, number> };

/** What is needed to measure words of a document. */
export const typeFor = (doc: Doc): Type => ({ doc, graphemes: new Intl.Segmenter("en"), fonts: new Map(), widths: new Map() });

/** Words as pieces that one font each can draw. */
export function piecesOf(type: Type, text: string, look: Look): Piece[] {
  const pieces: Piece[] = [];
  const add = (font: string, words: string, actual?: string) => {
    const last = pieces.at(-1);
    if (last && last.font === font && (last.actual === undefined) === (actual === undefined)) {
      last.text += words;
      if (actual !== undefined) last.actual = (last.actual ?? "") + actual;
    } else pieces.push({ text: words, font, look, width: 0, ...(actual === undefined ? {} : { actual }) });
  };
  // Most words are of letters that every font of a style has.
  const [main] = chains[look.style];
  if (/^[ -~]*$/.test(text)) add(fontOf(type, main), text);
  else
    for (const { segment } of type.graphemes.segment(text)) {
      const font = fontFor(type, segment, look.style);
      if (font === null) add(fontOf(type, chains[look.style].at(-1) ?? main), "\u25a1", segment);
      else if (font !== "") add(font, segment.replace(HIDDEN, ""));
    }
  for (const piece of pieces) piece.width = widthOf(type, piece.text, piece.font, look.size);
  return pieces;
}

/** Signs that are not drawn themselves, and which no font need have. */
const HIDDEN = /\p{Cf}|\p{Cc}|\p{Variation_Selector}/gu;

/** The first font that has all of a sign; null where none has, nothing for what is not seen. */
function fontFor(type: Type, grapheme: string, style: Style): string | null {
  const key = `${style} ${grapheme}`;
  const known = type.fonts.get(key);
  if (known !== undefined) return known === "-" ? null : known;
  const signs = [...grapheme.replace(HIDDEN, "")];
  const found =
    signs.length === 0
      ? ""
      : chains[style].map((file) => fontOf(type, file)).find((font) => signs.every((sign) => glyphs(type, font, sign.codePointAt(0) ?? 0)));
  type.fonts.set(key, found ?? "-");
  return found ?? null;
}

function glyphs({ doc }: Type, font: string, codePoint: number): boolean {
  doc.font(font);
  const { _font: current } = doc as unknown as { _font: { font: Known } };
  return current.font.hasGlyphForCodePoint(codePoint);
}

/** Fonts are opened when they are needed first. */
function fontOf({ doc, fonts }: Type, file: string): string {
  const known = fonts.get(file);
  if (known !== undefined) return known;
  const name = file.replace(/^.*\//, "");
  doc.registerFont(name, resolve(file));
  fonts.set(file, name);
  return name;
}

/** How wide a space is. */
export const spaceOf = (type: Type, { style, size }: Look): number => widthOf(type, " ", fontOf(type, chains[style][0]), size);

/** How wide words are. */
export function widthOf({ doc, widths }: Type, text: string, font: string, size: number): number {
  const key = `${font} ${size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = doc.font(font).fontSize(size).widthOfString(text);
  widths.set(key, width);
  return width;
}
