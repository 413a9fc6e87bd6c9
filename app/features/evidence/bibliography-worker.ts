import { parentPort } from "node:worker_threads";

import type { Said } from "~/platform/threads.server";

import type { Bibliography, BibliographyFormat, WrittenFormat } from "./bibliography.server";
import { readText } from "./bibliography-read.server";
import { write } from "./bibliography-write.server";
import type { CslItem } from "./csl";
import { type Styled, type StyleName, style } from "./styles.server";

// Runs in threads of its own (bibliography.server.ts): a hostile file holds up nobody but itself, and a long one no page.

export type Question =
  | { what: "read"; text: string; format: "auto" | BibliographyFormat }
  | { what: "style"; items: CslItem[]; names: readonly StyleName[] }
  | { what: "write"; items: CslItem[]; format: WrittenFormat };

export type Answer = Bibliography | Partial<Styled>[] | string;

const say = (said: Said<Answer>) => parentPort?.postMessage(said);

parentPort?.on("message", (question: Question) => {
  try {
    say({ result: answer(question) });
  } catch (error) {
    say({ failure: String(error) });
  }
});
say("ready");

function answer(question: Question): Answer {
  if (question.what === "read") return readText(question.text, question.format, (done, total) => say({ done, total }));
  return question.what === "style" ? style(question.items, question.names) : write(question.items, question.format);
}
