import { type BibliographyEntry, entryOf, type Piece } from "./bibliography-entry";
import type { Bibliography, BibliographyFormat } from "./bibliography.server";
import { bibtexPieces } from "./bibtex-read.server";
import { type FaultName, fault } from "./csl";
import { cslPieces } from "./csl-read";
import { nbibPieces } from "./nbib-read";
import { risPieces } from "./ris-read.server";

const MOST_ENTRIES = 5_000;
const STEP = 50;

const pieces: Record<BibliographyFormat, (text: string) => Piece[]> = {
  bibtex: bibtexPieces,
  ris: risPieces,
  nbib: nbibPieces,
  csl: cslPieces,
};

/** By which a text shows what it is. */
const marks: [BibliographyFormat, RegExp][] = [
  ["csl", /^\s*[[{]/],
  ["ris", /^\s*TY {1,2}- ?/m],
  ["nbib", /^PMID *- /m],
  ["bibtex", /@\s*[A-Za-z]{1,40}\s*[{(]/],
];

/** Reads a whole file, entry by entry. */
export function readText(
  text: string,
  wanted: "auto" | BibliographyFormat,
  onProgress: (done: number, total: number) => void,
): Bibliography {
  const plain = text.replace(/^\ufeff/, "");
  if (plain.trim() === "") return refused(null, "empty");
  const format = marks.find(([name, mark]) => (wanted === "auto" || wanted === name) && mark.test(plain))?.[0];
  if (!format) return refused(null, "unknownFormat");

  const found = pieces[format](plain);
  if (found.length === 0) return refused(format, format === "csl" ? "empty" : "unknownFormat");
  if (found.length > MOST_ENTRIES) return refused(format, "tooMany");
  const entries: BibliographyEntry[] = [];
  onProgress(0, found.length);
  for (const piece of found) {
    entries.push(entryOf(piece, () => [fault(null, "broken")]));
    if (entries.length % STEP === 0 || entries.length === found.length) onProgress(entries.length, found.length);
  }
  // JSON of something else is no bibliography.
  if (format === "csl" && entries.every(isForeign)) return refused(null, "unknownFormat");
  return { format, fault: null, entries };
}

const isForeign = ({ item, faults }: BibliographyEntry): boolean =>
  !item && faults.some(({ message }) => message.endsWith(".notAnEntry") || message.endsWith(".unknownType"));

const refused = (format: BibliographyFormat | null, name: FaultName): Bibliography => ({
  format,
  fault: fault(null, name).message,
  entries: [],
});
