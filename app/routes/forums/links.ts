import { json, type LoaderFunctionArgs } from "@remix-run/node";

import { listLinkable } from "~/features/forums/finding.server";
import { forbidden } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";

const LONGEST = 100;

/** For the form of a post: the threads and guides that one can link to with `#`, by the words of their titles. */
export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  if (!viewer) throw forbidden();
  await limit("completion by account", viewer.id);
  const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, LONGEST);

  return json(await listLinkable(viewer, language, q), { headers: { "Cache-Control": "no-store" } });
}
