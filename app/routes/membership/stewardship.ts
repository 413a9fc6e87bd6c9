import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { act } from "~/features/accounts/act.server";
import { appointSteward } from "~/features/organizations/membership.server";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";

/** The form stands on another page. */
export const loader = ({ params, context: { language } }: LoaderFunctionArgs) =>
  redirect(pathTo(language, "organizationPeople", { slug: param(params, "slug") }));

export async function action(args: ActionFunctionArgs) {
  const { language } = args.context;
  const slug = param(args.params, "slug");
  return act(
    args,
    (actor) => appointSteward(actor, language, slug, idParam(args.params, "person")),
    pathTo(language, "organizationPeople", { slug }),
    "membership.flash.appointed",
  );
}

/** Never drawn, but with a page to its name a refusal is shown inside the frame of the site. */
export default function StewardshipPage() {
  return null;
}
