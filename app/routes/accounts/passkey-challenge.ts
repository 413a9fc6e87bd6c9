import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { askForPasskey } from "~/features/accounts/passkey.server";
import { pathTo } from "~/platform/paths";

/** Challenges are made for those who are about to answer them: only by POST. */
export const loader = ({ context }: LoaderFunctionArgs) => redirect(pathTo(context.language, "passkeySignIn"));

/** For the short script: what it needs to ask the browser for a passkey, whosever it is. */
export async function action({ request, context }: ActionFunctionArgs) {
  return json(await askForPasskey(new URL(request.url).origin, context.clientAddress));
}
