import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { abandonSignIn, pendingTokenOf } from "~/features/accounts/pending-sign-in.server";
import { flash } from "~/platform/flash.server";
import { pathTo } from "~/platform/paths";

/** Opening the address changes nothing: only the button gives a sign-in up. */
export const loader = ({ context }: LoaderFunctionArgs) => redirect(pathTo(context.language, "signIn"));

export async function action({ request, context }: ActionFunctionArgs) {
  const headers = new Headers(await flash("security.flash.left"));
  headers.append("Set-Cookie", await abandonSignIn(pendingTokenOf(request)));

  return redirect(pathTo(context.language, "home"), { headers });
}
