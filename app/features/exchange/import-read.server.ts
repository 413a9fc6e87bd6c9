import { unprocessable } from "~/platform/errors";
import { threads, Unanswered } from "~/platform/threads.server";

import type { ReadGuide } from "./import-guide";
import { MOST_IMPORTED_BYTES } from "./import-limits";
import type { Answer, Question } from "./import-worker";

const LIMIT_MS = 20_000;

const ask = threads<Question, Answer>({ source: "app/features/exchange/import-worker.ts", most: 1, memoryMb: 256, mostWaiting: 8 });

/**
 * Reads a Word document or a Markdown text; its bytes tell which. Refuses what is neither, is too large or takes too long (422), and too many
 * at once (429).
 */
export async function readGuide(bytes: Uint8Array): Promise<ReadGuide> {
  if (bytes.length === 0) throw unprocessable("importing.fault.none");
  if (bytes.length > MOST_IMPORTED_BYTES) throw unprocessable("importing.fault.tooLarge");
  const answer = await ask(questionOf(bytes), { limitMs: LIMIT_MS }).catch((reason) => {
    throw reason instanceof Unanswered ? unprocessable("importing.fault.tooMuch") : reason;
  });
  if ("fault" in answer) throw unprocessable(answer.fault);
  if (answer.body.trim() === "") throw unprocessable("importing.fault.empty");
  return answer;
}

function questionOf(bytes: Uint8Array): Question {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { what: "word", bytes };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return { what: "markdown", text };
  } catch {
    // Neither an archive nor a text.
  }
  throw unprocessable(isOldWord(bytes) ? "importing.fault.oldWord" : "importing.fault.notWord");
}

/** The mark of the files that Word wrote until 2003. */
const isOldWord = (bytes: Uint8Array) => [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
