import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { LastSteward } from "~/features/organizations/components/last-steward";
import { PlacePage } from "~/features/organizations/components/place-page";
import { getPersonIn } from "~/features/organizations/membership-queries.server";
import { removePerson } from "~/features/organizations/membership.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { flash } from "~/platform/flash.server";
import { noFields, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { idParam, param } from "~/platform/params";
import { pathTo } from "~/platform/paths";
import { Button, ButtonLink } from "~/ui/button";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const found = await getPersonIn(actor, language, param(args.params, "slug"), idParam(args.params, "person"));
  const { name, slug, person, isLastSteward } = found;
  if (person.id === actor.id) throw redirect(pathTo(language, "departure", { slug }));

  const alternates = alternatesAt("personRemoval", found.slugs, { person: person.id });
  return json({ place: { name, slug }, person: person.name, isLastSteward, alternates });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  await parseForm(args.request, noFields);

  await removePerson(actor, language, slug, idParam(args.params, "person"));
  return redirect(pathTo(language, "organizationPeople", { slug }), { headers: await flash("membership.flash.removed") });
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => t("membership.removal.title", { name: data?.person ?? "" })),
  { name: "robots", content: "noindex" },
];

export default function RemovalPage() {
  const { place, person: name, isLastSteward } = useLoaderData<typeof loader>();
  const t = useTranslation();
  const language = useLanguage();
  const people = pathTo(language, "organizationPeople", { slug: place.slug });
  const title = t("membership.removal.title", { name });
  if (isLastSteward)
    return (
      <PlacePage place={place} title={title}>
        <LastSteward title={t("membership.removal.last", { name })} text={t("membership.removal.lastText")} slug={place.slug} />
      </PlacePage>
    );

  return (
    <PlacePage place={place} title={title} lead={t("membership.removal.lead", { organization: place.name })}>
      <p>{t("membership.removal.stays")}</p>
      <form className="button-row" method="post">
        <Button variant="danger">{t("membership.removal.submit", { name })}</Button>
        <ButtonLink variant="quiet" href={people}>
          {t("membership.removal.cancel")}
        </ButtonLink>
      </form>
    </PlacePage>
  );
}
