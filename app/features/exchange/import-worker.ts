import { parentPort } from "node:worker_threads";

import type { Said } from "~/platform/threads.server";

import type { ReadGuide } from "./import-guide";
import { readMarkdown } from "./import-markdown.server";
import { Unreadable } from "./import-package.server";
import { readWord } from "./import-word.server";

// Runs in threads of its own (import-read.server.ts): a hostile file holds up nobody but itself.

export type Question = { what: "word"; bytes: Uint8Array } | { what: "markdown"; text: string };

/** Or why it cannot be read, as a key of the dictionary. */
export type Answer = ReadGuide | { fault: string };

const say = (said: Said<Answer>) => parentPort?.postMessage(said);

parentPort?.on("message", async (question: Question) => {
  try {
    say({ result: question.what === "word" ? await readWord(question.bytes) : readMarkdown(question.text) });
  } catch (error) {
    say(error instanceof Unreadable ? { result: { fault: error.message } } : { failure: String(error) });
  }
});
say("ready");
