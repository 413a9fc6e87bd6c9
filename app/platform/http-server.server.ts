import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

import { isFarTooLarge } from "./web-request.server";

const SILENCE_MS = 60_000;

const REFUSALS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Node's server with its patience set: slow senders are cut, and what is no HTTP is told so. */
export function httpServer(listener: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 120_000, // pages are less patient (web-request.server.ts); this is for pictures on slow lines
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 65_000, // longer than the proxies in front, so that it is they who hang up
      maxHeaderSize: 16_384,
      requireHostHeader: false, // the portal asks for it itself, so that this refusal has its headers too
    },
    listener,
  );
  server.setTimeout(SILENCE_MS); // a reader who stops reading

  const answers = new WeakMap<Socket, ServerResponse>();
  server.prependListener("request", (request, response) => answers.set(request.socket, response));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const begun = answers.get(socket);
    if (socket.writable && (!begun?.headersSent || begun.writableFinished)) socket.write(refusal(error.code));
    socket.destroySoon();
  });
  // Someone who asks before sending is told at once that it is too much.
  server.on("checkContinue", (request, response) => {
    if (!isFarTooLarge(request)) response.writeContinue();
    server.emit("request", request, response);
  });
  return server;
}

/** Stops taking connections, and waits for the answers that are under way, up to `patience` ms. */
export async function drain(server: Server, patience: number) {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const stuck = setTimeout(() => server.closeAllConnections(), patience);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(idle);
  clearTimeout(stuck);
}

const refusal = (code: string | undefined) =>
  [
    `HTTP/1.1 ${REFUSALS[code ?? ""] ?? "400 Bad Request"}`,
    "Connection: close",
    "Content-Length: 0",
    "Cache-Control: no-store",
    "Content-Security-Policy: default-src 'none'",
    "X-Content-Type-Options: nosniff",
    "\r\n",
  ].join("\r\n");
