import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, typed } from "~/features/accounts/components/account-form";
import { proveByPassword } from "~/features/accounts/proof.server";
import { requireActor } from "~/features/accounts/require-actor.server";
import { proofSchema } from "~/features/accounts/schema.server";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { ownPath, pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";

export async function loader(args: LoaderFunctionArgs) {
  requireActor(args);

  return json({ to: ownPath(new URL(args.request.url).searchParams.get("to"), "") });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const fields = { "accounts.errors.currentPassword": "password" };
  const form = await attempt(args.request, proofSchema, (proof) => proveByPassword(actor, proof, args.context.sessionToken), fields);
  if (form.again) return json(form.again, form.init);

  return redirect(ownPath(form.data.to, pathTo(args.context.language, "account")));
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("accounts.proof.title")),
  { name: "robots", content: "noindex" },
];

export default function ProofPage() {
  const { to } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <AccountPage title={t("accounts.proof.title")} lead={t("accounts.proof.lead")}>
      <AccountForm sent={sent}>
        <input type="hidden" name="to" value={typed(sent, "to", to)} />
        <Field
          name="password"
          type="password"
          label={t("accounts.password")}
          errors={sent?.errors.password}
          autoComplete="current-password"
          required
        />
        <Button>{t("accounts.proof.submit")}</Button>
      </AccountForm>
    </AccountPage>
  );
}
