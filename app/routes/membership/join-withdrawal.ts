import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { emptySchema } from "~/features/organizations/membership-schema.server";
import { withdrawJoinRequest } from "~/features/organizations/join-request.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on another page. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "joinRequest", { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  await parseForm(args.request, emptySchema);

  await withdrawJoinRequest(actor, language, slug);
  return redirect(pathTo(language, "joinRequest", { slug }), { headers: await flash("membership.flash.withdrawn") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function JoinWithdrawalPage() {
  return null;
}
