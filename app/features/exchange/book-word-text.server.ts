import { ExternalHyperlink, FootnoteReferenceRun, ImageRun, InternalHyperlink, type ParagraphChild, TextRun } from "docx";

import type { Language } from "~/i18n/languages";

import type { Run } from "./book";
import type { Inline } from "./book-blocks";
import type { Drawn } from "./book-pictures.server";

/** What the words of a document are drawn with. `firstNote` counts on from one language to the next. */
export type Pen = { language: Language; origin: string; pictures: Map<string, Drawn>; places: Set<string>; firstNote: number };

const MOST_WIDE = 600;
const MOST_HIGH = 700;

/** Words take no longer in Word than a mark of it may be: letters, digits and lines, 40 of them. */
export const markOf = ({ language }: Pick<Pen, "language">, place: string): string | null => {
  const name = place.replaceAll("-", "_");
  return /^[a-z][a-z0-9_]{0,36}$/.test(name) ? (language === "en" ? name : `${name}_${language}`) : null;
};

/** What XML can hold. */
export const clean = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").toWellFormed();

export const localeOf = (language: Language) => ({ value: `${language}-CA` });

/** Words as Word has them, those of one link together. */
export function childrenOf(inlines: Inline[], pen: Pen): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (let index = 0; index < inlines.length; ) {
    const one = inlines[index];
    if (one?.is === "text" && one.href !== undefined) {
      const { href } = one;
      const rest = inlines.slice(index);
      const length = rest.findIndex((next) => next.is !== "text" || next.href !== href);
      const words = length < 0 ? rest : rest.slice(0, length);
      children.push(
        ...linked(
          href,
          words.flatMap((word) => runOf(word, pen, true)),
          pen,
        ),
      );
      index += words.length;
    } else {
      if (one) children.push(...runOf(one, pen, false));
      index += 1;
    }
  }
  return children;
}

/** Words that were not written as a text: facts, and what a section rests on. */
export const factChildren = (runs: Run[], pen: Pen): ParagraphChild[] =>
  runs.map(({ text, href, lang }) => {
    const run = new TextRun({ text: clean(text), language: localeOf(lang ?? pen.language), ...(href ? { style: "Hyperlink" } : {}) });
    return href ? new ExternalHyperlink({ link: href, children: [run] }) : run;
  });

/** A link within the text to what is not there is none. */
function linked(href: string, children: TextRun[], pen: Pen): ParagraphChild[] {
  if (!href.startsWith("#")) return [new ExternalHyperlink({ link: href.startsWith("/") ? pen.origin + href : href, children })];
  const anchor = pen.places.has(href.slice(1)) ? markOf(pen, href.slice(1)) : null;
  return anchor ? [new InternalHyperlink({ anchor, children })] : children;
}

function runOf(one: Inline, pen: Pen, isLinked: boolean): TextRun[] {
  const language = localeOf(pen.language);
  switch (one.is) {
    case "break":
      return [new TextRun({ break: 1, text: "" })];
    case "box":
      return [new TextRun({ text: one.isChecked ? "☑" : "☐", language })];
    case "note":
      return [new FootnoteReferenceRun(pen.firstNote + one.number - 1) as TextRun];
    case "picture":
      return [pictureOf(one, pen, language)];
    case "text":
      return [
        new TextRun({
          text: clean(one.text),
          language,
          ...(one.bold ? { bold: true } : {}),
          ...(one.italic ? { italics: true } : {}),
          ...(one.struck ? { strike: true } : {}),
          ...(isLinked ? { style: "Hyperlink" } : one.code ? { style: "PortalCodeWords" } : {}),
        }),
      ];
  }
}

function pictureOf({ id, alt }: Extract<Inline, { is: "picture" }>, { pictures }: Pen, language: { value: string }): TextRun {
  const picture = pictures.get(id);
  if (!picture) return new TextRun({ text: clean(alt), language });
  const scale = Math.min(1, MOST_WIDE / picture.width, MOST_HIGH / picture.height);
  return new ImageRun({
    type: picture.type,
    data: picture.data,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: { name: id, title: "", description: clean(alt) },
  }) as unknown as TextRun;
}
