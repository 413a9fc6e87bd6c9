import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { postOf } from "~/features/forums/addresses";
import { openToAll } from "~/features/forums/wiki.server";
import { idParam } from "~/platform/params";

/** The form stands under the post. */
export const loader = (args: LoaderFunctionArgs) => redirect(postOf(args));

export const action = async (args: ActionFunctionArgs) =>
  act(args, (actor) => openToAll(actor, idParam(args.params), false), postOf(args), "polls.wiki.closed");

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function WikiRemovalPage() {
  return null;
}
