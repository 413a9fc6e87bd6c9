import { readdirSync, readFileSync } from "node:fs";

import { type BookFormat, bookFormats } from "~/features/exchange/book";
import { drawBook } from "~/features/exchange/book-formats.server";
import { fixedBook, fixedFace } from "#tests/support/fixed-book";

import { printTable } from "./table";

const ROUNDS = 5;

/** How long each file of the longest guide that ships with the portal takes, and how large it is. */
export async function benchExport() {
  const { name, body } = longest();
  const { book, pictures } = await fixedBook(fixedFace(body));
  const rows: string[][] = [];
  for (const format of Object.keys(bookFormats) as BookFormat[]) {
    let bytes = (await drawBook(format, book, pictures)).length;
    const begin = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) bytes = (await drawBook(format, book, pictures)).length;
    rows.push([format, ((performance.now() - begin) / ROUNDS).toFixed(0), String(bytes)]);
  }
  process.stdout.write(`${name}, ${body.length} characters\n`);
  printTable([["form", "ms", "bytes"], ...rows]);
}

function longest(): { name: string; body: string } {
  const texts = readdirSync("content/practices", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ name, body: readFileSync(`content/practices/${name}`, "utf8").replace(/^---\n[\s\S]*?\n---\n/, "") }));
  const [first] = texts.sort((a, b) => b.body.length - a.body.length);
  if (!first) throw new Error("No guide ships with the portal.");
  return first;
}
