import type { Piece } from "./bibliography-entry";
import { type BibtexEntry, bibtexEntries } from "./bibtex-entries";
import { type BibtexFields, bibtexFields, bibtexItem } from "./citation-js.server";
import { type Fault, fault } from "./csl";
import { isSuffix } from "./csl-names";

/** Types of BibTeX and BibLaTeX. What is of none of them is a document. */
const types = new Set(
  (
    "article book mvbook inbook bookinbook suppbook booklet collection mvcollection incollection suppcollection dataset manual misc online patent " +
    "periodical suppperiodical proceedings mvproceedings inproceedings reference mvreference inreference report software thesis unpublished artwork " +
    "audio image jurisdiction legislation legal letter movie music performance review standard video conference electronic mastersthesis phdthesis " +
    "techreport www"
  ).split(" "),
);

/** The entries of a BibTeX or BibLaTeX file, those around a broken one too. */
export function bibtexPieces(text: string): Piece[] {
  const { entries, strings } = bibtexEntries(text);
  const parents = new Map(entries.map((entry) => [entry.key, entry]));
  return entries.map((entry) => ({ line: entry.line, read: () => readEntry(entry, strings, parents) }));
}

function readEntry(entry: BibtexEntry, strings: BibtexEntry[], parents: Map<string, BibtexEntry>) {
  const broken = { raw: { type: "document" }, label: entry.key, faults: [fault(null, "broken")] };
  if (entry.isBroken) return { ...broken, raw: null };
  try {
    const [fields] = bibtexFields(withStrings(entry, strings));
    if (!fields) return { ...broken, raw: null };
    const faults = types.has(fields.type) ? [] : [fault("type", "unknownType")];
    faults.push(...soundNames(fields));
    const parent = parents.get(String(fields.properties.crossref ?? ""));
    const others = parent && parent !== entry && !parent.isBroken ? bibtexFields(withStrings(parent, strings)) : [];
    for (const other of others) delete other.properties.crossref;
    const raw = bibtexItem([fields, ...others]) as Record<string, unknown>;
    // A report's kind is what it is called, and not that it is one.
    if (raw.genre === "techreport") delete raw.genre;
    return { raw, label: entry.key, faults };
  } catch {
    return { ...broken, raw: null };
  }
}

/** An entry with the abbreviations that it uses. */
function withStrings(entry: BibtexEntry, strings: BibtexEntry[]): string {
  const used = strings.filter(
    ({ key, isBroken }) => !isBroken && new RegExp(`[=#]\\s*${key.replace(/[^\w-]/g, "")}\\b`, "i").test(entry.text),
  );
  return [...used.slice(0, 50).map(({ text }) => text), entry.text].join("\n");
}

/** A name that nobody can tell apart would lose its parts: it is kept whole, as an organization's would be. */
function soundNames({ properties }: BibtexFields): Fault[] {
  const faults: Fault[] = [];
  for (const field of ["author", "editor", "translator", "bookauthor"]) {
    const text = properties[field];
    if (typeof text !== "string") continue;
    const names = outsideBraces(text, /\s+and\s+/iy).filter((name) => !/^\s*others\s*$/i.test(name));
    const sound = names.map((name) => {
      const parts = outsideBraces(name, /,/y);
      const isWhole =
        parts.length > 3 || name.includes(";") || (parts.length === 3 && !isSuffix(plain(parts[1])) && !isSuffix(plain(parts[2])));
      if (isWhole) faults.push(fault(field === "bookauthor" ? "container-author" : field, "nameNotSplit"));
      // "Smith, John, Jr." is not how BibTeX has it, and often found.
      if (parts.length === 3 && isSuffix(plain(parts[2]))) return [parts[0], parts[2], parts[1]].join(",");
      return isWhole ? `{${name}}` : name;
    });
    if (names.length > 0) properties[field] = sound.join(" and ");
    else delete properties[field];
  }
  return faults.filter((one, at) => at === faults.findIndex(({ field }) => field === one.field));
}

const plain = (text = "") => text.replace(/[{}]/g, "").trim();

/** Splits where a sign stands outside all braces. */
function outsideBraces(text: string, sign: RegExp): string[] {
  const parts = [""];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (letter === "{") depth += 1;
    if (letter === "}") depth -= 1;
    sign.lastIndex = at;
    const match = depth === 0 ? sign.exec(text) : null;
    if (match) {
      parts.push("");
      at += match[0].length - 1;
    } else parts[parts.length - 1] += letter;
  }
  return parts;
}
