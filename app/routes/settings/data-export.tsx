import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { AccountForm } from "~/features/accounts/components/account-form";
import { ExportList } from "~/features/accounts/components/export-list";
import { SettingsPage } from "~/features/accounts/components/settings-page";
import { askForExport, listOwnExports } from "~/features/accounts/export.server";
import { requireProof } from "~/features/accounts/require-actor.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  return json({ exports: await listOwnExports(requireProof(args)) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const form = await attempt(args.request, z.object({}), () => askForExport(actor));
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(args.context.language, "dataExport"), { headers: await flash("leaving.flash.exportAsked") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("leaving.export.title")),
  { name: "robots", content: "noindex" },
];

export default function DataExportPage() {
  const { exports } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const language = useLanguage();
  const t = useTranslation();
  const isBeingMade = exports.some(({ bytes }) => bytes === null);

  return (
    <SettingsPage title={t("leaving.export.title")} lead={t("leaving.export.lead")}>
      <ul>
        {(["account", "profile", "organizations", "texts", "forums"] as const).map((what) => (
          <li key={what}>{t(`leaving.export.holds.${what}`)}</li>
        ))}
      </ul>
      <p>{t("leaving.export.how")}</p>
      {isBeingMade ? (
        <p>
          <a href={pathTo(language, "dataExport")}>{t("leaving.export.lookAgain")}</a>
        </p>
      ) : (
        <AccountForm sent={sent}>
          <Button>{t("leaving.export.ask")}</Button>
        </AccountForm>
      )}
      <ExportList exports={exports} />
      <p>
        <a href={pathTo(language, "ownData")}>{t("leaving.export.back")}</a>
      </p>
    </SettingsPage>
  );
}
