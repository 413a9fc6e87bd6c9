import type { Run } from "./book";
import type { Inline } from "./book-blocks";
import type { Look, Style } from "./book-pdf-fonts.server";
import type { Said } from "./book-pdf-lines.server";
import { colors } from "./book-pdf-sheet.server";
import type { Drawn } from "./book-pictures.server";

/** What blocks are drawn with: where links go on, and the pictures. */
export type Ink = { origin: string; pictures: Map<string, Drawn>; size: number };

/** Words with what they look like. */
export function saidIn(inlines: Inline[], look: Look, { origin }: Pick<Ink, "origin">): Said[] {
  // One look for each sort of words, so that what looks the same is drawn at once.
  const looks = new Map<string, Look>();
  const same = (one: Look): Look => {
    const key = JSON.stringify(one);
    const known = looks.get(key) ?? one;
    looks.set(key, known);
    return known;
  };
  return inlines.map((one): Said => {
    if (one.is === "break") return "break";
    if (one.is === "box") return { text: one.isChecked ? "☑" : "☐", look: same(look) };
    if (one.is === "picture") return { text: one.alt, look: same(look) };
    if (one.is === "note")
      return {
        text: String(one.number),
        look: same({ ...look, size: look.size * 0.68, rise: look.size * 0.34, color: colors.link, href: `#note-${one.number}` }),
      };
    const { bold, italic, code, struck, href, text } = one;
    const isTitle = look.style === "title";
    const style: Style = code ? "code" : isTitle ? "title" : styleOf(bold || look.style === "bold", italic === true);
    return {
      text,
      look: same({
        ...look,
        style,
        ...(code ? { size: look.size * 0.88 } : {}),
        ...(struck ? { struck } : {}),
        ...(href ? { href: href.startsWith("/") ? origin + href : href, color: colors.link } : {}),
      }),
    };
  });
}

const styleOf = (bold: boolean, italic: boolean): Style => (bold ? (italic ? "boldItalic" : "bold") : italic ? "italic" : "text");

export const saidOf = (runs: Run[], look: Look): Said[] =>
  runs.map(({ text, href }) => ({ text, look: href ? { ...look, href, color: colors.link } : look }));
