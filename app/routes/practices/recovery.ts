import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { recoverPractice } from "~/features/practices/practice.server";
import { flash } from "~/platform/flash.server";
import { param } from "~/platform/params";
import { ownPath, pathTo } from "~/platform/paths";

export const loader = ({ context }: LoaderFunctionArgs) => redirect(pathTo(context.language, "myPractices"));

export async function action(args: ActionFunctionArgs) {
  const { language } = args.context;
  await recoverPractice(requireActor(args), language, param(args.params, "slug"));

  // The address is in the language of the guide, which may not be that of the page it was sent from.
  const back = ownPath(new URL(args.request.url).searchParams.get("to"), pathTo(language, "myPractices"));
  return redirect(back, { headers: await flash("writing.flash.broughtBack") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function RecoveryPage() {
  return null;
}
