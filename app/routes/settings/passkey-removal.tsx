import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { LastFactor } from "~/features/accounts/components/last-factor";
import { RemovalPage } from "~/features/accounts/components/removal-page";
import { removePasskey } from "~/features/accounts/passkey.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { getPasskey, getSecurity } from "~/features/accounts/security-queries.server";
import { useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireProof(args);
  const { name } = await getPasskey(actor, param(args.params, "id"));
  const { app, passkeys, restsWithout, keepsPasskey } = await getSecurity(actor);

  return json({ name, app, passkeys, restsWithout, keepsPasskey });
}

export async function action(args: ActionFunctionArgs) {
  await removePasskey(requireProof(args), param(args.params, "id"));

  return redirect(pathTo(args.context.language, "security"), { headers: await flash("security.flash.passkeyRemoved") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.passkeys.removeTitle")),
  { name: "robots", content: "noindex" },
];

export default function PasskeyRemovalPage() {
  const { name, keepsPasskey, ...security } = useLoaderData<typeof loader>();
  const t = useTranslation();

  return (
    <RemovalPage
      title={t("security.passkeys.removeTitle")}
      text={t("security.passkeys.removeText", { name })}
      submit={t("security.passkeys.removeNamed", { name })}
    >
      {keepsPasskey ? <Notice kind="warning">{t("security.passkeys.keep")}</Notice> : <LastFactor {...security} />}
    </RemovalPage>
  );
}
