import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";

import { drawBook } from "~/features/exchange/book-formats.server";
import { fixedBook, fixedFace } from "#tests/support/fixed-book";

type Node = { role?: string; alt?: string; lang?: string; children?: Node[]; type?: string };

const open = async (bytes: Uint8Array) => getDocument({ data: bytes.slice(), verbosity: 0 }).promise;

/** The roles in the order of the pages, and the words of each page. */
async function read(bytes: Uint8Array) {
  const document = await open(bytes);
  const nodes: Node[] = [];
  const words: string[] = [];
  let marked = 0;
  let all = 0;
  const walk = (node: Node) => {
    nodes.push(node);
    for (const child of node.children ?? []) walk(child);
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) walk(tree);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    words.push("\n");
    let depth = 0;
    for (const item of items) {
      if ("str" in item) {
        words.push(item.hasEOL ? `${item.str}\n` : item.str);
        if (item.str.trim() !== "") {
          all += 1;
          if (depth > 0) marked += 1;
        }
      } else depth += item.type.startsWith("begin") ? 1 : -1;
    }
  }
  const roles = nodes.map(({ role }) => role ?? "");
  // A page tells what of the structure is on it: what goes over many pages would be counted on each. The file has every tag once.
  const tags = [
    ...Buffer.from(bytes)
      .toString("latin1")
      .matchAll(/\n\/S \/(\w+)\n/g),
  ].map(([, tag]) => tag);
  const count = (role: string) => tags.filter((tag) => tag === role).length;
  return { document, nodes, roles, count, text: words.join(""), marked, all };
}

test("it says that it is tagged, in which language it is and what it is called", async () => {
  const { book, pictures } = await fixedBook(fixedFace());
  const { document } = await read(await drawBook("pdf", book, pictures));
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> };
  expect(info).toMatchObject({ Title: "Walking together in winter", Author: "Amira Haddad, Paul Roy", Language: "en" });
  expect((await document.getOutline()).map(({ title }) => title)).toEqual([
    "Walking together in winter",
    "Purpose",
    "Steps",
    "What it takes",
    "Notes",
    "Sources",
  ]);
});

test("every heading, list, table, figure and link of the text is in its structure, and nothing is drawn outside of it", async () => {
  const { book, pictures } = await fixedBook(fixedFace());
  const { count, nodes, all, marked, text, roles } = await read(await drawBook("pdf", book, pictures));
  expect({ h1: count("H1"), h2: count("H2"), h3: count("H3"), h4: count("H4") }).toEqual({ h1: 1, h2: 5, h3: 1, h4: 1 });
  expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(expect.arrayContaining(["H1", "H2", "H3", "H4"]));
  expect({ tables: count("Table"), rows: count("TR"), heads: count("TH"), cells: count("TD") }).toEqual({
    tables: 1,
    rows: 3,
    heads: 3,
    cells: 6,
  });
  expect([...new Set(nodes.filter(({ role }) => role === "Figure").map(({ alt }) => alt))]).toEqual([
    "Code that leads to the page of the copy",
    "A path in the snow",
  ]);
  expect(count("BlockQuote")).toBe(1);
  expect(count("Code")).toBe(1);
  expect(count("LI")).toBe(2 + 3 + 2 + 2 + 1 + 2);
  expect(count("Link")).toBeGreaterThanOrEqual(6);
  expect(marked).toBe(all);
  expect(text).toContain("Told by the people who walk.");
  expect(text).toContain("What this section rests on");
});

test("two languages stand one behind the other, each under its own", async () => {
  const { book, pictures } = await fixedBook(fixedFace(), fixedFace("## But {#but}\n\nMarcher.", "fr"));
  const { nodes } = await read(await drawBook("pdf", book, pictures));
  expect([...new Set(nodes.filter(({ role, lang }) => role === "Part" && lang).map(({ lang }) => lang))]).toEqual(["en", "fr"]);
});

test("the same version gives the same bytes", async () => {
  const { book, pictures } = await fixedBook(fixedFace());
  const [one, two] = [await drawBook("pdf", book, pictures), await drawBook("pdf", book, pictures)];
  expect(Buffer.compare(one, two)).toBe(0);
});

const wide = (columns: number, rows: number) => {
  const row = (word: string) => `| ${Array.from({ length: columns }, (_, column) => `${word} ${column}`).join(" | ")} |`;
  return [row("Head"), `|${" --- |".repeat(columns)}`, ...Array.from({ length: rows }, (_, index) => row(`Cell ${index}`))].join("\n");
};

test("a section of 32,000 characters goes over many pages, each word of it once", async () => {
  const words = Array.from({ length: 4_600 }, (_, index) => `w${index}`);
  const { book, pictures } = await fixedBook(fixedFace(`## Long {#long}\n\n${words.join(" ")}`));
  const { text, document } = await read(await drawBook("pdf", book, pictures));
  expect(document.numPages).toBeGreaterThan(6);
  const found = text.match(/\bw\d+/g) ?? [];
  expect(found).toEqual(words);
});

test("a table of 50 columns is told row by row; one of many rows says its head on each page, and once to those who listen", async () => {
  const { book, pictures } = await fixedBook(fixedFace(`## Tables {#tables}\n\n${wide(50, 3)}\n\nBetween.\n\n${wide(3, 120)}`));
  const { count, text } = await read(await drawBook("pdf", book, pictures));
  expect(count("Table")).toBe(2);
  expect(count("TR")).toBe(3 + 121);
  expect(count("TH")).toBe(3 + 3);
  expect(text).toContain("Cell 2 49");
  expect(text).toContain("Head 49");
});

test("a word without an end, a cell as long as pages, signs of many scripts and of none break nothing", async () => {
  const hostile = [
    "## Signs <script>alert(1)</script> {#signs}",
    "😀 👩‍👩‍👧 🇨🇦 ᐃᓄᒃᑎᑐᑦ 漢字 Ω Ж ﷽ \u202e reversed \u200b",
    "مرحبا بالعالم، نمشي معا في الشتاء",
    "שלום עולם (walk) 12",
    "x".repeat(9_000),
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    `| a | b |\n| --- | --- |\n| ${"long cell ".repeat(1_500)} | ${"y".repeat(2_000)} |`,
    `${Array.from({ length: 15 }, (_, depth) => `${"    ".repeat(depth)}- level ${depth}`).join("\n")}`,
    `${"> ".repeat(10)}deep`,
    `\`\`\`\n${"z".repeat(3_000)}\n\`\`\``,
    "[](https://example.org/empty) [a](#nowhere) ![](/files/00000000-0000-7000-8000-00000000000f)",
  ].join("\n\n");
  const { book, pictures } = await fixedBook(fixedFace(hostile, "en", { title: `Title ${"that goes on ".repeat(11)}😀` }));
  const { text, all, marked } = await read(await drawBook("pdf", book, pictures));
  expect(text).toContain("<script>alert(1)</script>");
  expect(text).toContain("level 14");
  expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(9_000);
  expect(text.match(/y/g)?.length).toBeGreaterThanOrEqual(2_000);
  expect(text.match(/long cell/g)?.length).toBe(1_500);
  expect(marked).toBe(all);
}, 30_000);
