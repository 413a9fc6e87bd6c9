import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { citationFormats, isCitationFormat, pageOf } from "~/features/library/citation";
import { getCitation } from "~/features/library/citation.server";
import { fileOf } from "~/features/library/cited-forms.server";
import { kindAt } from "~/features/library/kinds.server";
import { fileSignposts } from "~/features/library/signposts";
import { notFound } from "~/platform/errors";
import { numberParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** One version in one format, for reference managers and other machines. Styles write in the language of the address. */
export async function loader({ request, params, context: { viewer, language } }: LoaderFunctionArgs) {
  const kind = kindAt(request).name;
  const format = param(params, "format");
  if (!isCitationFormat(format)) throw notFound();
  const number = numberParam(params, "number");
  const found = await getCitation(viewer, kind, language, param(params, "slug"), number);
  if (found.outcome === "moved")
    throw redirect(pathTo(found.language, pageOf(kind, "VersionCitation"), { slug: found.slug, number, format }), 302);

  const { citation } = found;
  const { extension, type } = citationFormats[format];
  return new Response(await fileOf(citation.item, format, language), {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${citation.slug}-v${number}.${extension}"`,
      "X-Content-Type-Options": "nosniff",
      Link: fileSignposts(citation),
    },
  });
}
