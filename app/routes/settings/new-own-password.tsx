import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, Whose } from "~/features/accounts/components/account-form";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { isStaff } from "~/features/accounts/limits";
import { addPassword, hasPassword } from "~/features/accounts/passwordless.server";
import { getOwnAccount } from "~/features/accounts/queries.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { fieldOfFault, ownPasswordSchema } from "~/features/accounts/schema.server";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireProof(args);
  if (await hasPassword(actor)) throw redirect(pathTo(args.context.language, "passwordChange"));
  const { email, roles } = await getOwnAccount(actor, args.context.language);
  return json({ email, isStaff: isStaff(roles) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const form = await attempt(args.request, ownPasswordSchema, (password) => addPassword(actor, password), fieldOfFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "security"), { headers: await flash("security.flash.passwordAdded") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.password.add")),
  { name: "robots", content: "noindex" },
];

export default function NewOwnPasswordPage() {
  const { email, isStaff } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <SettingsPage title={t("security.password.add")} lead={t("security.password.addLead")}>
      <AccountForm sent={sent} labels={{ password: t("accounts.newPassword") }}>
        <Whose email={email} />
        <Field
          name="password"
          type="password"
          label={t("accounts.newPassword")}
          hint={t(isStaff ? "accounts.passwordHintForStaff" : "accounts.passwordHint")}
          errors={sent?.errors.password}
          autoComplete="new-password"
          required
        />
        <Button>{t("security.password.add")}</Button>
      </AccountForm>
    </SettingsPage>
  );
}
