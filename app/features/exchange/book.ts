import type { Language } from "~/i18n/languages";

/** In what a guide is taken along, and what each is called as a file. */
export const bookFormats = {
  pdf: { extension: "pdf", type: "application/pdf" },
  docx: { extension: "docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  epub: { extension: "epub", type: "application/epub+zip" },
  md: { extension: "md", type: "text/markdown; charset=utf-8" },
} as const;

export type BookFormat = keyof typeof bookFormats;

export const isBookFormat = (name: string): name is BookFormat => Object.hasOwn(bookFormats, name);

/** Words in a row, some of which lead somewhere. `lang` where it is not the language around them. */
export type Run = { text: string; href?: string; lang?: Language };

/** One thing to know of a copy. */
export type BookFact = { name: string; said: Run[] };

/** What one section rests on, a line for each. */
export type BookEvidence = { section: string; lines: Run[][] };

/** The words around a text, in its language. `page` has {page} and {pages} in it. */
export type BookWords = {
  genre: string;
  about: string;
  evidence: string;
  sources: string;
  notes: string;
  contents: string;
  page: string;
  /** Beside the code that leads to the page of the copy. */
  check: string;
  code: string;
  version: string;
};

/** One language of a version, as it was published. `id` is that of the version. */
export type BookFace = {
  id: string;
  language: Language;
  title: string;
  summary: string;
  authors: string[];
  publisher: string;
  licence: { name: string; address: string };
  publishedOn: string;
  html: string;
  sourcesHtml: string;
  body: string;
  sources: string;
  evidence: BookEvidence[];
  facts: BookFact[];
  /** Of what it was adapted; nothing where it was not. */
  lineage: Run[];
  address: string;
  /** Where one sees whether the copy is current. */
  copy: string;
  words: BookWords;
};

/** A version of a work in one language or in both, with all that is needed to draw it as a file. `origin` is the portal's address. */
export type Book = { faces: BookFace[]; origin: string; pictures: string[] };

/** A picture of a text, as the portal keeps it. */
export type BookPicture = { id: string; bytes: Uint8Array<ArrayBuffer> };

/** The kinds of contributions that are taken along. */
export const travelling = ["practice"] as const;
