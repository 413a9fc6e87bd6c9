import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";

import { isEventStream } from "./event-stream.server";
import { type Load, loadOf } from "./picture-form.server";

type BodyLimit = { bytes: number; ms: number };

/** How much a page takes, and for how long. */
const PAGE_LIMIT: BodyLimit = { bytes: 1_000_000, ms: 30_000 };

/** What a form with a picture, with files or with a list takes from someone who is signed in: from a phone on a slow line too. */
const LOADED: Record<Load, BodyLimit> = {
  picture: { bytes: 8_200_000, ms: 120_000 },
  files: { bytes: 12_000_000, ms: 180_000 },
  list: { bytes: 84_000_000, ms: 300_000 },
};

const LINGER_MS = 2_000;
const LINGER_BYTES = 20_000_000;

/** The one who asked has gone before we had read everything. */
export class Gone extends Error {}

/** The limit for what is sent. A load is taken from who is signed in alone. */
export const bodyLimit = (load: Load | null): BodyLimit => (load ? LOADED[load] : PAGE_LIMIT);

/** What the form at the address of a request may carry, where it says of itself that it is larger than a page, or does not say. */
export function loadIn({ headers }: Pick<IncomingMessage, "headers">, pathname: string): Load | null {
  const length = headers["content-length"];
  return length !== undefined && Number(length) <= PAGE_LIMIT.bytes ? null : loadOf(pathname);
}

/** True when a request says of itself that it is larger than anything that its address takes. */
export const isFarTooLarge = ({ headers, url = "" }: IncomingMessage) =>
  Number(headers["content-length"] ?? 0) > bodyLimit(loadOf(url.split("?", 1)[0] ?? "")).bytes;

/**
 * Reads a request's body into memory. Gives null when it is larger than its address takes; the rest is then still in the pipe.
 * Throws a fault of status 408 when it takes too long.
 */
export async function readBody(request: IncomingMessage, limit: BodyLimit): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > limit.bytes) return null;
  if (request.destroyed) throw new Gone();

  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const slow = setTimeout(() => reject(Object.assign(new Error("a body came too slowly"), { status: 408 })), limit.ms);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit.bytes) return void chunks.push(chunk);
      clearTimeout(slow);
      request.removeAllListeners("data").pause();
      resolve(null);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", () => reject(new Gone()));
    request.once("close", () => reject(new Gone()));
    for (const over of ["end", "close"]) request.once(over, () => clearTimeout(slow));
  });
}

/**
 * Takes in what a refused sender still sends, for a short while. If the connection were closed at once,
 * the answer could be lost on its way (RFC 9112, 9.6).
 */
export async function letFinish(request: IncomingMessage) {
  if (request.destroyed) return;

  await new Promise<void>((resolve) => {
    let size = 0;
    const timer = setTimeout(resolve, LINGER_MS);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > LINGER_BYTES) resolve();
    });
    for (const end of ["end", "close", "error"]) request.once(end, () => resolve());
    request.resume();
    request.once("close", () => clearTimeout(timer));
  });
}

/**
 * The path and query of a request line, or null where they make no sense. An absolute form or a `//host` is no other host.
 * Many slashes are one: the router takes time by the square of their number.
 */
export function targetOf(requestLine: string): string | null {
  const target = requestLine
    .replace(/^https?:\/\/[^/?#]*/i, "")
    .replace(/^[/\\]*/, "/")
    .replace(/^[^?#]*/, (path) => path.replace(/[/\\]{2,}/g, "/"));
  try {
    return decodeURIComponent(target.split("?")[0] ?? "").includes("\0") || /%00/.test(target) ? null : target;
  } catch {
    return null;
  }
}

/** The request as the web platform has it. Its address starts with the portal's own origin, whatever the headers say. */
export function webRequest(request: IncomingMessage, url: URL, body: Buffer | null, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded") continue;
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  }
  headers.set("Host", url.host);

  return new Request(url, {
    method: request.method,
    headers,
    signal,
    ...(body && body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
}

/** Sends a web response through Node's. */
export async function sendResponse(response: ServerResponse, answer: Response) {
  response.statusCode = answer.status;
  answer.headers.forEach((value, name) => {
    if (name !== "set-cookie") response.setHeader(name, value);
  });
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);

  if (isEventStream(answer) && answer.body) return sendPieces(response, answer.body);
  // Whole, and not piece by piece: what the portal sends is small, and web streams cost more than the rest of the way.
  const body = response.req.method === "HEAD" ? undefined : Buffer.from(await answer.arrayBuffer());
  response.end(body);
}

/** Sends what stays open as it comes, at the pace of who reads, until one side ends it. */
async function sendPieces(response: ServerResponse, body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  const gone = new AbortController();
  const leave = () => {
    gone.abort();
    void reader.cancel().catch(() => {});
  };
  response.once("close", leave);
  if (response.destroyed) return leave();
  response.flushHeaders();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      if (!response.write(piece.value)) await once(response, "drain", { signal: gone.signal });
    response.end();
  } catch {
    response.destroy();
  }
}
