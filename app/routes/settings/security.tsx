import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AuthenticatorSection, CodesSection, PasskeysSection, PasswordSection } from "~/features/accounts/components/security-sections";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { getSecurity } from "~/features/accounts/security-queries.server";
import { useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { Notice } from "~/ui/notice";

export async function loader(args: LoaderFunctionArgs) {
  return json({ security: await getSecurity(requireActor(args)) });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.title")),
  { name: "robots", content: "noindex" },
];

export default function SecurityPage() {
  const { security } = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <SettingsPage title={t("security.title")} lead={t("security.lead")}>
      {security.owes && (
        <Notice kind="warning" title={t("security.owes.title")}>
          {t("security.owes.text")}
        </Notice>
      )}
      <PasskeysSection passkeys={security.passkeys} />
      <AuthenticatorSection since={security.app} />
      {(security.app || security.passkeys.length > 0) && <CodesSection left={security.codesLeft} />}
      <PasswordSection hasPassword={security.hasPassword} mayRemove={security.mayRemovePassword} />
    </SettingsPage>
  );
}
