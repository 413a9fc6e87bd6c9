import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { archiveCategory } from "~/features/forums/category.server";
import { noFieldsSchema } from "~/features/forums/keeping-schema.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the category. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "categoryEdit", { id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  await parseForm(args.request, noFieldsSchema);
  await archiveCategory(actor, idParam(args.params));
  return redirect(pathTo(args.context.language, "adminCategories"), { headers: await flash("threads.categories.flash.archived") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function CategoryArchivePage() {
  return null;
}
