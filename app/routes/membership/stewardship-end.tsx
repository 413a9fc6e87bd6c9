import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { LastSteward } from "~/features/organizations/components/last-steward";
import { PlacePage } from "~/features/organizations/components/place-page";
import { getPersonIn } from "~/features/organizations/membership-queries.server";
import { dismissSteward } from "~/features/organizations/membership.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { conflict } from "~/platform/errors";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const found = await getPersonIn(actor, args.context.language, param(args.params, "slug"), idParam(args.params, "person"));
  const { name, slug, person, isSteward, isLastSteward } = found;
  if (!isSteward) throw conflict("membership.conflict.noSteward");

  const alternates = alternatesAt("stewardshipEnd", found.slugs, { person: person.id });
  return json({ place: { name, slug }, person: person.name, isOwn: person.id === actor.id, isLastSteward, alternates });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  await parseForm(args.request, noFields);

  await dismissSteward(actor, language, slug, idParam(args.params, "person"));
  return redirect(pathTo(language, "organizationPeople", { slug }), { headers: await flash("membership.flash.dismissed") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) =>
    data?.isOwn ? t("membership.dismissal.titleOwn") : t("membership.dismissal.title", { name: data?.person ?? "" }),
  ),
  { name: "robots", content: "noindex" },
];

export default function StewardshipEndPage() {
  const { place, person: name, isOwn, isLastSteward } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const blanks = { name, organization: place.name };
  const title = isOwn ? t("membership.dismissal.titleOwn") : t("membership.dismissal.title", blanks);
  if (isLastSteward)
    return (
      <PlacePage place={place} title={title}>
        <LastSteward
          title={isOwn ? t("membership.departure.last") : t("membership.removal.last", blanks)}
          text={t(isOwn ? "membership.departure.lastText" : "membership.removal.lastText")}
          slug={place.slug}
        />
      </PlacePage>
    );

  return (
    <PlacePage place={place} title={title} lead={t(isOwn ? "membership.dismissal.leadOwn" : "membership.dismissal.lead", blanks)}>
      <form className="button-row" method="post">
        <Button variant="danger">{t(isOwn ? "membership.dismissal.submitOwn" : "membership.dismissal.submit")}</Button>
        <ButtonLink variant="quiet" href={pathTo(language, "organizationPeople", { slug: place.slug })}>
          {t("membership.removal.cancel")}
        </ButtonLink>
      </form>
    </PlacePage>
  );
}
