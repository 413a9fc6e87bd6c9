import { type CslDate, type CslItem, type CslName, type CslType, isWebAddress } from "./csl";
import { doiIn } from "./doi";
import { lastDayOf } from "./up-to";

/** The texts of a reference as its form has them, each under the name of its field. */
const textFields = {
  title: "title",
  container: "container-title",
  volume: "volume",
  issue: "issue",
  pages: "page",
  publisher: "publisher",
  language: "language",
} as const;

/** A reference as someone types it in: names one a line, "Family, Given" or that of an organization; the date as 2022, 2022-03 or 2022-03-15. */
export type ReferenceForm = Record<keyof typeof textFields | "type" | "authors" | "editors" | "date" | "doi" | "address", string>;

export const emptyForm: ReferenceForm = {
  type: "article-journal",
  authors: "",
  title: "",
  date: "",
  container: "",
  volume: "",
  issue: "",
  pages: "",
  publisher: "",
  doi: "",
  address: "",
  language: "",
  editors: "",
};

/** What the form offers to choose from; a reference that was imported as something else stays that. */
export const offeredTypes = [
  "article-journal",
  "report",
  "book",
  "chapter",
  "thesis",
  "paper-conference",
  "article",
  "webpage",
  "article-newspaper",
  "article-magazine",
  "dataset",
  "legislation",
  "speech",
  "document",
] as const satisfies readonly CslType[];

/** A reference as the form shows it. */
export const formOf = (item: CslItem): ReferenceForm => ({
  ...(Object.fromEntries(Object.entries(textFields).map(([name, field]) => [name, item[field] ?? ""])) as ReferenceForm),
  type: item.type,
  authors: (item.author ?? []).map(lineOf).join("\n"),
  editors: (item.editor ?? []).map(lineOf).join("\n"),
  date: dateLine(item.issued),
  doi: item.DOI ?? "",
  address: item.URL ?? "",
});

/** What the form says, as a reference. What it has no field for stays as it was in `before`, names and dates that were not touched too. */
export function itemOf(form: ReferenceForm, before: CslItem | null = null): CslItem {
  const item: CslItem = { ...before, type: form.type as CslType };
  for (const [name, field] of Object.entries(textFields) as [keyof typeof textFields, (typeof textFields)[keyof typeof textFields]][])
    put(item, field, form[name].trim().replace(/\s+/g, " "));
  put(item, "author", namesIn(form.authors, before?.author));
  put(item, "editor", namesIn(form.editors, before?.editor));
  const isSameDate = before?.issued !== undefined && dateLine(before.issued) === form.date.trim();
  put(item, "issued", isSameDate ? before.issued : dateIn(form.date));
  put(item, "DOI", doiIn(form.doi) ?? "");
  put(item, "URL", form.address.trim());
  return item;
}

function put<Name extends keyof CslItem>(item: CslItem, name: Name, value: CslItem[Name]) {
  const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  if (isEmpty) delete item[name];
  else item[name] = value;
}

function lineOf(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
  const given = [name.given, name["dropping-particle"]].filter(Boolean).join(" ");
  return [family, given, name.suffix].filter(Boolean).join(", ");
}

/** Names that stand as they stood before keep their particles. */
function namesIn(text: string, before: CslName[] = []): CslName[] {
  const known = new Map(before.map((name) => [lineOf(name), name]));
  return linesIn(text).map((line) => known.get(line) ?? nameIn(line));
}

const linesIn = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim().replace(/\s+/g, " "))
    .filter((line) => line !== "");

function nameIn(line: string): CslName {
  const [family = "", given = "", ...suffix] = line.split(",").map((part) => part.trim());
  if (family === "" || given === "") return { literal: line.replace(/^,\s*|,$/g, "") };
  return { family, given, ...(suffix.length > 0 ? { suffix: suffix.join(", ") } : {}) };
}

function dateLine(date: CslDate | undefined): string {
  const parts = date?.["date-parts"]?.map((one) => one.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-"));
  return parts?.join("/") ?? date?.literal ?? "";
}

function dateIn(text: string): CslDate | undefined {
  const date = text.trim();
  if (date === "") return undefined;
  const ends = date.split("/");
  if (!isDate(date)) return { literal: date };
  return { "date-parts": ends.map((end) => end.split("-").map(Number)) };
}

const isDate = (text: string): boolean => text.split("/").length <= 2 && text.split("/").every((end) => lastDayOf(end) !== null);

/** Whether a date can be cited: 2022, 2022-03, 2022-03-15, two of them with a slash between, or words such as "in press". */
export const isCitableDate = (text: string): boolean => text.trim() === "" || isDate(text.trim()) || !/\d/.test(text);

export const isDoi = (text: string): boolean => text.trim() === "" || doiIn(text) !== null;

export const isAddress = (text: string): boolean => text.trim() === "" || isWebAddress(text.trim());
