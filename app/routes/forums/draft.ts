import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { draftSchema, readComposer } from "~/features/forums/composer-schema.server";
import { savePostDraft } from "~/features/forums/post-draft.server";
import { refusalOf } from "~/platform/errors";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export const loader = ({ context }: LoaderFunctionArgs) => redirect(pathTo(context.language, "forumDrafts"));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await readComposer(args.request, draftSchema);
  if (form.errors) return refused(form.errors);

  try {
    const kept = await savePostDraft(actor, { ...form.values, id: idParam(args.params) });
    return json({ ...kept, savedAt: new Date().toISOString() }, { status: kept.outcome === "stale" ? 409 : 200 });
  } catch (refusal) {
    return refused({ "": [await refusalOf(refusal, 422)] });
  }
}

const refused = (errors: Record<string, string[]>) => json({ outcome: "refused", errors }, { status: 422 });
