import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { followThread } from "~/features/forums/following.server";
import { followSchema } from "~/features/notifications/schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the thread. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "thread", { id: idParam(params), slug: param(params, "slug") }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { params, request, context } = args;
  const { language } = context;
  const form = await parseForm(request, followSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await followThread(actor, idParam(params), form.data.level);
  const back = form.data.from
    ? pathTo(language, "follows")
    : pathTo(language, "thread", { id: idParam(params), slug: param(params, "slug") });
  return redirect(back, { headers: await flash("notifications.follow.saved") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ThreadFollowPage() {
  return null;
}
