/** A fact of an archive: what JSON knows, and instants. */
export type Fact = string | number | boolean | Date | null | Fact[] | { [name: string]: Fact };

export type Row = { [name: string]: Fact };

export type ArchiveFile = { name: string; bytes: Uint8Array };

/** One of a long list. `file` holds its text once more, to be read; the row names it. */
export type Entry = { row: Row; file?: ArchiveFile };

/** What one feature holds about a person: facts by name; lists that are too long to be held at once; and files of their own. */
export type Part = {
  facts: Record<string, Row | Row[]>;
  lists?: Record<string, AsyncIterable<Entry>>;
  files?: ArchiveFile[];
};

/** Facts whose values are words of the code; the page says them in the reader's language. */
export const coded: readonly string[] = [
  "answer",
  "audience",
  "by",
  "decision",
  "document",
  "draftOf",
  "factor",
  "field",
  "follows",
  "joinedBy",
  "kind",
  "language",
  "level",
  "listing",
  "reactions",
  "role",
  "ruling",
  "sanction",
  "state",
  "use",
  "verdict",
  "visibility",
];
