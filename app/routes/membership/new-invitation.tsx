import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { typed } from "~/features/accounts/components/account-form";
import { requireActor } from "~/features/accounts/require-actor.server";
import { MailLanguage } from "~/features/organizations/components/mail-language";
import { PlacePage } from "~/features/organizations/components/place-page";
import { RightsField } from "~/features/organizations/components/rights-field";
import { invitePerson } from "~/features/organizations/invitation.server";
import { membershipLimits } from "~/features/organizations/membership-limits";
import { countLeft } from "~/features/organizations/membership-queries.server";
import { getPlaceToRun } from "~/features/organizations/place.server";
import { fieldOfMembershipFault, invitationSchema } from "~/features/organizations/membership-schema.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { attempt, formHeaders } from "~/platform/attempt.server";
import { flash } from "~/platform/flash.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Field } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";

export async function loader(args: LoaderFunctionArgs) {
  const place = await getPlaceToRun(requireActor(args), args.context.language, param(args.params, "slug"));
  const { name, slug, mayGrant } = place;

  return json({ place: { name, slug }, mayGrant, left: await countLeft(place), alternates: alternatesAt("newInvitation", place.slugs) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  const form = await attempt(
    args.request,
    invitationSchema,
    (invitee) => invitePerson(actor, language, slug, invitee),
    fieldOfMembershipFault,
  );
  if (form.again) return json(form.again, form.init);

  return redirect(pathTo(language, "organizationPeople", { slug }), { headers: await flash("membership.flash.invited") });
}

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("membership.invite.title")} — ${data?.place.name ?? ""}`),
  { name: "robots", content: "noindex" },
];

export default function NewInvitationPage() {
  const { place, mayGrant, left } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useTranslation();
  const language = useLanguage();
  const words = {
    email: t("membership.invite.email"),
    name: t("membership.invite.name"),
    language: t("membership.invite.language"),
    rights: t("membership.rights.legend"),
  };

  return (
    <PlacePage place={place} title={t("membership.invite.title")} lead={t("membership.invite.lead", { organization: place.name })}>
      <FormErrors errors={sent?.errors} labels={words} />
      <form className="form" method="post" noValidate>
        <Field
          name="email"
          type="email"
          label={words.email}
          defaultValue={typed(sent, "email")}
          errors={sent?.errors.email}
          autoComplete="off"
          maxLength={254}
          required
        />
        <Field
          name="name"
          label={words.name}
          hint={t("membership.invite.nameHint")}
          defaultValue={typed(sent, "name")}
          errors={sent?.errors.name}
          autoComplete="off"
          maxLength={membershipLimits.name}
        />
        <MailLanguage label={words.language} defaultValue={typed(sent, "language", language)} errors={sent?.errors.language} />
        <RightsField
          rights={mayGrant ? ["practitioner", "steward"] : ["steward"]}
          chosen={sent?.values.rights}
          errors={sent?.errors.rights}
        />
        <div className="button-row">
          <Button>{t("membership.invite.submit")}</Button>
          {left <= 50 && <span className="field-hint">{t("membership.invite.left", { count: left })}</span>}
        </div>
      </form>
      <p>
        {t("membership.invite.list")}{" "}
        <ButtonLink variant="quiet" href={pathTo(language, "invitationList", { slug: place.slug })}>
          {t("membership.invite.listLink")}
        </ButtonLink>
      </p>
    </PlacePage>
  );
}
