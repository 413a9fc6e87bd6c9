import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { bookFormats, isBookFormat } from "~/features/exchange/book";
import { bookAddress } from "~/features/exchange/book-address";
import { getBook } from "~/features/exchange/book.server";
import { fileOf, tagOf } from "~/features/exchange/book-file.server";
import { fileSignposts } from "~/features/library/signposts";
import { disposition } from "~/features/uploads/file-name";
import { notFound } from "~/platform/errors";
import { numberParam, param } from "~/platform/params";
import { limit, networkOf } from "~/platform/rate-limit.server";

/** A version of a guide as a file, in its language or in both, for whoever may read the guide. */
export async function loader({ request, params, context: { viewer, language, clientAddress } }: LoaderFunctionArgs) {
  const format = param(params, "format");
  if (!isBookFormat(format)) throw notFound();
  const number = numberParam(params, "number");
  const both = new URL(request.url).searchParams.get("both") === "1";
  const found = await getBook(viewer, "practice", language, param(params, "slug"), number, both);
  if (found.outcome === "moved") throw redirect(bookAddress(found.language, { slug: found.slug, number, format }, both), 302);

  const { book, citation, isPublic } = found;
  const { extension, type } = bookFormats[format];
  const name = `${citation.slug}-v${number}${book.faces.length > 1 ? "-en-fr" : ""}.${extension}`;
  const headers = {
    ETag: `"${tagOf(book, format)}"`,
    "Cache-Control": isPublic ? "public, no-cache" : "no-store",
    "Content-Type": type,
    "Content-Disposition": disposition("attachment", name),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    Link: fileSignposts(citation),
  };
  const isKnown = (request.headers.get("If-None-Match") ?? "").split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, "") === headers.ETag);
  if (isKnown && isPublic) return new Response(null, { status: 304, headers });

  await (viewer ? limit("guide files by account", viewer.id) : limit("guide files by address", networkOf(clientAddress)));
  return new Response(new Uint8Array(await fileOf(citation.id, book, format)), { headers });
}
