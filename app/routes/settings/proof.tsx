import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, typed } from "~/features/accounts/components/account-form";
import { CodeField } from "~/features/accounts/components/code-field";
import { PasskeyForm } from "~/features/accounts/components/passkey-form";
import { getWaysOfProof, prove } from "~/features/accounts/proof.server";
import { requireActor } from "~/features/accounts/require-actor.server";
import { fieldOfFault, proofSchema } from "~/features/accounts/schema.server";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { ownPath, pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";

export async function loader(args: LoaderFunctionArgs) {
  const ways = await getWaysOfProof(requireActor(args));

  return json({ ways, to: ownPath(new URL(args.request.url).searchParams.get("to"), "") });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { origin } = new URL(args.request.url);
  const fields = { ...fieldOfFault, "accounts.errors.currentPassword": "password", "accounts.errors.passwordRequired": "password" };
  const form = await attempt(args.request, proofSchema, (proof) => prove(actor, proof, origin, args.context.sessionToken), fields);
  if (form.again) return json(form.again, form.init);

  return redirect(ownPath(form.data.to, pathTo(args.context.language, "account")));
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("accounts.proof.title")),
  { name: "robots", content: "noindex" },
];

export default function ProofPage() {
  const { to, ways } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const hasFactor = ways.app || ways.passkey;
  const wanted = <input type="hidden" name="to" value={typed(sent, "to", to)} />;
  if (!hasFactor && !ways.password) return <OnlyANewSignIn />;

  return (
    <AccountPage title={t("accounts.proof.title")} lead={t(hasFactor ? "security.proof.factor" : "accounts.proof.lead")}>
      {ways.passkey && (
        <PasskeyForm wants="get" label={t("security.secondFactor.usePasskey")} variant={ways.app ? "secondary" : "primary"}>
          {wanted}
        </PasskeyForm>
      )}
      <AccountForm sent={sent} labels={{ code: t("security.secondFactor.code") }}>
        {wanted}
        {hasFactor ? <CodeField ways={ways} errors={sent?.errors.code} /> : <PasswordField errors={sent?.errors.password} />}
        <Button>{t("accounts.proof.submit")}</Button>
      </AccountForm>
    </AccountPage>
  );
}

function PasswordField({ errors }: { errors: string[] | undefined }) {
  const t = useTranslation();

  return <Field name="password" type="password" label={t("accounts.password")} errors={errors} autoComplete="current-password" required />;
}

function OnlyANewSignIn() {
  const t = useTranslation();

  return (
    <AccountPage title={t("accounts.proof.title")}>
      <p>{t("security.proof.none")}</p>
    </AccountPage>
  );
}
