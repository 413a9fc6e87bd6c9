import TurndownService from "turndown";

/** The HTML that is made of a Word document, as Markdown. Summary and sources are marked by lines of their own: see import-guide.ts. */
export function markdownOf(html: string): string {
  const service = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
    emDelimiter: "*",
    hr: "---",
  });
  service.addRule("struck", { filter: ["s", "del"], replacement: (words) => `~~${words}~~` });
  service.addRule("summary", {
    filter: (node) => isMarked(node, "P", "summary"),
    replacement: (words) => `\n\n<!--summary-->${oneLine(words)}\n\n`,
  });
  service.addRule("sources", { filter: (node) => isMarked(node, "H2", "sources"), replacement: () => "\n\n<!--sources-->\n\n" });
  service.addRule("title", {
    filter: (node) => isMarked(node, "H1", "title"),
    replacement: (words) => `\n\n<!--title-->${oneLine(words)}\n\n`,
  });
  service.addRule("anchors", {
    filter: (node) => node.nodeName === "A" && !node.getAttribute("href"),
    replacement: (words) => words,
  });
  // An address that is typed out says the same by itself.
  service.addRule("bare", {
    filter: (node) => node.nodeName === "A" && /^https?:/.test(node.textContent ?? "") && node.getAttribute("href") === node.textContent,
    replacement: (_, node) => node.textContent ?? "",
  });
  service.addRule("inner", {
    filter: (node) => node.nodeName === "A" && INNER.test(node.getAttribute("href") ?? ""),
    replacement: (words, node) =>
      `[${words.replace(/^\\\[(\d+)\\\]$/, "$1")}](#${innerOf((node as HTMLElement).getAttribute("href") ?? "")})`,
  });
  service.addRule("noteMark", {
    filter: (node) => node.nodeName === "SUP" && noteOf(node.querySelector("a")?.getAttribute("href")) !== null,
    replacement: (_, node) => `[^${noteOf((node as HTMLElement).querySelector("a")?.getAttribute("href"))}]`,
  });
  service.addRule("note", {
    filter: (node) => node.nodeName === "LI" && /^(?:foot|end)note-\d+$/.test(node.id),
    replacement: (words, node) =>
      `\n\n[^${(node as HTMLElement).id.replace(/^\w+-/, "")}]: ${oneLine(words.replace(/\s*\[↑\]\([^)]*\)\s*$/, ""))}\n\n`,
  });
  service.addRule("cell", {
    filter: ["td", "th"],
    replacement: (words, node) => cell(words, node as HTMLElement),
  });
  service.addRule("table", { filter: "table", replacement: (rows) => `\n\n${withHead(rows)}\n\n` });
  service.addRule("row", { filter: "tr", replacement: (cells) => `${cells.trimEnd()} |\n` });
  service.addRule("parts", { filter: ["thead", "tbody", "tfoot"], replacement: (rows) => rows });
  // A sign of a list and one space, as people type it.
  return service
    .turndown(html)
    .replace(/^([ \t]*)- {3}/gm, "$1- ")
    .replace(/^([ \t]*\d+\.) {2}/gm, "$1 ")
    .replace(/^([ \t]*- )([☑☐])[ \t]*/gm, (_, before: string, box: string) => `${before}[${box === "☑" ? "x" : " "}] `);
}

/** A place in the text, as it is called in the documents that the portal writes: of a section, or of a source. */
const INNER = /^#(?:s_([a-z0-9_]+?)|source_(\d+))(?:_fr)?$/;

const innerOf = (href: string): string => {
  const [, section, source] = INNER.exec(href) ?? [];
  return source ? `source-${source}` : (section ?? "").replaceAll("_", "-");
};

const isMarked = (node: HTMLElement, name: string, mark: string) => node.nodeName === name && node.className === mark;

const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();

const noteOf = (href: string | null | undefined): string | null => /^#(?:foot|end)note-(\d+)$/.exec(href ?? "")?.[1] ?? null;

/** A cell holds one line; what stood below one another is separated by a break. Cells that span several columns are followed by empty ones. */
function cell(words: string, node: HTMLElement): string {
  const span = Math.min(20, Number(node.getAttribute("colspan")) || 1);
  const line = words
    .trim()
    .replace(/(?<!\\)\|/g, "\\|")
    .replace(/[ \t]*\n+/g, "<br>");
  return `| ${line} ${"| ".repeat(span - 1)}`;
}

/** The first row is the head of the table, since Markdown knows none without; every row has as many cells. */
function withHead(rows: string): string {
  const lines = rows.split("\n").filter((line) => line.startsWith("|"));
  const cellsIn = (line: string) => (line.match(/(?<!\\)\|/g)?.length ?? 1) - 1;
  const width = Math.max(1, ...lines.map(cellsIn));
  const [head = "|  |", ...body] = lines.map((line) => line + " |".repeat(width - cellsIn(line)));
  return [head, `|${" --- |".repeat(width)}`, ...body].join("\n");
}
