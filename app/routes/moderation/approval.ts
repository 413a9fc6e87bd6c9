import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { approveHeld } from "~/features/moderation/held-case.server";
import { caseVersionSchema } from "~/features/moderation/schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the case. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "moderationCase", { id: idParam(params) }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const form = await parseForm(args.request, caseVersionSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await approveHeld(actor, id, form.data.version);
  return redirect(pathTo(args.context.language, "moderationCase", { id }), { headers: await flash("holds.flash.approved") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ApprovalPage() {
  return null;
}
