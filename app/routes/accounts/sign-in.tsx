import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { signIn } from "~/features/accounts/account.server";
import { AccountForm, AccountPage, EmailField, typed } from "~/features/accounts/components/account-form";
import { DEMO_PASSWORD, isDemoWorld } from "~/features/accounts/demo.server";
import { PasskeyForm } from "~/features/accounts/components/passkey-form";
import { signInSchema } from "~/features/accounts/schema.server";
import { pathAfter } from "~/features/accounts/sign-in-step";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { OUTBOX_PATH } from "~/platform/outbox.server";
import { ownPath, pathTo } from "~/platform/paths";
import { pageTitle } from "~/platform/page-title";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";

export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  const to = ownPath(new URL(request.url).searchParams.get("to"), "");
  if (viewer) throw redirect(to || pathTo(language, "home"));

  return json({ to, demo: isDemoWorld() ? { password: DEMO_PASSWORD, outbox: OUTBOX_PATH } : null });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await attempt(request, signInSchema, (credentials) => signIn(credentials, context));
  if (form.again) return json(form.again, form.init);

  const headers = form.result.cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]);
  return redirect(pathAfter(form.result.next, context.language, form.data.to), { headers });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("accounts.signIn.title")),
  { name: "robots", content: "noindex" },
];

export default function SignInPage() {
  const { to, demo } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();

  return (
    <AccountPage title={t("accounts.signIn.title")} lead={t(to ? "accounts.signIn.needed" : "accounts.signIn.openToAll")}>
      <AccountForm sent={sent}>
        <input type="hidden" name="to" value={typed(sent, "to", to)} />
        <EmailField sent={sent} autoComplete="username" />
        <Field
          name="password"
          type="password"
          label={t("accounts.password")}
          errors={sent?.errors.password}
          autoComplete="current-password"
          required
        />
        <Button>{t("accounts.signIn.submit")}</Button>
      </AccountForm>
      <PasskeyForm wants="get" action={pathTo(language, "passkeySignIn")} label={t("security.passkeySignIn.submit")}>
        <input type="hidden" name="to" value={typed(sent, "to", to)} />
      </PasskeyForm>
      <p>
        <a href={pathTo(language, "forgottenPassword")}>{t("accounts.signIn.forgotten")}</a>
      </p>
      <p>
        <a href={pathTo(language, "organizationSignIn", { to: to || undefined })}>{t("sso.signIn.link")}</a>
      </p>
      <p>
        {t("accounts.signIn.noAccount")} <a href={pathTo(language, "signUp")}>{t("accounts.signIn.signUp")}</a>
      </p>
      {demo && <Demo {...demo} />}
    </AccountPage>
  );
}

function Demo({ password, outbox }: { password: string; outbox: string }) {
  const t = useTranslation();

  return (
    <Notice>
      <p>
        {t("accounts.signIn.demo")} <code>{password}</code>
      </p>
      <p>
        {t("accounts.signIn.demoMail")} <a href={outbox}>{t("accounts.signIn.demoMailLink")}</a>
      </p>
    </Notice>
  );
}
