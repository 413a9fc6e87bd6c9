import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { withdrawJoinRequest } from "~/features/organizations/join-request.server";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on another page. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "joinRequest", { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const { language } = args.context;
  const slug = param(args.params, "slug");
  return act(
    args,
    (actor) => withdrawJoinRequest(actor, language, slug),
    pathTo(language, "joinRequest", { slug }),
    "membership.flash.withdrawn",
  );
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function JoinWithdrawalPage() {
  return null;
}
