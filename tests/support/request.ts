import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";

import type { Viewer } from "~/features/accounts/actor";
import { languageOf } from "~/i18n/languages";

const ORIGIN = "http://127.0.0.1:3000";

type Params = Record<string, string>;

/** What a loader gets when `viewer` opens `path`. */
export function visit(viewer: Viewer, path: string, params: Params = {}): LoaderFunctionArgs {
  return { request: new Request(ORIGIN + path), params, context: contextOf(viewer, path) };
}

/** What an action gets when `viewer` sends a form to `path`. A list of values sends a field more than once. */
export function submission(
  viewer: Viewer,
  path: string,
  params: Params,
  fields: Record<string, string | string[]> = {},
): ActionFunctionArgs {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);

  return { request: new Request(ORIGIN + path, { method: "POST", body }), params, context: contextOf(viewer, path) };
}

const contextOf = (viewer: Viewer, path: string): AppLoadContext => ({
  viewer,
  sessionToken: null,
  provenAt: viewer && new Date(),
  device: "Firefox · Linux",
  language: languageOf(path) ?? "en",
  nonce: "nonce",
  requestId: "request",
  clientAddress: "127.0.0.1",
});
