import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { LastSteward } from "~/features/organizations/components/last-steward";
import { PlacePage } from "~/features/organizations/components/place-page";
import { getPersonIn } from "~/features/organizations/membership-queries.server";
import { leaveOrganization } from "~/features/organizations/membership.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { name, slug, slugs, isLastSteward } = await getPersonIn(actor, args.context.language, param(args.params, "slug"), actor.id);

  return json({ place: { name, slug }, isLastSteward, alternates: alternatesAt("departure", slugs) });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  await parseForm(args.request, noFields);

  await leaveOrganization(actor, language, param(args.params, "slug"));
  return redirect(pathTo(language, "myOrganizations"), { headers: await flash("membership.flash.left") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("membership.departure.title", { organization: data?.place.name ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function DeparturePage() {
  const { place, isLastSteward } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const title = t("membership.departure.title", { organization: place.name });
  if (isLastSteward)
    return (
      <PlacePage place={place} title={title}>
        <LastSteward title={t("membership.departure.last")} text={t("membership.departure.lastText")} slug={place.slug} />
      </PlacePage>
    );

  return (
    <PlacePage place={place} title={title} lead={t("membership.departure.lead")}>
      <p>{t("membership.departure.stays")}</p>
      <form className="button-row" method="post">
        <Button variant="danger">{t("membership.departure.submit")}</Button>
        <ButtonLink variant="quiet" href={pathTo(language, "myOrganizations")}>
          {t("membership.departure.cancel")}
        </ButtonLink>
      </form>
    </PlacePage>
  );
}
