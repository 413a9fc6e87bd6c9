import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { declineJoinRequest } from "~/features/organizations/join-request.server";
import { refusalSchema } from "~/features/organizations/membership-schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the request. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "joinRequestReview", { slug: param(params, "slug"), id: idParam(params) }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await parseForm(args.request, refusalSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await declineJoinRequest(actor, language, slug, idParam(args.params), form.data);
  return redirect(pathTo(language, "organizationPeople", { slug }), { headers: await flash("membership.flash.declined") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function RequestRefusalPage() {
  return null;
}
