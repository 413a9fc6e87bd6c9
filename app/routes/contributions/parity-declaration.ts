import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { declareUnchanged } from "~/features/publishing/parity-page.server";
import { declarationSchema } from "~/features/publishing/schema.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of what is behind. */
export function loader({ request, params, context: { language } }: LoaderFunctionArgs) {
  return redirect(pathTo(language, `${kindAt(request).name}Parity`, { slug: param(params, "slug") }));
}

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await parseForm(args.request, declarationSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  await declareUnchanged(kind, actor, language, slug, form.data);
  return redirect(pathTo(language, `${kind.name}Parity`, { slug }), { headers: await flash("parity.page.declared") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ParityDeclarationPage() {
  return null;
}
