import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { applyForOrganization } from "~/features/organizations/application.server";
import { listOwnApplications } from "~/features/organizations/application-queries.server";
import { applicationSchema, fieldOfApplicationFault } from "~/features/organizations/application-schema.server";
import { ApplicationForm } from "~/features/organizations/components/application-form";
import { OwnApplications } from "~/features/organizations/components/own-applications";
import { may } from "~/features/organizations/policy";
import { findSimilar } from "~/features/organizations/similar.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { authorize } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { newId } from "~/platform/new-id.server";
import { pageTitle } from "~/platform/page-title";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  authorize(may.apply(actor));

  const { provinces } = await listVocabularies(language);
  return json({ id: newId(), provinces, own: await listOwnApplications(actor, language) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const form = await attempt(
    args.request,
    applicationSchema,
    (application) => applyForOrganization(actor, language, application),
    fieldOfApplicationFault,
  );
  if (form.again) {
    const { errors, values } = form.again;
    const names = [String(values.nameEn ?? ""), String(values.nameFr ?? "")];
    return json({ errors, values, similar: errors.isAnother ? await findSimilar(names, language) : [] }, form.init);
  }
  const headers = await flash("applications.flash.applied");
  return redirect(pathTo(language, "organizationApplication", { slug: form.result }), { headers });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("applications.new.title")),
  { name: "robots", content: "noindex" },
];

export default function NewOrganizationPage() {
  const { id, provinces, own } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <>
      <Breadcrumbs steps={[{ label: t("applications.new.title") }]} />
      <div className="page page-narrow stack stack-large">
        <PageHeader title={t("applications.new.title")} lead={t("applications.new.lead")} />
        <ApplicationForm id={String(sent?.values.id ?? id)} provinces={provinces} similar={sent?.similar ?? []} sent={sent} />
        <OwnApplications applications={own} />
      </div>
    </>
  );
}
