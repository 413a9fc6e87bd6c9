import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { actOnCase, caseOf } from "~/features/moderation/act-on-case.server";
import { releaseCase } from "~/features/moderation/claim.server";

/** The form stands on the page of the case. */
export const loader = (args: LoaderFunctionArgs) => redirect(caseOf(args));

export const action = async (args: ActionFunctionArgs) => actOnCase(args, releaseCase, "decisions.flash.released");

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ClaimRemovalPage() {
  return null;
}
