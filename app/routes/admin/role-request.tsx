import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { RoleRequestAnswer } from "~/features/accounts/components/role-requests";
import { requireActor, requireProof } from "~/features/accounts/require-actor.server";
import { getRoleRequest } from "~/features/accounts/role-queries.server";
import { decideRoleRequest } from "~/features/accounts/role-requests.server";
import { fieldOfRoleFault, roleAnswerSchema } from "~/features/accounts/role-schema.server";
import { staffRoles } from "~/features/accounts/roles";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const request = await getRoleRequest(requireActor(args), idParam(args.params));
  if (staffRoles.includes(request.role)) requireProof(args);

  return json({ request });
}

export async function action(args: ActionFunctionArgs) {
  const id = idParam(args.params);
  const { role } = await getRoleRequest(requireActor(args), id);
  const actor = staffRoles.includes(role) ? requireProof(args) : requireActor(args);
  const form = await attempt(args.request, roleAnswerSchema, (answer) => decideRoleRequest(actor, id, answer), fieldOfRoleFault);
  if (form.again) return json(form.again, form.init);

  const done = form.data.answer === "GRANTED" ? "admin.flash.granted" : "admin.flash.declined";
  return redirect(pathTo(args.context.language, "adminRoles"), { headers: await flash(done) });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.requests.title")),
  { name: "robots", content: "noindex" },
];

export default function AdminRolePage() {
  const { request } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <AdminPage title={t("admin.requests.one", { name: request.account.name, role: t(`accounts.roles.${request.role}`) })}>
      <RoleRequestAnswer request={request} sent={sent} />
    </AdminPage>
  );
}
