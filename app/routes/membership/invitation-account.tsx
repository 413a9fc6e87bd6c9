import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { acceptWithNewAccount } from "~/features/organizations/acceptance.server";
import { InvitationView } from "~/features/organizations/components/invitation-view";
import { getInvitation, statusOfInvitation } from "~/features/organizations/invitation-queries.server";
import { fieldOfMembershipFault, newAccountSchema } from "~/features/organizations/membership-schema.server";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

/** The form stands on the page of the invitation; here it comes back when something in it is wrong. */
export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  if (viewer) throw redirect(pathTo(language, "invitation", { token }));
  const invitation = await getInvitation(viewer, language, token);

  return json({ token, invitation }, { status: statusOfInvitation(invitation) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const { language, viewer } = context;
  if (viewer) throw redirect(pathTo(language, "invitation", { token }));

  try {
    const form = await attempt(
      request,
      newAccountSchema,
      (newcomer) => acceptWithNewAccount({ ...newcomer, token }, context),
      fieldOfMembershipFault,
    );
    if (form.again) return json(form.again, form.init);

    const headers = new Headers(await flash("membership.flash.joined"));
    headers.append("Set-Cookie", form.result);
    return redirect(pathTo(language, "myOrganizations"), { headers });
  } catch (refusal) {
    // The page says why it cannot be taken.
    if (refusal instanceof Response && [409, 410].includes(refusal.status)) return json(null, { status: refusal.status });
    throw refusal;
  }
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("membership.invitation.register")),
  { name: "robots", content: "noindex" },
];

export default function InvitationAccountPage() {
  const { token, invitation } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? undefined;
  return <InvitationView token={token} invitation={invitation} viewer={null} sent={sent} />;
}
