import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { cancelEmailChange } from "~/features/accounts/email-change.server";
import { act } from "~/features/accounts/act.server";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the address. */
export const loader = ({ context: { language } }: LoaderFunctionArgs) => redirect(pathTo(language, "emailChange"));

export const action = async (args: ActionFunctionArgs) =>
  act(args, (actor) => cancelEmailChange(actor), pathTo(args.context.language, "emailChange"), "settings.email.cancelled");

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function EmailCancellationPage() {
  return null;
}
