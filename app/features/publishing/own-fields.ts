/**
 * What only one kind of contribution says, as its form has it: lists of values by the name of the field. Single texts are lists of one; what comes
 * in rows has a list per column, all of the same length. `kept` is what no form carries, and a save keeps.
 */
export type Own = Record<string, string[]>;

export type OwnShape = {
  texts: readonly string[];
  lists: readonly string[];
  rows: Readonly<Record<string, readonly string[]>>;
  kept: readonly string[];
  /** Which of them are told among the details of a text, rather than within it. */
  facts: readonly string[];
  /** Which of them hold sentences. */
  prose: readonly string[];
};

type Values = Record<string, string | string[] | undefined>;

/** All names that a form of this shape has. */
export const formNames = ({ texts, lists, rows }: OwnShape): string[] => [...texts, ...lists, ...Object.values(rows).flat()];

/** The one way in which a state of own fields is written: nothing that is empty, no empty rows, lists in order. */
export function ownOf(shape: OwnShape, values: Values): Own {
  const own: Own = {};
  for (const name of shape.texts) {
    const [text = ""] = list(values[name]);
    if (text.trim() !== "") own[name] = [text];
  }
  for (const name of shape.lists) {
    const chosen = [...new Set(list(values[name]).filter((key) => key !== ""))].sort();
    if (chosen.length > 0) own[name] = chosen;
  }
  for (const columns of Object.values(shape.rows)) Object.assign(own, columnsOf(columns, values));
  for (const name of shape.kept) if (list(values[name]).length > 0) own[name] = list(values[name]);
  return own;
}

/** The same without what no form carries, to compare it with what someone typed. */
export const typedOwn = (shape: OwnShape, own: Own | undefined): Own => ownOf({ ...shape, kept: [] }, own ?? {});

/** The key in an entry of what no form carries: the name that a text uses for it, before the id. */
export const keyIn = (entry: string): string => entry.split(" ", 1)[0] ?? "";

/** The rows of a group, one object each; a column that is missing is empty. */
export function rowsOf<Column extends string>(columns: readonly Column[], own: Own): Record<Column, string>[] {
  const length = Math.max(0, ...columns.map((column) => own[column]?.length ?? 0));
  return Array.from(
    { length },
    (_, index) => Object.fromEntries(columns.map((column) => [column, own[column]?.[index] ?? ""])) as Record<Column, string>,
  );
}

/** The first column says which row it is; a row that says nothing else is none. */
function columnsOf(columns: readonly string[], values: Values): Own {
  const own = Object.fromEntries(columns.map((column) => [column, list(values[column])]));
  const rows = rowsOf(columns, own).filter((row) => columns.slice(1).some((column) => row[column]?.trim() !== ""));
  return rows.length === 0 ? {} : Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column] ?? "")]));
}

const list = (value: string | string[] | undefined): string[] => [value ?? []].flat().map((text) => text.replace(/\r\n?/g, "\n"));
