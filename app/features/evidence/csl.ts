import { plainWords } from "~/platform/plain-words";

import { doiIn } from "./doi";

export type CslName = {
  family?: string;
  given?: string;
  suffix?: string;
  "non-dropping-particle"?: string;
  "dropping-particle"?: string;
  /** A name that is not split: an organization's. Then there is nothing else. */
  literal?: string;
};

/** One date, or two for a range, each of year, month and day as far as they are known. `literal` where it is none: "in press". */
export type CslDate = { "date-parts"?: number[][]; literal?: string };

/** What the styles know of a reference. Without `type`, `title` and names there is nothing to cite. */
export type CslItem = { id?: string; type: CslType } & Partial<Record<TextField, string>> &
  Partial<Record<NameField, CslName[]>> &
  Partial<Record<DateField, CslDate>>;

export const cslTypes = [
  "article",
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "bill",
  "book",
  "broadcast",
  "chapter",
  "classic",
  "collection",
  "dataset",
  "document",
  "entry",
  "entry-dictionary",
  "entry-encyclopedia",
  "event",
  "figure",
  "graphic",
  "hearing",
  "interview",
  "legal_case",
  "legislation",
  "manuscript",
  "map",
  "motion_picture",
  "musical_score",
  "pamphlet",
  "paper-conference",
  "patent",
  "performance",
  "periodical",
  "personal_communication",
  "post",
  "post-weblog",
  "regulation",
  "report",
  "review",
  "review-book",
  "software",
  "song",
  "speech",
  "standard",
  "thesis",
  "treaty",
  "webpage",
] as const;

export type CslType = (typeof cslTypes)[number];

/** In which some markup may stand. */
export const richFields = ["title", "title-short", "container-title", "collection-title", "volume-title", "original-title"] as const;

export const textFields = [
  ...richFields,
  "archive",
  "archive_location",
  "authority",
  "chapter-number",
  "collection-number",
  "container-title-short",
  "DOI",
  "edition",
  "event-place",
  "event-title",
  "genre",
  "ISBN",
  "ISSN",
  "issue",
  "jurisdiction",
  "language",
  "medium",
  "number",
  "number-of-pages",
  "number-of-volumes",
  "original-publisher",
  "original-publisher-place",
  "page",
  "part-number",
  "PMCID",
  "PMID",
  "publisher",
  "publisher-place",
  "section",
  "source",
  "status",
  "URL",
  "version",
  "volume",
] as const;

export type TextField = (typeof textFields)[number];

export const nameFields = [
  "author",
  "editor",
  "translator",
  "chair",
  "collection-editor",
  "compiler",
  "composer",
  "container-author",
  "contributor",
  "curator",
  "director",
  "editorial-director",
  "guest",
  "host",
  "illustrator",
  "interviewer",
  "narrator",
  "organizer",
  "original-author",
  "performer",
  "producer",
  "recipient",
  "reviewed-author",
  "script-writer",
  "series-creator",
] as const;

export type NameField = (typeof nameFields)[number];

export const dateFields = ["issued", "accessed", "available-date", "event-date", "original-date", "submitted"] as const;

export type DateField = (typeof dateFields)[number];

/** What can be wrong with an entry, or with a whole file: the last parts of the keys references.fault.*. */
export const faultNames = [
  "broken",
  "noEnd",
  "unknownType",
  "noTitle",
  "noYear",
  "badDate",
  "notDoi",
  "notUrl",
  "nameNotSplit",
  "noNames",
  "tooManyNames",
  "tooLong",
  "notAnEntry",
  "empty",
  "unknownFormat",
  "binary",
  "tooBig",
  "tooMany",
  "tooSlow",
] as const;

export type FaultName = (typeof faultNames)[number];

/** `field` is that of CSL (title, DOI, author…), null where it is about the entry. */
export type Fault = { field: string | null; message: `references.fault.${FaultName}` };

export const fault = (field: string | null, name: FaultName): Fault => ({ field, message: `references.fault.${name}` });

/** What is missing in an item or wrong with it. Only `noTitle` keeps it from being cited; the rest is worth a look. */
export function checkItem(item: CslItem): Fault[] {
  const faults: Fault[] = [];
  if (!item.title?.trim()) faults.push(fault("title", "noTitle"));
  if (yearOf(item) === null && !item.issued?.literal) faults.push(fault("issued", "noYear"));
  if (item.DOI !== undefined && doiIn(item.DOI) !== item.DOI) faults.push(fault("DOI", "notDoi"));
  if (item.URL !== undefined && !isWebAddress(item.URL)) faults.push(fault("URL", "notUrl"));
  if (!nameFields.some((field) => (item[field]?.length ?? 0) > 0)) faults.push(fault("author", "noNames"));
  return faults;
}

/** Whether it is an address on the web that a link may lead to. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/$.?#<>"][^\s<>"]*$/i.test(text) && URL.canParse(text);
}

/** The year in which it appeared, null where none is known. */
export const yearOf = (item: CslItem): number | null => item.issued?.["date-parts"]?.[0]?.[0] ?? null;

/** Title and year without case, accents, signs, subtitle and leading article: equal for two references that are one. */
export function likenessOf(item: CslItem): string {
  const title = plain(item.title ?? "");
  const [before = ""] = title.split(/[:：?!]\s|\s[–—-]\s/u);
  const main = plainWords(before).length >= 4 ? plainWords(before) : plainWords(title);
  if (main.length > 1 && articles.has(main[0] ?? "")) main.shift();
  return [main.join(" ").slice(0, 300), yearOf(item) ?? ""].join(" ").trim();
}

/** A key by which the text may cite it, that is not taken: kiely2022, kiely2022a, kiely2022b… */
export const keyFor = (item: CslItem, taken: ReadonlySet<string>): string => freeKey(baseKey(item), taken, new Map());

/** The same for several at once, each with a key of its own. */
export function keysFor(items: readonly CslItem[], taken: ReadonlySet<string>): string[] {
  const given = new Set(taken);
  const counts = new Map<string, number>();
  return items.map((item) => {
    const key = freeKey(baseKey(item), given, counts);
    given.add(key);
    return key;
  });
}

function baseKey(item: CslItem): string {
  const [first] = item.author ?? nameFields.flatMap((field) => item[field] ?? []);
  const name = plainWords(plain(first?.family ?? first?.literal ?? item.title ?? ""));
  const of = name.find((word) => !articles.has(word)) ?? "reference";
  return `${/^\p{L}/u.test(of) ? "" : "n"}${of.slice(0, 30)}${yearOf(item) ?? ""}`;
}

/** Counts on from the last letter given to the same key: thousands of one year must not be slow. */
function freeKey(key: string, taken: ReadonlySet<string>, counts: Map<string, number>): string {
  for (let n = counts.get(key) ?? 0; ; n += 1) {
    const candidate = n === 0 ? key : `${key}${/\d$/.test(key) ? "" : "-"}${letters(n)}`;
    if (taken.has(candidate)) continue;
    counts.set(key, n + 1);
    return candidate;
  }
}

const articles = new Set(["the", "a", "an", "le", "la", "les", "l", "un", "une", "des", "d", "of", "de", "du"]);

const plain = (text: string): string => text.replace(/<[^>]*>/g, "").replace(/&amp;/g, "&");

/** 1 → a, 26 → z, 27 → aa. */
const letters = (n: number): string => (n > 26 ? letters(Math.floor((n - 1) / 26)) : "") + String.fromCharCode(97 + ((n - 1) % 26));
