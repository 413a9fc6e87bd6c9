import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { saveDraft } from "~/features/publishing/draft.server";
import { draftSchemaOf, inputOf } from "~/features/publishing/schema.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  redirect(pathTo(context.language, `${kindAt(request).name}Edit`, { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const kind = kindAt(args.request);
  const actor = requireActor(args);
  const form = await parseForm(args.request, draftSchemaOf(kind));
  if (form.errors) return json({ outcome: "refused", errors: form.errors }, { status: 422 });

  const kept = await saveDraft(kind, actor, args.context.language, param(args.params, "slug"), inputOf(kind, form.data));

  return json({ ...kept, savedAt: new Date().toISOString() }, { status: kept.outcome === "stale" ? 409 : 200 });
}
