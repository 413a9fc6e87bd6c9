import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { signInByPasskey } from "~/features/accounts/account.server";
import { AccountPage, typed } from "~/features/accounts/components/account-form";
import { PasskeyForm, PasskeyMissing } from "~/features/accounts/components/passkey-form";
import { passkeySignInSchema } from "~/features/accounts/schema.server";
import { pathAfter } from "~/features/accounts/sign-in-step";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { ownPath, pathTo } from "~/platform/paths";
import { FormErrors } from "~/ui/form-errors";

export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  const to = ownPath(new URL(request.url).searchParams.get("to"), "");
  if (viewer) throw redirect(to || pathTo(language, "home"));

  return json({ to });
}

export async function action({ request, context: { sessionToken, device, language } }: ActionFunctionArgs) {
  const { origin } = new URL(request.url);
  const form = await attempt(request, passkeySignInSchema, ({ credential }) =>
    signInByPasskey(credential, origin, { sessionToken, device }),
  );
  if (form.again) return json({ ...form.again, values: { to: form.again.values.to ?? "" } }, form.init);

  const headers = form.result.cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]);
  return redirect(pathAfter(form.result.next, language, form.data.to), { headers });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.passkeySignIn.title")),
  { name: "robots", content: "noindex" },
];

export default function PasskeySignInPage() {
  const { to } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();
  const wanted = typed(sent, "to", to);

  return (
    <AccountPage title={t("security.passkeySignIn.title")} lead={t("security.passkeySignIn.lead")}>
      <FormErrors errors={sent?.errors} />
      <PasskeyMissing />
      <PasskeyForm wants="get" label={t("security.passkeySignIn.submit")} variant="primary">
        <input type="hidden" name="to" value={wanted} />
      </PasskeyForm>
      <p>
        <a href={pathTo(language, "signIn", { to: wanted || undefined })}>{t("security.passkeySignIn.otherwise")}</a>
      </p>
    </AccountPage>
  );
}
