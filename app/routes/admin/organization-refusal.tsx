import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { AdminPage } from "~/features/accounts/components/admin-page";
import { requireActor } from "~/features/accounts/require-actor.server";
import { getOrganizationToDecide } from "~/features/organizations/administration.server";
import { refusalSchema } from "~/features/organizations/application-schema.server";
import { declineOrganization } from "~/features/organizations/approval.server";
import { ReasonForm } from "~/features/organizations/components/reason-form";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { authorize } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam } from "~/platform/params";
import { pathTo } from "~/platform/paths";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const id = idParam(args.params);
  const { applications, faces, may } = await getOrganizationToDecide(actor, language, id);
  authorize(may.decide);
  const wanted = new URL(args.request.url).searchParams.get("application");
  const application = applications.find((one) => one.id === wanted && one.answer === null);
  if (!application) throw redirect(pathTo(language, "adminOrganization", { id }));

  const name = faces.find((face) => face.language === language)?.name ?? "";
  return json({ id, name, application: application.id, applicant: application.applicant?.name ?? null });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idParam(args.params);
  const form = await attempt(args.request, refusalSchema, (refusal) => declineOrganization(actor, id, refusal));
  if (form.again) return json(form.again, form.init);

  const headers = await flash("applications.flash.declined");
  return redirect(pathTo(args.context.language, "adminOrganizations"), { headers });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("applications.refusal.title")),
  { name: "robots", content: "noindex" },
];

export default function RefusalPage() {
  const { id, name, application, applicant } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <AdminPage
      title={t("applications.refusal.title")}
      lead={applicant ? t("applications.refusal.lead", { name: applicant }) : t("applications.refusal.leadGone")}
    >
      <h2>{name}</h2>
      <ReasonForm
        id={id}
        sent={sent}
        label={t("applications.refusal.reason")}
        hint={t("applications.refusal.reasonHint")}
        submit={t("applications.refusal.submit")}
        isGrave
      >
        <input type="hidden" name="application" value={application} />
      </ReasonForm>
    </AdminPage>
  );
}
