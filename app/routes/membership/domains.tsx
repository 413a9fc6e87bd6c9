import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { typed } from "~/features/accounts/components/account-form";
import { requireActor } from "~/features/accounts/require-actor.server";
import { DomainList } from "~/features/organizations/components/domain-list";
import { PlacePage } from "~/features/organizations/components/place-page";
import { addDomain } from "~/features/organizations/domain.server";
import { membershipLimits } from "~/features/organizations/membership-limits";
import { getDomains } from "~/features/organizations/membership-queries.server";
import { domainSchema, fieldOfMembershipFault } from "~/features/organizations/membership-schema.server";
import { useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  const place = await getDomains(requireActor(args), args.context.language, param(args.params, "slug"));
  const { name, slug, domains, own, mayAddAny } = place;

  return json({ place: { name, slug }, domains, own, mayAddAny, alternates: alternatesAt("organizationDomains", place.slugs) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await attempt(args.request, domainSchema, (input) => addDomain(actor, language, slug, input), fieldOfMembershipFault);
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "organizationDomains", { slug }), { headers: await flash("membership.flash.domainAdded") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("membership.domains.title")} — ${data?.place.name ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function DomainsPage() {
  const { place, domains, own, mayAddAny } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();

  return (
    <PlacePage place={place} title={t("membership.domains.title")} lead={t("membership.domains.lead", { organization: place.name })}>
      <FormErrors errors={sent?.errors} labels={{ domain: t("membership.domains.domain") }} />
      <DomainList domains={domains} slug={place.slug} />
      <section className="stack" aria-labelledby="add">
        <h2 id="add">{t("membership.domains.add")}</h2>
        <form className="form" method="post" noValidate>
          <Field
            name="domain"
            label={t("membership.domains.domain")}
            hint={mayAddAny ? t("membership.domains.hintAny") : t("membership.domains.hint", { own })}
            defaultValue={typed(sent, "domain")}
            errors={sent?.errors.domain}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={membershipLimits.domain}
            required
          />
          <Button>{t("membership.domains.submit")}</Button>
        </form>
      </section>
    </PlacePage>
  );
}
