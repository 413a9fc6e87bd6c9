import { parentPort } from "node:worker_threads";

import type { Said } from "~/platform/threads.server";

import { fileIn } from "./retraction-form";
import { readRetractions } from "./retraction-list";
import type { ReadAnswer } from "./retraction-shapes";

// Runs in a thread of its own (retractions.server.ts): a list of 60,000 lines holds up no page.

export type Question = { body: Uint8Array; type: string };

const say = (said: Said<ReadAnswer>) => parentPort?.postMessage(said);

parentPort?.on("message", ({ body, type }: Question) => {
  try {
    const file = fileIn(Buffer.from(body.buffer, body.byteOffset, body.byteLength), type);
    if (!file) say({ result: { odd: true } });
    else if (file.bytes.length === 0) say({ result: { refused: "claims.retractions.fault.nothing" } });
    else say({ result: readRetractions(file.name, file.bytes) });
  } catch (error) {
    say({ failure: String(error) });
  }
});
say("ready");
