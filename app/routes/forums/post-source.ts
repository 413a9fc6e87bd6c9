import type { LoaderFunctionArgs } from "@remix-run/node";

import { getPost } from "~/features/forums/post-history.server";
import { notFound } from "~/platform/errors";
import { idParam } from "~/platform/params";

/** A post as it was written, in Markdown, to be quoted: as text, or as JSON for a script. */
export async function loader({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const { body, isPostRemoved, isRemoved } = await getPost(viewer, idParam(params)).catch((refusal: unknown) => {
    throw refusal instanceof Response && refusal.status === 410 ? notFound() : refusal;
  });
  if (isPostRemoved || isRemoved) throw notFound();

  const headers = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };
  if (request.headers.get("Accept") === "application/json") return Response.json({ body }, { headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "text/plain; charset=utf-8" } });
}
