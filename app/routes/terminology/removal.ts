import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { removalSchema } from "~/features/terminology/schema.server";
import { removePair } from "~/features/terminology/term-pair.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the pair. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "termPair", { id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await parseForm(args.request, removalSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await removePair(actor, idParam(args.params), form.data);
  return redirect(pathTo(args.context.language, "terminology"), { headers: await flash("terminology.done.removed") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function TermPairRemovalPage() {
  return null;
}
