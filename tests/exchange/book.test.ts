import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

import type { Book, BookPicture } from "~/features/exchange/book";
import { drawBook } from "~/features/exchange/book-formats.server";
import { readMarkdown } from "~/features/exchange/import-markdown.server";
import { readWord } from "~/features/exchange/import-word.server";
import { everything, fixedBook, fixedFace, sources } from "#tests/support/fixed-book";

const golden = (name: string) => path.join("tests/exchange/golden", name);

/** Debian's checker of EPUB, where this machine has it. */
const CHECKER = "/usr/bin/epubcheck";

function checked(epub: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), "epub-"));
  try {
    const file = path.join(folder, "book.epub");
    writeFileSync(file, epub);
    const { stdout, stderr } = spawnSync("java", ["-jar", CHECKER, file], { encoding: "utf8" });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const partsOf = (bytes: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const hostile = [
  "## Signs & <script>alert(1)</script> {#signs}",
  '😀 ᐃᓄᒃᑎᑐᑦ 漢字 ﷽ مرحبا بالعالم \u202e reversed \u200b ]]> &amp; "quotes"',
  `${"word ".repeat(6_400)}`,
  `| ${"a | ".repeat(50)}\n| ${"--- | ".repeat(50)}\n| ${"b | ".repeat(50)}`,
  "[x](#nowhere) [](https://example.org/?a=1&b=2) ![](/files/00000000-0000-7000-8000-00000000000f)",
  `${"> ".repeat(10)}deep`,
].join("\n\n");

const books: [string, () => Promise<{ book: Book; pictures: BookPicture[] }>][] = [
  ["a guide", () => fixedBook(fixedFace())],
  [
    "both languages",
    () =>
      fixedBook(
        fixedFace(),
        fixedFace("## But {#but}\n\nMarcher[^1].\n\n[^1]: Une note.", "fr", { id: "00000000-0000-7000-8000-000000000003" }),
      ),
  ],
  ["a hostile text", () => fixedBook(fixedFace(hostile, "en", { title: 'A & B <i> "C" ]]>' }))],
];

test.each(books)("%s as EPUB passes the checker without an error or a warning", { timeout: 180_000 }, async (_, make) => {
  const { book, pictures } = await make();
  const epub = await drawBook("epub", book, pictures);
  // The type stands first, as it is: so it is found at a fixed place.
  expect(strFromU8(epub.subarray(30, 58))).toBe("mimetypeapplication/epub+zip");
  const parts = partsOf(epub);
  for (const { language, title } of book.faces) {
    expect(parts[`OEBPS/text-${language}.xhtml`]).toContain(`lang="${language}" xml:lang="${language}"`);
    expect(parts["OEBPS/book.opf"]).toContain(`<dc:language>${language}</dc:language>`);
    expect(parts["OEBPS/nav.xhtml"]).toContain(
      title.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;"),
    );
  }
  expect(parts["OEBPS/book.opf"]).toContain("schema:accessModeSufficient");
  expect(parts["OEBPS/text-en.xhtml"]).not.toContain("<script");
  expect(Buffer.compare(epub, await drawBook("epub", book, pictures))).toBe(0);
  if (existsSync(CHECKER)) expect(checked(epub)).toContain("Messages: 0 fatals / 0 errors / 0 warnings");
});

test("the sections, notes, sources, tables and pictures of a guide are in its EPUB", async () => {
  const { book, pictures } = await fixedBook(fixedFace());
  const parts = partsOf(await drawBook("epub", book, pictures));
  const text = parts["OEBPS/text-en.xhtml"] ?? "";
  expect([...text.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)).toEqual(["s-purpose", "s-steps", "s-what-it-takes"]);
  expect(text).toContain('<th scope="col" class="end">Cost</th>');
  expect(text).toMatch(/<img src="[^"]+\.jpg" alt="A path in the snow"\/>/);
  expect(text).toContain('epub:type="footnote" role="doc-footnote" id="note-1"');
  expect(text).toContain('<li id="source-2">The second source</li>');
  expect(text).toContain("What this section rests on");
  expect(parts["OEBPS/about-en.xhtml"]).toContain("https://portal.example.org/en/copies/");
});

/** What Word has no form for: the sides of columns, and lines across a text. Keys of sections are made anew from their headings. */
const asBrought = everything
  .replace(/ \{#[a-z-]+\}/g, "")
  .replace("| --- | :---: | ---: |", "| --- | --- | --- |")
  .replace("---\n\n", "")
  .replace("{picture}", "picture:1")
  .replace("(/en/practices)", "(https://portal.example.org/en/practices)");

test("what is taken along as Word and brought back is the same text, with its tables, notes and pictures", async () => {
  const { book, pictures } = await fixedBook(fixedFace());
  const document = await drawBook("docx", book, pictures);
  const back = await readWord(document);
  expect(back).toMatchObject({
    title: "Walking together in winter",
    summary: "How to walk together when it is cold, step by step.",
    sources,
  });
  expect(back.body).toBe(asBrought);
  expect(back.pictures).toHaveLength(1);
  const { default: sharp } = await import("sharp");
  expect(await sharp(back.pictures[0]).metadata()).toMatchObject({ format: "jpeg", width: 320, height: 200 });
  expect(Buffer.compare(document, await drawBook("docx", book, pictures))).toBe(0);
});

test("the golden document is what is written today, and is read as the golden text", async () => {
  const { book, pictures } = await fixedBook(fixedFace());
  const written = partsOf(await drawBook("docx", book, pictures));
  // With WRITE_GOLDEN set, what is written today becomes the golden document: to be looked at in Word before it is committed.
  if (process.env.WRITE_GOLDEN) {
    writeFileSync(golden("walking.docx"), await drawBook("docx", book, pictures));
    writeFileSync(golden("walking.md"), `${asBrought}\n`);
  }
  const kept = partsOf(readFileSync(golden("walking.docx")));
  const isText = (name: string) =>
    !name.startsWith("word/media/") && name !== "word/_rels/document.xml.rels" && name !== "word/document.xml";
  // Pictures are named by their bytes, which differ between builds of the library that draws them.
  const nameless = (xml = "") => xml.replace(/[0-9a-f]{40}(?=\.(?:jpg|png))/g, "picture");
  expect(Object.keys(written).filter(isText)).toEqual(Object.keys(kept).filter(isText));
  for (const name of Object.keys(kept).filter(isText)) expect(written[name], name).toBe(kept[name]);
  expect(nameless(written["word/document.xml"])).toBe(nameless(kept["word/document.xml"]));
  const back = await readWord(readFileSync(golden("walking.docx")));
  expect(`${back.body}\n`).toBe(readFileSync(golden("walking.md"), "utf8"));
  expect(back.pictures).toHaveLength(1);
});

test("what is taken along as Markdown and brought back is the same to the letter", async () => {
  const { book } = await fixedBook(fixedFace());
  const back = readMarkdown(new TextDecoder().decode(await drawBook("md", book, [])));
  const whole = "https://portal.example.org/";
  expect(back).toMatchObject({
    title: "Walking together in winter",
    summary: "How to walk together when it is cold, step by step.",
    sources,
  });
  expect(back.body).toBe((book.faces[0]?.body ?? "").replace("(/en/", `(${whole}en/`).replace("(/files/", `(${whole}files/`));
});

test("a hostile text and both languages become a Word document that is read", { timeout: 180_000 }, async () => {
  for (const [, make] of books) {
    const { book, pictures } = await make();
    const document = await drawBook("docx", book, pictures);
    const back = await readWord(document);
    expect(back.title).toContain(book.faces[0]?.title ?? "-");
    const xml = partsOf(document)["word/document.xml"] ?? "";
    for (const { language } of book.faces) expect(xml).toContain(`w:val="${language}-CA"`);
  }
});
