import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { emptySchema } from "~/features/forums/poll-schema.server";
import { restorePost } from "~/features/forums/removal.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands in the place of the post, and on the page of its removal. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "postRemoval", { id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  await parseForm(args.request, emptySchema);

  await restorePost(actor, id);
  return redirect(pathTo(args.context.language, "postPlace", { id }), { headers: await flash("posting.removal.restored") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function RestorationPage() {
  return null;
}
