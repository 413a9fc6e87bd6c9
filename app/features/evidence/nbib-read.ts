import type { Piece } from "./bibliography-entry";
import { nameOfText } from "./csl-names";

// PubMed's own format: tagged lines, continued on lines that begin with spaces. https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format
const TAG = /^([A-Z]{2,4}) *- (.*)$/;

type Fields = Map<string, string[]>;

/** The records of a PubMed file: each begins with its number. */
export function nbibPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let fields: Fields | null = null;
  let last: string[] | null = null;
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    const [, tag = "", value = ""] = TAG.exec(line) ?? [];
    if (tag === "PMID" || (tag !== "" && fields === null)) {
      const own: Fields = new Map();
      fields = own;
      pieces.push({ line: at + 1, read: () => ({ raw: itemOf(own), label: own.get("PMID")?.[0] ?? "", faults: [] }) });
    }
    if (fields && tag !== "") {
      last = fields.get(tag) ?? [];
      fields.set(tag, last);
      last.push(value.trim());
    } else if (/^\s+\S/.test(line) && last) last.push(`${last.pop() ?? ""} ${line.trim()}`);
    else if (line.trim() === "") last = null;
  }
  return pieces;
}

function itemOf(fields: Fields) {
  const all = (tag: string): string[] => fields.get(tag) ?? [];
  const one = (tag: string): string | undefined => all(tag)[0];
  const isBook = one("BTI") !== undefined;
  const dotless = (text?: string) => text?.replace(/(?<!\b\p{Lu})\.$/u, "").replace(/^\[(.*)\]$/, "$1");
  return {
    type: typeOf(all("PT"), isBook),
    title: dotless(one("TI") ?? one("BTI")) ?? dotless(one("TT")),
    "original-title": one("TI") ? dotless(one("TT")) : undefined,
    "container-title": isBook
      ? one("TI")
        ? dotless(one("BTI"))
        : undefined
      : one("JT")
          ?.replace(/ : .*$/, "")
          .replace(/ \([^)]*\)$/, ""),
    "container-title-short": one("TA"),
    author: [...(all("FAU").length > 0 ? all("FAU") : all("AU")).map(nameOfText), ...all("CN").map((literal) => ({ literal }))],
    editor: (all("FED").length > 0 ? all("FED") : all("ED")).map(nameOfText),
    issued: one("DP") ?? one("DEP")?.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"),
    volume: one("VI"),
    issue: one("IP"),
    page: pagesOf(one("PG")),
    DOI: [...all("LID"), ...all("AID")].find((id) => id.endsWith("[doi]"))?.replace(/\s*\[doi\]$/, ""),
    PMID: one("PMID"),
    PMCID: one("PMC"),
    ISSN: (all("IS").find((id) => id.includes("Electronic")) ?? one("IS"))?.replace(/ .*$/, ""),
    ISBN: one("ISBN")?.replace(/ .*$/, ""),
    publisher: one("PB"),
    "publisher-place": isBook ? one("PL") : undefined,
    edition: one("EN"),
    language: languages[one("LA") ?? ""] ?? one("LA"),
  };
}

function typeOf(kinds: string[], isBook: boolean): string {
  const named = kinds.join("|").toLowerCase();
  if (isBook) return named.includes("chapter") ? "chapter" : "book";
  if (named.includes("newspaper")) return "article-newspaper";
  if (named.includes("dataset")) return "dataset";
  return named.includes("preprint") ? "article" : "article-journal";
}

/** "123-9" is short for 123-129. */
function pagesOf(pages?: string): string | undefined {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(pages ?? "") ?? [];
  return from && to && to.length < from.length ? `${from}-${from.slice(0, from.length - to.length)}${to}` : pages;
}

const languages: Readonly<Record<string, string>> = {
  eng: "en",
  fre: "fr",
  fra: "fr",
  spa: "es",
  ger: "de",
  deu: "de",
  ita: "it",
  por: "pt",
  dut: "nl",
};
