import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changePassword } from "~/features/accounts/account.server";
import { AccountForm, Whose } from "~/features/accounts/components/account-form";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { isStaff } from "~/features/accounts/limits";
import { hasPassword } from "~/features/accounts/passwordless.server";
import { getOwnAccount } from "~/features/accounts/queries.server";
import { requireActor } from "~/features/accounts/require-actor.server";
import { fieldOfFault, passwordChangeSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  if (!(await hasPassword(actor))) throw redirect(pathTo(args.context.language, "newOwnPassword"));
  const { email, roles } = await getOwnAccount(actor, args.context.language);
  return json({ email, isStaff: isStaff(roles) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { sessionToken, language } = args.context;
  const form = await attempt(args.request, passwordChangeSchema, (change) => changePassword(actor, change, sessionToken), fieldOfFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "account"), { headers: await flash("accounts.flash.passwordChanged") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("accounts.settings.savePassword")),
  { name: "robots", content: "noindex" },
];

export default function PasswordPage() {
  const { email, isStaff } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();

  return (
    <SettingsPage title={t("accounts.settings.savePassword")} lead={t("accounts.settings.passwordIntro")}>
      <AccountForm sent={sent} labels={{ password: t("accounts.newPassword") }}>
        <Whose email={email} />
        <Field
          name="currentPassword"
          type="password"
          label={t("accounts.currentPassword")}
          errors={sent?.errors.currentPassword}
          autoComplete="current-password"
          required
        />
        <Field
          name="password"
          type="password"
          label={t("accounts.newPassword")}
          hint={t(isStaff ? "accounts.passwordHintForStaff" : "accounts.passwordHint")}
          errors={sent?.errors.password}
          autoComplete="new-password"
          required
        />
        <Button>{t("accounts.settings.savePassword")}</Button>
      </AccountForm>
      <p>
        <a href={pathTo(language, "account")}>{t("accounts.settings.title")}</a>
      </p>
    </SettingsPage>
  );
}
