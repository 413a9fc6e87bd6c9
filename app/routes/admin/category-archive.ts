import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { archiveCategory } from "~/features/forums/category.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the category. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "categoryEdit", { id: idParam(params) }));
}

export const action = async (args: ActionFunctionArgs) =>
  act(
    args,
    (actor) => archiveCategory(actor, idParam(args.params)),
    pathTo(args.context.language, "adminCategories"),
    "threads.categories.flash.archived",
  );

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function CategoryArchivePage() {
  return null;
}
