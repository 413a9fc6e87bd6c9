import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { restoreRevision } from "~/features/publishing/revision.server";
import { flash } from "~/platform/flash.server";
import { numberParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the revision. */
export function loader({ request, params, context: { language } }: LoaderFunctionArgs) {
  const kind = kindAt(request);
  return redirect(pathTo(language, `${kind.name}Revision`, { slug: param(params, "slug"), number: numberParam(params, "number") }));
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  await restoreRevision(kind, requireActor(args), language, slug, numberParam(args.params, "number"));

  return redirect(pathTo(language, `${kind.name}History`, { slug }), { headers: await flash("reviews.history.restored") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function RestorationPage() {
  return null;
}
