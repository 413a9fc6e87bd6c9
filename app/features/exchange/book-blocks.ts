/** How words look, and where they lead. `#…` leads to a place in the text. */
export type Marks = { bold?: true; italic?: true; code?: true; struck?: true; href?: string };

export type Inline =
  | ({ is: "text"; text: string } & Marks)
  | { is: "break" }
  | { is: "picture"; id: string; alt: string; width: number; height: number }
  | { is: "box"; isChecked: boolean }
  | { is: "note"; number: number };

export type Cell = { inlines: Inline[]; isHead: boolean; align: "left" | "center" | "right" };

export type Block =
  | { is: "heading"; level: number; id: string; inlines: Inline[] }
  | { is: "paragraph"; inlines: Inline[] }
  | { is: "list"; start: number | null; items: Block[][] }
  | { is: "quote"; blocks: Block[] }
  | { is: "code"; text: string }
  | { is: "table"; rows: Cell[][] }
  | { is: "rule" };

/** A text as what it consists of. Notes go by their number, from 1; so do sources. */
export type Parts = { blocks: Block[]; notes: Block[][]; sources: Inline[][] };

/** The words of a row of inlines. */
export const wordsIn = (inlines: Inline[]): string =>
  inlines
    .map((one) => (one.is === "text" ? one.text : one.is === "break" ? " " : one.is === "picture" ? one.alt : ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
