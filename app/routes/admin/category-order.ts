import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { orderCategory } from "~/features/forums/category.server";
import { orderSchema } from "~/features/forums/category-schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";

/** The form stands in the list of categories. */
export function loader({ context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "adminCategories"));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await parseForm(args.request, orderSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await orderCategory(actor, form.data);
  return redirect(pathTo(args.context.language, "adminCategories"), { headers: await flash("threads.categories.flash.ordered") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function CategoryOrderPage() {
  return null;
}
