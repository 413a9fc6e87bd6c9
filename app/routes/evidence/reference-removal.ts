import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { removeReference } from "~/features/evidence/references.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the reference. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "reference", { slug: param(params, "slug"), id: idParam(params) }));

export const action = (args: ActionFunctionArgs) => {
  const { language } = args.context;
  const slug = param(args.params, "slug");
  return act(
    args,
    (actor) => removeReference(actor, language, slug, idParam(args.params)),
    pathTo(language, "references", { slug }),
    "references.flash.removed",
  );
};

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ReferenceRemovalPage() {
  return null;
}
