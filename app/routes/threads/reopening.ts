import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { threadOf } from "~/features/forums/addresses";
import { reopenThread } from "~/features/forums/thread-keeping.server";
import { idParam } from "~/platform/params";

/** The form stands on the page of the thread. */
export const loader = (args: LoaderFunctionArgs) => redirect(threadOf(args));

export const action = async (args: ActionFunctionArgs) =>
  act(args, (actor) => reopenThread(actor, idParam(args.params)), threadOf(args), "threads.flash.reopened");

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ReopeningPage() {
  return null;
}
