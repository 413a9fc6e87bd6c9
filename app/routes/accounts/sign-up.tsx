import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, EmailField, typed } from "~/features/accounts/components/account-form";
import { Agreement } from "~/features/accounts/components/agreement";
import { CheckMail } from "~/features/accounts/components/check-mail";
import { LanguageField } from "~/features/accounts/components/language-field";
import { isDemoWorld } from "~/features/accounts/demo.server";
import { register } from "~/features/accounts/registration.server";
import { fieldOfFault, signUpSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { OUTBOX_PATH } from "~/platform/outbox.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";

export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  if (viewer) throw redirect(pathTo(language, "home"));

  return json({ isSent: new URL(request.url).searchParams.has("sent"), outbox: isDemoWorld() ? OUTBOX_PATH : null });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await attempt(request, signUpSchema, (data) => register(data, context.clientAddress), fieldOfFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(context.language, "signUp", { sent: 1 }));
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [pageTitle(location.pathname, (t) => t("accounts.signUp.title"))];

export default function SignUpPage() {
  const { isSent, outbox } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();
  if (isSent && !sent) return <CheckMail text={t("accounts.checkMail.signUp")} again={pathTo(language, "signUp")} outbox={outbox} />;

  return (
    <AccountPage title={t("accounts.signUp.title")} lead={t("accounts.signUp.intro")}>
      <AccountForm sent={sent}>
        <Field
          name="name"
          label={t("accounts.name")}
          hint={t("accounts.nameHint")}
          defaultValue={typed(sent, "name")}
          errors={sent?.errors.name}
          autoComplete="name"
          maxLength={100}
          required
        />
        <EmailField sent={sent} autoComplete="email" />
        <Field
          name="password"
          type="password"
          label={t("accounts.password")}
          hint={t("accounts.passwordHint")}
          errors={sent?.errors.password}
          autoComplete="new-password"
          required
        />
        <LanguageField defaultValue={typed(sent, "language", language)} errors={sent?.errors.language} />
        <Agreement />
        <Button>{t("accounts.signUp.submit")}</Button>
      </AccountForm>
      <p>
        {t("accounts.signUp.haveAccount")} <a href={pathTo(language, "signIn")}>{t("accounts.signUp.signIn")}</a>
      </p>
    </AccountPage>
  );
}
