import { redirect } from "@remix-run/node";

import { languageOf } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import type { Actor, Viewer } from "./actor";
import { requireActor } from "./require-actor.server";

const GOOD_FOR_MS = 15 * 60_000;

type Args = { request: Request; context: { viewer: Viewer; provenAt: Date | null } };

/**
 * The person who acts, if they proved who they are within the last quarter of an hour. Otherwise they are asked again first, and come
 * back to this page: for steps that a forgotten open window must not allow.
 */
export function requireProof(args: Args): Actor {
  const actor = requireActor(args);
  const { provenAt } = args.context;
  if (provenAt && Date.now() - provenAt.getTime() < GOOD_FOR_MS) return actor;

  const { pathname, search } = new URL(args.request.url);
  throw redirect(pathTo(languageOf(pathname) ?? actor.language, "proof", { to: pathname + search }));
}
