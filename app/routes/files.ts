import type { LoaderFunctionArgs } from "@remix-run/node";

import { findLogo } from "~/features/organizations/queries.server";
import { findPhoto } from "~/features/people/photo.server";
import { found } from "~/platform/errors";
import { idParam } from "~/platform/params";

/** A picture, to whoever may see it. It never changes, but who may see it does: so it is asked for again each time. */
export async function loader({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const key = idParam(params, "key");
  const { bytes, type, isPublic } = found((await findPhoto(viewer, key)) ?? (await findLogo(viewer, key)));

  const headers = {
    ETag: `"${key}"`,
    "Cache-Control": isPublic ? "public, no-cache" : "no-store",
    "Content-Type": type,
    "Content-Disposition": `inline; filename="${key}.webp"`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
  };
  const isKnown = (request.headers.get("If-None-Match") ?? "").split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, "") === headers.ETag);
  return isKnown && isPublic ? new Response(null, { status: 304, headers }) : new Response(bytes, { headers });
}
