import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { restorePractice } from "~/features/practices/practice.server";
import { flash } from "~/platform/flash.server";
import { numberParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the revision. */
export function loader({ params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, "practiceRevision", { slug: param(params, "slug"), number: numberParam(params, "number") }));
}

export async function action(args: ActionFunctionArgs) {
  const { language } = args.context;
  const slug = param(args.params, "slug");
  await restorePractice(requireActor(args), language, slug, numberParam(args.params, "number"));

  return redirect(pathTo(language, "practiceHistory", { slug }), { headers: await flash("reviews.history.restored") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function RestorationPage() {
  return null;
}
