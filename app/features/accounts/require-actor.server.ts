import { redirect } from "@remix-run/node";

import { languageOf } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import type { Actor, Viewer } from "./actor";

type Args = { request: Request; context: { viewer: Viewer } };

/** The person who acts. A visitor is sent to sign in first, and comes back to the page they wanted. */
export function requireActor({ request, context }: Args): Actor {
  if (context.viewer) return context.viewer;

  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname) ?? "en";
  // A form cannot be sent again after signing in: only a page is worth coming back to.
  throw redirect(pathTo(language, "signIn", { to: request.method === "GET" ? pathname + search : undefined }));
}
