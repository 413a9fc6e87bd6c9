import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { acceptInvitation } from "~/features/organizations/acceptance.server";
import { InvitationView } from "~/features/organizations/components/invitation-view";
import { getInvitation, statusOfInvitation } from "~/features/organizations/invitation-queries.server";
import { formHeaders } from "~/platform/attempt.server";
import { forbidden } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

/** The link itself changes nothing: mail programs and their guards open links before people do. */
export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  if (viewer?.isSilenced) throw forbidden();
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const invitation = await getInvitation(viewer, language, token);

  return json({ token, invitation, viewer: viewer && { name: viewer.name } }, { status: statusOfInvitation(invitation) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  await parseForm(args.request, noFields);

  try {
    await acceptInvitation(actor, new URL(args.request.url).searchParams.get("token") ?? "");
  } catch (refusal) {
    // The page says why it cannot be taken.
    if (refusal instanceof Response && [403, 409, 410].includes(refusal.status) && !actor.isSilenced)
      return json(null, { status: refusal.status });
    throw refusal;
  }
  return redirect(pathTo(language, "myOrganizations"), { headers: await flash("membership.flash.joined") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("membership.invitation.title")),
  { name: "robots", content: "noindex" },
];

export default function InvitationPage() {
  const { token, invitation, viewer } = useLoaderData<typeof loader>();
  return <InvitationView token={token} invitation={invitation} viewer={viewer} />;
}
