import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { endOtherSessions } from "~/features/accounts/own-sessions.server";
import { requireActor } from "~/features/accounts/require-actor.server";
import { nothingSchema } from "~/features/accounts/schema.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the sessions. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "sessions"));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  await parseForm(args.request, nothingSchema);

  await endOtherSessions(actor, args.context.sessionToken);
  return redirect(pathTo(args.context.language, "sessions"), { headers: await flash("settings.sessions.othersEnded") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function OtherSessionsPage() {
  return null;
}
