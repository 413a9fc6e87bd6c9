import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PractitionerPage } from "~/features/accounts/components/practitioner-page";
import { EndsOn, Reason, RoleForm } from "~/features/accounts/components/role-pieces";
import { requireActor } from "~/features/accounts/require-actor.server";
import { fieldOfRoleFault, practitionerSchema } from "~/features/accounts/role-schema.server";
import { getPersonOf, grantPractitioner } from "~/features/organizations/practitioner.server";
import { useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  return json(await getPersonOf(actor, args.context.language, param(args.params, "slug"), idParam(args.params)));
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const id = idParam(args.params);
  await getPersonOf(actor, language, slug, id);
  const grant = (sent: Parameters<typeof grantPractitioner>[4]) => grantPractitioner(actor, language, slug, id, sent);
  const form = await attempt(args.request, practitionerSchema, grant, fieldOfRoleFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "organizationPeople", { slug }), { headers: await flash("admin.flash.granted") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.person.grant")),
  { name: "robots", content: "noindex" },
];

export default function PractitionerGrantPage() {
  const { organization, person, allowed, mayChange } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <PractitionerPage
      title={t("admin.person.practitionerTitle", { name: person.name })}
      organization={organization.name}
      lead={t("admin.person.grantLead")}
      allowed={allowed}
      mayChange={mayChange}
    >
      <RoleForm sent={sent}>
        <Reason sent={sent} />
        <EndsOn sent={sent} />
        <Button>{t("admin.person.grant")}</Button>
      </RoleForm>
    </PractitionerPage>
  );
}
