import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { acceptImport } from "~/features/evidence/imports.server";
import { choiceSchema } from "~/features/evidence/reference-schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the import. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "referenceImport", { slug: param(params, "slug"), id: idParam(params) }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const { data } = await parseForm(args.request, choiceSchema);
  if (!data) throw unprocessable("site.form.invalid");

  const { leftOut } = await acceptImport(actor, language, slug, idParam(args.params), data);
  return redirect(pathTo(language, "references", { slug }), {
    headers: await flash(leftOut > 0 ? "references.flash.importedFewer" : "references.flash.imported"),
  });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ImportAcceptancePage() {
  return null;
}
