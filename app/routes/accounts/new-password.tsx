import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, Whose } from "~/features/accounts/components/account-form";
import { CodeField } from "~/features/accounts/components/code-field";
import { PasskeyButton } from "~/features/accounts/components/passkey-form";
import { findReset, setNewPassword } from "~/features/accounts/password-reset.server";
import { fieldOfFault, newPasswordSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Field } from "~/ui/field";

export async function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const reset = await findReset(token);

  return json({ token, reset }, { status: reset ? 200 : 410 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { origin } = new URL(request.url);
  const form = await attempt(request, newPasswordSchema, (wish) => setNewPassword(wish, origin), fieldOfFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(context.language, "signIn"), { headers: await flash("accounts.flash.passwordSet") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("accounts.reset.title")),
  { name: "robots", content: "noindex" },
];

export default function NewPasswordPage() {
  const { token, reset } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  if (!reset) return <DeadLink />;
  const asksFactor = reset.ways.app || reset.ways.passkey;

  return (
    <AccountPage title={t("accounts.reset.title")} lead={t("accounts.reset.intro")}>
      <AccountForm sent={sent} labels={{ password: t("accounts.newPassword"), code: t("security.secondFactor.code") }}>
        <input type="hidden" name="token" value={token} />
        <Whose email={reset.email} />
        <Field
          name="password"
          type="password"
          label={t("accounts.newPassword")}
          hint={t(reset.isStaff ? "accounts.passwordHintForStaff" : "accounts.passwordHint")}
          errors={sent?.errors.password}
          autoComplete="new-password"
          required
        />
        {asksFactor && <p>{t("security.reset.factor")}</p>}
        {asksFactor && <CodeField ways={reset.ways} errors={sent?.errors.code} />}
        <Button>{t("accounts.reset.submit")}</Button>
        {reset.ways.passkey && <PasskeyButton label={t("security.reset.usePasskey")} />}
      </AccountForm>
    </AccountPage>
  );
}

function DeadLink() {
  const language = useLanguage();
  const t = useTranslation();

  return (
    <AccountPage title={t("accounts.reset.deadTitle")} lead={t("accounts.reset.dead")}>
      <p>
        <ButtonLink href={pathTo(language, "forgottenPassword")}>{t("accounts.reset.again")}</ButtonLink>
      </p>
    </AccountPage>
  );
}
