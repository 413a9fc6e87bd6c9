import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { AccountPage } from "~/features/accounts/components/account-form";
import { type SsoRefusal, ssoRefusals } from "~/features/organizations/sso-refusals";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";

/** Why a sign-in through an organization came to nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const reason = new URL(request.url).searchParams.get("reason");
  const refusal = ssoRefusals.find((known) => known === reason) ?? ("unknown" satisfies SsoRefusal);

  return json({ refusal }, { status: 422 });
}

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("sso.refused.title")),
  { name: "robots", content: "noindex" },
];

export default function OrganizationRefusalPage() {
  const { refusal } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const t = useTranslation();

  return (
    <AccountPage title={t("sso.refused.title")} lead={t(`sso.refused.reasons.${refusal}`)}>
      <p>{t("sso.refused.nothing")}</p>
      <p>
        <ButtonLink href={pathTo(language, "organizationSignIn")}>{t("sso.refused.again")}</ButtonLink>
      </p>
      <p>
        <a href={pathTo(language, "signIn")}>{t("sso.signIn.byPassword")}</a>
      </p>
    </AccountPage>
  );
}
