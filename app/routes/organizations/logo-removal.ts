import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { emptySchema } from "~/features/organizations/membership-schema.server";
import { removeLogo } from "~/features/organizations/logo.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the logo. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "organizationLogo", { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  await parseForm(args.request, emptySchema);
  await removeLogo(actor, language, slug);

  return redirect(pathTo(language, "organization", { slug }), { headers: await flash("organizations.flash.logoRemoved") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function LogoRemovalPage() {
  return null;
}
