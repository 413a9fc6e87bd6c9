import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { signOut } from "~/features/accounts/account.server";
import { flash } from "~/platform/flash.server";
import { pathTo } from "~/platform/paths";

/** Opening the address changes nothing: only the button signs out. */
export const loader = ({ context }: LoaderFunctionArgs) => redirect(pathTo(context.language, "home"));

export async function action({ context }: ActionFunctionArgs) {
  const headers = new Headers(await flash("accounts.flash.signedOut"));
  headers.append("Set-Cookie", await signOut(context.viewer, context.sessionToken));

  return redirect(pathTo(context.language, "home"), { headers });
}
