import { redirect } from "@remix-run/node";

import { languageOf } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import type { Actor, Viewer } from "./actor";

const PROOF_GOOD_FOR_MS = 15 * 60_000;

type Args = { request: Request; context: { viewer: Viewer } };

/** The person who acts. A visitor is sent to sign in first, and comes back to the page they wanted. */
export function requireActor({ request, context }: Args): Actor {
  if (context.viewer) return context.viewer;

  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname) ?? "en";
  // A form cannot be sent again after signing in: only a page is worth coming back to.
  throw redirect(pathTo(language, "signIn", { to: request.method === "GET" ? pathname + search : undefined }));
}

/**
 * The person who acts, if they proved who they are within the last quarter of an hour. Otherwise they are asked again first, and come
 * back to this page: for steps that a forgotten open window must not allow.
 */
export function requireProof(args: Args & { context: { provenAt: Date | null } }): Actor {
  const actor = requireActor(args);
  const { provenAt } = args.context;
  if (provenAt && Date.now() - provenAt.getTime() < PROOF_GOOD_FOR_MS) return actor;

  const { pathname, search } = new URL(args.request.url);
  throw redirect(pathTo(languageOf(pathname) ?? actor.language, "proof", { to: pathname + search }));
}
