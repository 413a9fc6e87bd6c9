import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { markAllRead, markOneRead } from "~/features/notifications/inbox.server";
import { readSchema } from "~/features/notifications/schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the notifications. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "notifications"));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await parseForm(args.request, readSchema);
  if (form.errors) throw unprocessable("site.form.invalid");
  const list = pathTo(args.context.language, "notifications");
  if (form.data.id) {
    await markOneRead(actor, form.data.id);
    return redirect(list);
  }
  await markAllRead(actor);
  return redirect(list, { headers: await flash("notifications.allRead") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function NotificationsReadingPage() {
  return null;
}
