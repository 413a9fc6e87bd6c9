import { randomUUID } from "node:crypto";

import type { Handler } from "express";

import { log } from "./log.server";

/** Gives each request an id, and writes one line when it is over. */
export const requestLog: Handler = (request, response, next) => {
  const started = performance.now();
  const id = randomUUID();
  response.locals.requestId = id;
  response.setHeader("X-Request-Id", id);
  response.once("close", () => {
    const { method } = request;
    const ms = Math.round(performance.now() - started);
    const message = response.writableFinished ? "request" : "request cut short";
    log.info({ id, method, path: withoutPeople(request.path), status: response.statusCode, ms }, message);
  });
  next();
};

/** The path alone: queries hold what people sought, or tokens. Nor is a part of a path kept that looks like an address of someone. */
const withoutPeople = (path: string) =>
  path
    .split("/")
    .map((part) => (/@|%40/i.test(part) ? "…" : part))
    .join("/")
    .slice(0, 200);
