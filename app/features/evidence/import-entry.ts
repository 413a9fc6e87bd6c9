import type { BibliographyEntry, Kept } from "./bibliography.server";
import { type CslItem, likenessOf } from "./csl";
import { PREVIEWED } from "./import-pages";

/** What tells whether an entry can be taken over, and whether it is there already. `of`: which earlier entry of the file it repeats. */
export type Head = { isSound: boolean; doi: string | null; likeness: string; of: number | null };

/** An entry as it was read, with what the styles make of it. */
export type Entry = Omit<BibliographyEntry, "item"> & { item: CslItem | null; styled: Kept | null };

/** The heads of entries. What repeats an earlier one, by its DOI or its title and year, says so. */
export function headsOf(entries: readonly Pick<BibliographyEntry, "item">[]): Head[] {
  const byDoi = new Map<string, number>();
  const byLikeness = new Map<string, number>();
  return entries.map(({ item }, index) => {
    const isSound = item !== null && Boolean(item.title?.trim());
    if (!isSound) return { isSound, doi: null, likeness: "", of: null };
    const doi = item.DOI ?? null;
    const likeness = likenessOf(item);
    const of = (doi === null ? undefined : byDoi.get(doi)) ?? byLikeness.get(likeness) ?? null;
    if (doi !== null && !byDoi.has(doi)) byDoi.set(doi, index);
    if (!byLikeness.has(likeness)) byLikeness.set(likeness, index);
    return { isSound, doi, likeness, of };
  });
}

/** What stands in the list already. */
export type Known = { dois: ReadonlyMap<string, string>; likenesses: ReadonlyMap<string, string> };

/** The key of the reference in the list that an entry seems to be. */
export const knownAs = ({ doi, likeness }: Head, { dois, likenesses }: Known): string | null =>
  (doi === null ? undefined : dois.get(doi)) ?? likenesses.get(likeness) ?? null;

/** Sound entries that are neither in the list nor twice in the file are taken over, unless someone chose otherwise. */
export const isProposed = (head: Head, known: Known): boolean => head.isSound && head.of === null && knownAs(head, known) === null;

/** The indices of what will be taken over. An exception is the number of an entry, from 1; below zero it is left out. */
export function chosenOf(heads: readonly Head[], known: Known, exceptions: readonly number[]): number[] {
  const taken = new Set(exceptions.filter((number) => number > 0).map((number) => number - 1));
  const left = new Set(exceptions.filter((number) => number < 0).map((number) => -number - 1));
  return heads.flatMap((head, index) =>
    head.isSound && (taken.has(index) || (isProposed(head, known) && !left.has(index))) ? [index] : [],
  );
}

/** What someone chose on one page, and what was proposed to them there. */
export type Choice = { page: number; chosen: readonly number[]; proposed: readonly number[] };

/** The exceptions after someone chose on a page: where they chose other than what was proposed then. */
export function exceptionsAfter(heads: readonly Head[], exceptions: readonly number[], { page, chosen, proposed }: Choice): number[] {
  const from = (page - 1) * PREVIEWED;
  const to = from + PREVIEWED;
  const elsewhere = exceptions.filter((number) => Math.abs(number) <= from || Math.abs(number) > to);
  const wanted = new Set(chosen);
  const offered = new Set(proposed);
  const here = heads.slice(from, to).flatMap((head, offset) => {
    const index = from + offset;
    if (!head.isSound || wanted.has(index) === offered.has(index)) return [];
    return [wanted.has(index) ? index + 1 : -(index + 1)];
  });
  return [...elsewhere, ...here];
}
