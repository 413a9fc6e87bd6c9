import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { reactionSchema, reactTo } from "~/features/forums/reaction.server";
import { unprocessable } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands under the post. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "postPlace", { id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const form = await parseForm(args.request, reactionSchema);
  if (form.errors) throw unprocessable(Object.values(form.errors)[0]?.[0] ?? "site.form.invalid");

  await reactTo(actor, id, form.data);
  return redirect(pathTo(args.context.language, "postPlace", { id }));
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ReactionPage() {
  return null;
}
