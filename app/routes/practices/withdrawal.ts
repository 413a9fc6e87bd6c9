import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { withdrawPractice } from "~/features/practices/practice.server";
import { flash } from "~/platform/flash.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export const loader = ({ params, context }: LoaderFunctionArgs) =>
  redirect(pathTo(context.language, "practiceSubmission", { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const slug = param(args.params, "slug");
  const { language } = args.context;
  await withdrawPractice(requireActor(args), language, slug);

  return redirect(pathTo(language, "practiceEdit", { slug }), { headers: await flash("writing.flash.withdrawn") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function WithdrawalPage() {
  return null;
}
