import { availableParallelism } from "node:os";

import { unprocessable } from "~/platform/errors";
import { threads, Unanswered } from "~/platform/threads.server";

import type { BibliographyEntry } from "./bibliography-entry";
import type { Answer, Question } from "./bibliography-worker";
import { type CslItem, type Fault, fault } from "./csl";
import type { Styled, StyleName } from "./styles.server";

/** As references are kept: in the one style in which lists show them. */
export type Kept = Pick<Styled, "apa">;

export type { BibliographyEntry, Styled };

/** Rises with every change to what styleReferences writes, so that what an older one wrote can be drawn again. */
export const STYLER = 1;

export const MOST_BYTES = 8 * 1024 * 1024;
const READ_MS = 120_000;
const WRITE_MS = 30_000;
/** A few tenths of a second each, so that a page that needs one does not wait behind thousands. */
const STEP = 50;

export const bibliographyFormats = ["bibtex", "ris", "nbib", "csl"] as const;

export type BibliographyFormat = (typeof bibliographyFormats)[number];

export type WrittenFormat = Exclude<BibliographyFormat, "nbib">;

/** `fault` (a key of the dictionary) is why nothing of it could be read. */
export type Bibliography = { format: BibliographyFormat | null; fault: Fault["message"] | null; entries: BibliographyEntry[] };

const ask = threads<Question, Answer>({
  source: "app/features/evidence/bibliography-worker.ts",
  most: Math.min(4, Math.max(2, availableParallelism())),
  memoryMb: 384,
  mostWaiting: 1_000,
});

/** The text of a file in whatever encoding it has; null where it is none. */
export function decodeBibliography(bytes: Uint8Array): { text: string; wasLatin1: boolean } | null {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isLittle || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const text = new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes);
    return text.includes("\0") ? null : { text, wasLatin1: false };
  }
  if (bytes.includes(0)) return null;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), wasLatin1: false };
  } catch {
    return { text: windows1252(bytes), wasLatin1: true };
  }
}

/** Node takes the signs of Windows for those of Latin-1, where there are none. */
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);

const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Reads a bibliography, at most 5,000 entries of 8 MB. What is wrong with an entry is told with it; the others are read all the same. */
export async function readBibliography(
  text: string,
  format: "auto" | BibliographyFormat,
  onProgress?: (done: number, total: number) => void,
): Promise<Bibliography> {
  if (Buffer.byteLength(text) > MOST_BYTES) return refused("tooBig");
  if (text.includes("\0")) return refused("binary");
  try {
    return (await ask({ what: "read", text, format }, { limitMs: READ_MS, onProgress })) as Bibliography;
  } catch (error) {
    if (error instanceof Unanswered) return refused("tooSlow");
    throw error;
  }
}

/** Each reference in these styles and both languages, in the same order, without numbers in front. */
export async function styleReferences<Name extends StyleName>(
  items: CslItem[],
  names: readonly Name[],
  onProgress?: (done: number, total: number) => void,
): Promise<Pick<Styled, Name>[]> {
  let done = 0;
  const steps = Array.from({ length: Math.ceil(items.length / STEP) }, (_, at) => items.slice(at * STEP, (at + 1) * STEP));
  const styled = steps.map(async (step) => {
    const result = (await answered({ what: "style", items: step, names })) as Pick<Styled, Name>[];
    done += step.length;
    onProgress?.(done, items.length);
    return result;
  });
  return (await Promise.all(styled)).flat();
}

/** A file with these references; `id` of each is the key it has there. */
export async function writeBibliography(items: CslItem[], format: WrittenFormat): Promise<string> {
  return (await answered({ what: "write", items, format })) as string;
}

/** Refuses with 422 what nobody could draw in time. */
async function answered(question: Question): Promise<Answer> {
  try {
    return await ask(question, { limitMs: WRITE_MS });
  } catch (error) {
    throw error instanceof Unanswered ? unprocessable(fault(null, "tooSlow").message) : error;
  }
}

const refused = (name: "tooBig" | "binary" | "tooSlow"): Bibliography => ({ format: null, fault: fault(null, name).message, entries: [] });
