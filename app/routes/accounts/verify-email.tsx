import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, Whose } from "~/features/accounts/components/account-form";
import { Agreement } from "~/features/accounts/components/agreement";
import { confirmRegistration, findRegistration } from "~/features/accounts/registration.server";
import { fieldOfFault, verificationSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Field } from "~/ui/field";

export async function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const registration = await findRegistration(token);

  return json({ token, registration }, { status: registration ? 200 : 410 });
}

/** The link itself changes nothing: mail programs and their guards open links before people do. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { language } = context;
  const form = await attempt(request, verificationSchema, (proof) => confirmRegistration(proof, language), fieldOfFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "signIn"), { headers: await flash("accounts.flash.verified") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("accounts.verify.title")),
  { name: "robots", content: "noindex" },
];

export default function VerifyEmailPage() {
  const { token, registration } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();
  if (!registration) return <DeadLink />;

  return (
    <AccountPage title={t("accounts.verify.title")} lead={t("accounts.verify.text", { name: registration.name })}>
      <AccountForm sent={sent}>
        <input type="hidden" name="token" value={token} />
        <Whose email={registration.email} />
        <Field
          name="password"
          type="password"
          label={t("accounts.password")}
          hint={t("accounts.verify.passwordHint")}
          errors={sent?.errors.password}
          autoComplete="current-password"
          required
        />
        <Agreement />
        <Button>{t("accounts.verify.submit")}</Button>
      </AccountForm>
      <p>
        {t("accounts.verify.forgotten")} <a href={pathTo(language, "signUp")}>{t("accounts.verify.again")}</a>
      </p>
      <p className="field-hint">{t("accounts.verify.notYou")}</p>
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
