import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { withdrawApplication } from "~/features/organizations/application.server";
import { nothingSchema } from "~/features/organizations/application-schema.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the application. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "organizationApplication", { slug: param(params, "slug") }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  await parseForm(args.request, nothingSchema);

  await withdrawApplication(actor, language, param(args.params, "slug"));
  return redirect(pathTo(language, "newOrganization"), { headers: await flash("applications.flash.withdrawn") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function WithdrawalPage() {
  return null;
}
