import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { withdrawSuggestion } from "~/features/publishing/suggestion.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands where its author is asked, and where it was proposed. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "suggestionConsent", { id: idParam(params) }));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const form = await parseForm(args.request, noFields);
  if (form.errors) throw unprocessable("site.form.invalid");

  const { postId, authorId, id } = await withdrawSuggestion(practiceKind, actor, idParam(args.params));
  // Its author may no longer see the post, but always the question that was asked.
  const place =
    authorId === actor.id || !postId ? pathTo(language, "suggestionConsent", { id }) : pathTo(language, "postPlace", { id: postId });
  return redirect(place, { headers: await flash("suggestions.flash.withdrawn") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function WithdrawalPage() {
  return null;
}
