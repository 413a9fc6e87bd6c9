import { parentPort } from "node:worker_threads";

import { drawSources, drawText, Refused, type RenderedMarkdown, type Wording } from "./markdown-render.server";
import type { Refusal } from "./markdown-refusal";

// Runs in a thread of its own (markdown.server.ts), so that a hostile text holds up nobody but itself.

export type Question = { id: number; what: "text" | "sources"; source: string; wording: Wording };

export type Answer = { id: number; result: RenderedMarkdown | string } | { id: number; refusal: Refusal; fault?: string };

// The first text takes several times as long as the second: it is one of ours.
drawText("## Warm\n\n- [ ] *up* [1](#source-1)\n\n|a|\n|-|\n", { table: "", footnotes: "", backToText: "" });

parentPort?.on("message", (question: Question) => parentPort?.postMessage(answer(question)));
parentPort?.postMessage("ready");

function answer({ id, what, source, wording }: Question): Answer {
  try {
    return { id, result: what === "text" ? drawText(source, wording) : drawSources(source, wording) };
  } catch (error) {
    if (error instanceof Refused) return { id, refusal: error.reason };
    // Whatever else goes wrong in the parser (the stack overflows, a string grows too long) is the text's doing.
    return { id, refusal: "tooDeep", fault: String(error) };
  }
}
