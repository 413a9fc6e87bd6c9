import type { EntryContext, HandleDataRequestFunction } from "@remix-run/node";
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { UNSAFE_ErrorResponseImpl as ErrorResponse } from "@remix-run/router";
import { renderToString } from "react-dom/server";

import { speakBothLanguages } from "~/i18n/both-languages.server";

import { isDatabaseAway } from "~/platform/db.server";
import { log } from "~/platform/log.server";

speakBothLanguages();

type Handle = { hydrates?: boolean; answersInJson?: boolean };

/** Draws a page, whole: the pages wait for nothing, and a fault while drawing can then still become an error page. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext) {
  if (context.databaseIsAway) status = sayUnavailable(remix);
  const says = (wish: "hydrates" | "answersInJson") =>
    remix.staticHandlerContext.matches.some(({ route }) => (remix.routeModules[route.id]?.handle as Handle | undefined)?.[wish]);
  const hydrates = says("hydrates");
  const { actionData } = remix.staticHandlerContext;
  // The scripts of a page ask the same address as its forms, for what the action says alone.
  if (actionData && request.headers.get("Accept") === "application/json" && says("answersInJson"))
    return Response.json(Object.values(actionData)[0], { status, headers });

  const html = renderToString(<RemixServer context={remix} url={request.url} />);

  headers.set("Content-Type", "text/html; charset=utf-8");
  if (hydrates) headers.set("X-Hydrates", "1");
  if (status === 503) headers.set("Retry-After", "5");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** Remix knows only "500" for what is thrown. A database that restarts is no fault of ours, and soon over. */
function sayUnavailable(remix: EntryContext): number {
  const { errors } = remix.staticHandlerContext;
  for (const route of Object.keys(errors ?? {})) if (errors) errors[route] = new ErrorResponse(503, "Service unavailable", "");
  return 503;
}

export const handleDataRequest: HandleDataRequestFunction = (response) => {
  response.headers.set("Cache-Control", "no-store");
  return response;
};

/** What no loader or action expected. While the database is away that is said as 503, not as a fault of ours. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || error instanceof Response || error instanceof ErrorResponse) return;
  const away = isDatabaseAway(error);
  if (away) context.databaseIsAway = true;
  log[away ? "warn" : "error"](
    { id: context.requestId, reason: error instanceof Error ? (away ? error.message : error.stack) : String(error) },
    away ? "the database is away" : "a request failed",
  );
}
