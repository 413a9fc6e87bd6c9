import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { cancelEmailChange } from "~/features/accounts/email-change.server";
import { requireActor } from "~/features/accounts/require-actor.server";
import { nothingSchema } from "~/features/accounts/schema.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the address. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "emailChange"));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  await parseForm(args.request, nothingSchema);

  await cancelEmailChange(actor);
  return redirect(pathTo(args.context.language, "emailChange"), { headers: await flash("settings.email.cancelled") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function EmailCancellationPage() {
  return null;
}
