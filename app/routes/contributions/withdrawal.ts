import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { withdraw } from "~/features/publishing/review.server";
import { flash } from "~/platform/flash.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  redirect(pathTo(context.language, `${kindAt(request).name}Submission`, { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const slug = param(args.params, "slug");
  const { language } = args.context;
  await withdraw(kind, requireActor(args), language, slug);

  return redirect(pathTo(language, `${kind.name}Edit`, { slug }), { headers: await flash("writing.flash.withdrawn") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function WithdrawalPage() {
  return null;
}
