import type { Book, BookFormat, BookPicture } from "./book";
import { epubOf } from "./book-epub.server";
import { markdownOf } from "./book-markdown";
import { pdfOf } from "./book-pdf.server";
import { wordOf } from "./book-word.server";
import { drawn } from "./book-pictures.server";
import { partsOf } from "./book-read.server";

/** A book as a file. The same book gives the same bytes, whenever and wherever it is drawn. */
export async function drawBook(format: BookFormat, book: Book, pictures: BookPicture[]): Promise<Uint8Array> {
  if (format === "md") return new TextEncoder().encode(markdownOf(book));
  const faces = book.faces.map((face) => ({ face, parts: partsOf(face) }));
  const shown = await drawn(pictures);
  if (format === "pdf") return pdfOf(book, faces, shown);
  if (format === "docx") return wordOf(book, faces, shown);
  return epubOf(book, faces, shown);
}
