import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, typed } from "~/features/accounts/components/account-form";
import { CodeField } from "~/features/accounts/components/code-field";
import { PasskeyForm } from "~/features/accounts/components/passkey-form";
import { findPending, giveSecondFactor, pendingTokenOf } from "~/features/accounts/pending-sign-in.server";
import { fieldOfFault, secondFactorSchema } from "~/features/accounts/schema.server";
import { pathAfter } from "~/features/accounts/sign-in-step";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { ownPath, pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

/** Whose sign-in waits is not told here: who came this far knows a password, and nothing more. */
export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const pending = await findPending(pendingTokenOf(request), "secondFactor");
  if (!pending) throw redirect(pathTo(language, "signIn"));

  return json({ ways: pending.ways, to: ownPath(new URL(request.url).searchParams.get("to"), "") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { origin } = new URL(request.url);
  const { sessionToken, device, language } = context;
  const verb = (proof: { code: string; credential: string }) =>
    giveSecondFactor(pendingTokenOf(request), proof, origin, { sessionToken, device });
  const form = await attempt(request, secondFactorSchema, verb, fieldOfFault);
  if (form.again) return json(form.again, form.init);

  const headers = form.result.cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]);
  return redirect(pathAfter(form.result.next, language, form.data.to), { headers });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.secondFactor.title")),
  { name: "robots", content: "noindex" },
];

export default function SecondFactorPage() {
  const { ways, to } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();
  const wanted = <input type="hidden" name="to" value={typed(sent, "to", to)} />;

  return (
    <AccountPage
      title={t("security.secondFactor.title")}
      lead={`${t("security.secondFactor.lead")} ${t(ways.app ? "security.secondFactor.leadApp" : "security.secondFactor.leadPasskey")}`}
    >
      {ways.passkey && (
        <PasskeyForm wants="get" label={t("security.secondFactor.usePasskey")} variant={ways.app ? "secondary" : "primary"}>
          {wanted}
        </PasskeyForm>
      )}
      <AccountForm sent={sent} labels={{ code: t("security.secondFactor.code") }}>
        {wanted}
        <CodeField ways={ways} errors={sent?.errors.code} />
        <Button>{t("security.secondFactor.submit")}</Button>
      </AccountForm>
      <p>{t("security.secondFactor.lost")}</p>
      <form method="post" action={pathTo(language, "signInEnd")}>
        <Button variant="quiet">{t("security.secondFactor.cancel")}</Button>
      </form>
    </AccountPage>
  );
}
