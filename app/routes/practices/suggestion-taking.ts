import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { emptySchema } from "~/features/forums/poll-schema.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { takeSuggestion } from "~/features/publishing/suggestion.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands in the list of what was proposed. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "practiceSuggestions", { slug: param(params, "slug") }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await parseForm(args.request, emptySchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await takeSuggestion(practiceKind, actor, language, slug, idParam(args.params));
  return redirect(pathTo(language, "practiceEdit", { slug }), { headers: await flash("suggestions.flash.taken") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function TakingPage() {
  return null;
}
