import { type CslDate, type CslItem, type CslName, type CslType, type TextField, yearOf } from "./csl";

type Item = CslItem & { id: string };

const types: Partial<Record<CslType, string>> = {
  article: "article",
  "article-journal": "article",
  "article-magazine": "article",
  "article-newspaper": "article",
  book: "book",
  chapter: "incollection",
  dataset: "dataset",
  entry: "inreference",
  "entry-dictionary": "inreference",
  "entry-encyclopedia": "inreference",
  legal_case: "jurisdiction",
  legislation: "legislation",
  manuscript: "unpublished",
  motion_picture: "movie",
  "paper-conference": "inproceedings",
  patent: "patent",
  periodical: "periodical",
  post: "online",
  "post-weblog": "online",
  report: "report",
  review: "review",
  "review-book": "review",
  software: "software",
  standard: "standard",
  thesis: "thesis",
  webpage: "online",
};

const publishers: Readonly<Record<string, string>> = { report: "institution", thesis: "institution", online: "organization" };

/** A reference as an entry of BibTeX (with the dates of BibLaTeX beside the year) that gives back what it was made of. */
export function bibtexOf(item: Item): string {
  const type = types[item.type] ?? "misc";
  const fields = [...namesOf(item), ...titlesOf(item, type), ...datesOf(item), ...restOf(item, type)];
  const key =
    item.id
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^\w:.-]/g, "") || "reference";
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `${[`@${type}{${key},`, ...lines, "}"].join("\n")}\n`;
}

type Field = [string, string | undefined];

const namesOf = (item: Item): Field[] => [
  ["author", item.author?.map(nameOf).join(" and ")],
  ["editor", item.editor?.map(nameOf).join(" and ")],
  ["translator", item.translator?.map(nameOf).join(" and ")],
  ["bookauthor", item["container-author"]?.map(nameOf).join(" and ")],
];

function titlesOf(item: Item, type: string): Field[] {
  const isArticle = type === "article";
  return [
    ["title", item.title && titleOf(item.title)],
    ["shorttitle", item["title-short"] && titleOf(item["title-short"])],
    [isArticle ? "journal" : "booktitle", item["container-title"] && (isArticle ? textOf : titleOf)(item["container-title"])],
    ["shortjournal", isArticle && item["container-title-short"] ? textOf(item["container-title-short"]) : undefined],
    ["issuetitle", item["volume-title"] && textOf(item["volume-title"])],
    ["origtitle", item["original-title"] && titleOf(item["original-title"])],
    ["series", item["collection-title"] && titleOf(item["collection-title"])],
  ];
}

function datesOf(item: Item): Field[] {
  const year = yearOf(item);
  return [
    ["year", year === null ? item.issued?.literal && textOf(item.issued.literal) : String(year).padStart(4, "0")],
    ["date", dateOf(item.issued)],
    ["urldate", dateOf(item.accessed)],
    ["eventdate", dateOf(item["event-date"])],
    ["origdate", dateOf(item["original-date"])],
  ];
}

const dateOf = (date?: CslDate): string | undefined =>
  date?.["date-parts"]?.map((parts) => parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0")).join("-")).join("/");

const plainFields: [TextField, string][] = [
  ["volume", "volume"],
  ["publisher-place", "address"],
  ["edition", "edition"],
  ["chapter-number", "chapter"],
  ["part-number", "part"],
  ["number-of-pages", "pagetotal"],
  ["number-of-volumes", "volumes"],
  ["event-title", "eventtitle"],
  ["event-place", "venue"],
  ["version", "version"],
  ["language", "language"],
  ["ISBN", "isbn"],
  ["ISSN", "issn"],
  ["PMID", "pmid"],
  ["PMCID", "pmcid"],
];

const numbersIssues = new Set(["article", "periodical", "inproceedings"]);
const numbersSeries = new Set(["book", "incollection"]);
const numbersItself = new Set(["report", "patent", "legislation"]);

function restOf(item: Item, type: string): Field[] {
  const text = (field: TextField) => (item[field] === undefined ? undefined : textOf(item[field]));
  const number = numbersIssues.has(type)
    ? text("issue")
    : numbersSeries.has(type)
      ? text("collection-number")
      : numbersItself.has(type)
        ? text("number")
        : "";
  return [
    ...plainFields.map(([field, name]): Field => [name, text(field)]),
    // An issue without a figure (Supplement) is another field.
    [type === "article" && !/\d/.test(number ?? "") ? "issue" : "number", number],
    [type === "article" ? "eid" : "", type === "article" ? text("number") : undefined],
    ["pages", text("page")?.replace("-", "--")],
    [publishers[type] ?? "publisher", item.publisher && listed(item.publisher)],
    [type === "report" || type === "thesis" ? "type" : "entrysubtype", text("genre")],
    ["doi", item.DOI],
    ["url", item.URL],
  ];
}

/** "A and B" as one name. */
const listed = (text: string): string => (/\sand\s/i.test(text) ? `{${textOf(text)}}` : textOf(text));

/** Names that a reader would tell apart otherwise stand in braces. */
function nameOf(name: CslName): string {
  if (name.literal !== undefined) return `{${textOf(name.literal)}}`;
  const family = [name["non-dropping-particle"], guarded(name.family ?? "")].filter(Boolean).join(" ");
  const given = [name.given, name["dropping-particle"]].filter(Boolean).join(" ");
  return [family, ...(name.suffix ? [guarded(name.suffix)] : []), ...(given || name.suffix ? [guarded(given)] : [])].join(", ");
}

const guarded = (text: string): string =>
  /^\p{Lu}[\p{L}\p{M}.]*(?:[ -]\p{Lu}[\p{L}\p{M}.]*)*$/u.test(text) || text === "" ? text : `{${textOf(text)}}`;

/** Words with capitals are protected from styles that write titles small. */
const titleOf = (html: string): string =>
  rich(html, (text, isFirst) =>
    text
      .split(/([\s\u00a0]+)/)
      .map((word, at) => (/\p{Lu}/u.test(word) && !(isFirst && at === 0) ? `{${escaped(word)}}` : escaped(word)))
      .join(""),
  );

const textOf = (html: string): string => rich(html, escaped);

const commands: Readonly<Record<string, string>> = {
  i: "\\textit{",
  b: "\\textbf{",
  sup: "\\textsuperscript{",
  sub: "\\textsubscript{",
  span: "{",
};

function rich(html: string, write: (text: string, isFirst: boolean) => string): string {
  return html
    .split(/(<\/?(?:i|b|sup|sub|span)(?: class="nocase")?>)/)
    .map((part, at) => {
      if (at % 2 === 0) return write(part, at === 0);
      return part.startsWith("</") ? "}" : (commands[/[a-z]+/.exec(part)?.[0] ?? ""] ?? "");
    })
    .join("");
}

const signs: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "\u00a0": "~",
};

/** Signs that mean something to TeX, and pairs that it would draw as one. */
const escaped = (text: string): string =>
  text.replace(/[\\{}~^\u00a0]|[$&%#_]/g, (sign) => signs[sign] ?? `\\${sign}`).replace(/-(?=-)|'(?=')|`(?=`)/g, "$&{}");
