import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { removeAuthenticator } from "~/features/accounts/authenticator.server";
import { LastFactor } from "~/features/accounts/components/last-factor";
import { RemovalPage } from "~/features/accounts/components/removal-page";
import { requireProof } from "~/features/accounts/require-actor.server";
import { getSecurity } from "~/features/accounts/security-queries.server";
import { useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { found } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const { app, passkeys, restsWithout } = await getSecurity(requireProof(args));
  return json({ app: found(app), passkeys, restsWithout });
}

export async function action(args: ActionFunctionArgs) {
  await removeAuthenticator(requireProof(args));

  return redirect(pathTo(args.context.language, "security"), { headers: await flash("security.flash.appRemoved") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.app.removeTitle")),
  { name: "robots", content: "noindex" },
];

export default function AuthenticatorRemovalPage() {
  const security = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <RemovalPage title={t("security.app.removeTitle")} text={t("security.app.removeText")} submit={t("security.app.remove")}>
      <LastFactor {...security} />
    </RemovalPage>
  );
}
