import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";

import { requireActor } from "~/features/accounts/require-actor.server";
import { discardPostDraft } from "~/features/forums/post-draft.server";
import { flash } from "~/platform/flash.server";
import { isAfterForm, parseForm } from "~/platform/forms.server";
import { idParam } from "~/platform/params";
import { ownPath, pathTo } from "~/platform/paths";

const schema = z.object({ to: z.string().max(500).default("") });

export const loader = ({ context }: LoaderFunctionArgs) => redirect(pathTo(context.language, "forumDrafts"));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  // A script sends no form at all.
  const form = isAfterForm(args.request) ? await parseForm(args.request, schema) : null;
  await discardPostDraft(actor, idParam(args.params));
  if (args.request.headers.get("Accept") === "application/json") return json({ outcome: "removed" });

  return redirect(ownPath(form?.data?.to, pathTo(language, "forumDrafts")), { headers: await flash("posting.drafts.flash") });
}
