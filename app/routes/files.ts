import type { LoaderFunctionArgs } from "@remix-run/node";

import type { Viewer } from "~/features/accounts/actor";
import { findAttachment } from "~/features/forums/attachments.server";
import { findLogo } from "~/features/organizations/queries.server";
import { findPhoto } from "~/features/people/photo.server";
import { kinds } from "~/features/library/kinds.server";
import { findFile } from "~/features/publishing/files.server";
import { disposition } from "~/features/uploads/file-name";
import { found } from "~/platform/errors";
import { idParam } from "~/platform/params";

/** A file, to whoever may see it. It never changes, but who may see it does: so it is asked for again each time. */
export async function loader({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const key = idParam(params, "key");
  const { read, type, name, isPublic } = found(
    (await findAttachment(viewer, key)) ?? (await findFile(kinds, viewer, key)) ?? (await findPicture(viewer, key)),
  );

  const headers = {
    ETag: `"${key}"`,
    "Cache-Control": isPublic ? "public, no-cache" : "no-store",
    "Content-Type": type,
    // Nothing but pictures is ever opened within the portal.
    "Content-Disposition": disposition(type.startsWith("image/") ? "inline" : "attachment", name),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
  };
  const isKnown = (request.headers.get("If-None-Match") ?? "").split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, "") === headers.ETag);
  return isKnown && isPublic ? new Response(null, { status: 304, headers }) : new Response(await read(), { headers });
}

async function findPicture(viewer: Viewer, key: string) {
  const picture = (await findPhoto(viewer, key)) ?? (await findLogo(viewer, key));
  return picture && { ...picture, name: `${key}.webp`, read: async () => picture.bytes };
}
