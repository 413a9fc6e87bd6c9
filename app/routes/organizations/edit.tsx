import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { OrganizationForm } from "~/features/organizations/components/organization-form";
import { StaleForm } from "~/features/organizations/components/stale-form";
import { getOrganizationForEdit } from "~/features/organizations/editing.server";
import { languagesToOffer } from "~/features/organizations/languages-of-service";
import { alternatesOf } from "~/features/organizations/organization-alternates";
import { changeOrganization, STALE } from "~/features/organizations/organization.server";
import { organizationSchema } from "~/features/organizations/schema.server";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const { language } = args.context;
  const { name, slug, slugs, fields } = await getOrganizationForEdit(requireActor(args), language, param(args.params, "slug"));
  const { provinces, populations } = await listVocabularies(language);
  const options = { province: provinces, populations, languages: languagesToOffer(fields.languages, language) };

  return json({ name, slug, fields, options, alternates: alternatesOf("organizationEdit", slugs) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await attempt(args.request, organizationSchema, (input) => changeOrganization(actor, language, slug, input));
  if (form.again) return json({ ...form.again, isStale: form.again.errors[""]?.includes(STALE) ?? false }, form.init);

  return redirect(pathTo(language, "organization", { slug: form.result }), { headers: await flash("organizations.flash.saved") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("organizations.edit.title", { name: data?.name ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function EditOrganizationPage() {
  const { name, slug, fields, options } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <Breadcrumbs
        steps={[
          { label: t("organizations.list.title"), href: pathTo(language, "organizations") },
          { label: name, href: pathTo(language, "organization", { slug }) },
          { label: t("organizations.edit.heading") },
        ]}
      />
      <div className="page page-reading">
        <PageHeader title={t("organizations.edit.heading")} lead={t("organizations.edit.lead")} />
        {sent?.isStale && <StaleForm fields={fields} sent={sent} options={options} />}
        <OrganizationForm fields={fields} options={options} sent={sent} isStale={sent?.isStale ?? false} />
      </div>
    </>
  );
}
