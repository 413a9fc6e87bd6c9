import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";

import * as build from "@remix-run/dev/server-build";
import { type AppLoadContext, broadcastDevReady, createRequestHandler, installGlobals } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import expressStaticGzip from "express-static-gzip";

import { readSession } from "~/features/accounts/session.server";
import { languageOf, preferredLanguage } from "~/i18n/languages";
import { startWorker } from "~/jobs/worker.server";
import { disconnect, isDatabaseAway } from "~/platform/db.server";
import { env, origin } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { comesFromUs } from "~/platform/origin-check.server";
import { type Readiness, setReadiness } from "~/platform/readiness.server";
import { contentSecurityPolicy, PERMISSIONS_POLICY, securityHeaders } from "~/platform/security-headers.server";
import { plainErrorPage } from "~/platform/error-page.server";
import { readBody, sendResponse, webRequest } from "~/platform/web-request.server";
import { openPortal } from "~/portal.server";

const YEAR = 31_536_000;

installGlobals({ nativeFetch: true });
process.on("unhandledRejection", (reason) => log.error({ reason: String(reason) }, "unhandled rejection"));

const portal = await openPortal();
const worker = await startWorker();
const handle = createRequestHandler(build, env.NODE_ENV);
const app = express();

app.disable("x-powered-by");
app.set("trust proxy", env.TRUST_PROXY ?? false);
app.set("query parser", false);

app.use((request, response, next) => {
  const started = performance.now();
  const id = randomUUID();
  response.locals.requestId = id;
  response.setHeader("X-Request-Id", id);
  response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
  response.setHeader("Content-Security-Policy", contentSecurityPolicy());
  response.once("finish", () =>
    // The path alone: queries can hold what people sought, or tokens.
    log.info(
      {
        id,
        method: request.method,
        path: request.path.slice(0, 200),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      },
      "request",
    ),
  );
  next();
});
app.use(securityHeaders);
app.use(compression());
app.use(
  "/build",
  expressStaticGzip("public/build", {
    enableBrotli: true,
    orderPreference: ["br", "gz"],
    index: false,
    serveStatic: { immutable: true, maxAge: YEAR * 1000, fallthrough: false },
  }),
);
app.use(
  expressStaticGzip("public", {
    enableBrotli: true,
    orderPreference: ["br", "gz"],
    index: false,
    serveStatic: { maxAge: 3_600_000, fallthrough: true },
  }),
);

app.all("*", (request, response, next) => void answer(request, response).catch(next));
app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => fail(error, request, response));

const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 }, app);
server.maxRequestsPerSocket = 0;
server.on("clientError", (_error, socket) => {
  if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
});

server.once("error", (error: NodeJS.ErrnoException) => {
  process.stderr.write(
    `The portal cannot listen on ${env.HOST}:${env.PORT}: ${error.code === "EADDRINUSE" ? "something else listens there" : error.message}.\n`,
  );
  void close(1);
});
server.listen(env.PORT, env.HOST, () => {
  setReadiness("ready");
  const { port } = server.address() as { port: number };
  process.stdout.write(`The portal is open at ${env.PORTAL_URL ?? origin.replace(/:\d+$/, `:${port}`)}\n`);
  if (env.NODE_ENV === "development") void broadcastDevReady(build);
});

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void close(0));

async function answer(request: Request, response: Response) {
  const port = server.address() && typeof server.address() === "object" ? (server.address() as { port: number }).port : env.PORT;
  if (!["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].includes(request.method)) return refuse(request, response, 405);
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && !comesFromUs(request.headers, port)) return refuse(request, response, 403);

  const body = reads ? null : await readBody(request);
  if (!reads && body === null) return refuse(request, response, 413);

  const aborter = new AbortController();
  response.once("close", () => aborter.abort());
  const ownOrigin = env.PORTAL_URL ?? `http://${loopbackHost(request, port)}`;
  const web = webRequest(request, ownOrigin, body, aborter.signal);

  const { viewer, token, cookies } = await readSession(web);
  const nonce = randomBytes(16).toString("base64");
  const context: AppLoadContext = {
    viewer,
    sessionToken: token,
    language: languageOf(new URL(web.url).pathname) ?? preferredLanguage(request.headers["accept-language"]),
    nonce,
    requestId: response.locals.requestId as string,
    clientAddress: request.ip ?? "",
  };
  const result = await handle(web, context);
  for (const cookie of cookies) result.headers.append("Set-Cookie", cookie);
  if (!result.headers.has("Cache-Control")) result.headers.set("Cache-Control", token || !reads ? "no-store" : "no-cache");
  result.headers.append("Vary", "Cookie");
  if (result.headers.has("X-Hydrates")) {
    result.headers.delete("X-Hydrates");
    result.headers.set("Content-Security-Policy", contentSecurityPolicy(nonce));
    result.headers.set("Cache-Control", "no-store");
  }
  await sendResponse(response, result);
}

/** Links of a portal without PORTAL_URL follow the one of its three names that the reader uses, and no other. */
function loopbackHost(request: Request, port: number): string {
  const host = request.headers.host ?? "";
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host) ? host : `127.0.0.1:${port}`;
}

function refuse(request: Request, response: Response, status: number) {
  response.status(status).setHeader("Connection", "close");
  response.setHeader("Cache-Control", "no-store");
  if (status === 405) response.setHeader("Allow", "GET, HEAD, POST");
  const language = languageOf(request.path) ?? preferredLanguage(request.headers["accept-language"]);
  response.type("html").send(plainErrorPage(status, language, response.locals.requestId as string));
}

function fail(error: unknown, request: Request, response: Response) {
  if (response.headersSent) return void response.destroy();
  const known = (error as { status?: number }).status;
  const status = isDatabaseAway(error) ? 503 : known && known >= 400 && known < 500 ? known : 500;
  if (status >= 500) log.error({ id: response.locals.requestId, reason: (error as Error)?.stack ?? String(error) }, "request failed");
  if (status === 503) response.setHeader("Retry-After", "5");
  refuse(request, response, status);
}

let closing: Promise<void> | undefined;

/** Lets the requests in flight finish, then the worker, then the database. */
function close(code: number) {
  closing ??= (async () => {
    setReadiness("closing" satisfies Readiness);
    const stuck = setTimeout(() => server.closeAllConnections(), 20_000);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
    clearTimeout(stuck);
    await worker.stop();
    await disconnect();
    await portal.close();
    process.exit(code);
  })();
  return closing;
}
