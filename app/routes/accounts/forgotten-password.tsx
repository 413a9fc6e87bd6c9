import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, EmailField } from "~/features/accounts/components/account-form";
import { CheckMail } from "~/features/accounts/components/check-mail";
import { isDemoWorld } from "~/features/accounts/demo.server";
import { forgetPassword } from "~/features/accounts/password-reset.server";
import { forgottenPasswordSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { OUTBOX_PATH } from "~/platform/outbox.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

export async function loader({ request }: LoaderFunctionArgs) {
  return json({ isSent: new URL(request.url).searchParams.has("sent"), outbox: isDemoWorld() ? OUTBOX_PATH : null });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await attempt(request, forgottenPasswordSchema, ({ email }) => forgetPassword(email, context.clientAddress));
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(context.language, "forgottenPassword", { sent: 1 }));
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("accounts.forgotten.title")),
  { name: "robots", content: "noindex" },
];

export default function ForgottenPasswordPage() {
  const { isSent, outbox } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();
  if (isSent && !sent)
    return <CheckMail text={t("accounts.checkMail.forgotten")} again={pathTo(language, "forgottenPassword")} outbox={outbox} />;

  return (
    <AccountPage title={t("accounts.forgotten.title")} lead={t("accounts.forgotten.intro")}>
      <AccountForm sent={sent}>
        <EmailField sent={sent} autoComplete="username" />
        <Button>{t("accounts.forgotten.submit")}</Button>
      </AccountForm>
      <p>
        <a href={pathTo(language, "signIn")}>{t("accounts.forgotten.back")}</a>
      </p>
    </AccountPage>
  );
}
