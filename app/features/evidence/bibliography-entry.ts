import type { CslItem, Fault } from "./csl";
import { itemFrom } from "./csl-item";
import { lineOf, plainOf } from "./csl-text";

/** `label` is the key that the entry has in its file, or its title. `item` is null where there is nothing that could be cited. */
export type BibliographyEntry = { item: CslItem | null; label: string; line: number | null; faults: Fault[] };

/** One entry of a file, cut out but not yet read. */
export type Piece = { line: number | null; read: () => { raw: unknown; label: unknown; faults: Fault[] } };

/** Whatever goes wrong with one entry stays its own: `broken` then. */
export function entryOf({ line, read }: Piece, broken: (fault: null) => Fault[]): BibliographyEntry {
  try {
    const { raw, label, faults } = read();
    if (raw === null && faults.length > 0) return { item: null, label: labelOf(label), line, faults };
    const { item, faults: ofItem } = itemFrom(raw);
    const own = ofItem.filter(({ field, message }) => !faults.some((one) => one.field === field && one.message === message));
    return { item, label: labelOf(label) || labelOf(item?.title), line, faults: [...faults, ...own] };
  } catch {
    return { item: null, label: "", line, faults: broken(null) };
  }
}

const labelOf = (text: unknown): string =>
  typeof text === "string" || typeof text === "number" ? lineOf(plainOf(String(text).slice(0, 800)), 120) : "";
