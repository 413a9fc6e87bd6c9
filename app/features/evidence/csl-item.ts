import {
  type CslItem,
  checkItem,
  cslTypes,
  dateFields,
  type Fault,
  fault,
  isWebAddress,
  nameFields,
  richFields,
  type TextField,
  textFields,
} from "./csl";
import { dateFrom } from "./csl-dates";
import { namesFrom } from "./csl-names";
import { lineOf, plainOf, richOf } from "./csl-text";
import { doiIn } from "./doi";

const LONGEST_TITLE = 1_000;
const LONGEST = 500;
const LONGEST_URL = 2_000;

/** What other versions of CSL call them. */
const formerNames: Readonly<Record<string, TextField>> = { event: "event-title", journalAbbreviation: "container-title-short" };

/**
 * The item in the one way in which it is kept, out of whatever someone sent: known fields alone, of bounded length, without markup but the
 * little that titles need, with a bare DOI. What had to be left out or is missing is told; without a title there is no item.
 */
export function itemFrom(raw: unknown): { item: CslItem | null; faults: Fault[] } {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return { item: null, faults: [fault(null, "notAnEntry")] };
  const own = (key: string): unknown => (Object.hasOwn(raw, key) ? (raw as Record<string, unknown>)[key] : undefined);
  const type = cslTypes.find((one) => one === own("type"));
  const item: CslItem = { type: type ?? "document" };
  const faults: Fault[] = type ? [] : [fault("type", "unknownType")];

  for (const field of textFields) faults.push(...putText(item, field, own(field)));
  for (const [former, field] of Object.entries(formerNames)) if (item[field] === undefined) putText(item, field, own(former));
  for (const field of nameFields) {
    if (own(field) === undefined) continue;
    const { names, faults: ofNames } = namesFrom(own(field), field);
    if (names.length > 0) item[field] = names;
    faults.push(...ofNames);
  }
  for (const field of dateFields) {
    const date = dateFrom(own(field));
    if (date === "bad") faults.push(fault(field, "badDate"));
    else if (date) item[field] = date;
  }
  faults.push(...putAddresses(item));

  const all = [...faults, ...checkItem(item)].filter(
    ({ field, message }, at, list) => at === list.findIndex((one) => one.field === field && one.message === message),
  );
  return { item: item.title ? item : null, faults: all };
}

function putText(item: CslItem, field: TextField, raw: unknown): Fault[] {
  const text = textOf(raw, field);
  if (text === "") return [];
  const isRich = richFields.some((one) => one === field);
  const most = field === "URL" ? LONGEST_URL : isRich ? LONGEST_TITLE : LONGEST;
  const whole = lineOf((isRich ? richOf : plainOf)(text.slice(0, most * 8)), most * 2);
  // Once more: what is cut may end within markup, and cleaning may bring some together.
  const value = [...whole].length > most ? lineOf((isRich ? richOf : plainOf)(lineOf(whole, most).replace(/<[^>]*$/, "")), most) : whole;
  if (value !== "") item[field] = field === "page" ? pagesOf(value) : value;
  return value === whole && text.length <= most * 8 ? [] : [fault(field, "tooLong")];
}

/** Lists of values, as Crossref has them: of identifiers and titles the first, of anything else all. */
function textOf(raw: unknown, field: TextField): string {
  if (typeof raw === "string") return raw;
  if (typeof raw === "number" && Number.isFinite(raw)) return String(raw);
  if (!Array.isArray(raw)) return "";
  const texts = raw
    .filter((one) => typeof one === "string" || typeof one === "number")
    .slice(0, 20)
    .map(String);
  const isList = field.startsWith("publisher") || field === "language";
  return isList ? texts.join(field.startsWith("publisher") ? " and " : ", ") : (texts[0] ?? "");
}

const pagesOf = (text: string): string => text.replace(/\s*(?:[\u2010-\u2015\u2212]|--+)\s*/g, "-");

/** A DOI bare, and not also as an address; an address as the web writes it. */
function putAddresses(item: CslItem): Fault[] {
  const faults: Fault[] = [];
  if (item.DOI !== undefined) {
    const doi = doiIn(item.DOI);
    if (doi) item.DOI = doi;
    else {
      delete item.DOI;
      faults.push(fault("DOI", "notDoi"));
    }
  }
  if (item.URL === undefined) return faults;
  const address = encoded(/^www\./i.test(item.URL) ? `https://${item.URL}` : item.URL);
  const inAddress = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i.test(address) ? doiIn(address) : null;
  item.DOI ??= inAddress ?? undefined;
  if (item.DOI === undefined) delete item.DOI;
  if (!/\s/.test(item.URL) && isWebAddress(address) && !(inAddress && inAddress === item.DOI)) item.URL = address;
  else {
    delete item.URL;
    if (!inAddress) faults.push(fault("URL", "notUrl"));
  }
  return faults;
}

/** The way in which readers of BibTeX write addresses too. */
function encoded(address: string): string {
  try {
    return decodeURI(address) === address ? encodeURI(address) : address;
  } catch {
    return encodeURI(address);
  }
}
