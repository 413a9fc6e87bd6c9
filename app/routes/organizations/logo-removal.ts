import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { removeLogo } from "~/features/organizations/logo.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the logo. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "organizationLogo", { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const { language } = args.context;
  const slug = param(args.params, "slug");
  return act(
    args,
    (actor) => removeLogo(actor, language, slug),
    pathTo(language, "organization", { slug }),
    "organizations.flash.logoRemoved",
  );
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function LogoRemovalPage() {
  return null;
}
