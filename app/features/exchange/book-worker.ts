import { parentPort } from "node:worker_threads";

import type { Said } from "~/platform/threads.server";

import type { Book, BookFormat, BookPicture } from "./book";
import { drawBook } from "./book-formats.server";

// Runs in threads of its own (book-file.server.ts): a long text holds up nobody else.

export type Question = { format: BookFormat; book: Book; pictures: BookPicture[] };

const say = (said: Said<Uint8Array>) => parentPort?.postMessage(said);

parentPort?.on("message", async ({ format, book, pictures }: Question) => {
  try {
    say({ result: await drawBook(format, book, pictures) });
  } catch (error) {
    say({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
say("ready");
