import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecoveryCodes } from "~/features/accounts/components/recovery-codes";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { makeRecoveryCodes } from "~/features/accounts/recovery-code.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { getSecurity } from "~/features/accounts/security-queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const { app, passkeys, codesLeft } = await getSecurity(requireProof(args));
  if (!app && passkeys.length === 0) throw redirect(pathTo(args.context.language, "security"));

  return json({ codesLeft });
}

export async function action(args: ActionFunctionArgs) {
  return json({ codes: await makeRecoveryCodes(requireProof(args)) });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.codes.makeTitle")),
  { name: "robots", content: "noindex" },
];

export default function RecoveryCodesPage() {
  const { codesLeft } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();
  if (made) return <RecoveryCodes codes={made.codes} />;

  return (
    <SettingsPage title={t("security.codes.makeTitle")} lead={t("security.codes.about")}>
      <p>
        {t("security.codes.left", { count: codesLeft })} {t("security.codes.makeLead")}
      </p>
      <form method="post" className="button-row">
        <Button>{t("security.codes.make")}</Button>
        <ButtonLink variant="secondary" href={pathTo(language, "security")}>
          {t("security.back")}
        </ButtonLink>
      </form>
    </SettingsPage>
  );
}
