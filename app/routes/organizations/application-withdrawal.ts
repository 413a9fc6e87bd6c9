import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { withdrawApplication } from "~/features/organizations/application.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the application. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "organizationApplication", { slug: param(params, "slug") }));
}

export async function action(args: ActionFunctionArgs) {
  const { language } = args.context;
  return act(
    args,
    (actor) => withdrawApplication(actor, language, param(args.params, "slug")),
    pathTo(language, "newOrganization"),
    "applications.flash.withdrawn",
  );
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function WithdrawalPage() {
  return null;
}
