import { parentPort } from "node:worker_threads";

import type { Pictures, PostParts } from "./markdown-post";
import { drawPost, drawSources, drawText, Refused, type RenderedMarkdown, type RenderedPost, type Wording } from "./markdown-render.server";
import type { Refusal } from "./markdown-refusal";

// Runs in a thread of its own (markdown.server.ts), so that a hostile text holds up nobody but itself.

export type Work = { what: "text"; pictures?: Pictures } | { what: "sources" } | { what: "post"; parts: PostParts };

export type Question = { id: number; work: Work; source: string; wording: Wording };

export type Result = RenderedMarkdown | RenderedPost | string;

export type Answer = { id: number; result: Result } | { id: number; refusal: Refusal; fault?: string };

// The first text takes several times as long as the second: it is one of ours.
drawText("## Warm\n\n- [ ] *up* [1](#source-1)\n\n|a|\n|-|\n", { table: "", footnotes: "", backToText: "", spoiler: "", picture: "" });

parentPort?.on("message", (question: Question) => parentPort?.postMessage(answer(question)));
parentPort?.postMessage("ready");

function answer({ id, work, source, wording }: Question): Answer {
  try {
    return { id, result: draw(work, source, wording) };
  } catch (error) {
    if (error instanceof Refused) return { id, refusal: error.reason };
    // Whatever else goes wrong in the parser (the stack overflows, a string grows too long) is the text's doing.
    return { id, refusal: "tooDeep", fault: String(error) };
  }
}

function draw(work: Work, source: string, wording: Wording): Result {
  if (work.what === "post") return drawPost(source, wording, work.parts);
  return work.what === "text" ? drawText(source, wording, work.pictures) : drawSources(source, wording);
}
