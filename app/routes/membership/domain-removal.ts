import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { removeDomain } from "~/features/organizations/domain.server";
import { domainSchema } from "~/features/organizations/membership-schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the domains. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "organizationDomains", { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await parseForm(args.request, domainSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await removeDomain(actor, language, slug, form.data);
  return redirect(pathTo(language, "organizationDomains", { slug }), { headers: await flash("membership.flash.domainRemoved") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function DomainRemovalPage() {
  return null;
}
