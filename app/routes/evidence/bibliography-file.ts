import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { getBibliographyFile } from "~/features/evidence/bibliography-page.server";
import { disposition } from "~/features/uploads/file-name";
import { translator } from "~/i18n/translate";
import { found } from "~/platform/errors";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

const files = {
  bibtex: { type: "application/x-bibtex; charset=utf-8", extension: "bib" },
  ris: { type: "application/x-research-info-systems; charset=utf-8", extension: "ris" },
  csl: { type: "application/vnd.citationstyles.csl+json; charset=utf-8", extension: "json" },
} as const;

/** The references of a summary as a file, to whoever may read the summary. */
export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const slug = param(params, "slug");
  const format = found((["bibtex", "ris", "csl"] as const).find((each) => each === params.format));
  const file = await getBibliographyFile(viewer, language, slug, format);
  if (file.outcome === "elsewhere")
    throw file.slug === null
      ? redirect(pathTo(language, "summary", { slug }))
      : redirect(pathTo(language, "bibliographyFile", { slug: file.slug, format }), 301);

  const { type, extension } = files[format];
  const name = `${file.slug}-${translator(language)("references.bibliography.fileName")}.${extension}`;
  const headers = {
    ETag: `"${file.tag}"`,
    "Cache-Control": file.isPublic ? "public, no-cache" : "no-store",
    "Content-Type": type,
    "Content-Disposition": disposition("attachment", name),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
  };
  const isKnown = (request.headers.get("If-None-Match") ?? "").split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, "") === headers.ETag);
  return isKnown && file.isPublic ? new Response(null, { status: 304, headers }) : new Response(await file.write(), { headers });
}
