import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { getAccount } from "~/features/accounts/account-queries.server";
import { AdminPage } from "~/features/accounts/components/admin-page";
import { Reason, RoleForm } from "~/features/accounts/components/role-pieces";
import { requireActor, requireProof } from "~/features/accounts/require-actor.server";
import { revokeRole } from "~/features/accounts/role-grants.server";
import { roleRemovalSchema } from "~/features/accounts/role-schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { authorize, found } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const account = await getAccount(requireActor(args), args.context.language, idParam(args.params));
  const wanted = new URL(args.request.url).searchParams.get("role");
  const grant = found(account.roles.find(({ role }) => role === wanted));
  authorize(grant.mayRevoke);
  requireProof(args);

  return json({ id: account.id, name: account.name, role: grant.role });
}

export async function action(args: ActionFunctionArgs) {
  const id = idParam(args.params);
  const { language } = args.context;
  await getAccount(requireActor(args), language, id);
  const actor = requireProof(args);
  const form = await attempt(args.request, roleRemovalSchema, (removal) => revokeRole(actor, id, removal));
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "adminPerson", { id }), { headers: await flash("admin.flash.revoked") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.person.revoke")),
  { name: "robots", content: "noindex" },
];

export default function RoleRemovalPage() {
  const { id, name, role } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <AdminPage title={t("admin.person.revokeTitle", { name, role: t(`accounts.roles.${role}`) })} lead={t("admin.person.revokeLead")}>
      <RoleForm sent={sent}>
        <input type="hidden" name="role" value={role} />
        <Reason sent={sent} />
        <Button variant="danger">{t("admin.person.revoke")}</Button>
      </RoleForm>
      <p>
        <a href={pathTo(language, "adminPerson", { id })}>{t("admin.person.back", { name })}</a>
      </p>
    </AdminPage>
  );
}
