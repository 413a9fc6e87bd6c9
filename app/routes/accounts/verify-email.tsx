import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage } from "~/features/accounts/components/account-form";
import { confirmRegistration, findRegistration } from "~/features/accounts/registration.server";
import { tokenSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

export async function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const registration = await findRegistration(token);

  return json({ token, name: registration?.name ?? null }, { status: registration ? 200 : 410 });
}

/** The link itself changes nothing: mail programs and their guards open links before people do. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await attempt(request, tokenSchema, ({ token }) => confirmRegistration(token));
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(context.language, "signIn"), { headers: await flash("accounts.flash.verified") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("accounts.verify.title")),
  { name: "robots", content: "noindex" },
];

export default function VerifyEmailPage() {
  const { token, name } = useLoaderData<typeof loader>();
  const isRefused = useActionData<typeof action>() !== undefined;
  const t = useTranslation();
  if (name === null || isRefused) return <DeadLink />;

  return (
    <AccountPage title={t("accounts.verify.title")} lead={t("accounts.verify.text", { name })}>
      <AccountForm sent={undefined}>
        <input type="hidden" name="token" value={token} />
        <Button>{t("accounts.verify.submit")}</Button>
      </AccountForm>
    </AccountPage>
  );
}

function DeadLink() {
  const language = useLanguage();
  const t = useTranslation();

  return (
    <AccountPage title={t("accounts.verify.deadTitle")} lead={t("accounts.verify.dead")}>
      <p className="button-row">
        <ButtonLink href={pathTo(language, "signIn")}>{t("accounts.signIn.title")}</ButtonLink>
        <ButtonLink variant="secondary" href={pathTo(language, "signUp")}>
          {t("accounts.signUp.title")}
        </ButtonLink>
      </p>
    </AccountPage>
  );
}
