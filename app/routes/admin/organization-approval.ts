import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { approvalSchema } from "~/features/organizations/application-schema.server";
import { approveOrganization } from "~/features/organizations/approval.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the organization. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "adminOrganization", { id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const form = await parseForm(args.request, approvalSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await approveOrganization(actor, id, form.data.application);
  return redirect(pathTo(language, "adminOrganization", { id }), { headers: await flash("applications.flash.approved") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ApprovalPage() {
  return null;
}
