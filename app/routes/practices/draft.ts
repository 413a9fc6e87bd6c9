import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { savePracticeDraft } from "~/features/practices/practice.server";
import { draftSchema } from "~/features/publishing/schema.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export const loader = ({ params, context }: LoaderFunctionArgs) =>
  redirect(pathTo(context.language, "practiceEdit", { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await parseForm(args.request, draftSchema);
  if (form.errors) return json({ outcome: "refused", errors: form.errors }, { status: 422 });

  const { base, sequence, ...fields } = form.data;
  const kept = await savePracticeDraft(actor, args.context.language, param(args.params, "slug"), { base, sequence, fields });

  return json({ ...kept, savedAt: new Date().toISOString() }, { status: kept.outcome === "stale" ? 409 : 200 });
}
