import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { findSimilarTo } from "~/features/forums/finding.server";
import { soughtTitle } from "~/features/forums/sought-title";
import { similarFragment } from "~/features/forums/similar-fragment.server";
import { forbidden } from "~/platform/errors";
import { pathTo } from "~/platform/paths";
import { limit } from "~/platform/rate-limit.server";

/** For the form of a new thread: what is like its title, as a piece of a page. Who opens it as a page is led to the page. */
export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  if (!viewer) throw forbidden();
  const { title, writtenIn } = soughtTitle(new URL(request.url), language);
  if (request.headers.get("Sec-Fetch-Dest") === "document")
    return redirect(pathTo(language, "similarPage", { title, language: writtenIn }));

  await limit("completion by account", viewer.id);
  const similar = await findSimilarTo(viewer, language, title, writtenIn);
  return new Response(similarFragment(similar, language), {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
