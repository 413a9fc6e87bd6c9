import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { withdrawHeld } from "~/features/forums/held.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands in the list. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "heldPosts"));

export const action = async (args: ActionFunctionArgs) => {
  const drafts = pathTo(args.context.language, "forumDrafts");
  return act(args, (actor) => withdrawHeld(actor, idParam(args.params)), drafts, "holds.flash.withdrawn");
};

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function HeldWithdrawalPage() {
  return null;
}
