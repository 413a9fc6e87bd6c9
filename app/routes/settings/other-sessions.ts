import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { endOtherSessions } from "~/features/accounts/own-sessions.server";
import { act } from "~/features/accounts/act.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the sessions. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "sessions"));

export const action = async (args: ActionFunctionArgs) =>
  act(
    args,
    (actor) => endOtherSessions(actor, args.context.sessionToken),
    pathTo(args.context.language, "sessions"),
    "settings.sessions.othersEnded",
  );

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function OtherSessionsPage() {
  return null;
}
