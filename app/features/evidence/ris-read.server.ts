import type { Piece } from "./bibliography-entry";
import { risItem } from "./citation-js.server";
import { type Fault, fault } from "./csl";
import { nameOfText } from "./csl-names";

const TAG = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/;

const knownTypes = new Set(
  (
    "ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE DICT EBOOK ECHAP EDBOOK EJOUR ELEC ENCYC EQUA " +
    "FIGURE GEN GOVDOC GRANT HEAR ICOMM INPR JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS PAMP PAT PCOMM RPRT SER SLIDE SOUND STAND STAT " +
    "THES UNBILL UNPB VIDEO WEB"
  ).split(" "),
);

type Tagged = Record<string, string | string[]>;

/** The records of a RIS file. One without an end stops where the next begins. */
export function risPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let record: Tagged | null = null;
  let last = "";
  const begin = (line: number) => {
    const own: Tagged = Object.create(null) as Tagged;
    const state = { hasEnd: false };
    pieces.push({ line, read: () => readRecord(own, state.hasEnd) });
    record = own;
    return state;
  };
  let state = { hasEnd: false };
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    const [isTagged, tag = "", value = ""] = TAG.exec(line) ?? [];
    if (tag === "TY") state = begin(at + 1);
    if (tag === "ER") {
      state.hasEnd = true;
      record = null;
    } else if (record && isTagged !== undefined) add(record, tag, value.trim());
    else if (record && last !== "" && line.trim() !== "") extend(record, last, line.trim());
    last = isTagged === undefined ? last : tag;
  }
  return pieces;
}

function add(record: Tagged, tag: string, value: string) {
  if (value === "") return;
  const before = record[tag];
  record[tag] = before === undefined ? value : [before, value].flat();
}

function extend(record: Tagged, tag: string, more: string) {
  const before = record[tag];
  if (before === undefined) add(record, tag, more);
  else if (typeof before === "string") record[tag] = `${before} ${more}`;
  else before.push(`${before.pop() ?? ""} ${more}`);
}

function readRecord(record: Tagged, hasEnd: boolean) {
  const faults: Fault[] = hasEnd ? [] : [fault(null, "noEnd")];
  const type = one(record.TY).toUpperCase();
  if (!knownTypes.has(type)) faults.push(fault("type", "unknownType"));
  const sound: Tagged = { ...record, TY: knownTypes.has(type) ? type : "GEN" };
  // These stand once; where a file repeats them, the first counts.
  for (const tag of ["TI", "T1", "PY", "Y1", "DA", "DO", "UR", "SP", "EP", "VL", "IS", "SN", "T2", "JF", "JO", "PB", "LA"]) {
    if (Array.isArray(sound[tag])) sound[tag] = one(sound[tag]);
  }
  const raw = risItem(sound) as Record<string, unknown>;
  for (const field of Object.keys(raw)) if (isNames(raw[field])) raw[field] = namesOf(raw[field]);
  completeDate(raw, one(sound.DA), one(sound.Y1) || one(sound.PY));
  raw.type ??= "document";
  raw.title ??= one(sound.TI) || one(sound.T1) || one(sound.BT);
  if (raw["container-title"] === undefined)
    raw["container-title"] = one(sound.JO) || one(sound.JF) || one(sound.T2) || one(sound.JA) || undefined;
  if (sound.DO !== undefined) raw.DOI = one(sound.DO);
  return { raw, label: one(record.ID) || one(record.AN), faults };
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).trim();

const isNames = (value: unknown): value is { family?: string; literal?: string }[] =>
  Array.isArray(value) && value.every((name) => typeof name === "object" && name !== null);

/** "Smith J" is told apart; and a name in four parts stays whole. */
const namesOf = (names: { family?: string; literal?: string }[]): unknown[] =>
  names.map((name) => (name.literal ? (nameOfText(name.literal) ?? name) : name));

/** To the day where the record has that, for kinds of which the plain reading takes the year alone. */
function completeDate(raw: Record<string, unknown>, date: string, year: string) {
  const known = (raw.issued as { "date-parts"?: unknown[][] } | undefined)?.["date-parts"]?.[0] ?? [];
  const full = /^\d{4}(?:\/\d{1,2}){1,2}/.test(date) && date.startsWith(String(known[0] ?? date.slice(0, 4))) ? date : year;
  if (known.length < 2 && full !== "") raw.issued = full.replace(/\/+$/, "");
}
