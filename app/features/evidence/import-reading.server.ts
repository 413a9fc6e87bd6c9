import { db } from "~/platform/db.server";
import { log } from "~/platform/log.server";

import {
  type Bibliography,
  type BibliographyEntry,
  type BibliographyFormat,
  readBibliography,
  type Kept,
  styleReferences,
} from "./bibliography.server";
import { type Entry, type Head, headsOf } from "./import-entry";

/** As an import is stored once it is read: the heads apart, so that looking at one page does not read the whole. */
export type Stored = { heads: Head[]; entries: Entry[] };

const STYLED_AT_ONCE = 50;
const STYLERS = 3;
const TOLD_EVERY_MS = 400;
const GIVEN_UP_AFTER_MS = 15 * 60_000;

type Told = (done: number, total: number) => void;

/** Reads a bibliography and asks the styles for each entry; either half counts for half of the way. */
export async function readAndStyle(text: string, format: string, tell: Told = () => {}): Promise<Bibliography & { stored: Stored }> {
  const read = await readBibliography(text, format as "auto" | BibliographyFormat, (done, total) => tell(Math.floor(done / 2), total));
  const total = read.entries.length;
  const styled = await styledOf(read.entries, (done) => tell(Math.floor((total + done) / 2), total));
  const entries = read.entries.map((entry, index) => ({ ...entry, styled: styled[index] ?? null }));
  return { ...read, stored: { heads: headsOf(read.entries), entries } };
}

/** Some at a time and a few of these at once: as fast as the styles can, and yet a page that needs one is soon served in between. */
async function styledOf(entries: BibliographyEntry[], tell: (done: number) => void): Promise<(Kept | null)[]> {
  const styled: (Kept | null)[] = entries.map(() => null);
  const sound = entries.flatMap(({ item }, index) => (item?.title ? [{ item, index }] : []));
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < sound.length) {
      const some = sound.slice(next, next + STYLED_AT_ONCE);
      next += STYLED_AT_ONCE;
      const results = await styleReferences(
        some.map(({ item }) => item),
        ["apa"],
      );
      for (const [at, { index }] of some.entries()) styled[index] = results[at] ?? null;
      done += some.length;
      tell(done);
    }
  };
  await Promise.all(Array.from({ length: STYLERS }, work));
  return styled;
}

/** Reads what someone brought, and says how far it is. What was read or taken back is left alone. */
export async function readImport(id: string) {
  const found = await db.referenceImport.findUnique({ where: { id, state: { in: ["WAITING", "READING"] } } });
  if (!found || found.text === null) return;

  await db.referenceImport.updateMany({ where: { id }, data: { state: "READING", done: 0, updatedAt: new Date() } });
  const progress = teller(id);
  try {
    const { format, fault, stored } = await readAndStyle(found.text, found.format, progress.tell);
    await progress.isOver();
    await db.referenceImport.updateMany({
      where: { id, state: "READING" },
      data: fault === null ? readData(format ?? found.format, stored) : { state: "FAILED", fault, updatedAt: new Date() },
    });
  } catch (error) {
    await progress.isOver();
    log.warn({ reason: String(error) }, "references could not be read");
    // The queue tries again, also after the machine went down; what never works is told at last.
    if (Date.now() - found.createdAt.getTime() < GIVEN_UP_AFTER_MS) throw error;
    await db.referenceImport.updateMany({
      where: { id, state: "READING" },
      data: { state: "FAILED", fault: "references.fault.tooSlow", updatedAt: new Date() },
    });
  }
}

/** What an import holds once it is read. Its text is forgotten. */
export const readData = (format: string, stored: Stored) => ({
  state: "READ" as const,
  format,
  text: null,
  total: stored.entries.length,
  done: stored.entries.length,
  entries: stored as unknown as object,
  updatedAt: new Date(),
});

/** Writes down how far it is, now and then, and one after the other. */
function teller(id: string): { tell: Told; isOver: () => Promise<void> } {
  let last = 0;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    tell(done, total) {
      if (Date.now() - last < TOLD_EVERY_MS) return;
      last = Date.now();
      writing = writing
        .then(() => db.referenceImport.updateMany({ where: { id, state: "READING" }, data: { done, total, updatedAt: new Date() } }))
        .catch(() => {});
    },
    isOver: async () => void (await writing),
  };
}
