import { env } from "./env.server";
import { tooMany, unavailable } from "./errors";

/** What one reader of a stream is sent. Whoever does not take it is dropped. */
export type Send = (data: unknown) => void;

type Stream = { write: (bytes: Uint8Array) => void; end: () => void };

const STREAMS_EACH = 20;
const STREAMS_IN_ALL = 5_000;
const UNREAD_AT_MOST = 64;
const HEARTBEAT_MS = 20_000;
const TRY_AGAIN_SECONDS = 30;

const heartbeat = Buffer.from(": still here\n\n");
const open = new Set<Stream>();
const opened = new Map<string, number>();
let beating: NodeJS.Timeout | undefined;
let isClosing = false;

/** Takes one of the places that `who` (a person, or an address) has. Refuses more than twenty (429), and more than the process can hold (503). */
export function takePlace(who: string): () => void {
  const many = opened.get(who) ?? 0;
  if (many >= Math.max(1, Math.floor(STREAMS_EACH * env.RATE_LIMIT_SCALE))) throw tooMany(TRY_AGAIN_SECONDS);
  if (isClosing || open.size >= STREAMS_IN_ALL) throw unavailable();
  opened.set(who, many + 1);

  let isGiven = false;
  return () => {
    if (isGiven) return;
    isGiven = true;
    const left = (opened.get(who) ?? 1) - 1;
    if (left > 0) opened.set(who, left);
    else opened.delete(who);
  };
}

/**
 * An answer that stays open: server-sent events, with a sign of life between them. `begin` is given how to send, and how to end it; what it
 * gives is called when the stream is over, whoever ended it.
 */
export function eventStream(begin: (send: Send, end: () => void) => () => void): Response {
  let over = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false;
        const finish = (close: () => void) => {
          if (isOver) return;
          isOver = true;
          open.delete(stream);
          stop();
          close();
        };
        const stream: Stream = {
          write(bytes) {
            if (isOver) return;
            if ((controller.desiredSize ?? 0) <= 0) finish(() => controller.error(new Error("a reader stopped reading")));
            else controller.enqueue(bytes);
          },
          end: () => finish(() => controller.close()),
        };
        over = () => finish(() => {});
        let stop = () => {};
        open.add(stream);
        beating ??= setInterval(beat, HEARTBEAT_MS).unref();
        stream.write(Buffer.from("retry: 3000\n\n"));
        stop = begin((data) => stream.write(Buffer.from(`data: ${JSON.stringify(data)}\n\n`)), stream.end);
        if (isClosing) stream.end();
      },
      cancel: () => over(),
    },
    new CountQueuingStrategy({ highWaterMark: UNREAD_AT_MOST }),
  );

  return new Response(body, {
    headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" },
  });
}

/** Whether an answer is to be sent piece by piece, as it comes. */
export const isEventStream = (answer: Response) => answer.headers.get("Content-Type")?.startsWith("text/event-stream") ?? false;

/** Ends all streams, and begins none any more: the portal closes. */
export function endEventStreams() {
  isClosing = true;
  clearInterval(beating);
  for (const stream of [...open]) stream.end();
}

function beat() {
  for (const stream of [...open]) stream.write(heartbeat);
}
