import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { claimOrganization } from "~/features/organizations/application.server";
import { applicationLimits } from "~/features/organizations/application-limits";
import { getClaimable } from "~/features/organizations/application-queries.server";
import { claimSchema } from "~/features/organizations/application-schema.server";
import { alternatesOf } from "~/features/organizations/organization-alternates";
import { useLanguage, useTranslation } from "~/i18n/context";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { authorize } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { newId } from "~/platform/new-id.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const { status, name, slug, slugs, isAsked, may } = await getClaimable(actor, language, param(args.params, "slug"));
  if (isAsked) throw redirect(pathTo(language, "organizationApplication", { slug }));
  if (status !== "LISTED") throw redirect(pathTo(language, "organization", { slug }));
  authorize(may.claim);

  return json({ id: newId(), name, slug, alternates: alternatesOf("organizationClaim", slugs) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await attempt(args.request, claimSchema, (claim) => claimOrganization(actor, language, slug, claim));
  if (form.again) return json(form.again, form.init);

  const headers = await flash("applications.flash.applied");
  return redirect(pathTo(language, "organizationApplication", { slug: form.result }), { headers });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("applications.claim.title", { name: data?.name ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function ClaimPage() {
  const { id, name, slug } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const page = pathTo(useLanguage(), "organization", { slug });
  const title = t("applications.claim.title", { name });
  const label = t("applications.fields.message");

  return (
    <>
      <Breadcrumbs steps={[{ label: name, href: page }, { label: title }]} />
      <div className="page page-narrow stack stack-large">
        <FormErrors errors={sent?.errors} labels={{ message: label }} />
        <PageHeader title={title} lead={t("applications.claim.lead")} />
        <form className="form" method="post" noValidate>
          <input type="hidden" name="id" value={String(sent?.values.id ?? id)} />
          <TextArea
            name="message"
            label={label}
            hint={t("applications.fields.messageHint")}
            defaultValue={String(sent?.values.message ?? "")}
            errors={sent?.errors.message}
            maxLength={applicationLimits.message}
            required
          />
          <div className="button-row">
            <Button>{t("applications.claim.submit")}</Button>
            <ButtonLink variant="quiet" href={page}>
              {t("applications.claim.cancel")}
            </ButtonLink>
          </div>
        </form>
      </div>
    </>
  );
}
