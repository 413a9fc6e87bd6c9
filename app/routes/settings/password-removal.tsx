import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";

import { RemovalPage } from "~/features/accounts/components/removal-page";
import { removePassword } from "~/features/accounts/passwordless.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { getSecurity } from "~/features/accounts/security-queries.server";
import { useTranslation } from "~/i18n/context";
import { formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const { mayRemovePassword } = await getSecurity(requireProof(args));
  if (!mayRemovePassword) throw redirect(pathTo(args.context.language, "security"));

  return json({});
}

export async function action(args: ActionFunctionArgs) {
  await removePassword(requireProof(args), args.context.sessionToken);

  return redirect(pathTo(args.context.language, "security"), { headers: await flash("security.flash.passwordRemoved") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("security.password.removeTitle")),
  { name: "robots", content: "noindex" },
];

export default function PasswordRemovalPage() {
  const t = useTranslation();

  return (
    <RemovalPage
      title={t("security.password.removeTitle")}
      text={t("security.password.removeText")}
      submit={t("security.password.remove")}
    />
  );
}
