import type { Request, Response } from "express";

import { languageOf, preferredLanguage } from "~/i18n/languages";

import { isDatabaseAway } from "./db.server";
import { plainErrorPage } from "./error-page.server";
import { log } from "./log.server";
import { Gone, letFinish } from "./web-request.server";

/** Answers with an error page before Remix is asked, or where it failed. What is still being sent is not waited for. */
export async function refuse(request: Request, response: Response, status: number) {
  const page = Buffer.from(plainErrorPage(status, languageFor(request), response.locals.requestId));
  response.status(status).type("html").setHeader("Cache-Control", "no-store, no-transform");
  response.setHeader("Content-Length", page.length);
  if (status === 405) response.setHeader("Allow", "GET, HEAD, POST");
  if (status === 429 || status === 503) response.setHeader("Retry-After", "5");
  if (isSending(request)) response.setHeader("Connection", "close");

  if (request.method !== "HEAD") response.write(page);
  if (isSending(request)) await letFinish(request);
  response.end();
}

const isSending = ({ headers, complete }: Request) =>
  !complete && (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0);

/** Answers what was thrown outside of Remix: a fault of the request as such, a restarting database as 503, the rest as 500. */
export async function refuseFault(error: unknown, request: Request, response: Response) {
  if (response.headersSent || error instanceof Gone) return void response.destroy();

  const given = (error as { status?: unknown } | null)?.status;
  const status = isDatabaseAway(error) ? 503 : typeof given === "number" && given >= 400 && given < 500 ? given : 500;
  const reason = error instanceof Error ? (status === 500 ? error.stack : error.message) : String(error);
  if (status >= 500) log[status === 503 ? "warn" : "error"]({ id: response.locals.requestId, reason }, "a request failed");
  await refuse(request, response, status);
}

const languageFor = (request: Request) => languageOf(request.path) ?? preferredLanguage(request.headers["accept-language"]);
