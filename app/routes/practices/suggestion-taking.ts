import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { takeSuggestion } from "~/features/publishing/suggestion.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands in the list of what was proposed. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "practiceSuggestions", { slug: param(params, "slug") }));
}

export async function action(args: ActionFunctionArgs) {
  const { language } = args.context;
  const slug = param(args.params, "slug");
  return act(
    args,
    (actor) => takeSuggestion(practiceKind, actor, language, slug, idParam(args.params)),
    pathTo(language, "practiceEdit", { slug }),
    ({ isMerged, isConflict }) =>
      isMerged ? (isConflict ? "suggestions.flash.mergedWithConflict" : "suggestions.flash.merged") : "suggestions.flash.taken",
  );
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function TakingPage() {
  return null;
}
