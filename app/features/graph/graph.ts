import type { StanceName } from "~/features/claims/limits";
import type { Language } from "~/i18n/languages";

/** So many are around one thing at most. */
export const MOST_NEIGHBOURS = 40;

/** How something is related to what stands in the middle. `COUSINS`: guides that rest on the same summary. */
export type Relation = "SUMMARIES" | "COUSINS" | "PARENT" | "REPLACES" | "EDITIONS" | "GUIDES" | "VERSIONS";

/** Of what would crowd out the rest, so many at most. */
const ceilings: Partial<Record<Relation, number>> = { COUSINS: 8, REPLACES: 3, VERSIONS: 4 };

export type Neighbour = {
  id: string;
  kind: "practice" | "summary" | "version";
  title: string;
  slug: string;
  language: Language;
  organization: string | null;
  isRetired: boolean;
  /** Whether what it says cites a publication that was retracted. */
  hasRetraction: boolean;
  /** What the evidence says, in the sections that rest on it; none where it is no question of evidence. */
  stances: StanceName[];
  /** The summary through which a cousin is related. */
  via: string | null;
  /** Of a version: its number, and the day of its publication. */
  number: number | null;
  publishedOn: string | null;
};

/** Neighbours of one relation: those that are shown, and how many there are besides. */
export type Group = { relation: Relation; items: Neighbour[]; more: number };

/** As the database gives it, with how many there are of its relation that the viewer sees. */
export type Found = { relation: Relation; total: number; neighbour: Neighbour };

/** What is shown of the neighbours that were found, in the order that the drawing and the list have. */
export function groupsOf(relations: Relation[], found: Found[]): Group[] {
  const byRelation = relations.map((relation) => found.filter((one) => one.relation === relation));
  const wanted = byRelation.map(({ length }, index) => Math.min(length, ceilings[relations[index] ?? "EDITIONS"] ?? MOST_NEIGHBOURS));
  const shares = allot(wanted, MOST_NEIGHBOURS);
  const groups = relations.map((relation, index): Group & { total: number } => ({
    relation,
    items: (byRelation[index] ?? []).slice(0, shares[index]).map(({ neighbour }) => neighbour),
    more: 0,
    total: byRelation[index]?.[0]?.total ?? 0,
  }));
  const summaries = groups.find(({ relation }) => relation === "SUMMARIES")?.items ?? [];
  return groups.flatMap(({ total, ...group }) => {
    const items = group.relation === "COUSINS" ? besides(summaries, group.items) : group.items;
    return items.length === 0 ? [] : [{ ...group, items, more: total - items.length }];
  });
}

/** Shares out places, one to each in turn, to those that want more. */
export function allot(wanted: number[], most: number): number[] {
  const given = wanted.map(() => 0);
  for (let left = most; left > 0; ) {
    const open = wanted.flatMap((want, index) => (want > (given[index] ?? 0) ? [index] : []));
    if (open.length === 0) break;
    for (const index of open.slice(0, left)) given[index] = (given[index] ?? 0) + 1;
    left -= Math.min(left, open.length);
  }
  return given;
}

/** Cousins in the order of the summaries through which they are related; without those of a summary that is not shown. */
const besides = (summaries: Neighbour[], cousins: Neighbour[]): Neighbour[] =>
  summaries.flatMap(({ id }) => cousins.filter(({ via }) => via === id));
