import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { confirmAdoption } from "~/features/adoption/changing.server";
import { sendBase } from "~/features/adoption/base-form.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { flash } from "~/platform/flash.server";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the adoption. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "adoption", { id: idParam(params) }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  await sendBase(args.request, (base) => confirmAdoption(practiceKind, actor, id, base));
  return redirect(pathTo(args.context.language, "adoption", { id }), { headers: await flash("adoption.done.confirmed") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function ConfirmationPage() {
  return null;
}
