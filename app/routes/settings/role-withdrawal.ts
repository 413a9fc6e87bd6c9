import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { withdrawRoleRequest } from "~/features/accounts/role-requests.server";
import { withdrawalSchema } from "~/features/accounts/role-schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of one's roles. */
export function loader({ context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "roleSettings"));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await parseForm(args.request, withdrawalSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await withdrawRoleRequest(actor, form.data.request);
  return redirect(pathTo(args.context.language, "roleSettings"), { headers: await flash("admin.flash.withdrawn") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function RoleWithdrawalPage() {
  return null;
}
