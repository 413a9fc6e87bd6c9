import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";

/** The largest body that a page takes, in bytes. Files have an address and limits of their own. */
export const BODY_LIMIT = 1_000_000;

/** Reads a request's body into memory. Gives null when it is larger than the limit; what came until then is dropped. */
export async function readBody(request: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return null;

  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The request as the web platform has it. Its address starts with the portal's own origin, whatever the headers say. */
export function webRequest(
  request: IncomingMessage & { originalUrl?: string },
  origin: string,
  body: Buffer | null,
  signal: AbortSignal,
): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(":") || name.startsWith("x-forwarded-") || name === "forwarded") continue;
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  headers.set("Host", new URL(origin).host);

  // An absolute form or a `//host` in the request line must not become another host.
  const target = (request.originalUrl ?? request.url ?? "/").replace(/^\/*/, "/");
  return new Request(new URL(origin + target), {
    method: request.method,
    headers,
    signal,
    ...(body && body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
}

/** Sends a web response through Node's. A reader who leaves in the middle is no fault. */
export async function sendResponse(response: ServerResponse, answer: Response) {
  response.statusCode = answer.status;
  answer.headers.forEach((value, name) => {
    if (name !== "set-cookie") response.setHeader(name, value);
  });
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);

  if (!answer.body || response.req.method === "HEAD") {
    await answer.body?.cancel().catch(() => {});
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(answer.body as NodeStream), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}
