import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { withdrawAnswer } from "~/features/forums/acceptance.server";
import { emptySchema } from "~/features/forums/poll-schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands under the post. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "postPlace", { id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const form = await parseForm(args.request, emptySchema);
  if (form.errors) throw unprocessable(Object.values(form.errors)[0]?.[0] ?? "site.form.invalid");

  await withdrawAnswer(actor, id);
  return redirect(pathTo(args.context.language, "postPlace", { id }), { headers: await flash("polls.answer.withdrawn") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function AcceptanceRemovalPage() {
  return null;
}
