import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { resetFactors } from "~/features/accounts/factors.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { flash } from "~/platform/flash.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The button stands on the page of the account. */
export const loader = ({ context }: LoaderFunctionArgs) => redirect(pathTo(context.language, "admin"));

export async function action(args: ActionFunctionArgs) {
  await resetFactors(requireProof(args), idParam(args.params));

  return redirect(pathTo(args.context.language, "admin"), { headers: await flash("security.flash.factorsReset") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function FactorsPage() {
  return null;
}
