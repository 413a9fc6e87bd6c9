import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { typed } from "~/features/accounts/components/account-form";
import { AskedRoles, HeldRoles } from "~/features/accounts/components/own-roles";
import { RoleForm } from "~/features/accounts/components/role-pieces";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { getOwnRoles } from "~/features/accounts/role-queries.server";
import { askForRole } from "~/features/accounts/role-requests.server";
import { fieldOfRoleFault, roleRequestSchema } from "~/features/accounts/role-schema.server";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Radios, TextArea } from "~/ui/field";

export async function loader(args: LoaderFunctionArgs) {
  return json(await getOwnRoles(requireActor(args)));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await attempt(args.request, roleRequestSchema, (wish) => askForRole(actor, wish), fieldOfRoleFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "roleSettings"), { headers: await flash("admin.flash.asked") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.settings.title")),
  { name: "robots", content: "noindex" },
];

export default function RoleSettingsPage() {
  const { held, open, declined, choices, mayAsk } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const options = choices.map(({ role, allowed }) => ({
    value: role,
    label: t(`accounts.roles.${role}`),
    hint: allowed.map((permission) => t(`admin.permission.${permission}`)).join(" · "),
  }));

  return (
    <SettingsPage title={t("admin.settings.title")} lead={t("admin.settings.lead")}>
      <HeldRoles held={held} />
      <AskedRoles open={open} declined={declined} />
      <section className="stack" aria-labelledby="ask">
        <h2 id="ask">{t("admin.settings.ask")}</h2>
        {!mayAsk && <p>{t("admin.settings.mayNot")}</p>}
        {mayAsk && options.length === 0 && <p>{t("admin.settings.nothingLeft")}</p>}
        {mayAsk && options.length > 0 && (
          <>
            <p>{t("admin.settings.askHint")}</p>
            <RoleForm sent={sent}>
              <Radios
                name="role"
                legend={t("admin.settings.role")}
                options={options}
                defaultValue={typed(sent, "role") || undefined}
                errors={sent?.errors.role}
                required
              />
              <TextArea
                name="reason"
                label={t("admin.settings.reason")}
                hint={t("admin.settings.reasonHint")}
                defaultValue={typed(sent, "reason")}
                errors={sent?.errors.reason}
                rows={3}
                maxLength={1000}
                required
              />
              <Button>{t("admin.settings.submit")}</Button>
            </RoleForm>
          </>
        )}
      </section>
    </SettingsPage>
  );
}
