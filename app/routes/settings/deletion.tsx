import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { askForErasure } from "~/features/accounts/closing.server";
import { getClosing } from "~/features/accounts/closing-queries.server";
import { ClosingForm, Consequences, Obstacles } from "~/features/accounts/components/closing-form";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { requireProof } from "~/features/accounts/require-actor.server";
import { closingSchema } from "~/features/accounts/schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
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
    const form = await attempt(args.request, closingSchema, () => askForErasure(actor, sessionToken));
    if (form.again) return json(form.again, form.init);

    const headers = new Headers(await flash("leaving.flash.erasureAsked"));
    headers.append("Set-Cookie", form.result);
    return redirect(pathTo(language, "home"), { headers });
  } catch (error) {
    return json({ refused: await refusalOf(error, 409), errors: {}, values: {} }, { status: 409 });
  }
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("leaving.deletion.title")),
  { name: "robots", content: "noindex" },
];

export default function DeletionPage() {
  const { days, needing, alone } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const goes = (["account", "profile", "drafts", "requests"] as const).map((what) => t(`leaving.deletion.goes.${what}`));
  const stays = (["texts", "reviews", "record"] as const).map((what) => t(`leaving.deletion.stays.${what}`));

  return (
    <SettingsPage within="ownData" title={t("leaving.deletion.title")} lead={t("leaving.deletion.lead", { days })}>
      <Obstacles needing={needing} alone={alone} sent={sent} />
      <Consequences title={t("leaving.deletion.whatGoes")} points={goes} />
      <Consequences title={t("leaving.deletion.whatStays")} points={stays} />
      <p>{t("leaving.deletion.grace", { days })}</p>
      <p>
        {t("leaving.deletion.before")} <a href={pathTo(language, "dataExport")}>{t("leaving.deletion.download")}</a>
        {t("leaving.deletion.or")} <a href={pathTo(language, "deactivation")}>{t("leaving.deletion.deactivate")}</a>.
      </p>
      <ClosingForm
        isOpen={needing.length === 0}
        sent={sent}
        confirm={t("leaving.deletion.confirm")}
        submit={t("leaving.deletion.submit")}
      />
    </SettingsPage>
  );
}
