import { logger, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

// Each format is given to its own parser by name. Nothing is asked to find out what a text might be.

// It keeps all that it ever said.
logger._output = () => {};

export type BibtexFields = { type: string; label: string; properties: Record<string, string | number> };

/** The entries of a BibTeX text with their fields as they stand there. Throws where it is broken. */
export const bibtexFields = (text: string): BibtexFields[] => plugins.input.data(text, "@biblatex/text") as BibtexFields[];

/** The first of these entries as an item; it may refer to the others. */
export const bibtexItem = (entries: BibtexFields[]): unknown => (plugins.input.data(entries, "@biblatex/entries+list") as unknown[])[0];

/** A RIS record as an item. */
export const risItem = (record: Record<string, string | string[]>): unknown => plugins.input.data(record, "@ris/record");

/** An item as a RIS record. */
export const risRecord = (item: unknown): Record<string, string | string[]> =>
  (plugins.output.format("ris", [item], { format: "object" }) as Record<string, string | string[]>[])[0] ?? {};

/** The references in a style, as HTML with wrappers around each. */
export const formatted = (items: unknown[], template: string, lang: string): string[] =>
  (
    plugins.output.format("bibliography", items, {
      format: "html",
      template,
      lang,
      nosort: true,
      asEntryArray: true,
      hyperlinks: true,
    }) as [string, string][]
  ).map(([, html]) => html);

export const { styles, locales } = plugins.config.get("@csl");
