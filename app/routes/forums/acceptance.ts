import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { postOf } from "~/features/forums/addresses";
import { acceptAnswer } from "~/features/forums/acceptance.server";
import { idParam } from "~/platform/params";

/** The form stands under the post. */
export const loader = (args: LoaderFunctionArgs) => redirect(postOf(args));

export const action = async (args: ActionFunctionArgs) =>
  act(args, (actor) => acceptAnswer(actor, idParam(args.params)), postOf(args), "polls.answer.accepted");

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function AcceptancePage() {
  return null;
}
