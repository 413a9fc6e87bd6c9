import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireProof } from "~/features/accounts/require-actor.server";
import { getOrganizationToDecide } from "~/features/organizations/administration.server";
import { closureSchema } from "~/features/organizations/application-schema.server";
import { closeOrganization } from "~/features/organizations/closing.server";
import { ReasonForm } from "~/features/organizations/components/reason-form";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireProof(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const { status, faces } = await getOrganizationToDecide(actor, language, id);
  if (status !== "MEMBER") throw redirect(pathTo(language, "adminOrganization", { id }));

  return json({ id, name: faces.find((face) => face.language === language)?.name ?? "" });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireProof(args);
  const id = idParam(args.params);
  const form = await attempt(args.request, closureSchema, ({ reason }) => closeOrganization(actor, id, reason));
  if (form.again) return json(form.again, form.init);

  const headers = await flash("applications.flash.closed");
  return redirect(pathTo(args.context.language, "adminOrganization", { id }), { headers });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("applications.closure.title")),
  { name: "robots", content: "noindex" },
];

export default function ClosurePage() {
  const { id, name } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <AdminPage title={t("applications.closure.title")} lead={t("applications.closure.lead")}>
      <div className="stack prose">
        <h2>{name}</h2>
        <ul>
          <li>{t("applications.closure.stays")}</li>
          <li>{t("applications.closure.ends")}</li>
          <li>{t("applications.closure.told")}</li>
        </ul>
      </div>
      <ReasonForm id={id} sent={sent} label={t("applications.closure.reason")} submit={t("applications.closure.submit")} isGrave />
    </AdminPage>
  );
}
