import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { noFieldsSchema } from "~/features/forums/keeping-schema.server";
import { restoreThread } from "~/features/forums/thread-keeping.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the thread. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "thread", { id: idParam(params), slug: param(params, "slug") }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  await parseForm(args.request, noFieldsSchema);
  await restoreThread(actor, id);

  const slug = param(args.params, "slug");
  return redirect(pathTo(args.context.language, "thread", { id, slug }), { headers: await flash("threads.flash.restored") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function RestorationPage() {
  return null;
}
