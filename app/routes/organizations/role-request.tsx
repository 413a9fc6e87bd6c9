import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RoleRequestAnswer } from "~/features/accounts/components/role-requests";
import { requireActor } from "~/features/accounts/require-actor.server";
import { fieldOfRoleFault, roleAnswerSchema } from "~/features/accounts/role-schema.server";
import { decidePractitioner, getPractitionerRequest } from "~/features/organizations/practitioner.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  return json(await getPractitionerRequest(actor, args.context.language, param(args.params, "slug"), idParam(args.params)));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const id = idParam(args.params);
  await getPractitionerRequest(actor, language, slug, id);
  const decide = (answer: Parameters<typeof decidePractitioner>[4]) => decidePractitioner(actor, language, slug, id, answer);
  const form = await attempt(args.request, roleAnswerSchema, decide, fieldOfRoleFault);
  if (form.again) return json(form.again, form.init);

  const done = form.data.answer === "GRANTED" ? "admin.flash.granted" : "admin.flash.declined";
  return redirect(pathTo(language, "organizationRoles", { slug }), { headers: await flash(done) });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.requests.ofOrganization")),
  { name: "robots", content: "noindex" },
];

export default function OrganizationRolePage() {
  const { organization, request } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const list = { label: t("admin.requests.ofOrganization"), href: pathTo(language, "organizationRoles", { slug: organization.slug }) };

  return (
    <div className="page page-narrow">
      <Breadcrumbs steps={[list, { label: request.account.name }]} />
      <PageHeader
        eyebrow={organization.name}
        title={t("admin.requests.one", { name: request.account.name, role: t(`accounts.roles.${request.role}`) })}
      />
      <RoleRequestAnswer request={request} sent={sent} />
    </div>
  );
}
