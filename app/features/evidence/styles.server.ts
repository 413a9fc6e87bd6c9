import sanitizeHtml from "sanitize-html";

import { formatted, locales, styles } from "./citation-js.server";
import type { CslItem } from "./csl";
import { plainOf } from "./csl-text";

export type StyleName = "apa" | "vancouver";

/** Inline HTML that is safe to show to anyone. */
export type Styled = Record<StyleName, { en: string; fr: string }>;

prepare();

/** Each reference in these styles and both languages. Each is drawn for itself: no letters behind the years, and no numbers in front. */
export function style(items: CslItem[], names: readonly StyleName[]): Partial<Styled>[] {
  const own = items.map((item, at) => ({ ...item, id: `item-${at}` }));
  const columns = names.map((name) => ({ name, en: draw(own, `${name}-en`, "en-US"), fr: draw(own, `${name}-fr`, "fr-CA") }));

  return items.map((_, at) => Object.fromEntries(columns.map(({ name, en, fr }) => [name, { en: en[at] ?? "", fr: fr[at] ?? "" }])));
}

/** Where one reference trips up the style, the others are drawn one by one, and that one says what it is called. */
function draw(items: CslItem[], template: string, lang: string): string[] {
  try {
    const lines = formatted(items, template, lang);
    if (lines.length === items.length) return lines.map((html, at) => inline(html, items[at]));
  } catch {
    if (items.length === 1) return items.map((item) => inline("", item));
  }
  return items.length === 1 ? items.map((item) => inline("", item)) : items.flatMap((item) => draw([item], template, lang));
}

function inline(html: string, item: CslItem | undefined): string {
  const bare = sanitizeHtml(html, {
    allowedTags: ["i", "b", "sup", "sub", "a"],
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["https", "http"],
  })
    .replace(/\s+/g, (space) => (space.includes("\u00a0") ? "\u00a0" : " "))
    .replaceAll("</sup><sup>", "")
    .trim();
  return bare === "" ? sanitizeHtml(plainOf(item?.title ?? ""), { allowedTags: [], disallowedTagsMode: "escape" }) : bare;
}

/**
 * The styles as they ship, without what is not needed for a list with numbers of its own (which makes them several times as fast): how to cite in
 * the text, in which order, and the numbers. French as it is written in Canada: “et” between names, without a comma before it, and pages
 * with a plain hyphen.
 */
function prepare() {
  locales.add("fr-CA", frenchOfCanada(locales.get("fr-FR")));
  for (const name of ["apa", "vancouver"]) {
    const xml = styles
      .get(name)
      .replace(/<citation[\s>][\s\S]*?<\/citation>/, '<citation><layout><text variable="DOI"/></layout></citation>')
      .replace(/(<bibliography[^>]*>)\s*<sort>[\s\S]*?<\/sort>/, "$1")
      .replace(/ second-field-align="[^"]*"/, "")
      .replace('<text suffix="." variable="citation-number"/>', "");
    styles.add(`${name}-en`, xml);
    styles.add(`${name}-fr`, frenchStyle(xml));
  }
}

function frenchStyle(xml: string): string {
  return xml
    .replaceAll('and="symbol" delimiter-precedes-last="always"', 'and="text" delimiter-precedes-last="never"')
    .replaceAll('and="symbol"', 'and="text"')
    .replaceAll('=": "', '="\u00a0: "')
    .replace(/<single>éd\.<\/single>\s*<multiple>éds\.<\/multiple>/, "<single>dir.</single><multiple>dir.</multiple>")
    .replace(/(<locale xml:lang="fr">\s*<date [^>]*>\s*)<date-part name="day"\/>/, '$1<date-part name="day" form="ordinal"/>');
}

function frenchOfCanada(xml: string): string {
  return xml
    .replace('xml:lang="fr-FR"', 'xml:lang="fr-CA"')
    .replaceAll("&#8209;", "-")
    .replace('<date-part name="day" suffix=" "/>', '<date-part name="day" form="ordinal" suffix=" "/>')
    .replace('<term name="in">in</term>', '<term name="in">dans</term>')
    .replace('<term name="retrieved">consulté</term>', '<term name="retrieved">consulté le</term>')
    .replace('<term name="from">à l\'adresse</term>', '<term name="from">à l’adresse</term>')
    .replaceAll(/(<term name="[^"]*"[^>]*>[^<]*)'/g, "$1’");
}
