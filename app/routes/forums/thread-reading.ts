import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { noteReading, readingSchema } from "~/features/forums/reading.server";
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
  const id = idParam(args.params);
  const form = await parseForm(args.request, readingSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  const { slug, number } = await noteReading(actor, id, form.data);
  // The script, which counts the time, wants no page in answer.
  if (form.data.seconds !== undefined) return new Response(null, { status: 204 });
  return redirect(pathTo(args.context.language, "post", { id, slug, number: Math.max(1, number) }), {
    headers: await flash("notifications.reading.noted"),
  });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ThreadReadingPage() {
  return null;
}
