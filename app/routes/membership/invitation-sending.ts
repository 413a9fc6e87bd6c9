import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { inviteList } from "~/features/organizations/invitation-preview.server";
import { listSchema } from "~/features/organizations/membership-schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page where the list was looked at. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "invitationList", { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await parseForm(args.request, listSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await inviteList(actor, language, slug, form.data);
  return redirect(pathTo(language, "organizationPeople", { slug }), { headers: await flash("membership.flash.listSent") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function InvitationSendingPage() {
  return null;
}
