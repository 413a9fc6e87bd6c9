import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { deactivateAccount } from "~/features/accounts/closing.server";
import { getClosing } from "~/features/accounts/closing-queries.server";
import { ClosingForm, Consequences, Obstacles } from "~/features/accounts/components/closing-form";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireProof } from "~/features/accounts/require-actor.server";
import { closingSchema } from "~/features/accounts/schema.server";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { refusalOf } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  return json(await getClosing(requireProof(args), args.context.language));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const { language, sessionToken } = args.context;
  try {
    const form = await attempt(args.request, closingSchema, () => deactivateAccount(actor, sessionToken));
    if (form.again) return json(form.again, form.init);

    const headers = new Headers(await flash("leaving.flash.deactivated"));
    headers.append("Set-Cookie", form.result);
    return redirect(pathTo(language, "home"), { headers });
  } catch (error) {
    return json({ refused: await refusalOf(error, 409), errors: {}, values: {} }, { status: 409 });
  }
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("leaving.deactivation.title")),
  { name: "robots", content: "noindex" },
];

export default function DeactivationPage() {
  const { needing, alone } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const points = (["sessions", "profile", "mail", "texts", "back"] as const).map((what) => t(`leaving.deactivation.points.${what}`));

  return (
    <SettingsPage within="ownData" title={t("leaving.deactivation.title")} lead={t("leaving.deactivation.lead")}>
      <Obstacles needing={needing} alone={alone} sent={sent} />
      <Consequences title={t("leaving.deactivation.what")} points={points} />
      <ClosingForm
        isOpen={needing.length === 0}
        sent={sent}
        confirm={t("leaving.deactivation.confirm")}
        submit={t("leaving.deactivation.submit")}
      />
    </SettingsPage>
  );
}
