import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";

import * as build from "@remix-run/dev/server-build";
import { type AppLoadContext, broadcastDevReady, createRequestHandler, installGlobals } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";

import { deviceOf } from "~/features/accounts/device.server";
import { readSession } from "~/features/accounts/session.server";
import { languageOf, preferredLanguage } from "~/i18n/languages";
import { startWorker } from "~/jobs/worker.server";
import { disconnect, isDatabaseAway } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { endEventStreams, isEventStream } from "~/platform/event-stream.server";
import { drain, httpServer } from "~/platform/http-server.server";
import { hub } from "~/platform/live.server";
import { log } from "~/platform/log.server";
import { comesFromUs, originOf } from "~/platform/origin-check.server";
import { oaiAt } from "~/platform/paths";
import type { Load } from "~/platform/picture-form.server";
import { takeTurn } from "~/platform/picture-turns.server";
import { isStarting, setReadiness } from "~/platform/readiness.server";
import { refuse, refuseFault } from "~/platform/refusal.server";
import { requestLog } from "~/platform/request-log.server";
import { contentSecurityPolicy, securityHeaders } from "~/platform/security-headers.server";
import { staticFiles } from "~/platform/static-files.server";
import { bodyLimit, loadIn, readBody, sendResponse, targetOf, webRequest } from "~/platform/web-request.server";
import { openPortal } from "~/portal.server";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const CLOSED_WITHIN_MS = 20_000;

installGlobals({ nativeFetch: true });
// What libraries warn of goes into the log like everything else, and not between its lines.
process.removeAllListeners("warning");
process.on("warning", ({ name, message }) => log.warn({ reason: `${name}: ${message}` }, "a library warns"));
process.on("unhandledRejection", (reason) =>
  log[isDatabaseAway(reason) ? "warn" : "error"]({ reason: String(reason) }, "unhandled rejection"),
);

const handle = createRequestHandler(build, env.NODE_ENV);
let closing: Promise<void> | undefined;

const app = express();
app.disable("x-powered-by");
app.set("trust proxy", env.TRUST_PROXY ?? false);
app.set("query parser", false);

app.use(requestLog, securityHeaders, atTheDoor, compression(), staticFiles());
app.use((request, response, next) => void answer(request, response).catch(next));
app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => void refuseFault(error, request, response));

// The address comes first: whoever cannot have it leaves everything else alone.
const server = httpServer(app);
server.once("error", (error: NodeJS.ErrnoException) => {
  const reason = error.code === "EADDRINUSE" ? "something else listens there" : error.message;
  process.stderr.write(`The portal cannot listen on ${env.HOST}:${env.PORT}: ${reason}.\n`);
  process.exit(1);
});
await new Promise<void>((resolve) => server.listen(env.PORT, env.HOST, resolve));

const opening = open();
// Not `once`: npm passes on the Ctrl-C that the terminal has sent already.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void close());

await opening;
if (!closing) {
  setReadiness("ready");
  process.stdout.write(`The portal is open at ${originOf(undefined, port())}\n`);
  if (env.NODE_ENV === "development") void broadcastDevReady(build);
}

/** Opens what the portal stands on, and then the queue. */
async function open() {
  const portal = await openPortal();
  return { portal, worker: await startWorker() };
}

/** Turns away what no page wants, before anything is read. */
function atTheDoor(request: Request, response: Response, next: NextFunction) {
  if (closing) response.setHeader("Connection", "close");
  const target = targetOf(request.url);
  if (target === null || request.headers.host === undefined) return void refuse(request, response, 400);
  if (!METHODS.includes(request.method)) return void refuse(request, response, 405);
  // Harvesters may ask by POST too: it changes nothing.
  const isHarvest = request.method === "POST" && target.split("?", 1)[0] === oaiAt;
  if (!isRead(request) && !isHarvest && !comesFromUs(request.headers, port())) return void refuse(request, response, 403);
  // Remix would take any of them for a form.
  if (!isRead(request) && request.method !== "POST") return void refuse(request, response, 405);
  if (isStarting() && target !== "/healthz") return void refuse(request, response, 503);

  const path = target.split("?", 1)[0] ?? "";
  if (isRead(request) && /.\/$/.test(path)) return response.redirect(301, path.replace(/\/+$/, "") + target.slice(path.length));
  request.url = target;
  next();
}

/** Lets those in who send pictures and files, a few of each person at a time, and answers. Who sends is asked only there. */
async function answer(request: Request, response: Response) {
  const aborter = new AbortController();
  response.once("close", () => aborter.abort());
  const url = new URL(originOf(request.headers.host, port()) + request.url);
  const load = isRead(request) ? null : loadIn(request, url.pathname);
  if (!load) return askRemix(request, response, url, aborter.signal, null);

  const { viewer } = await readSession(webRequest(request, url, null, aborter.signal));
  if (!viewer) return askRemix(request, response, url, aborter.signal, null);
  const endTurn = takeTurn(viewer.id);
  if (!endTurn) return refuse(request, response, 429);
  await askRemix(request, response, url, aborter.signal, load).finally(endTurn);
}

async function askRemix(request: Request, response: Response, url: URL, signal: AbortSignal, load: Load | null) {
  const body = isRead(request) ? null : await readBody(request, bodyLimit(load));
  if (!isRead(request) && body === null) return refuse(request, response, 413);

  const web = webRequest(request, url, body, signal);
  const { viewer, token, provenAt, cookies } = await readSession(web);
  const context: AppLoadContext = {
    viewer,
    sessionToken: token,
    provenAt,
    device: deviceOf(request.headers["user-agent"]),
    language: languageOf(url.pathname) ?? preferredLanguage(request.headers["accept-language"]),
    nonce: randomBytes(16).toString("base64"),
    requestId: response.locals.requestId,
    clientAddress: request.ip ?? "",
  };
  const answered = await handle(web, context);
  // For data and resources Remix knows only "500"; pages have it right already (entry.server.tsx).
  const result =
    context.databaseIsAway && answered.status === 500 ? new Response(answered.body, { status: 503, headers: answered.headers }) : answered;
  if (result.status === 503 && !result.headers.has("Retry-After")) result.headers.set("Retry-After", "5");
  // Who signs in or out in this very request has said the last word about the session's cookie.
  const isSaid = (cookie: string) => result.headers.getSetCookie().some((said) => said.split("=", 1)[0] === cookie.split("=", 1)[0]);
  for (const cookie of cookies) if (!isSaid(cookie)) result.headers.append("Set-Cookie", cookie);
  result.headers.append("Vary", "Cookie");

  const isPersonal = token !== null || result.headers.has("Set-Cookie") || result.headers.has("X-Hydrates");
  const isPrivate = isPersonal || !isRead(request) || url.searchParams.has("_data");
  if (isPrivate && !isEventStream(result)) result.headers.set("Cache-Control", "no-store");
  else if (!result.headers.has("Cache-Control")) result.headers.set("Cache-Control", "no-cache");
  if (result.headers.has("X-Hydrates")) result.headers.set("Content-Security-Policy", contentSecurityPolicy(context.nonce));
  result.headers.delete("X-Hydrates");
  await sendResponse(response, result);
}

function isRead(request: Request) {
  return request.method === "GET" || request.method === "HEAD";
}

function port() {
  return (server.address() as AddressInfo | null)?.port ?? env.PORT;
}

/** Ends what would stay open, lets the requests in flight finish, then the worker, then the database. A start that is under way is finished first. */
function close() {
  closing ??= (async () => {
    setReadiness("closing");
    endEventStreams();
    await drain(server, CLOSED_WITHIN_MS);
    const { portal, worker } = await opening;
    await worker.stop();
    await hub.close();
    await disconnect();
    await portal.close();
    process.exit(0);
  })();
  return closing;
}
