import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { openOwnCase } from "~/features/moderation/flag.server";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The button stands under the post. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "postPlace", { id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  await parseForm(args.request, noFields);
  const caseId = await openOwnCase(actor, "POST", id);
  return redirect(pathTo(args.context.language, "moderationCase", { id: caseId }), { headers: await flash("flags.flash.opened") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function PostCasePage() {
  return null;
}
