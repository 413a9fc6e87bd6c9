import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { endOwnSession } from "~/features/accounts/own-sessions.server";
import { requireActor } from "~/features/accounts/require-actor.server";
import { sessionEndingSchema } from "~/features/accounts/schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the sessions. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "sessions"));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await parseForm(args.request, sessionEndingSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await endOwnSession(actor, form.data);
  return redirect(pathTo(args.context.language, "sessions"), { headers: await flash("settings.sessions.ended") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function SessionEndingPage() {
  return null;
}
