import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireProof } from "~/features/accounts/require-actor.server";
import { removeSso } from "~/features/organizations/sso-connection.server";
import { flash } from "~/platform/flash.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the sign-in. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "organizationSso", { slug: param(params, "slug") }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  await removeSso(actor, language, slug);

  return redirect(pathTo(language, "organizationSso", { slug }), { headers: await flash("sso.flash.removed") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function SsoRemovalPage() {
  return null;
}
