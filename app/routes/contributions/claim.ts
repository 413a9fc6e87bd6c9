import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { claim } from "~/features/publishing/review.server";
import { claimSchema } from "~/features/publishing/schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the review. */
export function loader({ request, params, context: { language } }: LoaderFunctionArgs) {
  const kind = kindAt(request);
  return redirect(pathTo(language, `${kind.name}Review`, { slug: param(params, "slug") }));
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await parseForm(args.request, claimSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await claim(kind, actor, language, slug, form.data);
  return redirect(pathTo(language, `${kind.name}Review`, { slug }), { headers: await flash("reviews.review.claimDone") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ClaimPage() {
  return null;
}
