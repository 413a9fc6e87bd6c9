import { redirect } from "@remix-run/node";

import { languageOf } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import type { Actor, Viewer } from "./actor";

const PROOF_GOOD_FOR_MS = 15 * 60_000;

type Args = { request: Request; context: { viewer: Viewer } };

/** Where nobody is asked to agree first: the question itself, and the steps of those who would rather leave. */
const openWithoutConsent: PageName[] = ["consent", "proof", "ownData", "dataExport", "deactivation", "deletion"];

/**
 * The person who acts. A visitor is sent to sign in first, and who has not agreed to the present terms to read them first; both come
 * back to the page they wanted. What was written is taken without asking: words are never lost over a page of terms.
 */
export function requireActor({ request, context }: Args): Actor {
  const { pathname, search } = new URL(request.url);
  const language = languageOf(pathname) ?? "en";
  if (context.viewer) {
    const isOpen = openWithoutConsent.map((page) => pathTo(language, page)).some((path) => `${pathname}/`.startsWith(`${path}/`));
    const isAsked = context.viewer.owesConsent && !isOpen && opensPage(request);
    if (isAsked) throw redirect(pathTo(language, "consent", { to: pathname + search }));
    return context.viewer;
  }

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

/**
 * Whether someone opens a page. After a form that was refused Remix asks the loaders with a GET too, which has the form's headers still,
 * and so does a page that is open, by fetch: both hold words that are not saved yet.
 */
function opensPage({ method, headers }: Request): boolean {
  const isPage = ["document", null].includes(headers.get("Sec-Fetch-Dest"));
  return (method === "GET" || method === "HEAD") && isPage && !headers.has("Content-Type");
}
