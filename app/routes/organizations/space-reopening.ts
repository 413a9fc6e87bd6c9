import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { reopenCategory } from "~/features/forums/category.server";
import { getPlaceOfSpaces } from "~/features/forums/space-place.server";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the space. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "spaceEdit", { slug: param(params, "slug"), id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  await parseForm(args.request, noFields);
  const { id, slug } = await getPlaceOfSpaces(actor, language, param(args.params, "slug"));
  await reopenCategory(actor, idParam(args.params), id);
  return redirect(pathTo(language, "organizationSpaces", { slug }), { headers: await flash("threads.spaces.flash.reopened") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function SpaceReopeningPage() {
  return null;
}
