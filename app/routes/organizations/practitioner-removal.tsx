import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PractitionerPage } from "~/features/accounts/components/practitioner-page";
import { Reason, RoleForm } from "~/features/accounts/components/role-pieces";
import { requireActor } from "~/features/accounts/require-actor.server";
import { practitionerRemovalSchema } from "~/features/accounts/role-schema.server";
import { getPersonOf, revokePractitioner } from "~/features/organizations/practitioner.server";
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
  const revoke = (sent: Parameters<typeof revokePractitioner>[4]) => revokePractitioner(actor, language, slug, id, sent);
  const form = await attempt(args.request, practitionerRemovalSchema, revoke);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "organizationPeople", { slug }), { headers: await flash("admin.flash.revoked") });
}

export const headers = formHeaders;

export const meta: MetaFunction = ({ location }) => [
  pageTitle(location.pathname, (t) => t("admin.person.revoke")),
  { name: "robots", content: "noindex" },
];

export default function PractitionerRemovalPage() {
  const { organization, person, allowed, mayChange } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <PractitionerPage
      title={t("admin.person.noPractitionerTitle", { name: person.name })}
      organization={organization.name}
      lead={t("admin.person.revokeLead")}
      allowed={allowed}
      mayChange={mayChange}
    >
      <RoleForm sent={sent}>
        <Reason sent={sent} />
        <Button variant="danger">{t("admin.person.revoke")}</Button>
      </RoleForm>
    </PractitionerPage>
  );
}
