import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { abandonImport } from "~/features/evidence/imports.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the import. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "referenceImport", { slug: param(params, "slug"), id: idParam(params) }));

export const action = (args: ActionFunctionArgs) => {
  const { language } = args.context;
  const slug = param(args.params, "slug");
  return act(
    args,
    (actor) => abandonImport(actor, language, slug, idParam(args.params)),
    pathTo(language, "referenceImports", { slug }),
    "references.flash.abandoned",
  );
};

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ImportRemovalPage() {
  return null;
}
