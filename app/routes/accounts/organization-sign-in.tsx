import { type ActionFunctionArgs, type HeadersFunction, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AccountForm, AccountPage, EmailField, typed } from "~/features/accounts/components/account-form";
import { browserOf, rememberBrowser } from "~/features/organizations/sso-browser.server";
import { ssoDepartureSchema } from "~/features/organizations/sso-schema.server";
import { departToProvider } from "~/features/organizations/sso-sign-in.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { ownPath, pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

export async function loader({ request, context: { viewer, language } }: LoaderFunctionArgs) {
  const to = ownPath(new URL(request.url).searchParams.get("to"), "");
  if (viewer) throw redirect(to || pathTo(language, "home"));

  return json({ to });
}

/**
 * Answers with a page that leads on by itself, and not with a redirect: our policy lets forms go to ourselves alone (form-action),
 * redirects included.
 */
export async function action({ request, context: { language, clientAddress } }: ActionFunctionArgs) {
  const from = { clientAddress, browser: browserOf(request) };
  const form = await attempt(
    request,
    ssoDepartureSchema,
    ({ email, to }) => departToProvider({ email, returnTo: ownPath(to, pathTo(language, "home")), language }, from),
    { "sso.errors.noSignIn": "email" },
  );
  if (form.again) return json({ ...form.again, leaving: null }, form.init);

  const { address, browser } = form.result;
  return json(
    { errors: {}, values: {}, leaving: { address, host: new URL(address).host } },
    { headers: { Refresh: `0; url=${address}`, "Set-Cookie": rememberBrowser(browser) } },
  );
}

export const headers: HeadersFunction = (args) => {
  const refresh = args.actionHeaders.get("Refresh");
  return { ...formHeaders(args), ...(refresh ? { Refresh: refresh } : {}) };
};

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("sso.signIn.title")),
  { name: "robots", content: "noindex" },
];

export default function OrganizationSignInPage() {
  const { to } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();
  if (sent?.leaving)
    return (
      <AccountPage title={t("sso.leaving.title")} lead={t("sso.leaving.lead", { host: sent.leaving.host })}>
        <p>
          <a href={sent.leaving.address}>{t("sso.leaving.go", { host: sent.leaving.host })}</a>
        </p>
      </AccountPage>
    );

  return (
    <AccountPage title={t("sso.signIn.title")} lead={t("sso.signIn.lead")}>
      <AccountForm sent={sent}>
        <input type="hidden" name="to" value={typed(sent, "to", to)} />
        <EmailField sent={sent} autoComplete="username" />
        <Button>{t("sso.signIn.submit")}</Button>
      </AccountForm>
      <p>
        <a href={pathTo(language, "signIn", { to: to || undefined })}>{t("sso.signIn.byPassword")}</a>
      </p>
    </AccountPage>
  );
}
