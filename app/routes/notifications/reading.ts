import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { nothingSchema } from "~/features/accounts/schema.server";
import { markAllRead } from "~/features/notifications/inbox.server";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the notifications. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "notifications"));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  await parseForm(args.request, nothingSchema);

  await markAllRead(actor);
  return redirect(pathTo(args.context.language, "notifications"), { headers: await flash("notifications.allRead") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function NotificationsReadingPage() {
  return null;
}
