import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { getAccount } from "~/features/accounts/account-queries.server";
import { typed } from "~/features/accounts/components/account-form";
import { AdminPage } from "~/features/accounts/components/admin-page";
import { EndsOn, Reason, RoleForm } from "~/features/accounts/components/role-pieces";
import { requireActor, requireProof } from "~/features/accounts/require-actor.server";
import { grantRole } from "~/features/accounts/role-grants.server";
import { fieldOfRoleFault, roleGrantSchema } from "~/features/accounts/role-schema.server";
import { permissionsOf } from "~/features/accounts/roles";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { authorize } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Radios } from "~/ui/field";

export async function loader(args: LoaderFunctionArgs) {
  const { id, name, choices } = await getAccount(requireActor(args), args.context.language, idParam(args.params));
  authorize(choices.length > 0);
  requireProof(args);

  return json({ id, name, choices: choices.map((role) => ({ role, allowed: permissionsOf(role) })) });
}

export async function action(args: ActionFunctionArgs) {
  const id = idParam(args.params);
  const { language } = args.context;
  await getAccount(requireActor(args), language, id);
  const actor = requireProof(args);
  const form = await attempt(args.request, roleGrantSchema, (grant) => grantRole(actor, id, grant), fieldOfRoleFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "adminPerson", { id }), { headers: await flash("admin.flash.granted") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.person.grant")),
  { name: "robots", content: "noindex" },
];

export default function RoleGrantPage() {
  const { id, name, choices } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const options = choices.map(({ role, allowed }) => ({
    value: role,
    label: t(`accounts.roles.${role}`),
    hint: allowed.map((permission) => t(`admin.permission.${permission}`)).join(" · "),
  }));

  return (
    <AdminPage title={t("admin.person.grantTitle", { name })} lead={t("admin.person.grantLead")}>
      <RoleForm sent={sent}>
        <Radios
          name="role"
          legend={t("admin.person.role")}
          options={options}
          defaultValue={typed(sent, "role") || undefined}
          errors={sent?.errors.role}
          required
        />
        <Reason sent={sent} />
        <EndsOn sent={sent} />
        <Button>{t("admin.person.grant")}</Button>
      </RoleForm>
      <p>
        <a href={pathTo(language, "adminPerson", { id })}>{t("admin.person.back", { name })}</a>
      </p>
    </AdminPage>
  );
}
