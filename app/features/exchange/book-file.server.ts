import { createHash } from "node:crypto";

import { unavailable } from "~/platform/errors";
import { log } from "~/platform/log.server";
import { threads, Unanswered } from "~/platform/threads.server";

import type { Book, BookFormat } from "./book";
import { picturesOf } from "./book.server";
import type { Question } from "./book-worker";

/** Rises with every change to what is drawn, so that nobody keeps the file of an older one. */
const DRAWN_BY = 1;

const LIMIT_MS = 30_000;
const MOST_KEPT_BYTES = 24_000_000;

const ask = threads<Question, Uint8Array>({ source: "app/features/exchange/book-worker.ts", most: 1, memoryMb: 384, mostWaiting: 8 });

const kept = new Map<string, Uint8Array>();
const underWay = new Map<string, Promise<Uint8Array>>();

/** By which a file is known: it changes when anything that stands in it does. */
export const tagOf = (book: Book, format: BookFormat): string =>
  createHash("sha256")
    .update(JSON.stringify([DRAWN_BY, format, book]))
    .digest("hex")
    .slice(0, 32);

/**
 * A book as a file. Those asked for last are kept, and who asks for the same at once waits for the same. Refuses when too many wait, and what takes too
 * long or too much (503).
 */
export async function fileOf(contributionId: string, book: Book, format: BookFormat): Promise<Uint8Array> {
  const tag = tagOf(book, format);
  const known = kept.get(tag);
  if (known) return known;

  const drawing = underWay.get(tag) ?? draw(contributionId, book, format);
  underWay.set(tag, drawing);
  try {
    const bytes = await drawing;
    keep(tag, bytes);
    return bytes;
  } finally {
    underWay.delete(tag);
  }
}

async function draw(contributionId: string, book: Book, format: BookFormat): Promise<Uint8Array> {
  const pictures = format === "md" ? [] : await picturesOf(contributionId, book.pictures);
  try {
    return await ask({ format, book, pictures }, { limitMs: LIMIT_MS });
  } catch (reason) {
    if (reason instanceof Response && reason.status === 429) throw unavailable();
    if (!(reason instanceof Unanswered)) throw reason;
    log.error({ reason: reason.message, format, contributionId }, "a guide could not be drawn as a file");
    throw unavailable();
  }
}

function keep(tag: string, bytes: Uint8Array) {
  kept.delete(tag);
  kept.set(tag, bytes);
  let size = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    if (size <= MOST_KEPT_BYTES) break;
    kept.delete(oldest);
    size -= length;
  }
}
