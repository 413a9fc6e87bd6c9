import type { Fields } from "./fields";
import { type KindName, shapes } from "./kind-shape";
import { merge } from "./merge";
import type { Own, OwnShape } from "./own-fields";
import { withKeys } from "./sections";

export type MergedFields = {
  fields: Fields;
  /** Fields that both sides changed, in different ways. */
  contested: string[];
  /** Headings of the sections that both sides changed: both texts stand in the merged one. */
  sections: string[];
};

const lists = ["topics", "populations", "settings", "provinces"] as const;
const words = ["title", "summary", "maturity", "licence", "visibility"] as const;

/**
 * Joins two people's changes to one text, field by field. What only one of them touched is taken as they left it. Where both
 * did, the body and the sources hold both; of a title, a summary or a single choice mine is taken, and the field is listed.
 */
export function mergeFields(
  kind: KindName,
  base: Fields,
  mine: Fields,
  theirs: Fields,
  marks: { mine: string; theirs: string },
): MergedFields {
  const contested: string[] = [];
  const fields: Fields = { ...mine };
  for (const name of words) {
    const choice = chosen(base[name], mine[name], theirs[name]);
    Object.assign(fields, { [name]: choice.value });
    if (choice.isContested) contested.push(name);
  }
  for (const name of lists) fields[name] = joined(base[name], mine[name], theirs[name]);

  const sources = chosen(base.sources, mine.sources, theirs.sources);
  fields.sources = sources.isContested ? linesOfBoth(mine.sources, theirs.sources) : sources.value;
  if (sources.isContested) contested.push("sources");

  const merged = merge(withKeys(base.body), withKeys(mine.body), withKeys(theirs.body), marks);
  fields.body = merged.body;
  if (merged.conflicts.length > 0) contested.push("body");

  const own = mergeOwn(shapes[kind].own, base.own ?? {}, mine.own ?? {}, theirs.own ?? {});
  if (Object.keys(own.merged).length > 0) fields.own = own.merged;
  return { fields, contested: [...contested, ...own.contested], sections: merged.conflicts };
}

/** Texts and whole groups of rows as either left them; mine, and listed, where both did. Of lists, what either added. */
function mergeOwn({ texts, lists, rows, kept }: OwnShape, base: Own, mine: Own, theirs: Own) {
  const merged: Own = {};
  const contested: string[] = [];
  for (const [field, names] of [...texts.map((name) => [name, [name]] as const), ...Object.entries(rows)]) {
    const of = (own: Own) => JSON.stringify(names.map((name) => own[name] ?? []));
    const choice = chosen(of(base), of(mine), of(theirs));
    if (choice.isContested) contested.push(field);
    const values = JSON.parse(choice.value) as string[][];
    for (const [index, name] of names.entries()) if (values[index]?.length) merged[name] = values[index];
  }
  for (const name of lists) {
    const list = joined(base[name] ?? [], mine[name] ?? [], theirs[name] ?? []);
    if (list.length > 0) merged[name] = list;
  }
  for (const name of kept) if (mine[name]) merged[name] = mine[name];
  return { merged, contested };
}

function chosen(base: string, mine: string, theirs: string): { value: string; isContested: boolean } {
  if (mine === theirs || theirs === base) return { value: mine, isContested: false };
  if (mine === base) return { value: theirs, isContested: false };
  return { value: mine, isContested: true };
}

/** What either added, without what either took out. */
const joined = (base: string[], mine: string[], theirs: string[]): string[] =>
  [...new Set([...mine, ...theirs])].filter((key) => !base.includes(key) || (mine.includes(key) && theirs.includes(key)));

/** My list, with the lines behind it that only theirs has. */
function linesOfBoth(mine: string, theirs: string): string {
  const own = mine.split("\n");
  const known = new Set(own.map((line) => line.trim()));
  return [...own, ...theirs.split("\n").filter((line) => !known.has(line.trim()))].join("\n");
}
