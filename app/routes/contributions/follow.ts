import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireActor } from "~/features/accounts/require-actor.server";
import { kindAt } from "~/features/library/kinds.server";
import { followWork, followWorkSchema } from "~/features/publishing/following.server";
import { unprocessable } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { parseForm } from "~/platform/forms.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the guide or summary. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  redirect(pathTo(context.language, kindAt(request).name, { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const kind = kindAt(args.request);
  const slug = param(args.params, "slug");
  const { language } = args.context;
  const form = await parseForm(args.request, followWorkSchema);
  if (form.errors) throw unprocessable("site.form.invalid");

  const isFollowed = form.data.follow === "yes";
  await followWork(kind, actor, language, slug, isFollowed);
  const back = form.data.from ? pathTo(language, "follows") : pathTo(language, kind.name, { slug });
  return redirect(back, { headers: await flash(isFollowed ? "notifications.follow.work.followed" : "notifications.follow.work.stopped") });
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function WorkFollowPage() {
  return null;
}
